from typing import Any
from uuid import uuid4

import pytest
import requests
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from submissions.actions import add_attachment
from submissions.models import DraftAnswers, Submission, Upload
from tests.factories.accounts import ProfileFactory
from tests.factories.submissions import SubmissionFactory
from tests.submissions.admin.desk import desk
from tests.submissions.files.samples import picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Submission:
    return SubmissionFactory(draft=True)


def post(client: Client, draft: Submission, view: str, *args: Any, **data: Any) -> Any:
    return client.post(reverse(f"submissions:{view}", args=[draft.reference, *args]), data)


def photos(draft: Submission, count: int) -> list[str]:
    """The ids of files attached one after the other."""
    names = [SimpleUploadedFile(f"{number}.png", picture("PNG")) for number in range(count)]
    return [str(add_attachment(draft, "photo", name, user=draft.applicant).pk) for name in names]


@pytest.mark.usefixtures("s3_server")
def test_a_browser_is_told_where_to_send_and_gets_the_list_when_it_has(draft: Submission) -> None:
    client, content = desk(draft.applicant), picture("PNG")
    told = post(client, draft, "begin_upload", path="photo", name="店.png", size=len(content)).json()
    form = told["form"]
    requests.post(form["url"], data=form["fields"], files={"file": ("x", content)}, timeout=10).raise_for_status()
    version = DraftAnswers.objects.get().version
    done = post(client, draft, "complete_upload", told["id"], version=version)
    assert (done.status_code, "店.png" in done.content.decode(), done["X-Draft-Version"]) == (
        200,
        True,
        str(version + 1),
    )


@pytest.mark.usefixtures("s3_server")
def test_what_has_not_arrived_may_still_come(draft: Submission) -> None:
    client = desk(draft.applicant)
    told = post(client, draft, "begin_upload", path="photo", name="店.png", size=9).json()
    refused = post(client, draft, "complete_upload", told["id"])
    assert (refused.status_code, refused.json()["code"]) == (409, "not_arrived")
    assert refused.json()["message"] == "「店.png」はまだすべて届いていません。"


@pytest.mark.usefixtures("s3_server")
def test_a_file_that_stopped_on_its_way_is_named_on_the_page_and_can_be_given_up(draft: Submission) -> None:
    client = desk(draft.applicant)
    upload = Upload.objects.create(
        submission=draft, path="photo", name="図面.pdf", size=9, key="incoming/a", multipart_id="m",
        content_type="application/pdf", started_by=draft.applicant,
    )  # fmt: skip
    step = reverse("submissions:step", args=[draft.reference, 2])
    assert "もう一度同じファイルを選ぶと、続きから送ります。" in client.get(step).content.decode()
    client.post(step, {"cancel_upload": upload.pk})
    assert not Upload.objects.exists()


@pytest.mark.usefixtures("s3_server")
def test_uploads_of_somebody_else_are_not_there(draft: Submission) -> None:
    told = post(desk(draft.applicant), draft, "begin_upload", path="photo", name="店.png", size=9).json()
    stranger = desk(ProfileFactory().members.get())
    codes = {post(stranger, draft, name, told["id"]).status_code for name in ("complete_upload", "cancel_upload")}
    codes |= {post(stranger, draft, name).status_code for name in ("begin_upload", "upload", "order_files")}
    own = SubmissionFactory(draft=True)
    assert (codes, post(desk(own.applicant), own, "complete_upload", told["id"]).status_code) == ({404}, 422)
    assert Upload.objects.count() == 1


def test_a_browser_is_told_to_send_through_the_site_where_there_is_no_bucket(draft: Submission) -> None:
    assert post(desk(draft.applicant), draft, "begin_upload", path="photo", name="a.png", size=9).status_code == 204


@pytest.mark.parametrize("size", ["", "-1", "x", "9" * 16])
def test_a_size_that_is_none_is_refused(draft: Submission, size: str, s3_server: str) -> None:
    assert post(desk(draft.applicant), draft, "begin_upload", path="photo", name="a", size=size).status_code == 400


def test_files_change_places_without_javascript(draft: Submission) -> None:
    client, (first, second, third) = desk(draft.applicant), photos(draft, 3)
    step = reverse("submissions:step", args=[draft.reference, 2])
    client.post(step, {"move_file": f"photo:{third}:up", "version": "99"})
    assert DraftAnswers.objects.get().answers["photo"] == [first, third, second]
    page = client.get(step).content.decode()
    assert page.index("0.png") < page.index("2.png") < page.index("1.png")


def test_files_are_put_in_order_and_nothing_is_lost_or_added(draft: Submission) -> None:
    client, (first, second, third) = desk(draft.applicant), photos(draft, 3)
    listed = post(client, draft, "order_files", path="photo", ids=[third, str(uuid4()), first, third])
    assert DraftAnswers.objects.get().answers["photo"] == [third, first, second]
    assert listed.content.decode().index("2.png") < listed.content.decode().index("0.png")


def test_a_step_reaches_no_other_site_where_there_is_no_bucket(draft: Submission) -> None:
    client, step = desk(draft.applicant), reverse("submissions:step", args=[draft.reference, 2])
    assert "connect-src 'self';" in f"{client.get(step)['Content-Security-Policy']};"
