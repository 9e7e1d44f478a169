"""The bucket that browsers send to themselves: signed permissions that fit one file, and what has become of it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any

from botocore.exceptions import ClientError
from django.conf import settings
from django.core.files.storage import storages

MEBIBYTE = 1024 * 1024
PART = 8 * MEBIBYTE
IN_PARTS_ABOVE = 20 * MEBIBYTE
FORM_SECONDS = 600
PART_SECONDS = 3600
INCOMING = "incoming/"
"""Where browsers may write. Nothing is handed out from there."""
GONE = {"NoSuchUpload", "NoSuchKey", "404", "PreconditionFailed", "412"}


class NotThere(Exception):
    """Nothing has arrived under that key, or something else than what was looked at."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What lies under a key: what the store says of it, and its content."""

    content: IO[bytes]
    size: int
    content_type: str
    etag: str


@dataclass(frozen=True, slots=True)
class Bucket:
    client: Any
    name: str
    encryption: dict[str, str]

    def form(self, key: str, *, content_type: str, size: int) -> dict[str, Any]:
        """``url`` and ``fields`` of a POST that the store takes for this key, this type and this many bytes only."""
        fields = {"Content-Type": content_type}
        if self.encryption:
            fields["x-amz-server-side-encryption"] = self.encryption["ServerSideEncryption"]
        exactly: list[Any] = [{name: value} for name, value in fields.items()]
        exactly.append(["content-length-range", size, size])
        return dict(
            self.client.generate_presigned_post(
                self.name, key, Fields=fields, Conditions=exactly, ExpiresIn=FORM_SECONDS
            )
        )

    def begin_parts(self, key: str, *, content_type: str) -> str:
        begun = self.client.create_multipart_upload(
            Bucket=self.name, Key=key, ContentType=content_type, **self.encryption
        )
        return str(begun["UploadId"])

    def part_url(self, key: str, multipart_id: str, number: int, size: int) -> str:
        """Where to PUT one part of exactly `size` bytes."""
        what = {
            "Bucket": self.name,
            "Key": key,
            "UploadId": multipart_id,
            "PartNumber": number,
            "ContentLength": size,
        }
        return str(self.client.generate_presigned_url("upload_part", Params=what, ExpiresIn=PART_SECONDS))

    def parts(self, key: str, multipart_id: str) -> dict[int, tuple[int, str]]:
        """By number the size and tag of each part that has arrived. NotThere once they were joined or thrown away."""
        pages = self.client.get_paginator("list_parts")
        with _missing():
            return {
                part["PartNumber"]: (part["Size"], part["ETag"])
                for page in pages.paginate(Bucket=self.name, Key=key, UploadId=multipart_id)
                for part in page.get("Parts", ())
            }

    def join(self, key: str, multipart_id: str, parts: dict[int, tuple[int, str]]) -> None:
        listed = [{"PartNumber": number, "ETag": tag} for number, (_size, tag) in sorted(parts.items())]
        with _missing():
            self.client.complete_multipart_upload(
                Bucket=self.name, Key=key, UploadId=multipart_id, MultipartUpload={"Parts": listed}
            )

    @contextmanager
    def opened(self, key: str, *, at_most: int) -> Iterator[Arrived]:
        """A copy of the first `at_most` bytes under `key` on this machine, with what the store says of the whole."""
        with _missing():
            found = self.client.get_object(Bucket=self.name, Key=key)
        with tempfile.TemporaryFile() as copy, found["Body"] as body:
            left = at_most
            while left > 0 and (chunk := body.read(min(MEBIBYTE, left))):
                left -= copy.write(chunk)
            copy.seek(0)
            yield Arrived(copy, found["ContentLength"], found.get("ContentType", ""), found["ETag"])

    def keep(self, key: str, *, etag: str, name: str, content_type: str) -> None:
        """Copy what was looked at, and nothing that came under the same key since, to where files stay.

        From there it is handed out as what it is, not as what its name had promised.
        """
        with _missing():
            self.client.copy_object(
                Bucket=self.name,
                Key=name,
                CopySource={"Bucket": self.name, "Key": key},
                CopySourceIfMatch=etag,
                MetadataDirective="REPLACE",
                ContentType=content_type,
                **self.encryption,
            )

    def drop(self, key: str, multipart_id: str = "") -> None:
        """Throw away what has arrived under `key`, whole or in parts. Nothing there is fine too."""
        if multipart_id:
            try:
                self.client.abort_multipart_upload(Bucket=self.name, Key=key, UploadId=multipart_id)
            except ClientError as error:
                if error.response["Error"]["Code"] not in GONE:
                    raise
        self.client.delete_object(Bucket=self.name, Key=key)

    def objects(self, prefix: str) -> Iterator[tuple[str, int, datetime]]:
        """Key, size and moment of every object under `prefix`."""
        for page in self.client.get_paginator("list_objects_v2").paginate(Bucket=self.name, Prefix=prefix):
            for found in page.get("Contents", ()):
                yield found["Key"], found["Size"], found["LastModified"]

    def unfinished(self) -> Iterator[tuple[str, str, datetime]]:
        """Key, id and moment of every upload in parts that was never joined."""
        for page in self.client.get_paginator("list_multipart_uploads").paginate(Bucket=self.name):
            for found in page.get("Uploads", ()):
                yield found["Key"], found["UploadId"], found["Initiated"]


def own_bucket() -> Bucket | None:
    """Where applicants' files are; None if that is a folder of this machine."""
    storage: Any = storages["attachments"]
    if not hasattr(storage, "bucket_name"):
        return None
    encryption = storage.object_parameters.get("ServerSideEncryption")
    return Bucket(
        storage.connection.meta.client,
        storage.bucket_name,
        {"ServerSideEncryption": encryption} if encryption else {},
    )


def direct_bucket() -> Bucket | None:
    """`own_bucket`, if browsers may send to it themselves."""
    return own_bucket() if settings.DIRECT_UPLOADS else None


def part_sizes(size: int) -> dict[int, int]:
    """By number the bytes of each part of a file of `size` bytes."""
    return {number: min(PART, size - start) for number, start in enumerate(range(0, size, PART), 1)}


@contextmanager
def _missing() -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        if error.response["Error"]["Code"] in GONE:
            raise NotThere from error
        raise
