"""A procedure as large as they get: 80 questions in 6 steps, with answers to choose from and a repeating group."""

from accounts.models import User
from procedure_pages.demo.language import Block, ask, choose, repeat, step, stream_data
from procedure_pages.demo.pages import publish_new
from procedure_pages.models import ProcedurePage

SLUG = "big-form"
ANSWERS = [(f"answer_{number}", f"選択肢{number}") for number in range(1, 5)]
PLAIN = ("text", "kana", "textarea", "code", "integer", "money", "date", "time", "address", "tel", "email", "file")
OF_CHOICE = ("radio", "checkboxes", "select")


def question(number: int) -> Block:
    """Every fourth question offers answers; the others take turns among the kinds."""
    alias, label = f"question_{number}", f"質問{number}：申請の内容について"
    if number % 4 == 0:
        return choose(OF_CHOICE[number // 4 % 3], alias, label, ANSWERS)
    return ask(PLAIN[number % len(PLAIN)], alias, label, "入力のしかたの説明です。", required=number % 3 > 0)


def steps() -> list[Block]:
    """The last step asks 5 questions and has the group, whose columns are the 75th to the 79th question."""
    whole = [step(f"ステップ{part + 1}", [question(part * 14 + n) for n in range(1, 15)]) for part in range(5)]
    group = repeat("rows", "従業員", [question(number) for number in range(75, 80)])
    return [*whole, step("ステップ6", [*(question(number) for number in range(71, 75)), group])]


def rules() -> list[Block]:
    """Every question with answers shows the one after it, and the group is asked for one of them only."""
    pairs = [(f"question_{number}", f"question_{number + 1}") for number in range(4, 70, 4)]
    return [shows(asked, target) for asked, target in (*pairs, ("question_72", "rows"))]


def shows(asked: str, target: str) -> Block:
    condition = {
        "question": asked,
        "comparison": "is" if int(asked[9:]) // 4 % 3 != 1 else "contains",
        "value": "選択肢1",
    }
    names = [{"type": "item", "name": target, "value": target}]
    conditions = [{"type": "item", "name": asked, "value": condition}]
    return {"type": "show", "name": target, "value": {"match": "all", "conditions": conditions, "targets": names}}


def create() -> None:
    """Publish it, as a copy of a demo procedure with this form; once."""
    if ProcedurePage.objects.filter(slug=SLUG).exists():
        return
    page = ProcedurePage.objects.get(slug="disclosure-request", locale__language_code="ja")
    names = ("summary", "category", "kind", "department", "processing_days", "purpose", "criteria", "redress")
    notices = ("issuer", "granted_title", "granted_text", "refused_title")
    values = {name: getattr(page, name) for name in (*names, *notices)}
    big = ProcedurePage(slug=SLUG, title="大きな手続", steps=stream_data(steps(), "big"), **values)
    publish_new(page.get_parent(), big, user=User.objects.get(username="publisher"))
