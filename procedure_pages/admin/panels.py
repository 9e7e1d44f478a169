"""Panels that say something about the library where it matters."""

from typing import Any

from wagtail.admin.panels import Panel

from ..parts import procedures_using, renewed_parts


class PartUsagePanel(Panel):
    """In the editor of a part: whom a change will concern."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "procedure_pages/admin/part_usage.html"

        @property
        def procedures(self) -> list[Any]:
            return list(procedures_using(self.instance)) if self.instance.pk else []


class RenewedPartsPanel(Panel):
    """In the editor of a procedure: that its published form is older than a part it uses."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "procedure_pages/admin/renewed_parts.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            published = type(self.instance).objects.filter(pk=self.instance.pk, live=True)
            self.parts = [part for parts in renewed_parts(list(published)).values() for part in parts]

        def is_shown(self) -> bool:
            return bool(super().is_shown() and self.parts)
