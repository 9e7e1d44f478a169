"""For the test suite: fast passwords, mail in memory, tasks at once, files in a folder that the run throws away."""

import tempfile

from .base import *  # noqa: F403
from .base import STORAGES

SECRET_KEY = "for-tests-only"
ALLOWED_HOSTS = ["*"]
DEBUG = False
IS_DEMO = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
MEDIA_ROOT = tempfile.mkdtemp(prefix="madoguchi-media-")
STORAGES = {
    **STORAGES,
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": MEDIA_ROOT}},
    "attachments": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tempfile.mkdtemp(prefix="madoguchi-attachments-")},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
VISITOR_CACHE_SECONDS = 0
