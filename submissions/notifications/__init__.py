"""What the applicant is told outside the portal: little, and never the content (see docs/features/notices.md)."""

from . import kinds
from .base import NOTIFICATIONS, Notification, notification_for
from .dispatch import notify

__all__ = ["NOTIFICATIONS", "Notification", "kinds", "notification_for", "notify"]
