"""Publishing a procedure again as it is, so that its form takes over what the library offers now."""

from typing import Any

from django.utils.translation import gettext as _

from .checks import problems
from .models import ProcedurePage


def obstacle(page: ProcedurePage, *, user: Any) -> str:
    """Why `user` cannot publish `page` again from here; empty if nothing stands in the way."""
    if not page.live:
        return _("It is not published.")
    if page.has_unpublished_changes:
        return _("It has a draft with other changes. Publish it in its editor.")
    if not page.permissions_for_user(user).can_publish():
        return _("You may not publish it.")
    if page.get_lock() and page.get_lock().for_user(user):
        return _("It is locked.")
    return " ".join(str(problem.message) for problem in problems(page) if problem.is_error)


def republish(page: ProcedurePage, *, user: Any) -> str:
    """The way every publication takes: a revision, its signal, a form version. Returns what stood in the way."""
    reason = obstacle(page, user=user)
    if not reason:
        page.save_revision(user=user, log_action=True).publish(user=user)
    return reason
