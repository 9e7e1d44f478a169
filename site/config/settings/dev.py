"""For one machine: a demo or a developer. Needs nothing set: the database, the files and the mail live under var/."""

from .base import *  # noqa: F403
from .base import MIDDLEWARE, STORAGES, env

SECRET_KEY = env.text("SECRET_KEY", "for-development-only-" + "x" * 40)
DEBUG = env.flag("DEBUG", True)
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "*")
IS_DEMO = True
STAFF_SECOND_FACTOR = env.flag("STAFF_SECOND_FACTOR", False)
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
MIDDLEWARE = ["config.middleware.CompressTextMiddleware", *MIDDLEWARE]
"""Once more in front: style sheets and scripts come from the source folders here, not compressed beforehand."""
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
