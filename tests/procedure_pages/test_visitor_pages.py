from datetime import timedelta

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.test import Client, RequestFactory
from django.utils import timezone
from wagtail.contrib.forms.models import FormSubmission
from wagtail.documents.models import Document

from procedure_pages.demo.information import contact_page
from procedure_pages.demo.pages import create_page
from procedure_pages.models import HomePage, ProcedurePage, RelatedProcedure
from tests.factories.accounts import DepartmentFactory, ProfileFactory, StaffFactory
from tests.factories.pages import (
    HomePageFactory,
    InformationPageFactory,
    ProcedurePageFactory,
    TermsPageFactory,
)

pytestmark = pytest.mark.django_db
THE_LAST_SECOND = 1
SOON = timedelta(seconds=30)


@pytest.fixture
def page() -> ProcedurePage:
    return ProcedurePageFactory(slug="money", title="協力金", department=DepartmentFactory(phone="06-0000-9999"))


def test_procedure_page_shows_what_people_need(client: Client, page: ProcedurePage) -> None:
    html = client.get("/procedures/money/").content.decode()
    for words in ("<h1>協力金</h1>", "受付中", "20開庁日", "個人・事業者", "外観の写真（店舗ごと）", "06-0000-9999"):
        assert words in html
    assert '<a class="button button--large" href="/procedures/money/start/"' in html


@pytest.mark.parametrize(
    ("opens", "closes", "badge"), [(SOON, None, "受付開始前"), (None, -SOON, "受付終了"), (-SOON, SOON, "まもなく締切")]
)
def test_procedure_page_says_whether_it_is_open(
    client: Client, opens: timedelta | None, closes: timedelta | None, badge: str
) -> None:
    now = timezone.now()
    ProcedurePageFactory(slug="x", opens_at=opens and now + opens, closes_at=closes and now + closes)
    html = client.get("/procedures/x/").content.decode()
    assert badge in html
    assert ("/start/" in html) == (badge == "まもなく締切")


def test_questions_page_lists_every_question(client: Client, page: ProcedurePage) -> None:
    html = client.get("/procedures/money/questions/").content.decode()
    for words in ("1. 申請者", "2. 内容", "氏名", "赤／青", "店名", "PDF・JPEG・PNG、1件まで、1ファイル10MBまで"):
        assert words in html


def test_questions_come_from_the_published_form_not_from_a_draft(client: Client, page: ProcedurePage) -> None:
    page.steps[0].value["title"] = "書きかけ"
    page.save_revision()
    assert "書きかけ" not in client.get("/procedures/money/questions/").content.decode()


def test_preview_shows_the_form_as_it_stands_in_the_editor(page: ProcedurePage, rf: RequestFactory) -> None:
    page.steps[1].value["fields"][1].value["fields"][1].value["label"] = "書きかけの写真"
    response = page.make_preview_request(original_request=None, preview_mode="")
    assert "書きかけの写真" in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/procedures/", "/procedures/money/", "/procedures/money/questions/", "/terms/"])
def test_visitor_pages_carry_no_token_and_may_be_kept(client: Client, page: ProcedurePage, path: str) -> None:
    TermsPageFactory()
    response = client.get(path)
    assert (response.status_code, vars(response)["visitor_cache_seconds"], response.cookies) == (200, 60, {})
    assert "csrfmiddlewaretoken" not in response.content.decode()


def test_pages_for_somebody_signed_in_are_not_kept(client: Client, page: ProcedurePage) -> None:
    client.force_login(ProfileFactory().members.get())
    assert not hasattr(client.get("/procedures/money/"), "visitor_cache_seconds")


def test_a_page_is_never_kept_past_its_closing(client: Client) -> None:
    ProcedurePageFactory(slug="x", closes_at=timezone.now() + SOON)
    assert vars(client.get("/procedures/x/"))["visitor_cache_seconds"] < 30 + THE_LAST_SECOND


