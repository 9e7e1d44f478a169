"""From pages of `wagtail.contrib.forms` to procedures: the form becomes a procedure, the answers a file beside it."""
