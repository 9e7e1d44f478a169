from django.urls import path

from .transfer import ExportView, ImportView
from .usage import UsageView

app_name = "procedure_admin"
urlpatterns = [
    path("export/<int:page_pk>/", ExportView.as_view(), name="export"),
    path("parts/<int:pk>/", UsageView.as_view(), name="usage"),
    path("import/<int:parent_pk>/", ImportView.as_view(), name="import"),
]
