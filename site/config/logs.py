import logging

CHATTY = ("django_tasks", "wagtail")


class QuietUntilItMatters(logging.Filter):
    """Drops what task workers and Wagtail say about each success: `db_worker` sets its own level, so a level cannot."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= logging.WARNING or not record.name.startswith(CHATTY)
