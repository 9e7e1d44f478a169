"""Where the review desk meets the Wagtail admin. Wires and nothing else."""

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from .workflow import TRANSITIONS


@hooks.register("register_log_actions")
def register_transitions(actions: LogActionRegistry) -> None:
    for transition in TRANSITIONS.values():
        actions.register_action(f"submissions.{transition.name}", transition.done, transition.done)
