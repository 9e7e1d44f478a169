"""Questions that are answered in words or with a code."""

from django.utils.translation import gettext_lazy as _

from ..questions import QuestionBlock, autocomplete_block, prefill_block
from .settings import WORDS, pattern, pattern_hint, whole_number


class TextBlock(QuestionBlock):
    OPTIONS = ("max_length", "pattern", "pattern_hint")
    max_length = whole_number(_("Most characters"), min_value=1, max_value=1000)
    prefill = prefill_block("name", "representative_name", "department", "contact_name")
    autocomplete = autocomplete_block()
    pattern = pattern()
    pattern_hint = pattern_hint()

    class Meta:
        label = _("One line of text")
        icon = "pilcrow"
        group = WORDS


class KanaBlock(QuestionBlock):
    prefill = prefill_block("name_kana", "representative_kana")

    class Meta:
        label = _("Katakana")
        icon = "italic"
        group = WORDS


class TextareaBlock(QuestionBlock):
    OPTIONS = ("max_length",)
    max_length = whole_number(_("Most characters"), min_value=1, max_value=20_000)

    class Meta:
        label = _("Several lines of text")
        icon = "bars"
        group = WORDS


class CodeBlock(QuestionBlock):
    OPTIONS = ("max_length", "pattern", "pattern_hint")
    max_length = whole_number(_("Most characters"), min_value=1, max_value=200)
    autocomplete = autocomplete_block()
    pattern = pattern()
    pattern_hint = pattern_hint()

    class Meta:
        label = _("Number or code (letters, digits, hyphens)")
        icon = "code"
        group = WORDS


class CorporateNumberBlock(QuestionBlock):
    class Meta:
        label = _("Corporate number (13 digits, checked)")
        icon = "key"
        group = WORDS


class UrlBlock(QuestionBlock):
    autocomplete = autocomplete_block("url")

    class Meta:
        label = _("Address of a web page")
        icon = "link"
        group = WORDS
