"""The scripts that help with the questions of a step: only a page that has such a question loads them."""

from collections.abc import Iterator

from ..schema import Field, Step

SCRIPTS: dict[str, tuple[str, ...]] = {
    "name": ("kana",),
    "date": ("dates",),
    "month": ("dates",),
    "period": ("dates",),
    "textarea": ("counter",),
    "search_select": ("combobox",),
    "bank": ("combobox", "bank"),
    "file": ("transfer", "uploads"),
    "photo": ("transfer", "uploads"),
}
"""By kind, the files in ``static/submissions``."""


def scripts_of(step: Step) -> tuple[str, ...]:
    """Static paths, each once, in order."""
    names = (name for field in step.fields for kind in _kinds_in(field) for name in SCRIPTS.get(kind, ()))
    return tuple(dict.fromkeys(f"submissions/{name}.js" for name in names))


def _kinds_in(field: Field) -> Iterator[str]:
    yield field.kind
    for column in field.fields:
        yield from _kinds_in(column)
