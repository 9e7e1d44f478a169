from pathlib import Path
from urllib.request import urlopen

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from config.settings.storage import attachment_storage, bucket_origins, direct_uploads
from submissions.models import Attachment


def test_attachment_storage_keeps_files_in_the_private_bucket(s3_server: str) -> None:
    storage = storages["attachments"]
    name = storage.save("random-name", ContentFile(b"secret"))
    assert storage.open(name).read() == b"secret"
    assert type(storage).__name__ == "S3Storage"


def test_attachment_storage_hands_out_signed_addresses_that_expire(s3_server: str) -> None:
    storage = storages["attachments"]
    address = storage.url(storage.save("random-name", ContentFile(b"secret")))
    assert address.startswith(f"{s3_server}/madoguchi-test/random-name?")
    assert "X-Amz-Expires=60" in address
    assert urlopen(address).read() == b"secret"


def test_attachment_storage_never_overwrites(s3_server: str) -> None:
    storage = storages["attachments"]
    names = {storage.save("same", ContentFile(content)) for content in (b"one", b"two")}
    assert len(names) == 2


@pytest.mark.usefixtures("s3_server")
def test_attachments_of_cases_use_that_storage() -> None:
    assert Attachment._meta.get_field("file").storage is storages["attachments"]


def test_pages_may_reach_the_bucket_where_its_signed_addresses_lead(
    s3_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (bucket_origins(), direct_uploads()) == ([s3_server], True)
    monkeypatch.setenv("AWS_S3_ENDPOINT_URL", "")
    amazon = storages.create_storage(attachment_storage(Path("/nowhere")))
    assert [amazon.url("name").partition("/name?")[0]] == bucket_origins()


def test_pages_reach_no_bucket_where_there_is_none() -> None:
    assert (bucket_origins(), direct_uploads()) == ([], False)
