"""Questions of a form that are typed into several boxes under one label."""

from collections.abc import Mapping
from typing import Any

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from accounts.widgets import DatePartsWidget, Part, PartsWidget

from ..schema.kinds.dates import date_parts, month_parts

KANA = pgettext_lazy("a part of the question for a name", "Furigana")
KANA_OR_NOTHING = pgettext_lazy("a part of the question for a name", "Furigana (may stay empty)")


class NameWidget(PartsWidget):
    """氏名 and フリガナ; a script lets the second follow the first while it is typed."""

    layout = "stack"

    def __init__(self, attrs: dict[str, Any] | None = None, *, autocomplete: str = "", needs_kana: bool = True) -> None:
        super().__init__(attrs)
        self.parts = (
            Part("name", pgettext_lazy("a part of the question for a name", "Name"), "xl", "", autocomplete),
            Part("kana", KANA if needs_kana else KANA_OR_NOTHING, "xl"),
        )

    def script_data(self) -> dict[str, str]:
        return {"kana": ""}


class DateWidget(DatePartsWidget):
    """Shows whatever the draft holds: the three boxes as typed, or a date. A script shows the other calendar."""

    def split(self, value: Any) -> dict[str, str]:
        if not value:
            return {}
        year, month, day = date_parts(value)
        return {"year": year, "month": month.lstrip("0"), "day": day.lstrip("0")}

    def script_data(self) -> dict[str, str]:
        return {"dates": "day", "wrong": wrong_era()}


class MonthWidget(PartsWidget):
    parts = (
        Part("year", gettext_lazy("Year"), "s", "", "", 12),
        Part("month", gettext_lazy("Month"), "xs", "numeric", "", 4),
    )

    def split(self, value: Any) -> dict[str, str]:
        if not value:
            return {}
        year, month = month_parts(value)
        return {"year": year, "month": month.lstrip("0")}

    def script_data(self) -> dict[str, str]:
        return {"dates": "month", "wrong": wrong_era()}


class PeriodWidget(PartsWidget):
    """Two dates, each with its boxes below its own words."""

    template_name = "submissions/widgets/period.html"
    ends = (
        ("from", pgettext_lazy("of a period", "First day")),
        ("to", pgettext_lazy("of a period", "Last day")),
    )

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        typed = value if isinstance(value, dict) else {}
        html_id = context["widget"]["attrs"].get("id") or f"id_{name}"
        context["widget"]["sections"] = [
            {
                **DateWidget().get_context(
                    f"{name}-{end}",
                    typed.get(end),
                    {**context["widget"]["attrs"], "id": html_id if end == "from" else f"{html_id}-{end}"},
                )["widget"],
                "label": label,
                "label_id": f"{html_id}-{end}-label",
            }
            for end, label in self.ends
        ]
        return context

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> dict[str, Any] | None:
        if self.value_omitted_from_data(data, files, name):
            return None
        return {end: DateWidget().value_from_datadict(data, files, f"{name}-{end}") for end, _label in self.ends}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> bool:
        return all(DateWidget().value_omitted_from_data(data, files, f"{name}-{end}") for end, _label in self.ends)


def wrong_era() -> str:
    """The sentence of `accounts.japanese.eras`, with places that a script fills."""
    return _("That day is not in %(era)s. Did you mean %(date)s?") % {"era": "{era}", "date": "{date}"}
