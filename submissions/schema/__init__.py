"""The form language. The pages compile into it, everything below a published page reads nothing else."""

from .codec import handling_from_json, handling_to_json, schema_from_json, schema_to_json
from .types import Choice, Field, FormSchema, Handling, Rule, Step

__all__ = [
    "Choice",
    "Field",
    "FormSchema",
    "Handling",
    "Rule",
    "Step",
    "handling_from_json",
    "handling_to_json",
    "schema_from_json",
    "schema_to_json",
]