def test_home_page_offers_what_is_open(client: Client, page: ProcedurePage) -> None:
    ProcedurePageFactory(title="終わった手続", closes_at=timezone.now() - SOON)
    HomePage.objects.get()
    response = client.get("/")
    assert [card["title"] for card in response.context["open_cards"]] == ["協力金"]
    assert response.context["categories"] == [("support", 2)]


def test_procedure_page_answers_in_the_order_in_which_people_ask(client: Client) -> None:
    other = ProcedurePageFactory(title="別の手続")
    hidden = ProcedurePageFactory(title="下書きの手続", live=False)
    guidance = [
        ("questions", [{"question": "印鑑は？", "answer": "<p>不要です。</p>"}]),
        ("stages", [{"title": "書類を出す", "text": ""}]),
        ("documents", [{"name": "住民票", "detail": ""}]),
    ]
    page = ProcedurePageFactory(
        slug="x",
        guidance=guidance,
        fee="300円",
        eligibility="<p>県民の方</p>",
        paper="<p>郵送</p>",
        criteria="<p>基準</p>",
    )
    page.related_procedures = [RelatedProcedure(procedure=other), RelatedProcedure(procedure=hidden)]
    page.save_revision().publish()
    html = client.get("/procedures/x/").content.decode().partition('<nav class="contents')[2]
    words = ["県民の方", "住民票", "原則として20開庁日", "300円</p>", "書類を出す", "郵送", "基準</p>", "印鑑は？"]
    places = [html.index(word) for word in [*words, "別の手続", "最終更新日"]]
    assert places == sorted(places)
    assert "下書きの手続" not in html


def test_checklist_names_everything_to_prepare(client: Client) -> None:
    documents = [("documents", [{"name": "住民票", "detail": "3か月以内のもの"}])]
    ProcedurePageFactory(slug="x", guidance=documents, identity_note="運転免許証")
    html = client.get("/procedures/x/checklist/").content.decode()
    for words in ("住民票", "3か月以内のもの", "外観の写真（店舗ごと）", "運転免許証", "最終更新日"):
        assert words in html


def test_paper_form_is_offered_with_the_address_to_send_it_to(client: Client) -> None:
    form = Document.objects.create(title="請求書", file=ContentFile(b"%PDF-1.7", name="seikyu.pdf"))
    ProcedurePageFactory(slug="x", paper_form=form, paper_address="県庁別館 公開係")
    html = client.get("/procedures/x/").content.decode()
    assert f'<a href="{form.url}">' in html
    assert "県庁別館 公開係" in html


def test_information_page_renders_its_blocks(client: Client) -> None:
    InformationPageFactory(
        slug="guide", body=[("heading", "見出し"), ("stages", [{"title": "一つ目", "text": "説明"}])]
    )
    html = client.get("/guide/").content.decode()
    assert "<h2>見出し</h2>" in html
    assert "<b>一つ目</b>" in html


def test_contact_page_sends_a_message_once(client: Client) -> None:
    page = create_page(HomePageFactory(), contact_page(), user=StaffFactory(superuser=True))
    names = [field.clean_name for field in page.form_fields.all()]
    values = ["山田", "yamada@example.jp", "その他", "", "教えてください。"]
    response = client.post("/contact/", dict(zip(names, values, strict=True)))
    assert (response.status_code, response["Location"]) == (302, "/contact/?sent=1")
    assert "お問い合わせありがとうございます" in client.get(response["Location"]).content.decode()
    sent = mail.outbox[0]
    assert (FormSubmission.objects.count(), len(mail.outbox)) == (1, 1)
    assert (sent.to, sent.reply_to) == (["madoguchi@example.jp"], ["yamada@example.jp"])
    assert "お問い合わせの内容: 教えてください。" in sent.body


def test_contact_page_names_what_is_missing(client: Client) -> None:
    create_page(HomePageFactory(), contact_page())
    html = client.post("/contact/", {}).content.decode()
    assert 'class="error-summary"' in html
    assert FormSubmission.objects.count() == 0
