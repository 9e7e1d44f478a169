"""What a notice says, frozen when it is issued. The PDF is drawn from this and from nothing else."""

from typing import Any

from ..enums import Outcome
from ..models import Notice
from ..schema import Handling


def notice_title(handling: Handling, outcome: str) -> str:
    titles = {
        Outcome.GRANTED: handling.granted_title,
        Outcome.REFUSED: handling.refused_title,
        Outcome.ACCEPTED: handling.accepted_title,
    }
    return titles[Outcome(outcome)] or str(Outcome(outcome).label)


def notice_content(notice: Notice) -> dict[str, Any]:
    """Texts only, by the places of the layout."""
    return {}
