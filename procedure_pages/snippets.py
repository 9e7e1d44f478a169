"""Where the library of parts and tables is edited."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import LookupTable, QuestionSet


class QuestionSetViewSet(SnippetViewSet):
    model = QuestionSet
    icon = "folder-open-inverse"
    menu_label = _("Parts of forms")
    list_display: ClassVar[list[str]] = ["name", "description", "_updated_at"]
    search_fields: ClassVar[list[str]] = ["name", "description"]


class LookupTableViewSet(SnippetViewSet):
    model = LookupTable
    icon = "table"
    menu_label = _("Look-up tables")
    list_display: ClassVar[list[str]] = ["name", "description", "_updated_at"]
    search_fields: ClassVar[list[str]] = ["name", "description"]


class LibraryGroup(SnippetViewSetGroup):
    items = (QuestionSetViewSet, LookupTableViewSet)
    menu_icon = "folder-open-inverse"
    menu_label = _("Library")
    menu_name = "library"
