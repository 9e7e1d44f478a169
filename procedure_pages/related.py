from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import ProcedurePage


def related(page: "ProcedurePage") -> "list[ProcedurePage]":
    """What the author of `page` chose to show beside it, as far as visitors may read it.

    In the language of `page` where there is such an edition: a translation begins with the choices of its original.
    """
    rows = page.related_procedures.select_related("procedure__department", "procedure__locale")
    chosen = [row.procedure for row in rows]
    if any(other.locale_id != page.locale_id for other in chosen):
        keys = [other.translation_key for other in chosen]
        editions = type(page).objects.live().filter(translation_key__in=keys, locale=page.locale_id)
        own = {each.translation_key: each for each in editions.select_related("department", "locale")}
        chosen = [own.get(other.translation_key, other) for other in chosen]
    return [other for other in chosen if other.live]
