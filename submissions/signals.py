from django.dispatch import Signal

form_published = Signal()
"""Sent after commit, with `version`."""

submission_transitioned = Signal()
"""Sent after commit, with `submission`, `transition` and `event`."""

notice_issued = Signal()
"""Sent after commit, with `notice`."""

attachment_added = Signal()
"""Sent after commit, with `attachment`."""

file_infected = Signal()
"""Sent after commit, with `event`."""

message_sent = Signal()
"""Sent after commit, with `message` and `event`."""
