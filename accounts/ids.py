DIGITS_AT_MOST = 18


def id_of(text: str) -> int:
    """The id that a posted field or an address names; 0, which nothing has, for whatever is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= DIGITS_AT_MOST else 0
