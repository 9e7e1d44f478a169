from django.urls import path

from . import views
from .reading.views import choose_reading

app_name = "theme"
urlpatterns = [
    path("colours/<slug:colour>.css", views.colours, name="colours"),
    path("reading/", choose_reading, name="reading"),
]
