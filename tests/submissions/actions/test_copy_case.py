import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from submissions.actions import add_attachment, copy_case, save_draft, start_draft, submit
from submissions.enums import Doubt
from submissions.models import Submission
from submissions.refusals import NotAllowed, WrongState
from submissions.schema import Field, FormSchema, Step
from tests.factories.accounts import ProfileFactory, UserFactory
from tests.factories.submissions import NAME, PHOTO, SHOPS, FormVersionFactory, SubmissionFactory
from tests.submissions.files.samples import picture

pytestmark = pytest.mark.django_db
SWORN = Field(key="sworn", kind="declaration", label="誓約します。")
SCHEMA = FormSchema(steps=(Step(key="s", title="内容", fields=(NAME, SHOPS, PHOTO, SWORN)),))
SHOP = [{"id": "r1", "shop_name": "花屋", "seats": 12}]


@pytest.fixture
def filed() -> Submission:
    profile = ProfileFactory()
    user = profile.members.get()
    draft = start_draft(FormVersionFactory(schema=SCHEMA).page, user=user, profile=profile)
    save_draft(draft, {"name": "前の名前", "shops": SHOP, "sworn": "on"}, user=user)
    add_attachment(draft, "photo", SimpleUploadedFile("店.png", picture("PNG")), user=user)
    return submit(draft, user=user, delivery="electronic")


def test_a_copy_brings_the_answers_but_no_file_and_no_declaration(filed: Submission) -> None:
    copy = copy_case(filed, user=filed.applicant)
    assert (copy.state, copy.profile, copy.pk != filed.pk) == ("draft", filed.profile, True)
    assert copy.draft.answers == {"name": filed.profile.name, "shops": SHOP}
    assert copy.draft.doubts == {"photo": Doubt.NOT_COPIED}
    assert copy.attachments.count() == 0


def test_a_copy_goes_onto_the_form_of_today_and_keeps_what_it_does_not_ask(filed: Submission) -> None:
    today = FormSchema(steps=(Step(key="s", title="内容", fields=(NAME,)),))
    version = FormVersionFactory(page=filed.procedure.specific, schema=today, department=filed.department)
    copy = copy_case(filed, user=filed.applicant)
    assert (copy.form_version, copy.draft.answers) == (version, {"name": filed.profile.name})
    assert copy.draft.earlier == [{"version": filed.form_version_id, "answers": {"shops": SHOP}}]
    assert copy.draft.doubts == {}


def test_nobody_copies_the_case_of_somebody_else(filed: Submission) -> None:
    with pytest.raises(NotAllowed):
        copy_case(filed, user=UserFactory())


def test_a_draft_is_not_copied() -> None:
    draft = SubmissionFactory(draft=True)
    with pytest.raises(WrongState):
        copy_case(draft, user=draft.applicant)
