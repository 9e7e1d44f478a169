"""What the bench is run against: a 20-question procedure, people with drafts, a desk with 10,000 cases."""

from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from wagtail.models import Page, Site

from accounts.actions import agree_to_terms
from accounts.japanese.normalise import search_key
from accounts.models import User
from accounts.queries import current_terms
from submissions.actions import save_draft, start_draft
from submissions.enums import GrantRole, State
from submissions.models import FormVersion, Submission
from submissions.numbers import new_number, new_reference
from submissions.schema import Choice, Field, FormSchema, Step
from tests.factories.accounts import ProfileFactory
from tests.factories.submissions import FormVersionFactory, StaffMember

from .peer.models import PeerFormField, PeerFormPage

CSRF = "a" * 32
QUESTIONS = 20


def question(number: int) -> Field:
    kind = ("text", "text", "text", "textarea", "radio")[number % 5]
    choices = (Choice(key="a", label="はい"), Choice(key="b", label="いいえ")) if kind == "radio" else ()
    return Field(key=f"q{number}", kind=kind, label=f"質問{number}", help_text="例：大阪太郎", choices=choices)


SCHEMA = FormSchema(steps=(Step(key="s", title="申請内容", fields=tuple(map(question, range(QUESTIONS)))),))
ANSWERS = {field.key: "a" if field.kind == "radio" else "大阪府大阪市中央区の答え" for field in SCHEMA.fields}


def peer_page() -> str:
    """The address of a page of contrib.forms with as many fields of the same kinds."""
    page = PeerFormPage(title="peer", slug="peer")
    Site.objects.get(is_default_site=True).root_page.add_child(instance=page)
    kinds = {"text": "singleline", "textarea": "multiline", "radio": "radio"}
    for number, field in enumerate(SCHEMA.fields):
        PeerFormField.objects.create(
            page=page,
            sort_order=number,
            label=f"question {number}",
            help_text="example",
            field_type=kinds[field.kind],
            choices="yes,no",
        )
    return str(page.url)


def cookies_of(user: User) -> str:
    """The cookies of a logged-in browser."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}; {settings.CSRF_COOKIE_NAME}={CSRF}"


def drafts(count: int, *, is_complete: bool = True) -> list[tuple[Submission, str]]:
    """Drafts of `count` people, each with its owner's cookies."""
    version: FormVersion = FormVersionFactory(schema=SCHEMA)
    terms = current_terms()
    assert terms is not None, "load_demo published no terms"
    made = []
    for _number in range(count):
        profile = ProfileFactory()
        user = profile.members.get()
        agree_to_terms(terms, user=user, profile=profile, client="")
        draft = start_draft(version.page, user=user, profile=profile)
        if is_complete:
            save_draft(draft, dict(ANSWERS), user=user)
        made.append((draft, cookies_of(user)))
    return made


def form_body(answers: dict[str, str] | None = None, **extra: str) -> bytes:
    answers = ANSWERS if answers is None else answers
    return urlencode({"csrfmiddlewaretoken": CSRF, **answers, **extra}).encode()


def desk(count: int) -> str:
    """`count` arrived cases of one department; the cookies of a reviewer there."""
    version: FormVersion = FormVersionFactory(schema=SCHEMA)
    profile = ProfileFactory()
    now = timezone.now()
    Submission.objects.bulk_create(
        [
            _case(version, profile.pk, profile.members.get().pk, now - timedelta(minutes=number))
            for number in range(count)
        ],
        batch_size=1000,
    )
    return cookies_of(StaffMember(version.department, GrantRole.REVIEW))


def _case(version: FormVersion, profile_id: int, user_id: int, arrived_at: datetime) -> Submission:
    name = new_reference()
    return Submission(
        reference=new_reference(),
        number=new_number(timezone.localdate()),
        form_version=version,
        procedure_id=version.page_id,
        department_id=version.department_id,
        kind=version.handling.kind,
        state=State.ARRIVED,
        profile_id=profile_id,
        applicant_id=user_id,
        applicant_name=name,
        search_key=search_key(name),
        round=1,
        arrived_at=arrived_at,
        due_on=timezone.localdate() + timedelta(days=20),
    )


def guidance_page() -> str:
    """The address of a demo procedure's page."""
    page = Page.objects.live().filter(content_type__model="procedurepage").order_by("pk").first()
    assert page is not None, "load_demo made no procedure"
    return str(page.url)
