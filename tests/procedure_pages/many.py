"""Thousands of procedures in a second: rows as the editor would have left them, without its way."""

from uuid import uuid4

from django.db import connection
from wagtail.models import Page

from procedure_pages.enums import Category, LifeEvent
from procedure_pages.models import CataloguePage, ProcedurePage
from procedure_pages.search import search_text
from tests.factories.pages import ProcedurePageFactory

SUBJECTS = ("飲食店", "旅館", "公園", "道路", "河川", "森林", "介護", "保育", "医療", "薬局", "動物", "廃棄物", "建設")
ACTS = ("営業許可", "登録", "届出", "変更届", "廃止届", "更新", "補助金交付申請", "認定", "証明", "公開請求")


def make_procedures(number: int) -> None:
    """`number` live procedures below the catalogue."""
    pattern = ProcedurePageFactory()
    catalogue = CataloguePage.objects.get()
    pages = [_page(pattern, catalogue, index) for index in range(2, number + 1)]
    Page.objects.bulk_create([_tree_part(page) for page in pages])
    ids = dict(Page.objects.child_of(catalogue).values_list("path", "pk"))
    for page in pages:
        page.page_ptr_id = page.pk = page.id = ids[page.path]
    ProcedurePage._base_manager._insert(  # several tables at once is what bulk_create refuses
        pages, fields=list(ProcedurePage._meta.local_concrete_fields), using="default"
    )
    Page.objects.filter(pk=catalogue.pk).update(numchild=number)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE wagtailcore_page, procedure_pages_procedurepage")  # as autovacuum does in life


def _page(pattern: ProcedurePage, catalogue: CataloguePage, index: int) -> ProcedurePage:
    values = {field.attname: getattr(pattern, field.attname) for field in ProcedurePage._meta.concrete_fields}
    subject, act = SUBJECTS[index % len(SUBJECTS)], ACTS[index // len(SUBJECTS) % len(ACTS)]
    page = ProcedurePage(**{**values, "id": None, "page_ptr_id": None})
    page.title = page.draft_title = f"{subject}の{act}（第{index}号様式）"
    page.slug = f"bulk-{index}"
    page.path = f"{catalogue.path}{Page._int2str(index).rjust(4, '0')}"
    page.depth, page.url_path = catalogue.depth + 1, f"{catalogue.url_path}{page.slug}/"
    page.translation_key, page.alias_of = uuid4(), None
    page.latest_revision = page.live_revision = None
    page.summary = f"{subject}について、{act}をするための手続です。" * 3
    page.eligibility = f"<p>県内で{subject}を営む方、またはこれから営もうとする方が対象です。</p>" * 5
    page.category = list(Category)[index % len(Category)]
    page.life_events = [list(LifeEvent)[index % len(LifeEvent)]]
    page.search_text = search_text(page)
    return page


def _tree_part(page: ProcedurePage) -> Page:
    return Page(**{field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields})
