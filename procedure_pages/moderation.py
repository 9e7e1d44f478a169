"""The end of a moderation. Apart from everything else: Wagtail reads it while its own models are loaded."""

from typing import Any

from django.dispatch import Signal
from wagtail.workflows import publish_workflow_state

approved = Signal()
"""Sent with `content`, what was approved; a receiver that returns True holds its publication."""


def finish(workflow_state: Any, user: Any = None) -> None:
    """What Wagtail calls when the last task is approved (`WAGTAIL_FINISH_WORKFLOW_ACTION`)."""
    content = workflow_state.content_object
    content = getattr(content, "specific", content)
    if not any(is_held for _receiver, is_held in approved.send(type(content), content=content)):
        publish_workflow_state(workflow_state, user=user)
