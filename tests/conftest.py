"""What tests of every app may use."""

from collections.abc import Iterator
from typing import Any
from urllib.request import Request, urlopen

import boto3
import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.files.storage import storages
from django.db.models import FileField
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from moto.server import ThreadedMotoServer

from config.settings.storage import attachment_storage
from procedure_pages.banners import KEY
from submissions.models.attachment import attachment_storage as case_files
from theme.brand import forget

BUCKET = "madoguchi-test"
REGION = "ap-northeast-3"

# Found faults, not seconds, decide: another test may have the processor.
hypothesis_settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("shared")


@pytest.fixture(autouse=True)
def no_brand_of_an_earlier_test() -> None:
    """The process keeps it for some seconds; a rollback does not tell."""
    forget()


@pytest.fixture(autouse=True)
def no_banners() -> None:
    """As if somebody had looked for banners a moment ago: the frame of a page asks for them once in a while."""
    cache.set(KEY, [])


@pytest.fixture(scope="session")
def s3_address() -> Iterator[str]:
    """An S3 of our own, spoken to over HTTP."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def s3_server(s3_address: str, settings: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """During the test applicants' files go to an empty bucket of that S3, set up as in production; its address."""
    urlopen(Request(f"{s3_address}/moto-api/reset", method="POST")).close()
    for name, value in {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_STORAGE_BUCKET_NAME": BUCKET,
        "AWS_S3_ENDPOINT_URL": s3_address,
        "AWS_S3_REGION_NAME": REGION,
    }.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3", endpoint_url=s3_address, region_name=REGION)
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    client.close()
    settings.STORAGES = {**settings.STORAGES, "attachments": attachment_storage(settings.VAR_DIR)}
    for field in attachment_fields():
        monkeypatch.setattr(field, "storage", storages["attachments"])
    return s3_address


def attachment_fields() -> list[Any]:
    """A field takes its storage when its class is made, so a test that changes the storage must change the fields."""
    files = [field for model in apps.get_models() for field in model._meta.fields if isinstance(field, FileField)]
    return [field for field in files if getattr(field, "_storage_callable", None) is case_files]
