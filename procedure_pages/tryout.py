"""ためしに入力する: an author walks through the form as it stands in the editor. Nothing of it is stored.

Form and answers travel in a signed hidden field between the author's browser and this view. They are judged by the
checks of a real application. Of a file only its name is sent: the pages post no contents.
"""

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from submissions.forms.builder import StepForm
from submissions.forms.scripts import scripts_of
from submissions.models import Attachment
from submissions.schema import FormSchema, Step, schema_from_json, schema_to_json
from submissions.schema.evaluation import Evaluation, Said
from submissions.schema.kinds import KINDS
from submissions.schema.paths import holder_of
from submissions.schema.validation import check, check_step
from submissions.views.answers import answer_steps
from submissions.views.banks import fill_bank
from submissions.views.postal import fill_address, fill_town, show_towns
from submissions.views.rows import change_rows
from submissions.views.rules import for_browser

from .compiler import compile_form
from .samples import circumstances, sample

if TYPE_CHECKING:
    from .models import ProcedurePage

SALT = "procedure_pages.tryout"
FileList = dict[str, list[dict[str, str]]]


@dataclass
class Trial:
    """`answers` are raw, `files` the names of what was chosen, by path, `seen` the keys of the steps left behind."""

    title: str
    schema: FormSchema
    purpose: str
    applicant: str
    answers: dict[str, Any] = field(default_factory=dict)
    files: FileList = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)

    @property
    def evaluation(self) -> Evaluation:
        return Evaluation(self.schema, self.answers, circumstances(self.applicant))

    def neighbour(self, position: int, by: int) -> int | None:
        """The next (1) or previous (-1) step that is asked, counted from 1; None beyond the ends."""
        evaluation = self.evaluation
        position += by
        while 1 <= position <= len(self.schema.steps):
            if evaluation.is_step_shown(self.schema.steps[position - 1]):
                return position
            position += by
        return None

    def form(self, step: Step, *, is_checked: bool = False) -> StepForm:
        return StepForm(step, self.evaluation, files=self.files, is_checked=is_checked)

    def sign(self, user: Any) -> str:
        """Only `user` can go on with it."""
        content = {**vars(self), "schema": schema_to_json(self.schema), "user": user.pk}
        return signing.dumps(content, salt=SALT, compress=True)


def trial_of(text: str, user: Any) -> Trial:
    """BadSignature if `text` was not signed for `user`."""
    content = signing.loads(text, salt=SALT)
    if content.pop("user") != user.pk:
        raise signing.BadSignature
    return Trial(**{**content, "schema": schema_from_json(content["schema"])})


def new_trial(page: "ProcedurePage", *, applicant: str = "") -> Trial:
    """Begun the way a draft is begun: what the profile knows is filled in."""
    schema = compile_form(page).schema
    trial = Trial(page.title, schema, page.purpose, applicant or next(iter(page.applicant_kinds), ""))
    trial.answers = {question.key: sample(question) for question in schema.fields if question.prefill}
    return trial


@never_cache
@require_POST
def tryout(request: HttpRequest) -> HttpResponse:
    """Take in what was typed, then do what the button says. The whole state is in the request."""
    try:
        trial = trial_of(request.POST.get("trial", ""), request.user)
    except signing.BadSignature:
        return render(request, "procedure_pages/preview/ended.html", status=400)
    position = _position(request.POST.get("position", ""), trial)
    if position is None:
        return _finish(request, trial)
    towns = _take(request, trial, trial.schema.steps[position - 1])
    return _go_on(request, trial, position, towns)


def _position(text: str, trial: Trial) -> int | None:
    """The step that was shown, from 1; None for the confirmation."""
    is_step = text.isdecimal() and len(text) < 4 and 1 <= int(text) <= len(trial.schema.steps)
    return int(text) if is_step else None


def _take(request: HttpRequest, trial: Trial, step: Step) -> str:
    """Keep what was typed. The path of an address whose postal code stands for several towns, else empty."""
    posted, form, place = request.POST, trial.form(step), ""
    changes = form.changes(posted)
    if "address" in posted:
        place = fill_address(changes, posted["address"], request)
    if "town" in posted:
        fill_town(changes, posted["town"])
    if "bank" in posted:
        fill_bank(changes, posted["bank"])
    if "rows" in posted:
        change_rows(step, changes, posted["rows"], [])
    trial.answers.update(changes)
    trial.seen = sorted({*trial.seen, step.key})
    for item in form.all_items():
        if KINDS[item.question.kind].has_files:
            _take_names(trial, item.path, posted)
    return posted["address"] if place.startswith("?towns=") else ""


