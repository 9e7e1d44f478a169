"""One step on one page, without JavaScript: nothing typed is lost, nobody else's draft is touched."""

from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from submissions.models import DraftAnswers, Submission
from submissions.schema import Field, FormSchema, Step
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.submissions import NAME, PHOTO, FormVersionFactory, SubmissionFactory
from tests.submissions.files.samples import picture

pytestmark = pytest.mark.django_db


def url(case: Submission, position: int = 1) -> str:
    return reverse("submissions:step", args=[case.reference, position])


def answers(case: Submission) -> dict[str, Any]:
    return DraftAnswers.objects.get(submission=case).answers


def test_step_shows_questions_marks_and_what_was_typed(client: Client, draft: Submission) -> None:
    html = client.get(url(draft)).content.decode()
    for words in ("氏名", "※必須", "※任意", "山田　花子", "全2ステップ中、1ステップ目"):
        assert words in html


def test_next_saves_and_goes_on(client: Client, draft: Submission) -> None:
    response = client.post(url(draft), {"name": "髙橋", "colour": "red", "action": "next"})
    assert (response.status_code, response["Location"]) == (302, url(draft, 2))
    assert (answers(draft)["name"], answers(draft)["colour"]) == ("髙橋", "red")


def test_next_with_a_fault_saves_and_tells_where(client: Client, draft: Submission) -> None:
    response = client.post(url(draft), {"name": "", "action": "next"}, follow=True)
    html = response.content.decode()
    assert answers(draft)["name"] == ""
    assert "「氏名」を入力してください。" in html
    assert 'href="#q-name"' in html and 'id="q-name"' in html


@pytest.mark.parametrize(
    ("button", "target"),
    [({"action": "anyway"}, 2), ({"go": "2"}, 2), ({"action": "previous"}, 1)],
)
def test_moving_saves_first(client: Client, draft: Submission, button: dict[str, str], target: int) -> None:
    response = client.post(url(draft), {"name": "", **button})
    assert (response["Location"], answers(draft)["name"]) == (url(draft, target), "")


def test_stopping_leads_to_my_page(client: Client, draft: Submission) -> None:
    response = client.post(url(draft), {"name": "途中", "action": "pause"})
    assert (response["Location"], answers(draft)["name"]) == (reverse("submissions:case_list"), "途中")


def test_rows_are_added_moved_and_removed(client: Client, draft: Submission) -> None:
    client.post(url(draft, 2), {"rows": "add:shops", "shops.r1.shop_name": "花屋2", "reason": "書きかけ"})
    first, second = answers(draft)["shops"]
    assert (first["shop_name"], answers(draft)["reason"]) == ("花屋2", "書きかけ")
    client.post(url(draft, 2), {"rows": f"up:shops:{second['id']}"})
    assert [row["id"] for row in answers(draft)["shops"]] == [second["id"], "r1"]
    client.post(url(draft, 2), {"rows": "remove:shops:r1"})
    assert [row["id"] for row in answers(draft)["shops"]] == [second["id"]]


def test_a_removed_row_comes_back_as_it_was_last_typed(client: Client, draft: Submission) -> None:
    client.post(url(draft, 2), {"rows": "add:shops"})
    response = client.post(url(draft, 2), {"rows": "remove:shops:r1", "shops.r1.shop_name": "花屋2"}, follow=True)
    html = response.content.decode()
    assert ("花屋2、12席" in html, 'id="removed-shops" open' in html) == (True, True)
    client.post(url(draft, 2), {"rows": "restore:shops:r1"})
    assert answers(draft)["shops"][0] == {"id": "r1", "shop_name": "花屋2", "seats": "12"}
    assert "removed-shops" not in client.get(url(draft, 2)).content.decode()


def test_an_empty_row_goes_without_ado(client: Client, draft: Submission) -> None:
    client.post(url(draft, 2), {"rows": "add:shops"})
    row = answers(draft)["shops"][1]["id"]
    response = client.post(url(draft, 2), {"rows": f"remove:shops:{row}"}, follow=True)
    assert ("removed-shops" in response.content.decode(), len(answers(draft)["shops"])) == (False, 1)


def test_text_for_a_row_that_another_window_removed_is_shown_and_kept(client: Client, draft: Submission) -> None:
    seen = DraftAnswers.objects.get(submission=draft).version
    client.post(url(draft, 2), {"rows": "remove:shops:r1", "version": seen})
    typed = {"shops.r1.shop_name": "本屋", "shops.r1.seats": "12", "version": seen, "action": "next"}
    html = client.post(url(draft, 2), typed).content.decode()
    assert ("本屋" in html, "ほかの画面で削除されました" in html, answers(draft)["shops"]) == (True, True, [])
    assert "removed-shops" not in html
    client.post(url(draft, 2), {**typed, "overwrite": "1"})
    assert answers(draft)["shops"] == [{"id": "r1", "shop_name": "本屋", "seats": "12"}]


