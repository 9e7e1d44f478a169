from django.urls import path

from . import views

app_name = "theme_samples"
urlpatterns = [path("", views.styles, name="styles")]
