from collections import Counter
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from accounts.models import ApplicantProfile, Consent, TermsVersion, User
from procedure_pages.checks import problems
from procedure_pages.compiler import compile_form
from procedure_pages.demo.accounts import DEMO_LOGINS
from procedure_pages.demo.files import PROCEDURES
from procedure_pages.models import ProcedurePage
from procedure_pages.trials import broken_cases
from submissions.models import FormVersion

NOT_COUNTED = {"django_tasks_db", "wagtailsearch", "sessions"}


def counts() -> Counter[str]:
    models = [model for model in apps.get_models() if model._meta.app_label not in NOT_COUNTED]
    return Counter({model._meta.label: model._base_manager.count() for model in models})


@pytest.fixture
def demo(db: None) -> str:
    out = StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


def test_load_demo_is_idempotent(demo: str) -> None:
    before = counts()
    call_command("load_demo", stdout=StringIO())
    assert counts() == before


def test_load_demo_publishes_procedures_that_are_in_order(demo: str) -> None:
    pages = ProcedurePage.objects.live()
    in_english = 1
    assert {page.kind for page in pages} == {"application", "notification", "request"}
    errors = [problem for page in pages for problem in problems(page) if problem.is_error]
    assert (len(pages), errors) == (len(PROCEDURES) + in_english, [])
    assert FormVersion.objects.count() == len(PROCEDURES) + in_english
    japanese = [page for page in pages if page.locale.language_code == "ja"]
    assert [page.slug for page in japanese if len(page.test_cases) < 2] == []
    broken = [fault for page in japanese for fault in broken_cases(page.test_cases, compile_form(page).schema)]
    assert broken == []


def test_load_demo_keeps_what_editors_changed(demo: str) -> None:
    page = ProcedurePage.objects.get(slug="disclosure-request", locale__language_code="ja")
    page.title = "別の名前"
    page.save_revision().publish()
    call_command("load_demo", stdout=StringIO())
    assert ProcedurePage.objects.get(pk=page.pk).title == "別の名前"


def test_load_demo_says_what_it_does(demo: str) -> None:
    assert "手続「行政文書の公開請求」" in demo


def test_demo_terms_have_23_articles(demo: str) -> None:
    body = TermsVersion.objects.get().body
    assert (body.count('<h2 id="article-'), "第23条（準拠法と裁判所）" in body) == (23, True)


def test_demo_applicants_have_agreed(demo: str) -> None:
    assert Consent.objects.count() == ApplicantProfile.objects.count() == 2


def test_demo_logins_work(demo: str) -> None:
    users = {login: User.objects.get(username=login.username) for login in DEMO_LOGINS}
    assert [user.check_password(login.password) for login, user in users.items()] == [True] * 7


def test_load_demo_refuses_outside_a_demo(settings: object) -> None:
    settings.IS_DEMO = False  # type: ignore[attr-defined]
    with pytest.raises(CommandError):
        call_command("load_demo")


def test_demo_explains_one_procedure_in_english_with_the_same_keys(demo: str) -> None:
    japanese, english = (
        ProcedurePage.objects.get(slug="disclosure-request", locale__language_code=language)
        for language in ("ja", "en")
    )
    forms = [FormVersion.objects.get(page=page).schema for page in (japanese, english)]
    assert [field.key for field in forms[0].fields] == [field.key for field in forms[1].fields]
    assert [field.label.isascii() for field in forms[1].fields] == [True] * len(list(forms[1].fields))
