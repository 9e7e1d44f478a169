from django.urls import path

from .views import (
    agents,
    autosave,
    banks,
    case,
    case_list,
    exit,
    files,
    inbox,
    looks,
    messages,
    newer_form,
    notices,
    offline_key,
    postal,
)
from .views.confirm import ConfirmView
from .views.step import StepView

app_name = "submissions"
urlpatterns = [
    path("apply/postal-code/", postal.postal_code, name="postal_code"),
    path("apply/banks/", banks.banks, name="banks"),
    path("apply/branches/", banks.branches, name="branches"),
    path("apply/offline-key/", offline_key.offline_key, name="offline_key"),
    path("apply/account/", banks.account, name="account"),
    path("apply/<slug:reference>/<int:position>/", StepView.as_view(), name="step"),
    path("apply/<slug:reference>/<int:position>/exit/", exit.exit_page, name="exit"),
    path("apply/<slug:reference>/confirm/", ConfirmView.as_view(), name="confirm"),
    path("apply/<slug:reference>/autosave/", autosave.autosave, name="autosave"),
    path("apply/<slug:reference>/files/", autosave.upload, name="upload"),
    path("apply/<slug:reference>/newer-form/", newer_form.newer, name="newer_form"),
    path("apply/<slug:reference>/discard/", case.discard, name="discard"),
    path("agents/", agents.agents, name="agents"),
    path("agents/new/", agents.appoint, name="appoint"),
    path("agents/end/", agents.end, name="end_agency"),
    path("agents/offers/<str:token>/", agents.agency, name="agency"),
    path("mypage/", case_list.case_list, name="case_list"),
    path("mypage/inbox/", inbox.inbox, name="inbox"),
    path("mypage/notices/", notices.notice_list, name="notice_list"),
    path("mypage/<slug:reference>/", case.case, name="case"),
    path("mypage/<slug:reference>/receipt/", case.receipt, name="receipt"),
    path("mypage/<slug:reference>/receipt.pdf", case.receipt_pdf, name="receipt_pdf"),
    path("mypage/<slug:reference>/withdraw/", case.withdraw, name="withdraw"),
    path("mypage/<slug:reference>/delivery/", notices.delivery, name="delivery"),
    path("mypage/<slug:reference>/looks/", looks.looks, name="looks"),
    path("mypage/<slug:reference>/messages/", messages.case_messages, name="messages"),
    path("mypage/<slug:reference>/notices/<uuid:pk>/", notices.notice, name="notice"),
    path("mypage/<slug:reference>/notices/<uuid:pk>.pdf", notices.notice_file, name="notice_pdf"),
    path("files/<uuid:pk>/", files.attachment, name="attachment"),
    path("files/<uuid:pk>/thumbnail/", files.thumbnail, name="thumbnail"),
]
