from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Page

from accounts.roles import AUTHORS
from procedure_pages.compiler import compile_form
from procedure_pages.models import ProcedurePage, QuestionSet
from procedure_pages.staff import create_editorial_groups
from procedure_pages.transfer import IfThere, InvalidFile, import_data
from procedure_pages.transfer.export import procedure_data
from tests.factories.accounts import DepartmentFactory, StaffFactory
from tests.factories.pages import CataloguePageFactory, HomePageFactory, ProcedurePageFactory

pytestmark = pytest.mark.django_db
PART = {"name": "申請者", "questions": [{"kind": "text", "alias": "name", "label": "氏名"}]}


@pytest.fixture
def catalogue() -> Page:
    DepartmentFactory(code="shoko")
    return CataloguePageFactory()


def file(**changes: Any) -> dict[str, Any]:
    fields = [
        {"library": "申請者"},
        {"kind": "radio", "alias": "colour", "label": "色", "choices": {"red": "赤", "blue": "青"}},
        {"heading": "見出し"},
        {"text": {"label": "別の質問"}},
        {"note": "同じ文"},
        {"note": "同じ文"},
    ]
    return {
        "format": 1,
        "title": "手続",
        "slug": "tetsuzuki",
        "summary": "要約",
        "category": "support",
        "department": "shoko",
        "processing_days": 10,
        "purpose": "審査",
        "criteria": "<p>要件を満たすこと</p>",
        "is_not_disposition": True,
        "issuer": "知事",
        "granted_title": "決定通知書",
        "refused_title": "不決定通知書",
        "steps": [{"title": "一", "fields": fields}],
        "library": [PART],
        **changes,
    }


def imported(parent: Page, data: dict[str, Any], **options: Any) -> ProcedurePage:
    page = import_data(data, parent=parent, user=None, **options).page
    assert page is not None
    return page


def faults(parent: Page | None, data: dict[str, Any], **options: Any) -> list[str]:
    with pytest.raises(InvalidFile) as invalid:
        import_data(data, parent=parent, **{"user": None, **options})
    return [fault.place for fault in invalid.value.faults]


def test_a_file_becomes_a_draft(catalogue: Page) -> None:
    page = imported(catalogue, file())
    assert (page.live, page.title, page.get_parent().pk) == (False, "手続", catalogue.pk)
    assert [field.label for field in compile_form(page).schema.fields] == ["氏名", "色", "見出し", "別の質問", "", ""]
    assert len({field.key for field in compile_form(page).schema.fields}) == 6


def test_publishing_freezes_the_form(catalogue: Page) -> None:
    assert imported(catalogue, file(), publish=True).live is True


def test_what_is_exported_imports_as_it_was(catalogue: Page) -> None:
    original = ProcedurePageFactory(eligibility='<p data-block-key="a1">どなたでも</p>', opens_at=timezone.now())
    data = procedure_data(original)
    page = imported(catalogue, data, if_there=IfThere.COPY)
    assert compile_form(page).schema == compile_form(original).schema
    assert {**procedure_data(page), "slug": original.slug, "steps": []} == {**data, "steps": []}
    assert (page.slug, page.opens_at) == (f"{original.slug}-2", original.opens_at)


def test_related_procedures_are_found_by_slug_and_missing_ones_named(catalogue: Page) -> None:
    one, other = ProcedurePageFactory(slug="one"), ProcedurePageFactory(slug="other")
    taken = import_data(file(related_procedures=["other", "gone", "one"]), parent=catalogue, user=None)
    assert taken.page is not None
    draft = taken.page.get_latest_revision_as_object()
    assert [row.procedure for row in draft.related_procedures.all()] == [other, one]
    assert [note for note in taken.notes if "gone" in note] == [
        "関連する手続「gone」がありません。除いて取り込みましたので、編集画面で選んでください。"
    ]
    assert procedure_data(draft)["related_procedures"] == ["other", "one"]
    assert faults(catalogue, file(slug="third", related_procedures="one")) == ["related_procedures"]
    page = imported(catalogue, file(), if_there=IfThere.UPDATE)
    assert page.get_latest_revision_as_object().related_procedures.count() == 2


def test_follow_ups_may_name_the_procedure_itself(catalogue: Page) -> None:
    change = ProcedurePageFactory(slug="change")
    taken = import_data(file(slug="licence", follow_ups=["change", "licence"]), parent=catalogue, user=None)
    assert taken.page is not None
    draft = taken.page.get_latest_revision_as_object()
    assert [row.procedure.pk for row in draft.follow_ups.all()] == [change.pk, taken.page.pk]
    assert procedure_data(draft)["follow_ups"] == ["change", "licence"]
    assert faults(catalogue, file(slug="third", follow_ups="one")) == ["follow_ups"]


def test_blocks_keep_the_ids_of_the_editor(catalogue: Page) -> None:
    data = file()
    data["steps"][0]["fields"][1]["id"] = "0a1b"
    data["steps"][0]["fields"][1]["choices"] = [
        {"id": "red-id", "label": "赤", "alias": "red"},
        {"label": "青", "alias": "blue"},
    ]
    page = imported(catalogue, data)
    colour = compile_form(page).schema.field("0a1b")
    assert colour is not None and colour.choices[0].key == "red-id"
    fields = procedure_data(page)["steps"][0]["fields"]
    assert (fields[1]["id"], fields[1]["choices"][0]["id"]) == ("0a1b", "red-id")


