"""Where applicants' files are: a private bucket if one is named, else a private folder under ``var/``."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from . import env

DEFAULT_REGION = "ap-northeast-3"


def attachment_storage(var_dir: Path) -> dict[str, Any]:
    """The storage alias ``attachments``. The keys of an S3 account come from where boto3 looks for them itself."""
    bucket = env.text("AWS_STORAGE_BUCKET_NAME", "")
    if not bucket:
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {
                "location": var_dir / "attachments",
                "file_permissions_mode": 0o600,
                "directory_permissions_mode": 0o700,
            },
        }
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": env.web_address("AWS_S3_ENDPOINT_URL", "") or None,
            "region_name": env.text("AWS_S3_REGION_NAME", DEFAULT_REGION),
            "addressing_style": None if env.text("AWS_S3_ENDPOINT_URL", "") else "virtual",
            "default_acl": None,
            "querystring_auth": True,
            "querystring_expire": 60,
            "file_overwrite": False,
            "signature_version": "s3v4",
            "object_parameters": {"ServerSideEncryption": env.text("AWS_S3_ENCRYPTION", "AES256")},
        },
    }


def direct_uploads() -> bool:
    """Whether browsers send files to the bucket themselves."""
    return bool(env.text("AWS_STORAGE_BUCKET_NAME", "")) and env.flag("DIRECT_UPLOADS", True)


def bucket_origins() -> list[str]:
    """Where browsers meet the bucket, for the security policy of the pages."""
    bucket = env.text("AWS_STORAGE_BUCKET_NAME", "")
    if not bucket:
        return []
    endpoint = urlsplit(env.web_address("AWS_S3_ENDPOINT_URL", ""))
    if endpoint.netloc:
        return [f"{endpoint.scheme}://{endpoint.netloc}"]
    return [f"https://{bucket}.s3.{env.text('AWS_S3_REGION_NAME', DEFAULT_REGION)}.amazonaws.com"]
