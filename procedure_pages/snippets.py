"""Where the library of parts and tables is edited."""

from typing import ClassVar

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup, WorkflowActionView

from .models import LookupTable, QuestionSet
from .parts import procedures_using


class ApprovePartView(WorkflowActionView):
    """From a list of what waits for moderation: an approval leads to the procedures that it concerns."""

    def get_redirect_url(self) -> str:
        if self.action_name == "approve" and procedures_using(self.object).exists():
            return reverse("procedure_admin:usage", args=[self.object.pk])
        return str(super().get_redirect_url())


class QuestionSetViewSet(SnippetViewSet):
    model = QuestionSet
    workflow_action_view_class = ApprovePartView
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
