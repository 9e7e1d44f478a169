"""Takes away what is left of files that never became part of a case, once it is old enough to be nobody's any more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.core.files.storage import Storage, storages
from django.db.models import Q

from ..enums import ScanState
from ..files.bucket import INCOMING, Bucket, own_bucket
from ..models import Attachment, Upload
from .scanning import await_scan

FOLDERS = (INCOMING, "cases/")
"""Where files of applicants are. Notices are elsewhere, and never swept."""
AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class Swept:
    """What was thrown away, or would be."""

    uploads: int
    """Begun by a browser and never completed."""
    parts: int
    """Uploads in parts that the bucket still kept and nothing here knows."""
    objects: int
    """Files that no row points to."""
    size: int
    """Their bytes."""


def sweep_files(*, before: datetime, is_rehearsal: bool = False) -> Swept:
    """Throw away every orphan from before that moment; in a rehearsal only count them. May run twice."""
    bucket = own_bucket()
    uploads = _sweep_uploads(bucket, before, is_rehearsal)
    parts = _sweep_parts(bucket, before, is_rehearsal) if bucket else 0
    sizes = [size for folder in FOLDERS for size in _sweep_objects(bucket, folder, before, is_rehearsal)]
    return Swept(uploads, parts, len(sizes), sum(sizes))


def files_to_scan(*, before: datetime) -> list[str]:
    """The ids of files that have waited for the scanner since before that moment, also from the time before it."""
    for attachment in Attachment.objects.filter(scan_state=ScanState.UNSCANNED).iterator():
        await_scan(attachment)
    waiting = Attachment.objects.filter(scan_state__in=ScanState.unsettled, uploaded_at__lt=before)
    return [str(pk) for pk in waiting.values_list("pk", flat=True)]


def _sweep_uploads(bucket: Bucket | None, before: datetime, is_rehearsal: bool) -> int:
    old = list(Upload.objects.filter(started_at__lt=before))
    for upload in () if is_rehearsal else old:
        if bucket:
            bucket.drop(upload.key, upload.multipart_id)
        upload.delete()
    return len(old)


def _sweep_parts(bucket: Bucket, before: datetime, is_rehearsal: bool) -> int:
    known = set(Upload.objects.exclude(multipart_id="").values_list("multipart_id", flat=True))
    lost = [
        (key, name)
        for key, name, moment in bucket.unfinished()
        if key.startswith(INCOMING) and moment < before and name not in known
    ]
    for key, name in () if is_rehearsal else lost:
        bucket.drop(key, name)
    return len(lost)


def _sweep_objects(bucket: Bucket | None, folder: str, before: datetime, is_rehearsal: bool) -> Iterator[int]:
    """The size of each file under `folder` that nobody knows. Looked for in the storage first, then in the database:
    a file that comes in meanwhile is too young, one that goes is not there.
    """
    storage = storages["attachments"]
    found = bucket.objects(folder) if bucket else _stored(storage, folder.rstrip("/"))
    old = ((name, size) for name, size, moment in found if moment < before)
    for batch in iter(lambda: dict(islice(old, AT_A_TIME)), {}):
        for name in set(batch) - _known(batch):
            if not is_rehearsal:
                storage.delete(name)
            yield batch[name]


def _known(names: Iterable[str]) -> set[str]:
    names = list(names)
    rows = Attachment.objects.filter(Q(file__in=names) | Q(thumbnail__in=names)).values_list("file", "thumbnail")
    keys = Upload.objects.filter(key__in=names).values_list("key", flat=True)
    return {name for row in rows for name in row} | set(keys)


def _stored(storage: Storage, folder: str) -> Iterator[tuple[str, int, datetime]]:
    if not storage.exists(folder):
        return
    folders, names = storage.listdir(folder)
    for name in names:
        path = f"{folder}/{name}"
        yield path, storage.size(path), storage.get_modified_time(path)
    for inner in folders:
        yield from _stored(storage, f"{folder}/{inner}")
