"""A browser in plain words, from what it says of itself. Where it stands is never guessed from its address."""

from django.utils.translation import gettext as _

MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)
BROWSERS = (
    ("Line/", "LINE"),
    ("YJApp", "Yahoo! JAPAN"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Edg", "Edge"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
"""In this order: every browser also calls itself by the names of older ones."""


def device_words(user_agent: str) -> str:
    """“Safari on iPhone”; an iPad whose browser calls itself a Mac is named with it. Something honest for the rest."""
    machine = _first(MACHINES, user_agent)
    browser = _first(BROWSERS, user_agent)
    if machine == "Mac" and browser == "Safari":
        machine = _("Mac or iPad")
    if machine and browser:
        return _("%(browser)s on %(machine)s") % {"browser": browser, "machine": machine}
    return machine or browser or _("A device of an unknown kind")


def _first(names: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for mark, name in names if mark in user_agent), "")