def test_the_same_file_is_refused_the_second_time(catalogue: Page) -> None:
    imported(catalogue, file())
    assert faults(catalogue, file()) == ["slug"]
    assert ProcedurePage.objects.count() == 1


def test_the_same_file_updates_by_choice(catalogue: Page) -> None:
    page = imported(catalogue, file(), publish=True)
    imported(catalogue, file(title="新しい名前"), if_there=IfThere.UPDATE)
    page.refresh_from_db()
    assert (page.title, page.get_latest_revision_as_object().title) == ("手続", "新しい名前")


def test_every_fault_is_named_with_its_place(catalogue: Page) -> None:
    data = file(summary="", kind="favour", department="nowhere", unknown=1, closes_at="soon", processing_days="many")
    data["steps"] = [
        {"title": "一", "fields": [{"kind": "text"}]},
        {"title": "二" * 61, "colour": "red", "fields": [{"kind": "telepathy", "label": "心"}]},
        {
            "title": "三",
            "fields": [
                {"kind": "radio", "label": "色", "choices": [{"alias": "red"}, {"label": "青"}]},
                {"kind": "radio", "label": "形", "choices": {"one": "一つ"}},
                {"kind": "date", "label": "日", "min": "2026-13-01"},
                {"kind": "text", "label": "名", "required": "no", "max_length": 0, "alias": "Name"},
                {"library": "どこにもない"},
            ],
        },
    ]
    data["guidance"] = [{"text": "<script>x</script>"}, {"image": {"image": "image-1", "alt_text": "図"}}]
    assert set(faults(catalogue, data)) == {
        "summary",
        "kind",
        "department",
        "unknown",
        "closes_at",
        "processing_days",
        "steps[0].fields[0].label",
        "steps[1].title",
        "steps[1].colour",
        "steps[1].fields[0]",
        "steps[2].fields[0].choices[0].label",
        "steps[2].fields[1].choices",
        "steps[2].fields[2].min",
        "steps[2].fields[3].required",
        "steps[2].fields[3].max_length",
        "steps[2].fields[3].alias",
        "steps[2].fields[4]",
        "guidance[0]",
        "guidance[1].image",
    }


def test_nothing_is_half_imported(catalogue: Page) -> None:
    assert faults(catalogue, file(steps=[])) == ["steps"]
    assert (ProcedurePage.objects.count(), QuestionSet.objects.count()) == (0, 0)


def test_publishing_wants_what_the_editor_wants(catalogue: Page) -> None:
    assert faults(catalogue, file(purpose=""), publish=True) == ["purpose"]
    assert ProcedurePage.objects.count() == 0


def test_a_part_that_is_there_with_other_words_stays(catalogue: Page) -> None:
    imported(catalogue, file())
    other = {**PART, "questions": [{"kind": "text", "alias": "name", "label": "名前"}]}
    result = import_data(file(slug="b", library=[other]), parent=catalogue, user=None)
    assert (QuestionSet.objects.get().questions[0].value["label"], len(result.notes)) == ("氏名", 1)
    import_data(file(slug="c", library=[other]), parent=catalogue, user=None, update_library=True)
    assert QuestionSet.objects.get().questions[0].value["label"] == "名前"


def test_an_author_may_import_a_draft_but_not_publish(catalogue: Page) -> None:
    create_editorial_groups(HomePageFactory())
    author = StaffFactory(role=AUTHORS)
    assert faults(catalogue, file(slug="b", library=[]), user=author, publish=True) == ["steps[0].fields[0]"]
    import_data(file(), parent=catalogue, user=author)
    assert (ProcedurePage.objects.get().live, QuestionSet.objects.get().live) == (False, False)


def test_a_stranger_may_add_nothing(catalogue: Page) -> None:
    data = file(library=[], steps=[{"title": "一", "fields": [{"text": "名"}]}])
    assert faults(catalogue, data, user=StaffFactory()) == [""]


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-04-01", "2026-04-01T23:59:59+09:00"),
        ("2026-04-01T17:15", "2026-04-01T17:15:00+09:00"),
        ("2026-04-01T00:00:00Z", "2026-04-01T09:00:00+09:00"),
    ],
)
def test_a_day_ends_with_its_last_second(catalogue: Page, written: str, moment: str) -> None:
    page = imported(catalogue, file(closes_at=written))
    assert page.closes_at == datetime.fromisoformat(moment)


def test_days_count_from_the_import(catalogue: Page) -> None:
    page = imported(catalogue, file(opens_at="today-20"))
    assert (timezone.localdate() - timezone.localtime(page.opens_at).date()).days == 20


def test_tables_that_are_used_travel_by_content(catalogue: Page) -> None:
    table = {
        "name": "手数料",
        "columns": {"kind": "choice", "area": "range", "適用日": "valid_from", "金額": "value"},
        "rows": [["new", "0-10", "2026-04-01", "16000"], ["new", "10-", "", "0.5"]],
    }
    data = file(tables=[table])
    data["steps"][0]["fields"].append({"kind": "calculated", "label": "額", "formula": '表("手数料", {色}, 5)'})
    assert procedure_data(imported(catalogue, data))["tables"] == [table]
    wrong = {**table, "name": "別の表", "rows": [["new", "0-10", "", "多い"]]}
    assert faults(catalogue, file(slug="b", tables=[wrong])) == ["tables[0].rows"]
