from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Banner


class BannerViewSet(SnippetViewSet):
    """Emergency banners, for communications staff and administrators."""

    model = Banner
    icon = "warning"
    menu_label = _("Banners")
    menu_order = 250
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["text", "level", BooleanColumn("is_shown", label=_("Shown now")), "starts_at", "ends_at"]
    list_filter = ["level"]
