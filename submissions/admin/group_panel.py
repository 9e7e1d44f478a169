"""A part of Wagtail's group form: the cases that the members of the group may see, review and decide."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.formsets import BaseFormSetMixin
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page

from accounts.models import Department

from ..actions.set_case_grants import Granted, set_case_grants
from ..enums import GrantRole
from ..models import FormVersion


class GrantForm(forms.Form):
    department = forms.ModelChoiceField(
        label=gettext_lazy("Department"), queryset=Department.objects.all(), required=False, empty_label="—"
    )
    procedure = forms.ModelChoiceField(
        label=gettext_lazy("Procedure"), queryset=Page.objects.none(), required=False, empty_label="—"
    )
    role = forms.ChoiceField(label=gettext_lazy("What they may do"), choices=GrantRole.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = Page.objects.filter(pk__in=FormVersion.objects.values("page_id")).order_by("title")
        self.fields["procedure"].queryset = offered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if bool(data.get("department")) is bool(data.get("procedure")):
            raise ValidationError(_("Choose either a department or a procedure."))
        return data

    def granted(self) -> Granted:
        department, procedure = self.cleaned_data["department"], self.cleaned_data["procedure"]
        return department and department.pk, procedure and procedure.pk, self.cleaned_data["role"]


class BaseGrantFormSet(BaseFormSetMixin, forms.BaseFormSet[GrantForm]):
    def __init__(self, data: Any = None, files: Any = None, instance: Group | None = None) -> None:
        self.instance = instance or Group()
        standing = self.instance.case_grants.all() if self.instance.pk else []
        initial = [
            {"department": grant.department_id, "procedure": grant.procedure_id, "role": grant.role}
            for grant in standing
        ]
        super().__init__(data, files, initial=initial, prefix="case_grants")

    def save(self) -> None:
        kept = [form for form in self.forms if form not in self.deleted_forms and form.cleaned_data]
        grants = {form.granted() for form in kept}
        set_case_grants(self.instance, grants, user=get_active_log_context().user)

    def as_admin_panel(self) -> str:
        return render_to_string("submissions/admin/grants_formset.html", {"formset": self})


GrantFormSet = forms.formset_factory(GrantForm, formset=BaseGrantFormSet, extra=0, can_delete=True)
