"""The editor's form of a procedure: refuses to publish what could not be processed."""

from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamValue

from .block_errors import stream_error
from .checks import problems
from .problems import Problem


class ProcedurePageForm(WagtailAdminPageForm):
    """Drafts may be incomplete; what is published, or handed on for moderation, may not."""

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_deferred_validation:
            return
        by_field: dict[str, list[Problem]] = {}
        for problem in problems(self.instance):
            if problem.is_error and problem.place.field not in self.errors:
                by_field.setdefault(problem.place.field, []).append(problem)
        for name, found in by_field.items():
            self.show(name, found)

    def show(self, name: str, found: list[Problem]) -> None:
        value = getattr(self.instance, name)
        if isinstance(value, StreamValue):
            self.add_error(name, stream_error(value, found))
        else:
            for problem in found:
                self.add_error(name if name in self.fields else None, problem.message)