def test_both_windows_texts_for_a_removed_row_are_shown(client: Client, draft: Submission) -> None:
    client.post(url(draft, 2), {"rows": "remove:shops:r1", "shops.r1.shop_name": "八百屋"})
    seen = DraftAnswers.objects.get(submission=draft).version
    typed = {"shops.r1.shop_name": "花屋", "shops.r1.seats": "40", "version": seen}
    html = client.post(url(draft, 2), typed).content.decode()
    assert ('value="40"' in html, "ほかの画面で保存された内容：八百屋" in html) == (True, True)


def test_an_unchanged_row_that_another_window_removed_stays_removed(client: Client, draft: Submission) -> None:
    client.post(url(draft, 2), {"rows": "remove:shops:r1"})
    client.post(url(draft, 2), {"shops.r1.shop_name": "花屋", "shops.r1.seats": "１２", "reason": "別の欄"})
    assert (answers(draft)["shops"], answers(draft)["reason"]) == ([], "別の欄")


def test_two_tabs_see_each_others_cells(client: Client, draft: Submission) -> None:
    seen = DraftAnswers.objects.get(submission=draft).version
    client.post(url(draft, 2), {"shops.r1.shop_name": "一つ目の店", "version": seen})
    typed = {"shops.r1.shop_name": "花屋", "shops.r1.seats": "40", "version": seen}
    html = client.post(url(draft, 2), typed).content.decode()
    saved = "ほかの画面で保存された内容："
    assert (f"{saved}一つ目の店" in html, f"{saved}12席" in html) == (True, True)


def test_a_file_for_a_row_that_is_gone_does_not_cost_the_text(client: Client) -> None:
    rows = Field(key="shops", kind="group", label="店舗", fields=(NAME, PHOTO))
    form = FormVersionFactory(schema=FormSchema(steps=(Step(key="one", title="一", fields=(rows,)),)))
    draft = SubmissionFactory(draft=True, form_version=form, answers={"shops": [{"id": "r1", "name": "花屋"}]})
    client.force_login(draft.applicant)
    client.post(url(draft), {"rows": "remove:shops:r1"})
    file = SimpleUploadedFile("店.png", picture("PNG"))
    html = client.post(url(draft), {"shops.r1.name": "本屋", "shops.r1.photo": file, "version": "1"}).content.decode()
    assert ("本屋" in html, "先ほど削除されました" in html) == (True, True)


def test_a_good_file_is_kept_and_a_bad_one_told(client: Client, draft: Submission) -> None:
    good, bad = SimpleUploadedFile("店.png", picture("PNG")), SimpleUploadedFile("悪い.png", b"<svg></svg>")
    response = client.post(url(draft, 2), {"reason": "理由", "photo": [good, bad], "action": "next"})
    html = response.content.decode()
    assert (response.status_code, "悪い.png" in html, "店.png" in html) == (200, True, True)
    assert (len(answers(draft)["photo"]), answers(draft)["reason"]) == (1, "理由")


def test_two_tabs_see_each_other(client: Client, draft: Submission) -> None:
    seen = DraftAnswers.objects.get(submission=draft).version
    client.post(url(draft), {"name": "一つ目の画面", "version": seen})
    response = client.post(url(draft), {"name": "二つ目の画面", "version": seen, "action": "next"})
    html = response.content.decode()
    assert (response.status_code, "一つ目の画面" in html, "二つ目の画面" in html) == (200, True, True)
    assert answers(draft)["name"] == "一つ目の画面"
    client.post(url(draft), {"name": "二つ目の画面", "version": seen, "overwrite": "1", "action": "next"})
    assert answers(draft)["name"] == "二つ目の画面"


def test_what_was_typed_survives_the_end_of_the_session(client: Client) -> None:
    draft = SubmissionFactory(draft=True)
    response = client.post(url(draft), {"name": "消えてはいけない", "action": "next"})
    assert response["Location"].startswith("/accounts/login/")
    login = {"login": draft.applicant.username, "password": PASSWORD, "next": url(draft)}
    client.post("/accounts/login/", login)
    client.get(url(draft))
    assert answers(draft)["name"] == "消えてはいけない"


