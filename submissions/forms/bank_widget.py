from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.japanese.banks import Place
from accounts.widgets import Part, PartsWidget

from ..schema import Field
from ..schema.kinds.bank import Account, BankKind

SHOWN_AT_MOST = 30


class BankWidget(PartsWidget):
    """The boxes of an account, what was understood of them, and what an unclear name could mean."""

    template_name = "submissions/widgets/bank.html"
    parts = (
        Part("bank", _("Name or code of the bank"), "l", maxlength=100),
        Part("branch", _("Name or code of the branch"), "l", maxlength=100),
        Part("kind", _("Kind of account"), "l"),
        Part("number", _("Account number"), "m", "numeric", maxlength=40),
        Part("holder", _("Account holder in kana"), "xl", maxlength=100),
    )

    def __init__(self, field: Field, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.question = field

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        raw = value if isinstance(value, dict) else {}
        kind = BankKind()
        account = Account() if kind.is_blank(raw) else kind.read(self.question, raw)
        context["widget"] |= {
            "path": name,
            "boxes": {part.name: box for part, box in zip(self.parts, context["widget"]["parts"], strict=True)},
            "kinds": kind.choices(self.question),
            "understood": kind.lines(self.question, account.value),
            "found": {"bank": shown(account.banks), "branch": shown(account.branches)},
            "left_out": {"bank": left_out(account.banks), "branch": left_out(account.branches)},
            "banks_url": reverse("submissions:banks"),
            "branches_url": reverse("submissions:branches"),
            "account_url": reverse("submissions:account"),
        }
        return context

    def split(self, value: Any) -> dict[str, str]:
        """A filed account shows its bank and branch with code and name, as the boxes take them."""
        typed = super().split(value)
        for part in ("bank", "branch"):
            if typed and not typed[part]:
                typed[part] = f"{value.get(f'{part}_code') or ''} {value.get(f'{part}_name') or ''}".strip()
        return typed


def shown(places: list[Place]) -> list[Place]:
    return places[:SHOWN_AT_MOST]


def left_out(places: list[Place]) -> int:
    return max(len(places) - SHOWN_AT_MOST, 0)
