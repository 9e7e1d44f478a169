import pytest
from django.core.management import call_command
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision

from accounts.models import User
from procedure_pages.demo.language import ask, step, stream_data
from procedure_pages.models import HomePage, ProcedurePage, QuestionSet
from procedure_pages.versions.offered import form_of, newest_draft
from procedure_pages.versions.restoring import restore_form
from submissions.models import FormVersion
from tests.factories.pages import ProcedurePageFactory, QuestionSetFactory, library

from .publishing import changed, published

pytestmark = pytest.mark.django_db


def test_a_restored_version_compiles_to_the_same_form_and_promises(procedure: ProcedurePage, author: User) -> None:
    first = FormVersion.objects.get()
    page = published(procedure, processing_days=30, summary="新しい要約", quota=5)
    restore_form(page, first, user=author)
    draft = newest_draft(ProcedurePage.objects.get())
    form = form_of(draft)
    assert (form.schema, form.handling) == (first.schema, first.handling)
    assert (draft.summary, draft.quota, draft.title) == ("新しい要約", 5, page.title)


def with_part(*labels: str) -> tuple[ProcedurePage, QuestionSet]:
    """A page with a part of the library whose question was published with each of `labels`, the first frozen."""
    part = QuestionSetFactory(questions=[ask("text", "bank_name", labels[0])])
    page = ProcedurePageFactory(steps=[step("一", [ask("text", "name", "氏名"), library(part)])])
    for label in labels[1:]:
        part.questions = stream_data([ask("text", "bank_name", label)], part.name)
        part.save_revision().publish()
    return page, part


def test_a_part_that_changed_meanwhile_comes_back_as_it_was(client: Client, home: HomePage, author: User) -> None:
    page, part = with_part("金融機関名", "銀行", "銀行名")
    first = FormVersion.objects.get()
    page.save_revision().publish()
    client.force_login(author)
    url = reverse("procedure_versions:restore", args=[page.pk, 1])
    assert f"<li>{part.name}</li>" in client.get(url).content.decode()
    html = client.post(url, {"parts": "then"}, follow=True).content.decode()
    form = form_of(newest_draft(ProcedurePage.objects.get()))
    assert (form.schema, "変わっています" in html) == (first.schema, False)


def test_a_part_that_changed_meanwhile_may_ask_its_newest_questions(
    client: Client, home: HomePage, author: User
) -> None:
    page, _part = with_part("金融機関名", "銀行名")
    page.save_revision().publish()
    client.force_login(author)
    html = client.post(reverse("procedure_versions:restore", args=[page.pk, 1]), {"parts": "new"}, follow=True)
    labels = [field.label for field in form_of(newest_draft(ProcedurePage.objects.get())).schema.fields]
    assert (labels, "最新の質問" in html.content.decode()) == (["氏名", "銀行名"], True)


def test_questions_of_then_that_are_gone_are_named(client: Client, home: HomePage, author: User) -> None:
    page, part = with_part("金融機関名", "銀行名")
    page.save_revision().publish()
    part.revisions.exclude(pk=part.latest_revision_id).delete()
    client.force_login(author)
    html = client.post(reverse("procedure_versions:restore", args=[page.pk, 1]), {"parts": "then"}, follow=True)
    assert f"部品「{part.name}」の当時の質問は残っていません。" in html.content.decode()


def test_restoring_publishes_nothing_and_is_logged(client: Client, procedure: ProcedurePage, author: User) -> None:
    published(procedure)
    client.force_login(author)
    url = reverse("procedure_versions:restore", args=[procedure.pk, 1])
    assert "新しい下書きに戻す" in client.get(url).content.decode()
    assert client.post(url)["Location"] == reverse("wagtailadmin_pages:edit", args=[procedure.pk])
    page = ProcedurePage.objects.get()
    assert (FormVersion.objects.count(), page.has_unpublished_changes) == (2, True)
    assert page.latest_revision.user == author
    assert page.wagtail_admin_comments.count() == 0


def test_publishing_a_restored_version_makes_a_new_number(procedure: ProcedurePage, author: User) -> None:
    first = FormVersion.objects.get()
    page = published(procedure)
    restore_form(page, first, user=author)
    ProcedurePage.objects.get().get_latest_revision().publish()
    newest = FormVersion.objects.first()
    assert newest is not None
    assert (newest.number, newest.schema) == (3, first.schema)


def test_the_source_of_a_version_survives_wagtails_purge(procedure: ProcedurePage) -> None:
    first = FormVersion.objects.get()
    changed(published(procedure), "さらに")
    call_command("purge_revisions")
    assert first.revision is not None
    with pytest.raises(ProtectedError):
        Revision.objects.get(pk=first.revision.pk).delete()


def test_a_version_without_its_source_says_so(client: Client, procedure: ProcedurePage, author: User) -> None:
    FormVersion.objects.update(revision=None)
    published(procedure)
    client.force_login(author)
    url = reverse("procedure_versions:restore", args=[procedure.pk, 1])
    assert "戻せません" in client.get(url).content.decode()
    client.post(url)
    assert ProcedurePage.objects.get().has_unpublished_changes is False


def test_a_version_of_another_page_is_not_found(client: Client, procedure: ProcedurePage, author: User) -> None:
    other = published(ProcedurePageFactory())
    client.force_login(author)
    assert FormVersion.objects.filter(page=other, number=2).exists()
    assert client.post(reverse("procedure_versions:restore", args=[procedure.pk, 2])).status_code == 404


def test_a_locked_page_is_left_alone(client: Client, procedure: ProcedurePage, author: User, publisher: User) -> None:
    published(procedure)
    ProcedurePage.objects.update(locked=True, locked_by=publisher)
    client.force_login(author)
    client.post(reverse("procedure_versions:restore", args=[procedure.pk, 1]))
    assert ProcedurePage.objects.get().has_unpublished_changes is False
