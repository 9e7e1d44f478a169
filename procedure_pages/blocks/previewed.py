"""Shows in the list of kinds how an applicant will see a question of each."""

from types import SimpleNamespace
from typing import Any

from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.blocks import StreamValue, StructValue

from submissions.forms.builder import StepForm
from submissions.schema.evaluation import Evaluation
from submissions.schema.kinds import KINDS

from ..compiler import plain_form
from ..samples import circumstances


class PreviewedBlock(blocks.StructBlock):
    """A question, or something between the questions. Its block type names the kind."""

    child_blocks: dict[str, blocks.Block]

    def get_preview_value(self) -> StructValue:
        words = {
            "label": _("The words of the question"),
            "help_text": _("The explanation stands here."),
            "choices": [{"label": _("Answer %(number)d") % {"number": number}, "alias": ""} for number in (1, 2, 3)],
            "choice_lines": "\n".join(_("Answer %(number)d") % {"number": number} for number in (1, 2, 3)),
            "fields": [{"type": "text", "id": "column", "value": {"label": _("A question of each entry")}}],
        }
        return self.to_python({name: value for name, value in words.items() if name in self.child_blocks})

    def get_preview_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_preview_context(value, parent_context)
        return {**context, "form": self.form_of(value)}

    def form_of(self, value: StructValue) -> StepForm:
        """A step that asks this question only."""
        child = StreamValue.StreamChild(self, value, id="preview")
        step = SimpleNamespace(id="step", value={"title": "", "introduction": "", "fields": [child]})
        schema = plain_form([step])
        rows = [{"id": "row"}] if KINDS[child.block_type].has_rows else None
        return StepForm(schema.steps[0], Evaluation(schema, {"preview": rows}, circumstances()))

    class Meta:
        preview_template = "procedure_pages/preview/block.html"
