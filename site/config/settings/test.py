"""For the test suite: fast passwords, mail in memory, tasks at once, files in a folder that the run throws away."""

import atexit
import shutil
import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import STORAGES

FILES = Path(tempfile.mkdtemp(prefix="madoguchi-tests-"))
atexit.register(shutil.rmtree, FILES, ignore_errors=True)
SECRET_KEY = "for-tests-only"
ALLOWED_HOSTS = ["*"]
DEBUG = False
IS_DEMO = True
STAFF_SECOND_FACTOR = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
MEDIA_ROOT = FILES / "media"
STORAGES = {
    **STORAGES,
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": MEDIA_ROOT}},
    "attachments": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": FILES / "attachments"},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DIRECT_UPLOADS = True
VISITOR_CACHE_SECONDS = 0
WHITENOISE_AUTOREFRESH = True
