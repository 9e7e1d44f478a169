import base64

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from submissions.models import DraftAnswers, Submission
from tests.factories.accounts import UserFactory
from tests.factories.submissions import SubmissionFactory
from tests.submissions.files.samples import picture

pytestmark = pytest.mark.django_db


def url(name: str, case: Submission) -> str:
    return reverse(f"submissions:{name}", args=[case.reference])


def test_autosave_keeps_the_step_and_tells_the_version(client: Client, draft: Submission) -> None:
    seen = draft.draft.version
    answer = client.post(url("autosave", draft), {"position": "1", "version": seen, "name": "山", "reason": "よその段"})
    stored = DraftAnswers.objects.get()
    assert (answer.json(), stored.answers["name"]) == ({"version": stored.version}, "山")
    assert stored.answers["reason"] == "店を開くため"


def test_autosave_tells_of_another_window(client: Client, draft: Submission) -> None:
    seen = draft.draft.version
    client.post(url("autosave", draft), {"position": "1", "version": seen, "name": "一"})
    answer = client.post(url("autosave", draft), {"position": "1", "version": seen, "name": "二"})
    assert (answer.status_code, DraftAnswers.objects.get().answers["name"]) == (409, "一")


def test_autosave_tells_of_a_removed_row_that_is_typed_into(client: Client, draft: Submission) -> None:
    client.post(reverse("submissions:step", args=[draft.reference, 2]), {"rows": "remove:shops:r1"})
    seen = DraftAnswers.objects.get().version
    typed = {"position": "2", "version": seen, "shops.r1.shop_name": "本屋"}
    assert client.post(url("autosave", draft), typed).status_code == 409


def test_autosave_without_a_login_says_so(client: Client) -> None:
    answer = client.post(url("autosave", SubmissionFactory(draft=True)), {"position": "1"})
    assert (answer.status_code, "ログアウト" in answer.json()["message"]) == (401, True)


@pytest.mark.parametrize("position", ["", "0", "9", "x", "99999999"])
def test_autosave_refuses_steps_that_do_not_exist(client: Client, draft: Submission, position: str) -> None:
    assert client.post(url("autosave", draft), {"position": position}).status_code == 400


@pytest.mark.parametrize("name", ["autosave", "upload"])
def test_somebody_elses_draft_is_not_found(client: Client, name: str) -> None:
    draft = SubmissionFactory(draft=True)
    client.force_login(UserFactory())
    assert client.post(url(name, draft), {"position": "1"}).status_code == 404


def test_an_upload_gives_the_list_and_the_version(client: Client, draft: Submission) -> None:
    file = SimpleUploadedFile("店.png", picture("PNG"))
    answer = client.post(url("upload", draft), {"path": "photo", "file": file})
    assert (answer.status_code, "店.png" in answer.content.decode()) == (200, True)
    assert answer["X-Draft-Version"] == str(DraftAnswers.objects.get().version)


def test_an_upload_does_not_hide_what_another_window_saved(client: Client, draft: Submission) -> None:
    seen = draft.draft.version
    client.post(url("autosave", draft), {"position": "1", "version": seen, "name": "別の画面"})
    file = SimpleUploadedFile("店.png", picture("PNG"))
    answer = client.post(url("upload", draft), {"path": "photo", "file": file, "version": seen})
    later = client.post(
        url("autosave", draft), {"position": "1", "version": answer["X-Draft-Version"], "name": "この画面"}
    )
    assert (later.status_code, DraftAnswers.objects.get().answers["name"]) == (409, "別の画面")


@pytest.mark.parametrize(("path", "content"), [("photo", b"<svg></svg>"), ("name", picture("PNG")), ("x.y.z", b"x")])
def test_a_bad_upload_is_a_sentence(client: Client, draft: Submission, path: str, content: bytes) -> None:
    answer = client.post(url("upload", draft), {"path": path, "file": SimpleUploadedFile("x.png", content)})
    assert (answer.status_code, bool(answer.json()["message"])) == (422, True)


def test_postal_code_fills_the_address(client: Client) -> None:
    answer = client.get(reverse("submissions:postal_code"), {"code": "５３０－０００１"})
    assert answer.json()["addresses"][0] == {"prefecture": "大阪府", "city": "大阪市北区", "street": "梅田"}


@pytest.mark.parametrize("code", ["", "123", "0000000", "abc", "540-8570"])
def test_postal_codes_never_break(client: Client, code: str) -> None:
    assert client.get(reverse("submissions:postal_code"), {"code": code}).status_code == 200


def test_a_page_saves_what_it_names_as_changed_and_leaves_the_rest(client: Client, draft: Submission) -> None:
    seen = draft.draft.version
    client.post(url("autosave", draft), {"position": "1", "version": seen, "name": "別の画面", "changed": "name"})
    stale = {"position": "1", "version": seen, "name": "山田　花子", "colour": "red", "changed": ["", "colour"]}
    answer = client.post(url("autosave", draft), stale)
    assert (answer.status_code, answer.json()["version"], "氏名" in answer.json()["message"]) == (200, seen, True)
    stored = DraftAnswers.objects.get()
    assert (stored.answers["name"], stored.answers["colour"]) == ("別の画面", "red")


def test_a_page_is_not_in_conflict_with_itself(client: Client, draft: Submission) -> None:
    seen = draft.draft.version
    client.post(url("autosave", draft), {"position": "1", "version": seen, "name": "別の画面"})
    typed = {"position": "1", "version": seen, "colour": "red", "changed": "colour"}
    own = client.post(url("autosave", draft), typed).json()["seen"]
    again = {**typed, "colour": "blue", "seen": [f"{key}:{version}" for key, version in own.items()]}
    assert client.post(url("autosave", draft), again).status_code == 200
    assert DraftAnswers.objects.get().answers["colour"] == "blue"
    over_the_other = {**again, "name": "この画面", "changed": "name"}
    assert client.post(url("autosave", draft), over_the_other).status_code == 409


def test_the_key_for_offline_texts_ends_with_the_session(client: Client, draft: Submission) -> None:
    place = reverse("submissions:offline_key")
    first = client.get(place).json()
    assert (client.get(place).json(), len(base64.b64decode(first["key"]))) == (first, 32)
    client.logout()
    assert client.get(place).status_code == 401
    client.force_login(draft.applicant)
    assert client.get(place).json()["id"] != first["id"]
