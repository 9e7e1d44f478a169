"""Parts of forms and procedures, one YAML file each (docs/features/procedure-files.md)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wagtail.models import Page

from accounts.models import User

from ..transfer import import_data, load

FOLDER = Path(__file__).parent
LIBRARY = sorted((FOLDER / "library").glob("*.yaml"))
PROCEDURES = sorted((FOLDER / "procedures").glob("*.yaml"))


def data_of(file: Path) -> dict[str, Any]:
    return load(file.read_bytes(), is_json=False)


def create_library(*, user: User) -> int:
    """How many there are. What editors changed since stays."""
    for file in LIBRARY:
        import_data(data_of(file), parent=None, user=user)
    return len(LIBRARY)


def create_procedures(catalogue: Page, *, user: User) -> Iterator[str]:
    """Their titles. A procedure that is there already stays as it is."""
    taken = set(catalogue.get_children().values_list("slug", flat=True))
    for file in PROCEDURES:
        data = data_of(file)
        if data["slug"] not in taken:
            import_data(data, parent=catalogue, user=user, publish=True)
        yield data["title"]
