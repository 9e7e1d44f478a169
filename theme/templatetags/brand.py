"""Whose site this is, where no context processor runs: mails and documents."""

from django import template
from django.template import Context

from ..brand import Brand, brand_of

register = template.Library()


@register.simple_tag(takes_context=True)
def get_brand(context: Context) -> Brand:
    """``{% get_brand as brand %}``"""
    return brand_of(context.get("request"))
