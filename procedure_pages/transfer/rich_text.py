"""Rich text in a file: the HTML that the editor would have stored, and nothing else.

Text without any tag is taken as paragraphs. A link to another page is written with the page's path below the site.
"""

import re
from collections.abc import Callable, Iterable
from html import escape, unescape
from html.parser import HTMLParser

from django.utils.translation import gettext as _
from wagtail.whitelist import check_url

TAGS = {
    "bold": ("b", "strong"),
    "italic": ("i", "em"),
    "ol": ("ol", "li"),
    "ul": ("ul", "li"),
    "link": ("a",),
    "document-link": ("a",),
}
EVERYWHERE = ("p", "br")
LINK = re.compile(r'<a (?P<attributes>[^>]*linktype="(?P<kind>page|document)"[^>]*)>(?P<words>.*?)</a>', re.DOTALL)
ATTRIBUTES = {"href", "linktype", "page", "file"}
EDITOR_KEYS = re.compile(r' data-block-key="[^"]*"')


def read(text: str, features: Iterable[str], complain: Callable[[str], None]) -> str:
    """HTML to store, written anew from what was understood; links are still those of the file."""
    if "<" not in text:
        return "".join(f"<p>{escape(part, quote=False)}</p>" for part in re.split(r"\n\s*\n", text.strip()) if part)
    writer = _Writer({*EVERYWHERE, *(tag for name in features for tag in TAGS.get(name, (name,)))}, complain)
    writer.feed(text.strip())
    writer.close()
    return "".join(writer.written)


class _Writer(HTMLParser):
    """What is not understood is not passed on, and is complained of."""

    def __init__(self, allowed: set[str], complain: Callable[[str], None]) -> None:
        super().__init__(convert_charrefs=True)
        self.allowed, self.complain = allowed, complain
        self.written: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.allowed:
            self.complain(_("<%(tag)s> may not be used here.") % {"tag": tag})
            return
        given = {name: value or "" for name, value in attrs if name != "data-block-key"}
        for name in given:
            if tag != "a" or name not in ATTRIBUTES:
                self.complain(_("<%(tag)s> takes no “%(name)s”.") % {"tag": tag, "name": name})
        if check_url(given.get("href", "")) is None:
            self.complain(_("This address may not be linked to: %(address)s") % {"address": given["href"]})
        self.written.append(f"<{tag}{attributes_text(given)}{'/' if tag == 'br' else ''}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.allowed and tag != "br":
            self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.written.append(escape(data, quote=False))

    def handle_comment(self, data: str) -> None:
        self.complain(_("Comments may not be used here."))

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)


def attributes_text(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())


def replace_links(text: str, replacement: Callable[[str, dict[str, str]], dict[str, str] | None]) -> str:
    """Every link to a page or document with other attributes; its words alone where `replacement` has none."""

    def one(found: re.Match[str]) -> str:
        given = {name: unescape(value) for name, value in re.findall(r'([a-z]+)="([^"]*)"', found["attributes"])}
        attributes = replacement(found["kind"], given)
        if attributes is None:
            return found["words"]
        return f"<a{attributes_text({'linktype': found['kind'], **attributes})}>{found['words']}</a>"

    return LINK.sub(one, EDITOR_KEYS.sub("", text))
