"""YAML and JSON, both ways: plain data only, of bounded size, every key once.

Of YAML's guesses at what a word means only null, true, false and whole numbers are left, so that ``yes``, ``11:00``,
``0123`` and ``2026-04-01`` stay the words that were written.
"""

import json
import re
from collections.abc import Hashable
from typing import Any

import yaml
from django.utils.translation import gettext as _

from .faults import Fault, InvalidFile
from .format import DEEPEST, LARGEST_FILE, MOST_NODES


class _Loader(yaml.CSafeLoader):
    """Refuses a key that stands twice: one of the two would be lost."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        names = [self.construct_object(key, deep=True) for key, _value in node.value]
        for name in names:
            if isinstance(name, Hashable) and names.count(name) > 1:
                raise yaml.constructor.ConstructorError(
                    None, None, _("The name “%(name)s” stands twice.") % {"name": name}, node.start_mark
                )
        return super().construct_mapping(node, deep)


class _Dumper(yaml.SafeDumper):
    """Long texts as blocks of lines, lists indented, nothing by reference."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text_node(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("bool", r"^(?:true|false)$", ["t", "f"]),
    ("int", r"^(?:0|-?[1-9][0-9]{0,17})$", list("-0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)
_Dumper.add_representer(str, _text_node)


def load(content: bytes, *, is_json: bool) -> dict[str, Any]:
    """The mapping that a file holds; InvalidFile if it is none."""
    if len(content) > LARGEST_FILE:
        raise _invalid(_("The file is larger than %(size)d MB.") % {"size": LARGEST_FILE // 1024**2})
    try:
        text = content.decode("utf-8-sig")
        data = json.loads(text, object_pairs_hook=_once) if is_json else yaml.load(text, _Loader)  # noqa: S506
    except UnicodeDecodeError:
        raise _invalid(_("The file is not UTF-8 text.")) from None
    except RecursionError:
        raise _invalid(_("The file is nested too deeply.")) from None
    except (yaml.YAMLError, ValueError) as error:
        raise _invalid(_("The file cannot be read. %(reason)s") % {"reason": error}) from None
    _count(data)
    if not isinstance(data, dict):
        raise _invalid(_("The file holds no names with values."))
    return data


def dump(data: dict[str, Any], *, is_json: bool) -> bytes:
    if is_json:
        return json.dumps(data, ensure_ascii=False, indent=2).encode() + b"\n"
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6).encode()


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _value in pairs]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(_("The name “%(name)s” stands twice.") % {"name": name})
    return dict(pairs)


def _count(data: Any) -> None:
    """Stops at the first value too many: anchors let a small file stand for a huge one, or for one without end."""
    waiting, count = [(data, 0)], 0
    while waiting:
        value, depth = waiting.pop()
        count += 1
        if count > MOST_NODES or depth > DEEPEST:
            raise _invalid(_("The file holds too much, or is nested too deeply."))
        if isinstance(value, dict):
            waiting.extend((part, depth + 1) for pair in value.items() for part in pair)
        elif isinstance(value, list):
            waiting.extend((part, depth + 1) for part in value)
        elif not isinstance(value, str | int | float | None):
            raise _invalid(_("The file holds something that is no text, number, list or mapping."))


def _invalid(message: str) -> InvalidFile:
    return InvalidFile([Fault("", message)])
