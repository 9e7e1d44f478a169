"""A wrong or missing value stops the start with one sentence that names it."""

from pathlib import Path

import pytest

from tests.config.settings import PRODUCTION, manage

HOST_FORM = "must look like https://www.example.jp, no slash at its end"
TWO = {"TRUSTED_PROXY_COUNT": "2"}
WRONG = [
    ("SURFACE", "inside", "SURFACE must be one of all, public, staff, not 'inside'."),
    ("DEBUG", "yes", "DEBUG must be true or false, not 'yes'."),
    ("DEBUG", "true", "DEBUG must not be true in production: it would show internals to visitors."),
    ("IS_DEMO", "true", "IS_DEMO must not be true in production: the demo's passwords are public."),
    ("SECRET_KEY", "x" * 60, "SECRET_KEY must be a random value of at least 50 characters, not a default one."),
    (
        "SECRET_KEY_FILE",
        "/none",
        "SECRET_KEY_FILE names a file that cannot be read: /none (No such file or directory).",
    ),
    ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS must name the hosts of this site, separated by commas."),
    ("DATABASE_URL", "mysql://a/b", "DATABASE_URL must look like postgres://user:password@host:5432/database."),
    ("DATABASE_CONN_MAX_AGE", "-1", "DATABASE_CONN_MAX_AGE must be a whole number from 0 to 2147483647, not '-1'."),
    ("EMAIL_PORT", "70000", "EMAIL_PORT must be a whole number from 0 to 65535, not '70000'."),
    ("DEFAULT_FROM_EMAIL", "us", "DEFAULT_FROM_EMAIL must be a mail address like madoguchi@example.jp, not 'us'."),
    ("STAFF_BASE_URL", "desk", f"STAFF_BASE_URL {HOST_FORM}, not 'desk'."),
    ("PUBLIC_BASE_URL", "https://a.jp/", f"PUBLIC_BASE_URL {HOST_FORM}, not 'https://a.jp/'."),
    ("AWS_S3_ENDPOINT_URL", "s3", f"AWS_S3_ENDPOINT_URL {HOST_FORM}, not 's3'."),
    (
        "CLAMD_ADDRESS",
        "clamd:3310",
        "CLAMD_ADDRESS must look like unix:/run/name.sock or tcp://host:3310, not 'clamd:3310'.",
    ),
    ("LOG_LEVEL", "loud", "LOG_LEVEL must be one of DEBUG, INFO, WARNING, ERROR, CRITICAL, not 'loud'."),
]


@pytest.mark.parametrize(("name", "value", "sentence"), WRONG, ids=[name for name, _value, _sentence in WRONG])
def test_start_stops_at_a_wrong_value(name: str, value: str, sentence: str) -> None:
    bucket = {"AWS_STORAGE_BUCKET_NAME": "files"}
    done = manage("check", **{**PRODUCTION, **bucket, name: value})
    assert (done.returncode, done.stderr.strip()) == (1, sentence)


@pytest.mark.parametrize("name", [name for name in PRODUCTION if name != "DJANGO_SETTINGS_MODULE"])
def test_production_stops_at_a_missing_value(name: str, tmp_path: Path) -> None:
    done = manage("check", **{**PRODUCTION, name: "", "VAR_DIR": str(tmp_path)})
    sentence = f"{name} is not set. Set it, or {name}_FILE to a file that holds it."
    assert (done.returncode, done.stderr.strip()) == (1, sentence)
    assert list(tmp_path.iterdir()) == [], "production must not start a database of its own"


def test_production_passes_the_check_for_deployment() -> None:
    done = manage("check", "--deploy", "--fail-level=WARNING", **PRODUCTION)
    assert (done.stderr, done.stdout.strip()) == ("", "System check identified no issues (1 silenced).")


def test_secret_may_come_from_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(PRODUCTION["SECRET_KEY"] + "\n")
    environment = {name: value for name, value in PRODUCTION.items() if name != "SECRET_KEY"}
    code = "from django.conf import settings; print(settings.SECRET_KEY)"
    done = manage("shell", "--no-imports", "-c", code, SECRET_KEY_FILE=str(secret), **environment)
    assert done.stdout.strip() == PRODUCTION["SECRET_KEY"]


def test_production_counts_the_caller_and_not_the_proxy() -> None:
    code = "from django.conf import settings; print(settings.ALLAUTH_TRUSTED_PROXY_COUNT)"
    printed = [manage("shell", "--no-imports", "-c", code, **PRODUCTION, **more).stdout.strip() for more in ({}, TWO)]
    assert printed == ["1", "2"]
