from typing import Any, ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from accounts.enums import ProfileKind
from accounts.models import Department
from submissions.enums import ProcedureKind
from submissions.places import places_left

from ..blocks import RICH_TEXT, EligibilityCheckBlock, GuidanceBlock, RulesBlock, StepsBlock, TestCasesBlock
from ..enums import Category, LifeEvent
from ..fields import ChosenField
from ..forms import ProcedurePageForm
from ..opening import Opening
from ..panels import procedure_edit_handler
from ..preview import ProcedurePreviews
from ..search import search_text
from .easy_to_read import easy_guidance_field, readings_field
from .procedure_routes import ProcedureRoutes


class ProcedurePage(ProcedurePreviews, ProcedureRoutes, Page):
    """Explains a procedure and offers its form. What was published of it is frozen below, in `submissions`."""

    summary = models.CharField(_("summary"), max_length=200, help_text=_("One or two sentences for the catalogue."))
    category = models.CharField(_("category"), max_length=20, choices=Category.choices)
    life_events = ChosenField(
        models.CharField(max_length=20, choices=LifeEvent.choices),
        verbose_name=_("life events"),
        default=list,
        blank=True,
        help_text=_("What has happened to people who need this. Choose all that fit."),
    )
    keywords = models.CharField(
        _("keywords"),
        max_length=200,
        blank=True,
        help_text=_("Other words that people search for, and readings in kana."),
    )
    eligibility = RichTextField(_("who may apply"), features=RICH_TEXT, blank=True)
    eligibility_check = StreamField(
        EligibilityCheckBlock(),
        verbose_name=_("check before applying"),
        blank=True,
        help_text=_("A few questions that anybody answers without a login, to learn whether they may apply."),
    )
    check_may = models.TextField(
        _("to those who may apply"), blank=True, help_text=_("What they should know or prepare before they start.")
    )
    check_may_not = models.TextField(
        _("to those who may not"), blank=True, help_text=_("In addition to the reason of their answer.")
    )
    check_ask = models.TextField(
        _("to those who should ask"), blank=True, help_text=_("For example what to have at hand when calling.")
    )
    guidance = StreamField(
        GuidanceBlock(),
        verbose_name=_("guidance"),
        blank=True,
        help_text=_("Required documents, steps and questions have a place of their own; the heading above goes along."),
    )
    easy_guidance = easy_guidance_field()
    readings = readings_field()
    fee = models.CharField(_("fee"), max_length=200, default="無料")
    paper = RichTextField(
        _("without this system"),
        features=RICH_TEXT,
        blank=True,
        help_text=_("How to apply on paper or at the counter, for those who do not want to apply online."),
    )
    paper_form = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("paper form"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("A file to print and fill in."),
    )
    paper_address = models.CharField(
        _("where to send the paper form"),
        max_length=200,
        blank=True,
        help_text=_("If empty, the address of the department."),
    )
    identity_note = models.CharField(
        _("proof of identity"), max_length=200, blank=True, help_text=_("What proof of identity is needed, if any.")
    )

    steps = StreamField(StepsBlock(), verbose_name=_("application form"), min_num=1)
    rules = StreamField(RulesBlock(), verbose_name=_("rules"), blank=True)
    test_cases = StreamField(TestCasesBlock(), verbose_name=_("test cases"), blank=True)
    change_note = models.TextField(
        _("what changes with the next publication"),
        blank=True,
        help_text=_("For people who have begun an application. They also see every difference in words."),
    )

    kind = models.CharField(
        _("kind of procedure"), max_length=20, choices=ProcedureKind.choices, default=ProcedureKind.APPLICATION
    )
    department = models.ForeignKey(
        Department, verbose_name=_("department"), on_delete=models.PROTECT, related_name="procedure_pages"
    )
    for_individuals = models.BooleanField(_("individuals may apply"), default=True)
    for_businesses = models.BooleanField(_("businesses may apply"), default=True)
    opens_at = models.DateTimeField(_("opens at"), null=True, blank=True)
    closes_at = models.DateTimeField(
        _("closes at"), null=True, blank=True, help_text=_("23:59 includes the last second of the day.")
    )
    quota = models.PositiveIntegerField(
        _("quota"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Applications are taken in the order of their arrival until this many have come. Empty: no limit."),
    )
    withdrawal_frees_place = models.BooleanField(
        _("a withdrawn or returned application frees its place"), default=False
    )
    processing_days = models.PositiveSmallIntegerField(
        _("standard processing period"),
        default=0,
        validators=[MaxValueValidator(400)],
        help_text=_("In days on which the office is open. 0 if none is set, as for a notification."),
    )
    purpose = models.TextField(
        _("purpose of use of personal data"),
        blank=True,
        help_text=_("Shown before the first question (Act on the Protection of Personal Information, article 62)."),
    )
    criteria = RichTextField(_("criteria of the review"), features=RICH_TEXT, blank=True)
    has_approval = models.BooleanField(
        _("decisions need an approver"),
        default=False,
        help_text=_("A reviewer drafts the decision and somebody else approves it."),
    )
    retention_years = models.PositiveSmallIntegerField(
        _("years of retention"), default=5, validators=[MaxValueValidator(100)]
    )

    issuer = models.CharField(
        _("issuer of notices"),
        max_length=100,
        blank=True,
        help_text=_("The office that signs, for example the governor."),
    )
    granted_title = models.CharField(_("title of the notice when granted"), max_length=100, blank=True)
    granted_text = models.TextField(_("text of the notice when granted"), blank=True)
    refused_title = models.CharField(_("title of the notice when refused"), max_length=100, blank=True)
    accepted_title = models.CharField(_("title of the notice when accepted"), max_length=100, blank=True)
    redress = models.TextField(
        _("instruction on redress"),
        blank=True,
        help_text=_("Printed on an adverse decision. Leave empty if the outcome is not an administrative disposition."),
    )
    is_not_disposition = models.BooleanField(
        _("the outcome is not an administrative disposition"),
        default=False,
        help_text=_("For example a payment by contract: then nobody needs to be told how to contest it."),
    )
    search_text = models.TextField(editable=False, default="")
    """Title, guidance and keywords as `accounts.japanese.normalise.search_key` folds them."""

    base_form_class = ProcedurePageForm
    edit_handler = procedure_edit_handler
    template = "procedure_pages/procedure_page.html"
    parent_page_types: ClassVar[list[str]] = ["procedure_pages.CataloguePage"]
    subpage_types: ClassVar[list[str]] = []
    exclude_fields_in_copy: ClassVar[list[str]] = ["change_note"]
    api_fields: ClassVar[list[str]] = [
        "summary",
        "category",
        "life_events",
        "kind",
        "eligibility",
        "eligibility_check",
        "guidance",
        "easy_guidance",
        "fee",
        "paper",
        "identity_note",
        "criteria",
        "opens_at",
        "closes_at",
        "processing_days",
        "purpose",
    ]
    """What Wagtail's API tells of a procedure; its form is told by `procedure_pages.api`."""

    class Meta:
        verbose_name = _("procedure")
        verbose_name_plural = _("procedures")
        indexes = [
            GinIndex(fields=["search_text"], name="procedure_search", opclasses=["gin_trgm_ops"]),
            GinIndex(fields=["life_events"], name="procedure_life_events"),
        ]

    def clean(self) -> None:
        super().clean()
        if self.closes_at and (local := timezone.localtime(self.closes_at)).strftime("%H:%M:%S") == "23:59:00":
            self.closes_at = local.replace(second=59)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.search_text = search_text(self)
        super().save(*args, **kwargs)

    @property
    def applicant_kinds(self) -> tuple[str, ...]:
        kinds = ((ProfileKind.INDIVIDUAL, self.for_individuals), (ProfileKind.BUSINESS, self.for_businesses))
        return tuple(str(kind) for kind, may_apply in kinds if may_apply)

    @property
    def applicants(self) -> str:
        """Who may apply, in words."""
        return "・".join(str(ProfileKind(kind).label) for kind in self.applicant_kinds)

    @property
    def opening(self) -> Opening:
        return Opening(self.opens_at, self.closes_at, timezone.now(), self.quota, self.places_left)

    @cached_property
    def places_left(self) -> int | None:
        """Counted once for this object; `places.with_places` counts for a whole list at once."""
        return places_left(self.pk) if self.quota is not None else None
