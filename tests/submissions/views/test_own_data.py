import io
import json
import tracemalloc
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.enums import MemberRole
from accounts.models import AccountEvent, User
from submissions.actions import add_attachment
from submissions.models import Attachment
from submissions.takeout import own_data_zip
from tests.factories.accounts import PASSWORD, ProfileFactory, ProfileMemberFactory
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"
    b"\x00\x00\x00\x0cIDATx\x9cc```\x00\x00\x00\x04\x00\x01\xf6\x178U\x00\x00\x00\x00IEND\xaeB`\x82"
)


@pytest.fixture(autouse=True)
def nothing_counted_before() -> None:
    cache.clear()


def taken(client: Client, user: User) -> ZipFile:
    client.force_login(user)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    answer: Any = client.post(reverse("submissions:own_data"))
    return ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def test_zip_holds_the_answers_the_copy_the_notice_and_the_file(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        case = SubmissionFactory(granted=True)
    draft = SubmissionFactory(draft=True, profile=case.profile, form_version=case.form_version)
    add_attachment(draft, "photo", SimpleUploadedFile("店の写真.png", PNG, "image/png"), user=case.applicant)
    archive = taken(client, case.applicant)
    assert archive.testzip() is None
    notice = case.notices.get()
    names = [
        "README.txt",
        "account.json",
        "profiles/1.json",
        f"cases/{case.number}/case.json",
        f"cases/{case.number}/copy-1.pdf",
        f"cases/{case.number}/notice-{notice.fiscal_year}-{notice.sequence}.pdf",
        f"cases/draft-{draft.reference}/case.json",
        f"cases/draft-{draft.reference}/files/{str(Attachment.objects.get().pk)[:8]}-店の写真.png",
    ]
    assert archive.namelist() == names
    told = json.loads(archive.read(names[3]))
    assert (told["state"], told["rounds"][0]["answers"]["reason"]) == ("granted", "店を開くため")
    assert [archive.read(name)[:5] for name in names[4:6]] == [b"%PDF-", b"%PDF-"]
    assert [event.kind for event in AccountEvent.objects.filter(user=case.applicant)] == ["data_taken"]


def test_zip_holds_nothing_of_others_nor_of_profiles_that_one_only_works_for(client: Client) -> None:
    own, foreign, employer = (SubmissionFactory(arrived=True) for _turn in range(3))
    ProfileMemberFactory(profile=employer.profile, user=own.applicant, role=MemberRole.CLERK)
    archive = taken(client, own.applicant)
    assert {name.split("/")[1] for name in archive.namelist() if name.startswith("cases/")} == {own.number}
    text = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(("json", "txt")))
    assert [foreign.number in text, employer.profile.email in text, PASSWORD in text] == [False, False, False]


def test_zip_needs_the_password_first(client: Client) -> None:
    client.force_login(ProfileFactory().members.get())
    assert reverse("account_reauthenticate") in client.get(reverse("submissions:own_data"))["Location"]


def test_missing_file_is_named_and_the_rest_comes_all_the_same() -> None:
    draft = SubmissionFactory(draft=True)
    file = add_attachment(draft, "photo", SimpleUploadedFile("店.png", PNG, "image/png"), user=draft.applicant)
    file.file.storage.delete(str(file.file.name))
    archive = ZipFile(io.BytesIO(b"".join(own_data_zip(draft.applicant))))
    assert archive.read("missing.txt").decode().strip().endswith("-店.png")


def test_memory_does_not_grow_with_the_files() -> None:
    draft = SubmissionFactory(draft=True)
    file = add_attachment(draft, "photo", SimpleUploadedFile("店.png", PNG, "image/png"), user=draft.applicant)
    with file.file.storage.open(str(file.file.name), "wb") as stored:
        stored.write(PNG + b"\0" * 40_000_000)
    tracemalloc.start()
    size = sum(len(piece) for piece in own_data_zip(draft.applicant))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (size > 40_000_000, peak < 8_000_000) == (True, True)
