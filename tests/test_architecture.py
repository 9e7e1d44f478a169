"""What the design promises and no linter checks. Import directions: see the contracts in pyproject.toml."""

import ast
import inspect
import re
from collections.abc import Callable
from pathlib import Path
from statistics import median
from types import ModuleType

import pytest
from django.apps import apps
from django.db.models import CASCADE

import accounts.account_actions
import accounts.actions
import submissions.actions
from submissions.models import CaseGrant

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("accounts", "procedure_pages", "site", "submissions", "theme")
ACTIONS = sorted((ROOT / "submissions/actions").glob("*.py"))


def python_files(*folders: str) -> list[Path]:
    files = (file for folder in folders for file in (ROOT / folder).rglob("*.py"))
    return [file for file in files if "migrations" not in file.parts]


def lines_of(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def test_site_is_a_plain_folder() -> None:
    assert not (ROOT / "site/__init__.py").exists(), "Python's own module 'site' would win, or be shadowed"


def test_git_keeps_site() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert {"site", "site/", "/site", "/site/"}.isdisjoint(ignored), "copied .gitignore files like to ignore it"


def test_no_documentation_build_empties_site() -> None:
    assert list(ROOT.glob("mkdocs.y*ml")) == [], "mkdocs build writes to site/ unless told otherwise"


def test_no_file_is_over_400_lines() -> None:
    assert [file for file in python_files(*SOURCES, "tests") if lines_of(file) > 400] == []


def test_half_of_the_files_have_at_most_60_lines() -> None:
    assert median(lines_of(file) for file in python_files(*SOURCES)) <= 60


def test_records_of_the_office_do_not_hang_on_a_cascade() -> None:
    cascades = [
        field
        for model in apps.get_app_config("submissions").get_models()
        if model is not CaseGrant  # a permission, not a record: it goes with the group it was given to
        for field in model._meta.fields
        if field.remote_field and field.remote_field.on_delete is CASCADE
    ]
    assert cascades == []


def test_state_is_written_in_one_line() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {line.strip()}"
        for file in python_files(*SOURCES)
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.search(r"\.state = |update\([^)]*\bstate=", line)
    ]
    assert found == ["submissions/actions/transition.py: submission.state = transition.target"]


def public_actions(module: ModuleType) -> list[Callable[..., object]]:
    """Functions that `module` offers and that are defined in it or below it."""
    functions = [function for name, function in inspect.getmembers(module, inspect.isfunction) if name[0] != "_"]
    return [function for function in functions if function.__module__.startswith(module.__name__)]


PUBLIC_ACTIONS = [
    *public_actions(submissions.actions),
    *public_actions(accounts.actions),
    *public_actions(accounts.account_actions),
]
MAKE_THE_USER = (accounts.actions.register_applicant, accounts.actions.create_login)


@pytest.mark.parametrize("action", PUBLIC_ACTIONS, ids=lambda action: action.__name__)
def test_action_is_told_who_acts(action: Callable[..., object]) -> None:
    """By keyword, unless the person is the subject itself."""
    subject, *others = inspect.signature(action).parameters.values()
    told = subject.name == "user" or "user" in [other.name for other in others if other.kind is other.KEYWORD_ONLY]
    assert told or action in MAKE_THE_USER


@pytest.mark.parametrize("file", [*ACTIONS, *(ROOT / "accounts").glob("*actions.py")], ids=lambda file: file.stem)
def test_action_knows_neither_requests_nor_mail(file: Path) -> None:
    modules = {
        name
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else names_of(node))
    }
    assert {name for name in modules if name.startswith(("django.http", "django.core.mail"))} == set()


def names_of(node: ast.AST) -> list[str]:
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []


def test_nothing_is_left_for_later() -> None:
    mark = "TO" + "DO"
    files = [*python_files(*SOURCES, "tests"), *ROOT.glob("*/templates/**/*.html"), *ROOT.glob("docs/**/*.md")]
    assert [file for file in files if mark in file.read_text(encoding="utf-8")] == []


OF_THE_SYSTEM = {"LC_ALL"}


def test_docs_name_every_variable() -> None:
    """Each name that the settings read from the environment is explained in docs/settings.md."""
    files = [*(ROOT / "site/config").rglob("*.py"), ROOT / "gunicorn.conf.py"]
    pattern = re.compile(r"(?:env\.\w+|os\.environ\.get|number)\(\s*\"([A-Z][A-Z0-9_]+)\"")
    names = {name for file in files for name in pattern.findall(file.read_text(encoding="utf-8"))}
    explained = set(re.findall(r"^\| `([A-Z0-9_]+)`", (ROOT / "docs/settings.md").read_text(encoding="utf-8"), re.M))
    assert names - explained - OF_THE_SYSTEM == set()
