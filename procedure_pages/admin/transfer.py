"""Procedures as files, out of and into the admin, for those who may add pages to the catalogue."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from ..models import CataloguePage, ProcedurePage
from ..transfer import IfThere, Imported, InvalidFile, export_procedure, import_data, load
from ..transfer.format import LARGEST_FILE


class ExportForm(forms.Form):
    format = forms.ChoiceField(
        label=gettext_lazy("Format"),
        choices=[("yaml", gettext_lazy("YAML (to read and edit)")), ("json", "JSON")],
        widget=forms.RadioSelect,
        initial="yaml",
    )
    with_files = forms.BooleanField(label=gettext_lazy("With its images and documents"), required=False, initial=True)


class ImportForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("YAML, or JSON if its name ends in .json. The procedure is added as a draft."),
        max_length=200,
    )
    if_there = forms.ChoiceField(
        label=gettext_lazy("If there is a procedure with this address already"),
        choices=IfThere.choices,
        widget=forms.RadioSelect,
        initial=IfThere.REFUSE,
    )
    update_library = forms.BooleanField(
        label=gettext_lazy("Also renew parts of the library and tables whose content differs"),
        required=False,
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(_("The file is larger than %(size)d MB.") % {"size": LARGEST_FILE // 1024**2})
        return file


class ExportView(WagtailAdminTemplateMixin, FormView):
    form_class = ExportForm
    template_name = "procedure_pages/admin/transfer.html"
    page_title = gettext_lazy("Export a procedure")
    header_icon = "download"

    @cached_property
    def page(self) -> ProcedurePage:
        page = get_object_or_404(ProcedurePage, pk=self.kwargs["page_pk"])
        _require_adding(page.get_parent(), self.request.user)
        return page.get_latest_revision_as_object()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit_url = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        above = {"url": edit_url, "label": self.page.get_admin_display_title()}
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(submit_button_label=_("Download"), page=self.page, **kwargs)

    def form_valid(self, form: ExportForm) -> HttpResponse:
        chosen = form.cleaned_data["format"]
        content = export_procedure(self.page, is_json=chosen == "json", with_files=form.cleaned_data["with_files"])
        response = HttpResponse(content, content_type="application/json" if chosen == "json" else "application/yaml")
        response.headers["Content-Disposition"] = f'attachment; filename="{self.page.pk}.{chosen}"'
        return response


class ImportView(WagtailAdminTemplateMixin, FormView):
    form_class = ImportForm
    template_name = "procedure_pages/admin/transfer.html"
    page_title = gettext_lazy("Import a procedure")
    header_icon = "upload"

    @cached_property
    def parent(self) -> CataloguePage:
        parent = get_object_or_404(CataloguePage, pk=self.kwargs["parent_pk"])
        _require_adding(parent, self.request.user)
        return parent

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        explore_url = reverse("wagtailadmin_explore", args=[self.parent.pk])
        above = {"url": explore_url, "label": self.parent.get_admin_display_title()}
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(submit_button_label=_("Import"), parent=self.parent, **kwargs)

    def form_valid(self, form: ImportForm) -> HttpResponse:
        file, parent = form.cleaned_data["file"], self.parent
        try:
            imported = import_data(
                load(file.read(), is_json=file.name.lower().endswith(".json")),
                parent=parent,
                user=self.request.user,
                if_there=IfThere(form.cleaned_data["if_there"]),
                update_library=form.cleaned_data["update_library"],
            )
        except InvalidFile as invalid:
            return self.render_to_response(self.get_context_data(form=form, faults=invalid.faults))
        return self._show(imported)

    def _show(self, imported: Imported) -> HttpResponse:
        for note in imported.notes:
            messages.warning(self.request, note)
        if imported.page is None:
            messages.success(self.request, _("The library was brought up to date."))
            return redirect("wagtailadmin_explore", self.parent.pk)
        messages.success(self.request, _("“%(title)s” was imported as a draft.") % {"title": imported.page.title})
        return redirect("wagtailadmin_pages:edit", imported.page.pk)


def _require_adding(parent: Page, user: Any) -> None:
    if not parent.permissions_for_user(user).can_add_subpage():
        raise PermissionDenied
