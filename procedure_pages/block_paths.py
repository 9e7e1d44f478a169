"""Where blocks stand in a form: what has to be opened to see one."""

from collections.abc import Iterator
from dataclasses import dataclass

from wagtail.blocks import StreamValue, StructValue


@dataclass(frozen=True, slots=True)
class BlockPath:
    """`ids` from the outside in, `words` of the block itself."""

    ids: tuple[str, ...]
    words: str


def paths_of(stream: StreamValue, above: tuple[str, ...] = ()) -> Iterator[tuple[str, BlockPath]]:
    """By id. A question of the library stands where its part stands."""
    for child in stream:
        path = BlockPath((*above, child.id or ""), words_of(child))
        yield child.id or "", path
        if isinstance(child.value, StructValue):
            for value in child.value.values():
                if isinstance(value, StreamValue):
                    yield from paths_of(value, path.ids)
        elif child.value is not None:
            yield from ((key, path) for key in ids_below(child.value.questions))


def ids_below(stream: StreamValue) -> Iterator[str]:
    return (key for key, _path in paths_of(stream))


def words_of(child: StreamValue.StreamChild) -> str:
    """Its title or label; the name of a part; of a rule, what it does."""
    if isinstance(child.value, StructValue):
        named = (child.value.get(name) for name in ("title", "label", "question"))
        return next(filter(None, named), str(child.block.label))
    return str(child.value or child.block.label)
