"""A procedure of three steps whose form is published anew while somebody fills it in."""

from accounts.models import User
from procedure_pages.demo.language import Block, ask, step, stream_data
from procedure_pages.demo.pages import publish_new
from procedure_pages.models import ProcedurePage

SLUG = "renewed-form"


def steps(*last: Block) -> list[Block]:
    first = step("申請者", [ask("text", "name", "氏名", prefill="name")])
    return [first, step("内容", [ask("text", "place", "場所", required=False)]), step("理由", [*last])]


def create() -> None:
    page = ProcedurePage.objects.get(slug="disclosure-request", locale__language_code="ja")
    names = ("summary", "category", "kind", "department", "processing_days", "purpose", "criteria", "redress")
    notices = ("issuer", "granted_title", "granted_text", "refused_title")
    values = {name: getattr(page, name) for name in (*names, *notices)}
    form = stream_data(steps(ask("textarea", "reason", "申請の理由")), SLUG)
    new = ProcedurePage(slug=SLUG, title="様式が変わる手続", steps=form, **values)
    publish_new(page.get_parent(), new, user=User.objects.get(username="publisher"))


def renew() -> None:
    """The question has other words now, and another one comes before it."""
    page = ProcedurePage.objects.get(slug=SLUG)
    questions = (ask("text", "date", "希望日"), ask("textarea", "reason", "申請の理由と経緯"))
    page.steps = stream_data(steps(*questions), SLUG)
    page.save_revision(user=User.objects.get(username="publisher")).publish()
