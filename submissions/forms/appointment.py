"""Appointing an agent (代理人), and accepting the appointment."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from accounts.enums import AgentPower
from accounts.fields import CodeField, DatePartsField, LineField
from accounts.forms.entrance import mail_field
from accounts.forms.profile import DATE_HELP
from accounts.forms.sentences import ask_for
from accounts.models import ApplicantProfile

LONGEST = timedelta(days=3 * 366)
NUMBER_LENGTHS = (4, 12)


class AppointForm(forms.Form):
    email = mail_field(_("E-mail address of the agent"), _("We send a link there. The agent accepts it with a login."))
    powers = forms.MultipleChoiceField(
        label=_("What the agent may do"), choices=AgentPower.choices, widget=forms.CheckboxSelectMultiple
    )
    extent = forms.ChoiceField(
        label=_("For which procedures"),
        choices=[("chosen", _("Only those that I choose")), ("all", _("All procedures"))],
        widget=forms.RadioSelect,
    )
    procedures = forms.ModelMultipleChoiceField(
        label=_("Procedures"),
        required=False,
        queryset=Page.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Needed only if you choose single procedures."),
    )
    includes_others = forms.BooleanField(
        label=_("Also applications of these procedures that I have begun myself"), required=False
    )
    starts_on = DatePartsField(label=_("From"), help_text=DATE_HELP)
    ends_on = DatePartsField(label=_("Until"), help_text=_("This day is included. Three years at most."))
    is_paid = forms.ChoiceField(
        label=_("Is the agent paid for this?"),
        choices=[("no", _("No, for example family")), ("yes", _("Yes"))],
        widget=forms.RadioSelect,
        help_text=_("Whoever does this for a fee needs a registration, such as that of an administrative scrivener."),
    )
    reason = LineField(label=_("Reason"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        procedures = self.fields["procedures"]
        assert isinstance(procedures, forms.ModelMultipleChoiceField)
        procedures.queryset = Page.objects.live().public().filter(acceptance_period__isnull=False).order_by("title")
        for name in ("powers", "extent", "is_paid"):
            self.fields[name].error_messages["required"] = ask_for(self.fields[name].label, is_choice=True)
        for name in ("starts_on", "ends_on"):
            self.fields[name].error_messages["required"] = ask_for(self.fields[name].label)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        starts_on, ends_on = values.get("starts_on"), values.get("ends_on")
        if values.get("extent") == "chosen" and "procedures" in values and not values["procedures"]:
            self.add_error("procedures", _("Choose at least one procedure."))
        if ends_on and ends_on < timezone.localdate():
            self.add_error("ends_on", _("This day is over."))
        elif starts_on and ends_on and not starts_on <= ends_on <= starts_on + LONGEST:
            self.add_error("ends_on", _("Choose a day after the first one, at most three years later."))
        return values

    @property
    def appointment(self) -> dict[str, Any]:
        """As `accounts.agent_actions.appoint_agent` takes it."""
        values = dict(self.cleaned_data)
        extent, procedures, is_paid = values.pop("extent"), values.pop("procedures"), values.pop("is_paid")
        return {**values, "procedures": None if extent == "all" else procedures, "is_paid": is_paid == "yes"}


class AcceptForm(forms.Form):
    """With which of one's profiles; a paid agent's registration number."""

    agent = forms.ModelChoiceField(
        label=_("Who accepts"), queryset=ApplicantProfile.objects.none(), widget=forms.RadioSelect, empty_label=None
    )

    def __init__(self, *args: Any, profiles: Any, is_paid: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agent = self.fields["agent"]
        assert isinstance(agent, forms.ModelChoiceField)
        agent.queryset = profiles
        agent.error_messages["required"] = ask_for(agent.label, is_choice=True)
        if is_paid:
            self.fields["registration_number"] = registration_field()


def registration_field() -> CodeField:
    label, (shortest, longest) = _("Registration number"), NUMBER_LENGTHS
    field = CodeField(
        label=label,
        min_length=shortest,
        max_length=longest,
        help_text=_("Of an administrative scrivener: 8 digits. Other professions: the number of their own register."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "width-m"}),
    )
    field.error_messages["required"] = ask_for(label)
    return field
