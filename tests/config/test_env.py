from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.settings import env


def test_postgres_reads_every_part_of_the_address() -> None:
    settings = env.postgres("DATABASE_URL", "postgresql://us%40er:p%2Fw@db.example.jp:6432/our%20db?sslmode=require")
    assert settings == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "our db",
        "USER": "us@er",
        "PASSWORD": "p/w",
        "HOST": "db.example.jp",
        "PORT": "6432",
        "OPTIONS": {"sslmode": "require"},
    }


def test_postgres_reads_the_folder_of_a_socket() -> None:
    settings = env.postgres("DATABASE_URL", "postgres://postgres@/madoguchi?host=/var/run/a%20b")
    assert (settings["HOST"], settings["NAME"], settings["OPTIONS"]) == ("/var/run/a b", "madoguchi", {})


@pytest.mark.parametrize(
    "url", ["postgres://u:secret@h:port/db", "postgres://u:secret@[h/db", "postgres://u:secret@h/"]
)
def test_postgres_refuses_without_telling_the_password(url: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        env.postgres("DATABASE_URL", url)
    assert "secret" not in str(refused.value)


def test_text_prefers_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "word").write_text("from the file\n")
    monkeypatch.setenv("WORD", "from the environment")
    monkeypatch.setenv("WORD_FILE", str(tmp_path / "word"))
    assert env.text("WORD") == "from the file"


def test_words_ignore_blanks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSTS", " a.example.jp, ,b.example.jp ,")
    assert env.words("HOSTS") == ["a.example.jp", "b.example.jp"]


def test_mail_address_may_have_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FROM", "オンライン窓口 <madoguchi@example.jp>")
    assert env.mail_address("FROM") == "オンライン窓口 <madoguchi@example.jp>"
