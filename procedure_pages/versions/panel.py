from collections.abc import Mapping
from typing import Any

from wagtail.admin.panels import Panel

from submissions.versions import total, unfinished_by_version, versions_of

from .moderation import is_approved


class VersionsPanel(Panel):
    """In the editor, above the form: how many cases stand on the form of now. Empty before the first publication."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "procedure_pages/versions/panel.html"

        def is_shown(self) -> bool:
            return super().is_shown() and self.instance.pk is not None and self.instance.form_versions.exists()

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            return {
                **super().get_context_data(parent_context),
                "page": self.instance,
                "is_approved": is_approved(self.instance),
                "newest": versions_of(self.instance).first(),
                "total": total(unfinished_by_version(self.instance)),
            }
