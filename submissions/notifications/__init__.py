"""What the applicant is told outside the portal: little, and never the content (see docs/features/notices.md)."""

from . import kinds
from .base import NOTIFICATIONS, Notification, names_at, notification_for
from .dispatch import notify

__all__ = ["NOTIFICATIONS", "Notification", "kinds", "names_at", "notification_for", "notify"]
