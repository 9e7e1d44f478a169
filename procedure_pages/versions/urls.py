from django.urls import path

from .comparing import CompareView
from .deadlines import DeadlineView
from .impact import ImpactView
from .listing import VersionsView
from .restoring import RestoreView

app_name = "procedure_versions"
urlpatterns = [
    path("", VersionsView.as_view(), name="list"),
    path("compare/", CompareView.as_view(), name="compare"),
    path("impact/", ImpactView.as_view(), name="impact"),
    path("<int:number>/restore/", RestoreView.as_view(), name="restore"),
    path("<int:number>/deadline/", DeadlineView.as_view(), name="deadline"),
]
