from django.urls import path

from . import views

app_name = "theme"
urlpatterns = [path("colours/<slug:colour>.css", views.colours, name="colours")]
