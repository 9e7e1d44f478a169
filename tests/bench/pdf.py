"""Draws the receipt of one case a number of times: run as a process of its own, so that its memory can be seen."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main(reference: str, times: int) -> None:
    from submissions.models import Submission  # noqa: PLC0415 - after django.setup
    from submissions.notices.receipt import render_receipt  # noqa: PLC0415

    submission = Submission.objects.get(reference=reference)
    for _time in range(times):
        render_receipt(submission)


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    import django

    django.setup()
    main(sys.argv[1], int(sys.argv[2]))
