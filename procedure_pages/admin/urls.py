from django.urls import path

from .transfer import ExportView, ImportView

app_name = "procedure_admin"
urlpatterns = [
    path("export/<int:page_pk>/", ExportView.as_view(), name="export"),
    path("import/<int:parent_pk>/", ImportView.as_view(), name="import"),
]
