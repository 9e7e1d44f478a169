"""Forms as the builder can make them: groups in groups, tables, calculations and rules that name each other."""

from itertools import count
from typing import Any

from hypothesis import strategies as st

from procedure_pages.compiler import Compiled, compile_form
from procedure_pages.demo.language import Block, ask, choose, repeat, step, stream_data
from procedure_pages.models import ProcedurePage

from .test_rules import rule, when

PLAIN = (
    "name", "text", "kana", "textarea", "code", "url", "integer", "decimal", "money", "date", "month", "period", "time",
    "yesno", "address", "tel", "email", "bank", "file", "photo", "declaration",
)  # fmt: skip
CHOOSING = ("radio", "select", "search_select", "checkboxes")
ANSWERS = [("one", "一"), ("two", "二"), ("three", "三")]
NUMBERS = ("integer", "decimal", "money")


class Building:
    """One form under way. Names of what was asked so far, by what can be done with them."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw, self.numbers = draw, count(1)
        self.asked: list[tuple[str, str]] = []
        """Alias and kind of the questions outside of groups: a rule about the last looks at those before it."""

    def alias(self) -> str:
        return f"q{next(self.numbers)}"

    def form(self) -> Compiled:
        steps = [step(f"ステップ{number}", self.questions()) for number in range(1, self.draw(st.integers(1, 3)) + 1)]
        page = ProcedurePage(steps=stream_data(steps, "built"), rules=stream_data(self.rules(), "rules"))
        return compile_form(page)

    def questions(self) -> list[Block]:
        return [self.question() for _number in range(self.draw(st.integers(1, 4)))]

    def question(self) -> Block:
        what = self.draw(st.sampled_from(("plain", "plain", "choosing", "group", "table", "calculated")))
        if what == "group":
            return self.group(deeper=True)
        if what == "table":
            rows = [{"type": "item", "name": key, "value": {"label": words, "alias": key}} for key, words in ANSWERS]
            alias = self.alias()
            return ask("table", alias, f"表{alias}", choices=rows, fields=self.columns())
        block = self.calculated() if what == "calculated" else self.plain(what)
        self.asked.append((block["value"]["alias"], block["type"]))
        return block

    def plain(self, what: str) -> Block:
        alias, is_required = self.alias(), self.draw(st.booleans())
        kind = self.draw(st.sampled_from(CHOOSING if what == "choosing" else PLAIN))
        if kind == "search_select":
            lines = "\n".join(f"{key}, {words}" for key, words in ANSWERS)
            return ask(kind, alias, f"質問{alias}", choice_lines=lines, required=is_required)
        if what == "choosing":
            return choose(kind, alias, f"質問{alias}", ANSWERS, required=is_required)
        return ask(kind, alias, f"質問{alias}", required=is_required)

    def columns(self) -> list[Block]:
        whats = self.draw(st.lists(st.sampled_from(("plain", "choosing")), min_size=1, max_size=3))
        return [self.plain(what) for what in whats]

    def group(self, *, deeper: bool) -> Block:
        alias, columns = self.alias(), self.columns()
        numbers = [column["value"]["alias"] for column in columns if column["type"] in NUMBERS]
        if numbers:
            name = self.alias()
            columns.append(ask("calculated", name, f"計算{name}", formula=f"{{{numbers[0]}}} × 2"))
        if deeper and self.draw(st.booleans()):
            columns.append(self.group(deeper=False))
        return repeat(alias, f"一覧{alias}", columns, most=3)

    def calculated(self) -> Block:
        alias = self.alias()
        numbers = [name for name, kind in self.asked if kind in (*NUMBERS, "calculated")]
        formula = f"空欄なら({{{self.draw(st.sampled_from(numbers))}}}, 0) + 1" if numbers else "1 + 2"
        return ask("calculated", alias, f"計算{alias}", formula=formula)

    def rules(self) -> list[Block]:
        pairs = [(self.asked[place], self.asked[:place]) for place in range(1, len(self.asked))]
        return [self.rule(*pair) for pair in pairs if self.draw(st.booleans())]

    def rule(self, about: tuple[str, str], before: list[tuple[str, str]]) -> Block:
        name, kind = about
        seen, seen_kind = self.draw(st.sampled_from(before))
        condition = when(seen, "is", "二") if seen_kind in CHOOSING[:3] else when(seen, "answered")
        if kind == "calculated":
            return rule("set", condition, targets=(name,), formula="7")
        effect = self.draw(st.sampled_from(("show", "skip", "require", "limit", "warn")))
        more: dict[str, Any] = {"message": "確かめてください。"} if effect in ("limit", "warn") else {}
        if effect == "limit":
            more["requirements"] = [{"type": "item", "name": "0", "value": condition}]
        return rule(effect, condition, targets=(name,), **more)


@st.composite
def built_forms(draw: st.DrawFn) -> Compiled:
    return Building(draw).form()
