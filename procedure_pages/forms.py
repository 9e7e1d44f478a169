"""The editor's form of a procedure: refuses to publish what could not be processed."""

from wagtail.admin.forms import WagtailAdminPageForm

from .checks import problems


class ProcedurePageForm(WagtailAdminPageForm):
    """Drafts may be incomplete; what is published, or handed on for moderation, may not."""

    def _post_clean(self) -> None:
        super()._post_clean()
        if not self.is_deferred_validation and not self.errors:
            for field, message in problems(self.instance):
                self.add_error(field if field in self.fields else None, message)
