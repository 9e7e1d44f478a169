"""An account that money is sent to."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from accounts.japanese.banks import POST_BANK, Place, banks_like, branches_like, the_one
from accounts.japanese.normalise import half_width
from accounts.japanese.zengin import zengin_name

from ..types import Choice, Field
from .base import JSON, PartsKind, check_length, require_line
from .choices import choice_key

LONGEST = 100
POST_SYMBOL = re.compile(r"([01])([0-9]{2})[0-9]{2}(?:-[0-9])?")
"""記号 of ゆうちょ銀行: five digits, with a sixth behind a hyphen where the card was issued again."""


class BankKind(PartsKind):
    """Raw: ``bank`` and ``branch`` by name or code, ``kind``, ``number``, ``holder``, each as typed. Value: `parts`.

    For ゆうちょ銀行 the branch may be the 記号 and the number the 番号 of the bank book.
    """

    name = "bank"
    parts = {
        "bank_code": gettext_lazy("Bank code"),
        "bank_name": gettext_lazy("Bank"),
        "branch_code": gettext_lazy("Branch code"),
        "branch_name": gettext_lazy("Branch"),
        "kind": gettext_lazy("Kind of account"),
        "number": gettext_lazy("Account number"),
        "holder": gettext_lazy("Account holder"),
    }

    def typed_parts(self) -> tuple[str, ...]:
        return ("bank", "branch", "number", "holder", "bank_code", "branch_code")

    def choices(self, field: Field) -> tuple[Choice, ...]:
        """The kinds of account (預金種目)."""
        return (
            Choice(key="ordinary", label=pgettext("kind of account", "Ordinary"), alias="普通"),
            Choice(key="current", label=pgettext("kind of account", "Current"), alias="当座"),
            Choice(key="savings", label=pgettext("kind of account", "Savings"), alias="貯蓄"),
        )

    def clean(self, field: Field, raw: JSON) -> dict[str, str]:
        if not isinstance(raw, dict):
            raise ValidationError(_("Enter the account in its parts."), code="invalid")
        account = self.read(field, raw)
        if account.faults:
            raise account.faults[0] if len(account.faults) == 1 else ValidationError(account.faults)
        return account.value

    def read(self, field: Field, raw: dict[str, Any]) -> "Account":
        """What `raw` means as far as it can be understood, and what stands in the way."""
        account = Account()
        for read_part in (self._read_bank, self._read_branch, self._read_number, self._read_kind, self._read_holder):
            try:
                read_part(field, raw, account)
            except ValidationError as fault:
                account.faults.append(fault)
        return account

    def _read_bank(self, field: Field, raw: dict[str, Any], account: "Account") -> None:
        text = require_line(raw.get("bank") or raw.get("bank_code"), LONGEST)
        if not text:
            raise ValidationError(_("Enter the name or the code of the bank."), code="no_bank")
        found = banks_like(text)
        account.bank = the_one(found, text)
        if account.bank is None:
            account.banks = found
            raise _unclear(found, text, _("No bank is called “%(text)s”. Enter its name or its code of 4 digits."))
        account.value |= {"bank_code": account.bank.code, "bank_name": account.bank.name}

    def _read_branch(self, field: Field, raw: dict[str, Any], account: "Account") -> None:
        text = require_line(raw.get("branch") or raw.get("branch_code"), LONGEST)
        if account.bank is None:
            return
        symbol = POST_SYMBOL.fullmatch(half_width(text)) if account.bank.code == POST_BANK else None
        if symbol:
            account.symbol = symbol[1]
            text = f"{symbol[2]}{'8' if symbol[1] == '1' else '9'}"
        found = branches_like(account.bank.code, text)
        account.branch = the_one(found, text) if text else None
        if account.branch is None:
            account.branches = found
            if not text:
                raise ValidationError(_("Enter the name or the code of the branch."), code="no_branch")
            unknown = _("This bank has no branch “%(text)s”. Enter its name or its code of 3 digits.")
            raise _unclear(found, text, unknown)
        account.value |= {"branch_code": account.branch.code, "branch_name": account.branch.name}

    def _read_number(self, field: Field, raw: dict[str, Any], account: "Account") -> None:
        digits = half_width(require_line(raw.get("number"), LONGEST)).replace("-", "")
        if not digits:
            raise ValidationError(_("Enter the account number."), code="no_number")
        if not re.fullmatch("[0-9]+", digits):
            raise ValidationError(_("Enter the account number in digits only."), code="invalid_number")
        if account.symbol == "1":
            digits = digits[:-1] or digits
        if len(digits) > 7:
            raise ValidationError(_number_too_long(account), code="number_too_long")
        account.value["number"] = digits.zfill(7)

    def _read_kind(self, field: Field, raw: dict[str, Any], account: "Account") -> None:
        if account.symbol:
            account.value["kind"] = "current" if account.symbol == "0" else "ordinary"
        elif self.is_blank(raw.get("kind")):
            raise ValidationError(_("Choose the kind of account."), code="no_kind")
        else:
            account.value["kind"] = choice_key(self.choices(field), raw.get("kind"))

    def _read_holder(self, field: Field, raw: dict[str, Any], account: "Account") -> None:
        text = require_line(raw.get("holder"), LONGEST)
        if not text:
            raise ValidationError(_("Enter the holder of the account in kana."), code="no_holder")
        account.value["holder"] = check_length(zengin_name(text), LONGEST)

    def display(self, field: Field, value: JSON) -> str:
        return "\n".join(self.lines(field, value or {}))

    def lines(self, field: Field, value: dict[str, str]) -> list[str]:
        """The parts that `value` has, each on its line."""
        kinds = {choice.key: choice.label for choice in self.choices(field)}
        account = f"{kinds.get(value.get('kind', ''), '')} {value.get('number', '')}".strip()
        lines = [_place(value, "bank"), _place(value, "branch"), account, value.get("holder", "")]
        return [line for line in lines if line]

    def search_text(self, field: Field, value: JSON) -> str:
        """Nobody looks for a case by an account."""
        return ""

    def json_schema(self, field: Field) -> dict[str, JSON]:
        texts: dict[str, JSON] = {part: {"type": "string", "minLength": 1, "maxLength": LONGEST} for part in self.parts}
        for part, digits in (("bank_code", 4), ("branch_code", 3), ("number", 7)):
            texts[part] = {"type": "string", "pattern": f"^[0-9]{{{digits}}}$"}
        texts["kind"] = {"enum": [choice.key for choice in self.choices(field)]}
        return {"type": "object", "properties": texts, "required": list(self.parts), "additionalProperties": False}


@dataclass(slots=True)
class Account:
    """What was understood so far. `banks` and `branches` are what a name could mean, where it is not clear."""

    value: dict[str, str] = field(default_factory=dict)
    bank: Place | None = None
    banks: list[Place] = field(default_factory=list)
    branch: Place | None = None
    branches: list[Place] = field(default_factory=list)
    symbol: str = ""
    """The first digit of a 記号, where one was typed."""
    faults: list[ValidationError] = field(default_factory=list)


def _place(value: dict[str, str], part: str) -> str:
    named = {"name": value.get(f"{part}_name"), "code": value.get(f"{part}_code")}
    return _("%(name)s (code %(code)s)") % named if named["code"] else ""


def _unclear(found: list[Place], text: str, unknown: str) -> ValidationError:
    if not found:
        return ValidationError(unknown % {"text": text}, code="unknown")
    return ValidationError(
        _("More than one is called like “%(text)s”. Choose one of those shown, or enter its code.") % {"text": text},
        code="ambiguous",
    )


def _number_too_long(account: Account) -> str:
    if account.bank and account.bank.code == POST_BANK and not account.symbol:
        return _("An account number has 7 digits. To use the number of the bank book, enter its symbol as the branch.")
    return _("An account number has 7 digits at most.")
