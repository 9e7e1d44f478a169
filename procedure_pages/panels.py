"""The editor of a procedure: one tab for each question an author answers."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.models import Page

from .admin.panels import RenewedPartsPanel
from .problem_list import ProblemsPanel
from .versions.panel import VersionsPanel

guidance_tab = ObjectList(
    [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("category"), FieldPanel("keywords")], heading=_("In the catalogue")),
        FieldPanel("life_events"),
        FieldPanel("eligibility"),
        MultiFieldPanel(
            [
                FieldPanel("eligibility_check"),
                FieldPanel("check_may"),
                FieldPanel("check_may_not"),
                FieldPanel("check_ask"),
            ],
            heading=_("Check before applying"),
        ),
        FieldPanel("guidance"),
        MultiFieldPanel([FieldPanel("fee"), FieldPanel("identity_note")], heading=_("Fee and proof of identity")),
        MultiFieldPanel(
            [FieldPanel("paper"), FieldPanel("paper_form"), FieldPanel("paper_address")],
            heading=_("Without this system"),
        ),
        MultiFieldPanel([FieldPanel("easy_guidance"), FieldPanel("readings")], heading=_("Easy Japanese and furigana")),
        MultipleChooserPanel("related_procedures", chooser_field_name="procedure", heading=_("Related procedures")),
        MultipleChooserPanel(
            "follow_ups",
            chooser_field_name="procedure",
            heading=_("Procedures that follow"),
            help_text=_("Offered, with the answers taken over, to those whose case was granted or accepted."),
        ),
    ],
    heading=_("Guidance"),
)
form_tab = ObjectList(
    [
        VersionsPanel(heading=_("Versions of the form")),
        FieldPanel("change_note"),
        ProblemsPanel(),
        RenewedPartsPanel(),
        FieldPanel("steps"),
        FieldPanel("rules"),
        FieldPanel("test_cases"),
    ],
    heading=_("Application form"),
)
handling_tab = ObjectList(
    [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("department")], heading=_("The procedure")),
        MultiFieldPanel([FieldPanel("for_individuals"), FieldPanel("for_businesses")], heading=_("Who may apply")),
        FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")], heading=_("Acceptance period")),
        FieldRowPanel([FieldPanel("quota"), FieldPanel("withdrawal_frees_place")], heading=_("Number of applications")),
        MultiFieldPanel(
            [FieldPanel("processing_days"), FieldPanel("criteria"), FieldPanel("has_approval")],
            heading=_("How it is reviewed"),
        ),
        MultiFieldPanel([FieldPanel("purpose"), FieldPanel("retention_years")], heading=_("Personal data")),
    ],
    heading=_("Acceptance and review"),
)
notices_tab = ObjectList(
    [
        FieldPanel("issuer"),
        MultiFieldPanel([FieldPanel("granted_title"), FieldPanel("granted_text")], heading=_("When granted")),
        MultiFieldPanel(
            [FieldPanel("refused_title"), FieldPanel("redress"), FieldPanel("is_not_disposition")],
            heading=_("When refused"),
        ),
        MultiFieldPanel([FieldPanel("accepted_title")], heading=_("When a notification is accepted")),
    ],
    heading=_("Notices"),
)
publishing_tab = ObjectList(
    [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("search_description")], heading=_("Address and search engines")
        ),
        PublishingPanel(),
    ],
    heading=_("Publication settings"),
)
procedure_edit_handler = TabbedInterface([guidance_tab, form_tab, handling_tab, notices_tab, publishing_tab])
