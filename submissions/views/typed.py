from typing import Any

from ..schema.paths import holder_of


def typed_parts(changes: dict[str, Any], path: str) -> dict[str, Any] | None:
    """The boxes that were typed for the question at `path`; None if it is no question of several boxes."""
    place = holder_of(changes, path)
    found = place[0].get(place[1]) if place else None
    return found if isinstance(found, dict) else None
