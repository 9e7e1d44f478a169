"""What the apps above learn of a login. Nothing here imports them."""

from django.dispatch import Signal

account_closing_asked = Signal()
"""With ``user``. A receiver returns the `accounts.closing.Hindrance`s that stand against closing the login."""

account_closing = Signal()
"""With ``user`` and ``profiles`` (those nobody else acts for), inside the transaction that closes the login: what
belongs to the person alone, such as drafts, is deleted by receivers. A receiver returns the keys of those profiles that
official records name; the others are deleted. An error in one stops the closing."""
