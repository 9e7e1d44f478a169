from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from ..permissions import grants_of
from .case import CaseView
from .corrections import RequestCorrectionView
from .decisions import AcceptView, ApproveView, GrantView, ProposeView, RefuseView
from .desk_work import AssignView, MessageView, NoteView
from .files import FileView, PreviewView
from .moves import CancelCorrectionView, MoveView, ReturnView, SendBackView, StartReviewView
from .papers import ApplicationPdfView, NoticePdfView
from .queue import QueueView
from .record import CheckRecordView

MOVES = (
    StartReviewView,
    RequestCorrectionView,
    CancelCorrectionView,
    ProposeView,
    SendBackView,
    ApproveView,
    GrantView,
    RefuseView,
    AcceptView,
    ReturnView,
)


class CaseMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(grants_of(request.user))


class CaseViewSet(ViewSet):
    url_prefix = "cases"
    icon = "clipboard-list"
    menu_label = _("Review of applications")
    menu_name = "cases"
    menu_order = 50
    menu_item_class = CaseMenuItem
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", QueueView.as_view(), name="index"),
            path("results/", QueueView.as_view(results_only=True), name="index_results"),
            path("<int:pk>/", CaseView.as_view(), name="case"),
            path("<int:pk>/application.pdf", ApplicationPdfView.as_view(), name="application_pdf"),
            path("<int:pk>/files/<uuid:uuid>/", FileView.as_view(), name="file"),
            path("<int:pk>/files/<uuid:uuid>/preview/", PreviewView.as_view(), name="preview"),
            path("<int:pk>/notices/<uuid:uuid>.pdf", NoticePdfView.as_view(), name="notice_pdf"),
            path("<int:pk>/record/", CheckRecordView.as_view(), name="check_record"),
            path("<int:pk>/assign/", AssignView.as_view(), name="assign"),
            path("<int:pk>/messages/", MessageView.as_view(), name="send_message"),
            path("<int:pk>/notes/", NoteView.as_view(), name="add_note"),
            *(self._move(view) for view in MOVES),
        ]

    @staticmethod
    def _move(view: type[MoveView]) -> URLPattern:
        name = getattr(view, "transition", "approve")
        return path(f"<int:pk>/{name.replace('_', '-')}/", view.as_view(), name=name)


case_viewset = CaseViewSet("case_admin")
