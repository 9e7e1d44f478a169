from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from accounts.models import TermsVersion
from procedure_pages.models import ProcedurePage, TermsPage
from submissions.actions import save_draft, start_draft, submit
from submissions.models import AcceptancePeriod, FormVersion
from submissions.queries import may_start
from tests.factories.accounts import ProfileFactory, StaffFactory
from tests.factories.pages import ProcedurePageFactory, TermsPageFactory

pytestmark = pytest.mark.django_db


def relabel(page: ProcedurePage, label: str) -> ProcedurePage:
    page.steps[0].value["fields"][0].value["label"] = label
    page.save_revision().publish()
    return ProcedurePage.objects.get(pk=page.pk)


def test_publishing_a_procedure_freezes_its_form() -> None:
    editor = StaffFactory(superuser=True)
    version = FormVersion.objects.get(page=ProcedurePageFactory(user=editor))
    assert (version.number, version.published_by, len(version.schema.steps)) == (1, editor, 2)


def test_publishing_again_unchanged_makes_no_version() -> None:
    page = ProcedurePageFactory()
    page.save_revision().publish()
    ProcedurePage.objects.get(pk=page.pk).save_revision().publish()
    assert FormVersion.objects.filter(page=page).count() == 1


def test_saving_a_draft_makes_no_version() -> None:
    page: ProcedurePage = ProcedurePageFactory()
    page.steps[0].value["title"] = "途中"
    page.save_revision()
    assert FormVersion.objects.filter(page=page).count() == 1


def test_editing_a_published_form_leaves_filed_cases_alone() -> None:
    page = ProcedurePageFactory()
    profile = ProfileFactory()
    user = profile.members.get()
    case = start_draft(page, user=user, profile=profile)
    name, _email, colour, shops = case.schema.fields
    row = {"id": "r1", shops.fields[0].key: "花屋"}
    save_draft(case, {name.key: "山田", colour.key: "red", shops.key: [row]}, user=user)
    submit(case, user=user, delivery="electronic")
    relabel(page, "お名前")
    case.refresh_from_db()
    assert (case.form_version.number, case.schema.steps[0].fields[0].label) == (1, "氏名")
    assert FormVersion.objects.get(page=page, number=2).schema.steps[0].fields[0].key == name.key


def test_new_words_make_a_new_version_under_the_same_keys() -> None:
    page = ProcedurePageFactory()
    relabel(page, "お名前")
    new, old = FormVersion.objects.filter(page=page)
    assert (new.number, new.schema.steps[0].fields[0].label) == (2, "お名前")
    assert [field.key for field in new.schema.fields] == [field.key for field in old.schema.fields]


def test_unpublishing_stops_new_applications() -> None:
    page = ProcedurePageFactory()
    page.unpublish()
    assert (may_start(page, timezone.now()), AcceptancePeriod.objects.get(page=page).is_live) == (False, False)


def test_publishing_sets_the_acceptance_period() -> None:
    closes_at = timezone.now() + timedelta(days=3)
    page = ProcedurePageFactory(closes_at=closes_at)
    assert may_start(page, closes_at) is True
    assert may_start(page, closes_at + timedelta(seconds=1)) is False


def test_closing_at_the_last_minute_of_a_day_includes_its_last_second() -> None:
    page = ProcedurePageFactory(closes_at=timezone.make_aware(datetime(2099, 3, 31, 23, 59)))
    assert timezone.localtime(AcceptancePeriod.objects.get(page=page).closes_at).second == 59


def test_publishing_terms_freezes_their_words() -> None:
    page = TermsPageFactory()
    terms = TermsVersion.objects.get()
    assert (terms.page_id, terms.number, terms.language, terms.title) == (page.pk, 1, "ja", "利用規約")
    assert terms.body == page.body


def test_publishing_terms_again_unchanged_makes_no_version() -> None:
    page = TermsPageFactory()
    TermsPage.objects.get(pk=page.pk).save_revision().publish()
    assert TermsVersion.objects.count() == 1
