"""A small load generator: a few processes that send prepared requests over fresh connections, one after the other."""

import multiprocessing
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass

PROCESSES = 4


@dataclass(frozen=True)
class Result:
    """`rate` in requests a second, percentiles in milliseconds, `failed` counts answers that were not expected."""

    rate: float
    p50: float
    p95: float
    p99: float
    requests: int
    failed: int

    def as_dict(self) -> dict[str, float]:
        return {
            "req_s": round(self.rate, 1),
            "p50_ms": round(self.p50, 2),
            "p95_ms": round(self.p95, 2),
            "p99_ms": round(self.p99, 2),
            "requests": self.requests,
            "failed": self.failed,
        }


def get(path: str, *, cookies: str = "") -> bytes:
    lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", "Connection: close", "Accept-Encoding: identity"]
    if cookies:
        lines.append(f"Cookie: {cookies}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def post(path: str, body: bytes, *, cookies: str) -> bytes:
    lines = [
        f"POST {path} HTTP/1.1",
        "Host: 127.0.0.1",
        "Connection: close",
        f"Cookie: {cookies}",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def measure(port: int, requests: Sequence[bytes], *, expected: bytes, seconds: float, once: bool = False) -> Result:
    """Send `requests` round and round for `seconds`; with `once`, each of them a single time."""
    if not once:
        requests = [*requests] * -(-PROCESSES // len(requests))
    with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
        jobs = [(port, requests[part::PROCESSES], expected, seconds, once) for part in range(PROCESSES)]
        started = time.perf_counter()
        parts = pool.starmap(_send, jobs)
        took = time.perf_counter() - started
    times = [duration for durations, _failed in parts for duration in durations]
    return result_of(times, took, failed=sum(failed for _durations, failed in parts))


def result_of(times: list[float], seconds: float, *, failed: int = 0) -> Result:
    """Of what took `times` milliseconds each, within `seconds` altogether."""
    times = sorted(times)
    p50, p95, p99 = (_percentile(times, percent) for percent in (50, 95, 99))
    return Result(len(times) / seconds, p50, p95, p99, len(times), failed)


def _send(port: int, requests: Sequence[bytes], expected: bytes, seconds: float, once: bool) -> tuple[list[float], int]:
    durations: list[float] = []
    failed = 0
    end = time.perf_counter() + seconds
    position = 0
    while time.perf_counter() < end and requests and not (once and position >= len(requests)):
        started = time.perf_counter()
        status = _one(port, requests[position % len(requests)])
        durations.append((time.perf_counter() - started) * 1000)
        failed += status != expected
        position += 1
    return durations, failed


def _one(port: int, request: bytes) -> bytes:
    """The three digits of the status."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(request)
        head = connection.recv(65536)
        while connection.recv(65536):
            pass
    return head[9:12]


def _percentile(times: list[float], percent: int) -> float:
    return times[min(len(times) - 1, len(times) * percent // 100)] if times else 0.0
