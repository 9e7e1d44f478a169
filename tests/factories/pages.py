"""Pages, published the way an editor publishes them."""

from typing import Any

import factory
from factory.django import DjangoModelFactory
from wagtail.models import Page, Site

from procedure_pages.demo.language import Block, ask, choose, repeat, step, stream_data
from procedure_pages.demo.pages import publish_new
from procedure_pages.models import CataloguePage, HomePage, InformationPage, ProcedurePage, QuestionSet, TermsPage

from .accounts import DepartmentFactory

STEPS: list[Block] = [
    step("申請者", [ask("text", "name", "氏名", prefill="name"), ask("email", "email", "メール", required=False)]),
    step(
        "内容",
        [
            choose("radio", "colour", "色", [("red", "赤"), ("blue", "青")]),
            repeat(
                "shops", "店舗", [ask("text", "shop_name", "店名"), ask("file", "photo", "外観の写真", required=False)]
            ),
        ],
    ),
]


class PageFactory(DjangoModelFactory[Page]):
    """A page below `parent`, published by `user`; `live=False` leaves it a draft."""

    class Meta:
        abstract = True

    slug = factory.Sequence(lambda number: f"page-{number}")
    title = factory.Sequence(lambda number: f"ページ{number}")

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, **values: Any) -> Page:
        parent, user, live = values.pop("parent"), values.pop("user", None), values.pop("live", True)
        page = model_class(**values)
        if live:
            return publish_new(parent, page, user=user)
        page.live = False
        parent.add_child(instance=page)
        page.save_revision(user=user)
        return page


class HomePageFactory(PageFactory):
    """The root of the default site."""

    class Meta:
        model = HomePage

    parent = factory.LazyFunction(lambda: Page.objects.get(depth=1))
    headline = "県の手続を、いつでも。"

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, **values: Any) -> Page:
        page = HomePage.objects.first() or super()._create(model_class, *args, **values)
        Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "testserver", "root_page": page})
        return page


class CataloguePageFactory(PageFactory):
    class Meta:
        model = CataloguePage

    parent = factory.SubFactory(HomePageFactory)
    slug = "procedures"
    title = "手続一覧"

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, **values: Any) -> Page:
        return CataloguePage.objects.first() or super()._create(model_class, *args, **values)


class ProcedurePageFactory(PageFactory):
    """A procedure with the form `STEPS`; `steps` takes blocks of `procedure_pages.demo.language`."""

    class Meta:
        model = ProcedurePage

    class Params:
        notification = factory.Trait(kind="notification", accepted_title="受理通知書")
        request = factory.Trait(kind="request")

    parent = factory.SubFactory(CataloguePageFactory)
    slug = factory.Sequence(lambda number: f"procedure-{number}")
    title = factory.Sequence(lambda number: f"手続{number}")
    summary = "手続の要約です。"
    category = "support"
    kind = "application"
    department = factory.SubFactory(DepartmentFactory)
    processing_days = 20
    purpose = "審査のために利用します。"
    criteria = "<p>要件をすべて満たすこと。</p>"
    issuer = "マドグチ県知事"
    granted_title = "交付決定通知書"
    refused_title = "不交付決定通知書"
    is_not_disposition = True
    steps = STEPS

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, **values: Any) -> Page:
        steps = stream_data(values.pop("steps"), "test")
        return super()._create(model_class, *args, steps=steps, **values)


class TermsPageFactory(PageFactory):
    class Meta:
        model = TermsPage

    parent = factory.SubFactory(HomePageFactory)
    slug = "terms"
    title = "利用規約"
    articles = [("article", {"heading": "目的", "text": "<p>この規約は、利用の決まりです。</p>"})]


class InformationPageFactory(PageFactory):
    class Meta:
        model = InformationPage

    parent = factory.SubFactory(HomePageFactory)


class QuestionSetFactory(DjangoModelFactory[QuestionSet]):
    """A published part of the library; `questions` takes blocks of `procedure_pages.demo.language`."""

    class Meta:
        model = QuestionSet

    name = factory.Sequence(lambda number: f"部品{number}")
    questions: list[Block] = [ask("text", "bank_name", "金融機関名"), ask("code", "bank_number", "口座番号")]

    @classmethod
    def _create(cls, model_class: type[QuestionSet], *args: Any, **values: Any) -> QuestionSet:
        questions = stream_data(values.pop("questions"), values["name"])
        part: QuestionSet = super()._create(model_class, *args, questions=questions, **values)
        if part.live:
            part.save_revision().publish()
        return part


def library(part: QuestionSet) -> Block:
    """`part` as a block of a step."""
    return {"type": "library", "name": part.name, "value": part.pk}
