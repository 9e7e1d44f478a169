"""What somebody typed, made fit to be kept."""

import math
import re
from typing import Any

DEEPEST = 7
"""A group is a list of rows, in which another group may lie, and the parts of an answer may have parts: a period."""
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(raw: Any, *, depth: int = DEEPEST) -> Any:
    """`raw` without what PostgreSQL's JSON cannot hold (NUL, half characters, infinity) or no form has: depth."""
    if isinstance(raw, str):
        return UNSTORABLE.sub("", raw)
    if isinstance(raw, float):
        return raw if math.isfinite(raw) else None
    if isinstance(raw, dict | list) and depth == 0:
        return None
    if isinstance(raw, dict):
        return {storable(key): storable(value, depth=depth - 1) for key, value in raw.items()}
    if isinstance(raw, list):
        return [storable(value, depth=depth - 1) for value in raw]
    return raw
