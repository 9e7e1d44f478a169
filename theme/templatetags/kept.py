"""Parts of a page that are the same for everybody, drawn once a process."""

from functools import cache

from django import template
from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, Parser, Token
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

register = template.Library()
KEPT_AT_MOST = 1_000


class KeptNode(Node):
    """Holds what it drew, by language and by the values that it was told to vary by: nothing else may show in it."""

    def __init__(self, nodelist: NodeList, vary_by: list[FilterExpression]) -> None:
        self.nodelist, self.vary_by = nodelist, vary_by
        self.kept: dict[tuple[object, ...], str] = {}

    def render(self, context: Context) -> str:
        key = (get_language(), *(value.resolve(context) for value in self.vary_by))
        if key not in self.kept:
            if len(self.kept) >= KEPT_AT_MOST:
                self.kept.clear()
            self.kept[key] = self.nodelist.render(context)
        return self.kept[key]


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """``{% kept value … %}…{% endkept %}``: values by which the part differs, hashable; never anything personal."""
    _name, *values = token.split_contents()
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist, [parser.compile_filter(value) for value in values])


@register.simple_tag
@cache
def address(name: str) -> str:
    """Of a page without arguments, as ``{% url %}`` gives it, found once a process; empty for an unknown one."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