def test_a_file_that_did_not_survive_is_named_and_the_step_stays(client: Client) -> None:
    draft = SubmissionFactory(draft=True)
    photo = SimpleUploadedFile("店.png", picture("PNG"))
    client.post(url(draft, 2), {"reason": "消えてはいけない", "photo": photo, "action": "next"})
    client.force_login(draft.applicant)
    response = client.get(url(draft, 2), follow=True)
    assert (response.request["PATH_INFO"], answers(draft)["reason"]) == (url(draft, 2), "消えてはいけない")
    assert "「店.png」は保存できませんでした" in response.content.decode()


def test_nothing_is_kept_for_a_draft_that_does_not_exist(client: Client) -> None:
    response = client.post("/apply/abcdefghijklmnop/1/", {"name": "あ" * 1000})
    assert (response.status_code, Session.objects.count()) == (302, 0)


def test_what_one_person_typed_is_never_saved_for_another(client: Client) -> None:
    draft, other = SubmissionFactory(draft=True), SubmissionFactory(draft=True)
    client.post(url(draft), {"name": "Aさんの入力", "action": "next"})
    client.force_login(other.applicant)
    assert client.get(url(draft)).status_code == 404
    assert (answers(draft)["name"], answers(other)["name"]) == ("山田　花子", "山田　花子")


@pytest.mark.parametrize("position", [0, 3, 999])
def test_a_step_that_does_not_exist_is_not_found(client: Client, draft: Submission, position: int) -> None:
    assert client.get(f"/apply/{draft.reference}/{position}/").status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_somebody_elses_draft_is_not_found(client: Client, method: str) -> None:
    draft = SubmissionFactory(draft=True)
    client.force_login(UserFactory())
    assert getattr(client, method)(url(draft)).status_code == 404


@pytest.mark.parametrize(
    "typed",
    [
        {"version": "x" * 100, "action": "next"},
        {"version": "99999999999999999999"},
        {"go": "9" * 30},
        {"rows": "add:nothing"},
        {"rows": ":::::"},
        {"rows": "restore:shops:nothing"},
        {"remove_file": "photo:not-a-file"},
        {"remove_file": "photo\x00:not-a-file"},
        {"address": "nothing"},
        {"name": "\x00\ud800", "shops.r1.shop_name": "x"},
        {"position": "１", "unknown": "x"},
    ],
)
def test_hostile_posts_are_answered_calmly(client: Client, draft: Submission, typed: dict[str, str]) -> None:
    encoded = {name: value.encode("utf-8", "surrogatepass") for name, value in typed.items()}
    assert client.post(url(draft), encoded).status_code in (200, 302, 404)


def test_a_correction_opens_the_flagged_item_only(client: Client) -> None:
    case = SubmissionFactory(in_correction=True, items={"reason": "くわしく書いてください。"})
    client.force_login(case.applicant)
    html = client.get(url(case, 2)).content.decode()
    assert ("くわしく書いてください。" in html, "店を開くため" in html, "編集不可" in html) == (True, True, True)
    client.post(url(case, 2), {"reason": "くわしい理由", "shops.r1.shop_name": "別の店", "action": "next"})
    assert (answers(case)["reason"], answers(case)["shops"][0]["shop_name"]) == ("くわしい理由", "花屋")


def test_step_asks_the_database_little(client: Client, draft: Submission, django_assert_max_num_queries: Any) -> None:
    client.get(url(draft))
    with django_assert_max_num_queries(4):
        client.get(url(draft))


def test_step_of_another_form_with_the_same_questions_has_its_own_title(client: Client, draft: Submission) -> None:
    version = FormVersionFactory(title="別の届出")
    twin = SubmissionFactory(draft=True, profile=draft.profile, form_version=version)
    pages = [client.get(url(case)).content.decode() for case in (draft, twin)]
    assert ["別の届出" in page for page in pages] == [False, True]
    assert [page.count(draft.form_version.title) > 0 for page in pages] == [True, False]


def test_step_list_follows_the_answers(client: Client, draft: Submission) -> None:
    before = client.get(url(draft, 2)).content.decode()
    client.post(url(draft), {"name": "", "action": "anyway"})
    after = client.get(url(draft, 2)).content.decode()
    assert ("steps__item--error" in before, "steps__item--error" in after) == (False, True)


def test_the_step_list_tells_states_and_what_is_left(client: Client, draft: Submission) -> None:
    """A step that the profile has filled in is done; time is asked for the others only."""
    DraftAnswers.objects.update(answers={"name": "山田　花子"}, stamps={})
    html = client.get(url(draft, 2)).content.decode()
    assert 'class="steps__item--done"' in html
    assert "1ステップ完了、残りの目安 約4分" in html
