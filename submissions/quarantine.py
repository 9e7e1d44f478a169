"""The life of a file between its arrival and the scanner's word, as data: what may follow what."""

from .enums import ScanState

MOVES: dict[ScanState, frozenset[ScanState]] = {
    ScanState.UPLOADED: frozenset({ScanState.SCANNING}),
    ScanState.SCANNING: frozenset({ScanState.SCANNING, ScanState.CLEAN, ScanState.INFECTED, ScanState.FAILED}),
    ScanState.FAILED: frozenset({ScanState.SCANNING}),
    ScanState.UNSCANNED: frozenset({ScanState.UPLOADED}),
    ScanState.CLEAN: frozenset(),
    ScanState.INFECTED: frozenset(),
}
"""``scanning`` may follow itself: a worker that was killed leaves it behind, and the next one begins anew."""


def may_follow(now: str, then: ScanState) -> bool:
    return then in MOVES[ScanState(now)]
