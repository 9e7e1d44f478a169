"""An agent as a round has kept them, in words for the desk and the receipt."""

from typing import Any

from django.utils.translation import gettext as _


def agent_items(agent: dict[str, Any]) -> list[tuple[str, str]]:
    """Label and text of everything that is known; empty where no agent filed."""
    if not agent:
        return []
    items = [
        (_("Name of the agent"), agent["name"]),
        (_("Person who acted"), agent["person"] if agent["person"] != agent["name"] else ""),
        (_("Address of the agent"), " ".join(filter(None, (agent["postal_code"], agent["address"])))),
        (_("Telephone of the agent"), agent["phone"]),
        (_("E-mail address of the agent"), agent["email"]),
        (_("Paid"), _("Yes") if agent["is_paid"] else _("No")),
        (_("Registration number"), agent["registration_number"]),
    ]
    return [(label, text) for label, text in items if text]
