"""Many people who fill in and send a form at the same time. Every answer is saved while it is typed, as scripts do."""

import asyncio
import json
import os
import random
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from submissions.models import AnswerSet, Submission

from .data import SCHEMA, form_body
from .load import get, post, result_of

ANSWER_SECONDS = (2.0, 4.0)
"""How long somebody thinks about and types one answer."""
SAMPLE_SECONDS = 2.0
WARMING_UP = 12
"""How many go the whole way without a pause before anything is counted: caches and fonts are in memory then."""
VERSION = re.compile(rb'name="version" value="(\d+)"')


@dataclass
class Applicant:
    """`times` holds milliseconds by what was asked for; `errors` every answer that was not expected."""

    port: int
    draft: Submission
    cookies: str
    seconds: tuple[float, float] = ANSWER_SECONDS
    begins_within: float = 0
    typed: dict[str, str] = field(default_factory=dict)
    times: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    async def fill_in_and_send(self) -> None:
        await asyncio.sleep(random.uniform(0, self.begins_within))
        place = f"/apply/{self.draft.reference}"
        page = await self.ask("step", get(f"{place}/1/", cookies=self.cookies), b"200")
        found = VERSION.search(page)
        version = found[1].decode() if found else ""
        for question in SCHEMA.fields:
            await asyncio.sleep(random.uniform(*self.seconds))
            self.typed[question.key] = answer_to(question.kind)
            body = form_body(self.typed, version=version, position="1", changed=question.key)
            told = await self.ask("autosave", post(f"{place}/autosave/", body, cookies=self.cookies), b"200")
            version = str(json.loads(told)["version"]) if told else version
        body = form_body(self.typed, version=version, action="next", changed="")
        await self.ask("next", post(f"{place}/1/", body, cookies=self.cookies), b"302")
        await self.ask("confirm", get(f"{place}/confirm/", cookies=self.cookies), b"200")
        body = form_body({}, delivery="electronic")
        await self.ask("submit", post(f"{place}/confirm/", body, cookies=self.cookies), b"302")

    async def ask(self, name: str, request: bytes, expected: bytes) -> bytes:
        """The body of the answer; empty if it was not the expected one."""
        started = time.perf_counter()
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            writer.write(request)
            head, _blank, body = (await reader.read()).partition(b"\r\n\r\n")
            writer.close()
        except OSError as error:
            self.errors.append(f"{name}: {error}")
            return b""
        self.times.setdefault(name, []).append((time.perf_counter() - started) * 1000)
        if head[9:12] != expected:
            self.errors.append(f"{name}: {head[:80].decode(errors='replace')}")
            return b""
        return body


def answer_to(kind: str) -> str:
    return "a" if kind == "radio" else f"大阪府大阪市中央区の答え{random.randrange(10**9)}"


def fill_in_at_once(
    port: int, drafts: list[tuple[Submission, str]], pids: Callable[[], list[int]], *, begins_within: float
) -> dict[str, Any]:
    """Everybody of `drafts`, the first at once and the last after `begins_within` seconds.

    `pids` gives the processes whose memory is watched.
    """
    for draft, cookies in drafts[:WARMING_UP]:
        asyncio.run(Applicant(port, draft, cookies, (0, 0)).fill_in_and_send())
    people = [Applicant(port, draft, cookies, begins_within=begins_within) for draft, cookies in drafts[WARMING_UP:]]
    load, started = os.getloadavg()[0], time.perf_counter()
    samples = asyncio.run(_run(people, pids))
    took = time.perf_counter() - started
    names = sorted({name for person in people for name in person.times})
    times = {name: [each for person in people for each in person.times.get(name, ())] for name in names}
    return {
        "applicants": len(people),
        "seconds": round(took, 1),
        "load_before": round(load, 2),
        **{name: result_of(each, took).as_dict() for name, each in times.items()},
        "errors": [error for person in people for error in person.errors],
        "lost": sum(is_lost(person) for person in people),
        "memory_mb": [samples[part * (len(samples) - 1) // 4] for part in range(5)],
    }


async def _run(people: list[Applicant], pids: Callable[[], list[int]]) -> list[list[float]]:
    samples: list[list[float]] = []
    watching = asyncio.create_task(_watch(samples, pids))
    await asyncio.gather(*(person.fill_in_and_send() for person in people))
    watching.cancel()
    return samples


async def _watch(samples: list[list[float]], pids: Callable[[], list[int]]) -> None:
    while True:
        samples.append([resident_mb(pid) for pid in pids()])
        await asyncio.sleep(SAMPLE_SECONDS)


def resident_mb(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 1024**2, 1)


def is_lost(person: Applicant) -> bool:
    """Not everything that was typed last has arrived."""
    filed = AnswerSet.objects.filter(submission=person.draft).values_list("answers", flat=True)
    return list(filed) != [person.typed]
