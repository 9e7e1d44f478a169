"""What the browser is told of our blocks (telepath): which script draws them, and with which words."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.telepath import register
from wagtail.blocks.stream_block import StreamBlockAdapter
from wagtail.blocks.struct_block import StructBlockAdapter

from .folded import BuilderBlock, FoldedBlock

MEDIA = forms.Media(
    js=[f"procedure_pages/admin/{name}.js" for name in ("folded", "builder", "names", "problems")],
    css={"all": ["procedure_pages/admin/builder.css"]},
)


class FoldedAdapter(StructBlockAdapter):
    js_constructor = "procedure_pages.blocks.FoldedBlock"

    def js_args(self, block: FoldedBlock) -> list[Any]:
        name, children, meta = super().js_args(block)
        blank = block.get_form_state(block.get_default())
        return [name, children, {**meta, "words": words_of_line(), "blank": blank}]

    @cached_property
    def media(self) -> forms.Media:
        return super().media + MEDIA


class BuilderAdapter(StreamBlockAdapter):
    js_constructor = "procedure_pages.blocks.BuilderBlock"

    def js_args(self, block: BuilderBlock) -> list[Any]:
        *rest, meta = super().js_args(block)
        return [*rest, {**meta, "words": {"paste": _("Paste the copied “%(label)s”")}}]

    @cached_property
    def media(self) -> forms.Media:
        return super().media + MEDIA


def words_of_line() -> dict[str, str]:
    """The marks and the button of the line that stands for a folded block."""
    return {
        "required": _("※ Required"),
        "questions": _("%(count)s questions"),
        "rows": _("up to %(count)s entries"),
        "copy": _("Copy, to paste here or in another procedure"),
        "copied": _("Copied. Paste it where it says “Paste”, here or in another procedure."),
    }


register(FoldedAdapter(), FoldedBlock)
register(BuilderAdapter(), BuilderBlock)
