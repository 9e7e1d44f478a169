from wagtail.models import Page, WorkflowState


def is_approved(page: Page) -> bool:
    """Whether the newest draft of `page` went through moderation and was held instead of being published."""
    if not page.has_unpublished_changes or page.scheduled_revision is not None:
        return False
    newest = page.workflow_states.order_by("-pk").select_related("current_task_state").first()
    if newest is None or newest.status != WorkflowState.STATUS_APPROVED or newest.current_task_state is None:
        return False
    approved_at = newest.current_task_state.finished_at
    return bool(approved_at and page.latest_revision_created_at <= approved_at)
