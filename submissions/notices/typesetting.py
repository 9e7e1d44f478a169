"""The one place that talks to Typst. Texts reach it as data, so nothing that somebody typed is ever read as markup."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import gettext as _

from .glyphs import FONT_DIR, printable, unprintable

TEMPLATE_DIR = Path(__file__).parent / "templates"


def typeset(template: str, content: dict[str, Any], *, moment: datetime) -> bytes:
    """`content` laid out by ``templates/<template>.typ`` as a PDF.

    PDF/A-2a for keeping (ISO 19005-2), tagged as PDF/UA-1 for screen readers (ISO 14289-1). The same content and moment
    give the same bytes as long as Typst, fonts and template stay the same.
    """
    data = {**_for_print(content), "missing_note": missing_note(content)}
    return typst.compile(
        str(TEMPLATE_DIR / f"{template}.typ"),
        root=str(TEMPLATE_DIR),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["a-2a", "ua-1"],
        format="pdf",
        timestamp=int(moment.timestamp()),
    )


def missing_note(content: dict[str, Any]) -> str:
    """A sentence that names the characters printed as 〓; empty if all could be printed."""
    codes = ", ".join(f"U+{ord(character):04X}" for character in unprintable(content))
    return _("Characters that cannot be printed are shown as 〓: %(codes)s") % {"codes": codes} if codes else ""


def _for_print(part: Any) -> Any:
    if isinstance(part, str):
        return printable(part)[0]
    if isinstance(part, dict):
        return {key: _for_print(value) for key, value in part.items()}
    return [_for_print(value) for value in part] if isinstance(part, list) else part


@cache
def _fonts() -> typst.Fonts:
    """Read once a process."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONT_DIR])
