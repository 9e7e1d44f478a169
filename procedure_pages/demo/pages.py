"""Builds the pages of the demo the way the editor does: a page, its revision, its publication."""

from typing import TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

from accounts.models import User

from ..models import CataloguePage, HomePage

P = TypeVar("P", bound=Page)


def create_home() -> HomePage:
    """The home page at the root of the default site, instead of Wagtail's welcome page."""
    if home := HomePage.objects.first():
        return home
    welcome = list(Page.objects.filter(depth=2))
    home = HomePage(
        title=settings.WAGTAIL_SITE_NAME,
        slug="madoguchi",
        headline="県の手続を、いつでも、どこからでも。",
        lead="申請・届出から、審査状況の確認、通知書の受け取りまで、窓口に行かずにできます。",
    )
    publish_new(Page.get_first_root_node(), home)
    _make_root(home)
    for page in welcome:
        page.delete()
    return home


def _make_root(home: HomePage) -> None:
    address = urlsplit(settings.PUBLIC_BASE_URL)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": address.hostname or "localhost",
            "port": address.port or (443 if address.scheme == "https" else 80),
            "site_name": settings.WAGTAIL_SITE_NAME,
            "root_page": home,
        },
    )


def create_catalogue(home: HomePage, *, user: User | None = None) -> CataloguePage:
    lead = "キーワードや分野から、手続を探せます。"
    return create_page(home, CataloguePage(title="手続一覧", slug="procedures", lead=lead), user=user)


def create_page(parent: Page, page: P, *, user: User | None = None) -> P:
    """`page` below `parent`, published, unless its place is taken: what editors changed since stays."""
    existing = parent.get_children().filter(slug=page.slug).first()
    return existing.specific if existing else publish_new(parent, page, user=user)


def publish_new(parent: Page, page: P, *, user: User | None = None) -> P:
    page.live = False
    parent.add_child(instance=page)
    page.save_revision(user=user, log_action=True).publish(user=user)
    page.refresh_from_db()
    return page
