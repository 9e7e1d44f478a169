"""One step of an application on one page. What is typed is saved first, whatever the button, and judged after."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache

from ..actions import Saved, cancel_upload, confirm_answer, order_attachments, remove_attachment, save_draft
from ..corrections import open_correction, open_paths_of
from ..forms.builder import StepForm
from ..forms.scripts import scripts_of
from ..forms.typed import typed_changes
from ..models import DraftAnswers
from ..refusals import Refused
from ..schema import Step
from ..schema.evaluation import Evaluation
from ..schema.validation import check_step
from .access import own_draft, seen_versions, uuid_of, version_of
from .attached import attached_files, has_file_questions, moved_order, take_uploads
from .banks import fill_bank
from .conflicts import leave_theirs
from .earlier import show_doubts
from .navigation import context_of, neighbour, step_items
from .newer_form import newer_form_banner
from .pending import keep_typed, take_pending
from .postal import fill_address, fill_town, show_towns
from .remarks import show_remarks
from .rows import change_rows
from .rules import for_browser, has_opened
from .same import fill_same, show_same
from .substitutes import show_substitutes


@method_decorator([never_cache, keep_typed, login_required], name="dispatch")
class StepView(View):
    template_name = "submissions/wizard/step.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.reference, self.position = kwargs["reference"], kwargs["position"]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.load()
        if (pending := take_pending(request)) is not None:
            return self.store(pending, MultiValueDict())
        if not self.evaluation.is_step_shown(self.step):
            return self.elsewhere()
        return self.page(is_checked="check" in request.GET)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.load()
        return self.store(request.POST, request.FILES)

    def load(self) -> None:
        self.submission, self.draft = own_draft(self.request, self.reference)
        steps = self.submission.schema.steps
        if self.position > len(steps) or self.position < 1:
            raise Http404
        self.step: Step = steps[self.position - 1]
        self.correction = open_correction(self.submission)
        self.open_paths = open_paths_of(self.submission, self.correction) if self.correction else None
        self.evaluation = self.draft.evaluation

    def form(self, *, is_checked: bool = False) -> StepForm:
        return StepForm(
            self.step,
            self.evaluation,
            files=attached_files(self.submission, self.step, self.draft),
            removed=self.draft.removed,
            open_paths=self.open_paths,
            is_checked=is_checked,
            form_key=self.submission.form_version.sha256,
        )

    def store(self, typed: QueryDict, files: MultiValueDict[str, Any]) -> HttpResponse:
        """Save what was typed, then do what the button says."""
        changes = typed_changes(self.step, self.draft, typed, open_paths=self.open_paths)
        leave_theirs(changes, typed, self.draft.answers)
        place = self.fill(changes, typed)
        try:
            saved = self.save(changes, typed)
            if "rows" in typed and not saved.conflicts:
                place = change_rows(self.step, changes, typed.get("rows", ""), self.draft.removed)
                saved = save_draft(self.submission, changes, user=self.request.user, base_version=saved.version)
            faults = take_uploads(self.submission, self.step, files, user=self.request.user)
            if "confirm" in typed:
                place = f"#q-{typed.get('confirm', '')}"
                confirm_answer(self.submission, typed.get("confirm", ""), user=self.request.user)
            if "remove_file" in typed:
                self.remove_file(typed.get("remove_file", ""))
            if "move_file" in typed:
                place = self.move_file(typed.get("move_file", ""))
            if upload_id := uuid_of(typed.get("cancel_upload", "")):
                cancel_upload(self.submission, upload_id, user=self.request.user)
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return redirect(self.request.path)
        if saved.conflicts or faults:
            return self.page_with_faults(changes, saved, faults)
        return self.go_on(typed, place)

    def fill(self, changes: dict[str, Any], typed: QueryDict) -> str:
        """Carry out a button that fills something in; gives the query and anchor of the place to show next."""
        if "address" in typed:
            return fill_address(changes, typed.get("address", ""), self.request)
        if "town" in typed:
            return fill_town(changes, typed.get("town", ""))
        if "bank" in typed:
            return fill_bank(changes, typed.get("bank", ""))
        if "same" in typed:
            return fill_same(changes, typed.get("same", ""), self.submission, self.request)
        return ""

    def save(self, changes: dict[str, Any], typed: QueryDict) -> Saved:
        return save_draft(
            self.submission,
            changes,
            user=self.request.user,
            base_version=version_of(typed.get("version", "")),
            seen=seen_versions(typed.getlist("seen")),
            overwrite="overwrite" in typed,
        )

    def remove_file(self, value: str) -> None:
        path, _colon, pk = value.rpartition(":")
        for attachment in self.submission.attachments.all():
            if (attachment.path, str(attachment.pk)) == (path, pk):
                remove_attachment(attachment, user=self.request.user)

    def move_file(self, value: str) -> str:
        """``path:id:up`` or ``…:down``; the place on the page to show next."""
        path, name, way = (*value.rsplit(":", 2), "", "")[:3]
        files = attached_files(self.submission, self.step, self.draft).get(path, [])
        ids = moved_order(files, name, -1 if way == "up" else 1)
        order_attachments(self.submission, path, ids, user=self.request.user)
        return f"#q-{path}"

    def go_on(self, typed: QueryDict, place: str) -> HttpResponse:
        target = typed.get("go", "")
        if target.isdecimal() and len(target) < 4:
            return redirect("submissions:step", self.reference, int(target))
        action = typed.get("action", "")
        if action == "pause":
            messages.success(self.request, _("Your answers are saved. You can go on at any time from here."))
            return redirect("submissions:case_list")
        if action not in ("next", "anyway", "previous"):
            return redirect(f"{self.request.path}{place}")
        before, self.evaluation = self.evaluation, self.saved_evaluation()
        if action == "next":
            if any(stop.title for stop in self.evaluation.stops()):
                return redirect("submissions:exit", self.reference, self.position)
            if "rules" not in typed and has_opened(self.step, before, self.evaluation):
                messages.info(self.request, _("Your answers have opened more questions on this page."))
                return redirect(self.request.path)
            if check_step(self.evaluation, self.step):
                return redirect(f"{self.request.path}?check=1")
        by = -1 if action == "previous" else 1
        position = neighbour(self.evaluation, self.position, by, self.open_paths)
        if position is None and by == 1:
            return redirect("submissions:confirm", self.reference)
        return redirect("submissions:step", self.reference, position or self.position)

    def elsewhere(self) -> HttpResponse:
        """To the next step that is asked, or the one before: a rule skips this one."""
        for by in (1, -1):
            position = neighbour(self.evaluation, self.position, by, self.open_paths)
            if position is not None:
                return redirect("submissions:step", self.reference, position)
        return redirect("submissions:confirm", self.reference)

    def saved_evaluation(self) -> Evaluation:
        answers = DraftAnswers.objects.values_list("answers", flat=True).get(pk=self.draft.pk)
        return self.submission.evaluate(answers)

    def page_with_faults(self, changes: dict[str, Any], saved: Saved, faults: dict[str, list[str]]) -> HttpResponse:
        """The page again, with what was typed in the boxes and what else was saved meanwhile beside them."""
        self.draft = DraftAnswers.objects.get(pk=self.draft.pk)
        kept = {key: changes[key] for key in saved.conflicts}
        answers = {**self.draft.answers, **kept}
        self.evaluation = self.submission.evaluate(answers)
        form = self.form()
        form.show_faults(faults)
        for path in faults.keys() - form.fields.keys():
            messages.error(self.request, " ".join(faults[path]))
        form.show_conflicts(saved.conflicts)
        return self.page(form=form, has_conflicts=bool(saved.conflicts))

    def page(
        self, *, form: StepForm | None = None, is_checked: bool = False, has_conflicts: bool = False
    ) -> HttpResponse:
        form = form or self.form(is_checked=is_checked)
        show_towns(form, self.request.GET.get("towns", ""))
        if self.correction:
            show_remarks(form, self.submission, self.correction)
        show_doubts(form, self.submission, self.draft)
        show_same(form)
        show_substitutes(form)
        items = step_items(self.evaluation, self.draft, current=self.position, open_paths=self.open_paths)
        context = {
            "submission": self.submission,
            "step": self.step,
            "position": self.position,
            "form": form,
            "draft": self.draft,
            "correction": self.correction,
            "newer_form": newer_form_banner(self.submission),
            "is_checked": is_checked,
            "has_conflicts": has_conflicts,
            "removed_from": self.request.GET.get("removed", ""),
            "has_previous": neighbour(self.evaluation, self.position, -1, self.open_paths) is not None,
            "scripts": scripts_of(self.step),
            "rules": for_browser(self.step, self.evaluation),
            "autosave_url": reverse("submissions:autosave", args=[self.reference]),
            "upload_url": reverse("submissions:upload", args=[self.reference]),
            "has_files": has_file_questions(self.step),
            "begin_url": reverse("submissions:begin_upload", args=[self.reference]) if settings.DIRECT_UPLOADS else "",
            **context_of(items),
        }
        return render(self.request, self.template_name, context)
