"""A file into a page, with the parts of the library, tables, images and documents it brings. All of it or nothing."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from ..checks import problems
from ..models import ProcedurePage
from .choices import IfThere
from .context import Reading
from .faults import Faults
from .fields import fields_of_procedure, ids_of, is_needed, read_field
from .format import FORMAT, PARTS
from .media import Unpacker
from .related import LISTS, read_related, relate
from .stock import take_parts, take_tables


@dataclass(slots=True)
class Imported:
    """`page` is None for a file that holds only parts of the library or tables."""

    page: ProcedurePage | None = None
    notes: list[str] = field(default_factory=list)
    """What the reader should know: what was kept, what still stands in the way of publishing."""


def import_data(
    data: dict[str, Any],
    *,
    parent: Page | None,
    user: Any,
    if_there: IfThere = IfThere.REFUSE,
    update_library: bool = False,
    publish: bool = False,
    keep: bool = True,
) -> Imported:
    """InvalidFile names every fault of `data` (`text.load`), and nothing is changed.

    `user` None stands for the command line, which may do everything. A procedure whose slug is taken below `parent` is
    treated as `if_there` says; parts of the library and tables of the same name are kept unless `update_library`.
    Without `keep` all of it is tried and undone.
    """
    faults = Faults()
    unpacker = Unpacker(faults, user)
    try:
        with transaction.atomic():
            imported = Imported()
            _take_stock(data, Reading(faults, unpacker), imported, user=user, update=update_library)
            if _has_procedure(data):
                page = _read_page(data, Reading(faults, unpacker))
                others = read_related(data, faults)
                faults.raise_if_any()
                imported.page = _place(page, parent, faults, user=user, if_there=if_there)
                imported.notes += relate(imported.page, imported.page.get_parent(), others)
                _finish(imported, faults, user=user, publish=publish)
            faults.raise_if_any()
            transaction.set_rollback(not keep)
    except BaseException:
        unpacker.forget()
        raise
    if not keep:
        unpacker.forget()
    return imported


def _take_stock(data: dict[str, Any], reading: Reading, imported: Imported, *, user: Any, update: bool) -> None:
    """What the procedure refers to comes first."""
    if data.get("format") != FORMAT:
        reading.faults.add("format", _("Write “format: %(number)d”.") % {"number": FORMAT})
    known = {"format", *LISTS, *PARTS, *(field.name for field in fields_of_procedure())}
    for name in data:
        if name not in known:
            reading.faults.add(str(name), _("There is no such field. Check its name."))
    if "files" in data:
        reading.unpacker.take(data["files"])
    imported.notes += take_parts(data.get("library"), reading, user=user, update=update)
    imported.notes += take_tables(data.get("tables"), reading, user=user, update=update)


def _has_procedure(data: dict[str, Any]) -> bool:
    return bool(set(data) - {"format", *PARTS}) or not set(data) & set(PARTS)


def _read_page(data: dict[str, Any], reading: Reading) -> ProcedurePage:
    slug = data.get("slug")
    page = ProcedurePage()
    for found in fields_of_procedure():
        if found.name in data:
            value = read_field(found, data[found.name], ids_of(found, str(slug)), reading)
            setattr(page, found.name, value)
        elif is_needed(found):
            reading.faults.add(found.name, _("This field is required."))
    return page


def _place(page: ProcedurePage, parent: Page | None, faults: Faults, *, user: Any, if_there: IfThere) -> ProcedurePage:
    """A new page below `parent`, or the one that has its slug there with new content. Not published."""
    if parent is None:
        faults.add("", _("There is no catalogue to put the procedure in."))
        faults.raise_if_any()
    assert parent is not None
    parent = Page.objects.get(pk=parent.pk)  # the tree may have grown since it was fetched
    if user is not None and not parent.permissions_for_user(user).can_add_subpage():
        faults.add("", _("You may not add pages there."))
        faults.raise_if_any()
    there = parent.get_children().filter(slug=page.slug).first()
    if there is not None and if_there == IfThere.UPDATE:
        return _update(there.specific, page, faults, user=user)
    if there is not None and if_there == IfThere.REFUSE:
        faults.add("slug", _("There is a procedure “%(title)s” with this address already.") % {"title": there.title})
        faults.raise_if_any()
    page.slug = _free_slug(parent, page.slug)
    page.live, page.owner = False, user
    try:
        parent.add_child(instance=page)
    except ValidationError as error:
        _add_errors(error, faults)
    return page


def _update(there: Any, page: ProcedurePage, faults: Faults, *, user: Any) -> ProcedurePage:
    """Only the page as it is edited; what visitors see stays until it is published."""
    if not isinstance(there, ProcedurePage):
        faults.add("slug", _("There is a page with this address that is no procedure."))
    elif user is not None and not there.permissions_for_user(user).can_edit():
        faults.add("slug", _("You may not edit the procedure with this address."))
    faults.raise_if_any()
    latest = there.get_latest_revision_as_object()
    for found in fields_of_procedure():
        setattr(latest, found.name, getattr(page, found.name))
    try:
        latest.full_clean()
    except ValidationError as error:
        _add_errors(error, faults)
    return latest


def _add_errors(error: ValidationError, faults: Faults) -> None:
    for name, errors in getattr(error, "error_dict", {"": [error]}).items():
        for one in errors:
            faults.add_error(name, one)
    faults.raise_if_any()


def _free_slug(parent: Page, slug: str) -> str:
    taken = set(parent.get_children().values_list("slug", flat=True))
    return next(
        free
        for number in range(1, len(taken) + 2)
        if (free := slug if number == 1 else f"{slug}-{number}") not in taken
    )


def _finish(imported: Imported, faults: Faults, *, user: Any, publish: bool) -> None:
    """A revision as the editor makes it; published if that was asked for and nothing stands in the way."""
    assert imported.page is not None
    page = imported.page
    for problem in problems(page):
        if publish and problem.is_error:
            faults.add(problem.place.field, problem.message)
        elif not publish:
            imported.notes.append(_("Before publishing: %(message)s") % {"message": problem.message})
    if publish and user is not None and not page.permissions_for_user(user).can_publish():
        faults.add("", _("You may not publish this procedure."))
    faults.raise_if_any()
    revision = page.save_revision(user=user, log_action=True)
    if publish:
        revision.publish(user=user)
        page.refresh_from_db()
