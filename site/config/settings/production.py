"""For the prefecture's servers: everything that matters must be set, and the defaults are the safe ones."""

from django.core.exceptions import ImproperlyConfigured

from . import env

env.text("DATABASE_URL")  # before base, which would start a server of its own

from .base import *  # noqa: E402, F403

SECRET_KEY = env.text("SECRET_KEY")
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10 or "development" in SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY must be a random value of at least 50 characters, not a default one.")
if env.flag("DEBUG", False):
    raise ImproperlyConfigured("DEBUG must not be true in production: it would show internals to visitors.")
if env.flag("IS_DEMO", False):
    raise ImproperlyConfigured("IS_DEMO must not be true in production: the demo's passwords are public.")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts of this site, separated by commas.")

SECURE_SSL_REDIRECT = env.flag("SECURE_SSL_REDIRECT", True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.number("SECURE_HSTS_SECONDS", 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS", ",".join(f"https://{host}" for host in ALLOWED_HOSTS))
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 1)
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env.text("EMAIL_HOST")
EMAIL_PORT = env.number("EMAIL_PORT", 587, largest=65_535)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", True)
DEFAULT_FROM_EMAIL = env.mail_address("DEFAULT_FROM_EMAIL")
WAGTAILADMIN_BASE_URL = env.web_address("STAFF_BASE_URL")
PUBLIC_BASE_URL = env.web_address("PUBLIC_BASE_URL")