def _take_names(trial: Trial, path: str, posted: QueryDict) -> None:
    chosen = [{"id": str(uuid.uuid4()), "name": name} for name in posted.getlist(path) if name]
    removed = posted.get("remove_file", "").rpartition(":")[2]
    files = [file for file in (*trial.files.get(path, ()), *chosen) if file["id"] != removed]
    place = holder_of(trial.answers, path)
    if place is not None and (files or path in trial.files):
        trial.files[path] = files
        place[0][place[1]] = [file["id"] for file in files]


def _go_on(request: HttpRequest, trial: Trial, position: int, towns: str) -> HttpResponse:
    target = _position(request.POST.get("go", ""), trial)
    action = request.POST.get("action", "")
    if target is not None:
        return step_page(request, trial, target)
    if action not in ("next", "anyway", "previous"):
        return step_page(request, trial, position, towns=towns)
    if action == "next":
        stops = [stop for stop in trial.evaluation.stops() if stop.title]
        if stops:
            return stop_page(request, stops[0])
        if check_step(trial.evaluation, trial.schema.steps[position - 1]):
            return step_page(request, trial, position, is_checked=True)
    by = -1 if action == "previous" else 1
    neighbour = trial.neighbour(position, by)
    if neighbour is None and by == 1:
        return confirm_page(request, trial)
    return step_page(request, trial, neighbour or position)


def _finish(request: HttpRequest, trial: Trial) -> HttpResponse:
    """From the confirmation back to a step, or to the end, which stores nothing."""
    target = _position(request.POST.get("go", ""), trial)
    if target is not None:
        return step_page(request, trial, target, is_checked=True)
    faults = check(trial.evaluation)[1]
    if faults:
        return confirm_page(request, trial, faults=[sentence for found in faults.values() for sentence in found])
    return render(request, "procedure_pages/preview/ended.html", {"is_complete": True})


def stop_page(request: HttpRequest, stop: Said) -> HttpResponse:
    return render(request, "procedure_pages/preview/ended.html", {"stop": stop})


def step_page(
    request: HttpRequest, trial: Trial, position: int, *, is_checked: bool = False, towns: str = ""
) -> HttpResponse:
    step = trial.schema.steps[position - 1]
    form = trial.form(step, is_checked=is_checked)
    show_towns(form, towns)
    context = {
        "title": trial.title,
        "step": step,
        "form": form,
        "position": position,
        "has_previous": trial.neighbour(position, -1) is not None,
        "steps": _step_list(trial, position),
        "scripts": scripts_of(step),
        "rules": for_browser(step, trial.evaluation),
        "trial": trial.sign(request.user),
    }
    return render(request, "procedure_pages/preview/step.html", context)


def _step_list(trial: Trial, current: int) -> list[dict[str, str]]:
    evaluation = trial.evaluation
    return [
        {"title": step.title or _("(no title)"), "state": state, "name": "go", "value": str(number)}
        for number, step in enumerate(trial.schema.steps, 1)
        if evaluation.is_step_shown(step)
        for state in ("current" if number == current else _state(trial, evaluation, step),)
    ]


def _state(trial: Trial, evaluation: Evaluation, step: Step) -> str:
    if step.key not in trial.seen:
        return "todo"
    return "error" if check_step(evaluation, step) else "done"


def confirm_page(request: HttpRequest, trial: Trial, *, faults: list[str] | None = None) -> HttpResponse:
    chosen = [file for files in trial.files.values() for file in files]
    attached = {file["id"]: Attachment(id=file["id"], name=file["name"], size=0) for file in chosen}
    context = {
        "title": trial.title,
        "steps_with_answers": answer_steps(trial.evaluation, attached),
        "purpose": trial.purpose,
        "faults": faults or [],
        "trial": trial.sign(request.user),
    }
    return render(request, "procedure_pages/preview/confirm.html", context)
