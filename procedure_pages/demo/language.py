"""A short way to write blocks down in Python; `stream_data` turns them into what the editor would have saved."""

import json
from typing import Any

from ..block_ids import Block as Block
from ..block_ids import stream_data as stream_data

Choices = list[tuple[str, str]]


def step(title: str, fields: list[Block], introduction: str = "") -> Block:
    return {"type": "step", "name": title, "value": {"title": title, "introduction": introduction, "fields": fields}}


def ask(kind: str, alias: str, label: str, help_text: str = "", **settings: Any) -> Block:
    """A required question, unless ``required=False``."""
    return {"type": kind, "name": alias, "value": {"label": label, "help_text": help_text, "alias": alias, **settings}}


def choose(kind: str, alias: str, label: str, choices: Choices, help_text: str = "", **settings: Any) -> Block:
    """A question with answers, each with its alias."""
    items = [{"type": "item", "name": key, "value": {"label": words, "alias": key}} for key, words in choices]
    return ask(kind, alias, label, help_text, choices=items, **settings)


def attach(alias: str, label: str, help_text: str = "", *, most: int = 1, **settings: Any) -> Block:
    return ask("file", alias, label, help_text, max_files=most, **settings)


def heading(words: str) -> Block:
    return {"type": "heading", "name": words, "value": {"label": words}}


def note(text: str, title: str = "") -> Block:
    return {"type": "note", "name": text, "value": {"label": title, "help_text": text}}


def repeat(alias: str, label: str, columns: list[Block], help_text: str = "", *, most: int = 10) -> Block:
    return ask("group", alias, label, help_text, fields=columns, min_rows=1, max_rows=most)


def guide(kind: str, **value: Any) -> Block:
    return {"type": kind, "name": json.dumps(value, ensure_ascii=False), "value": value}


def title(words: str) -> Block:
    return {"type": "heading", "name": words, "value": words}


def paragraphs(html: str) -> Block:
    return {"type": "text", "name": html, "value": html}


def listing(kind: str, names: tuple[str, str], rows: list[tuple[str, str]]) -> Block:
    """A list block of two-part entries, such as questions with their answers."""
    items = [{"type": "item", "name": row[0], "value": dict(zip(names, row, strict=True))} for row in rows]
    return {"type": kind, "name": kind + rows[0][0], "value": items}


def documents(rows: list[tuple[str, str]]) -> Block:
    return listing("documents", ("name", "detail"), rows)


def stages(rows: list[tuple[str, str]]) -> Block:
    return listing("stages", ("title", "text"), rows)


def answers(rows: list[tuple[str, str]]) -> Block:
    return listing("questions", ("question", "answer"), [(question, f"<p>{answer}</p>") for question, answer in rows])
