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
from submissions.schema.evaluation import Evaluation
from submissions.schema.kinds import KINDS, GroupKind
from submissions.schema.paths import holder_of
from submissions.schema.validation import check, check_step
from submissions.views.answers import answer_steps
from submissions.views.banks import fill_bank
from submissions.views.navigation import neighbour
from submissions.views.postal import fill_address
from submissions.views.rows import change_rows, new_row
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
    answers: dict[str, Any]
    files: FileList = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)

    @property
    def evaluation(self) -> Evaluation:
        return Evaluation(self.schema, self.answers, circumstances())

    def sign(self, user: Any) -> str:
        """Only `user` can go on with it."""
        schema = schema_to_json(self.schema)
        content = [user.pk, self.title, schema, self.purpose, self.answers, self.files, self.seen]
        return signing.dumps(content, salt=SALT, compress=True)


def trial_of(text: str, user: Any) -> Trial:
    """BadSignature if `text` was not signed for `user`."""
    owner, title, schema, *rest = signing.loads(text, salt=SALT)
    if owner != user.pk:
        raise signing.BadSignature
    return Trial(title, schema_from_json(schema), *rest)


def new_trial(page: "ProcedurePage") -> Trial:
    """Begun the way a draft is begun: what the profile knows is filled in, a group has the rows it must have."""
    schema = compile_form(page).schema
    answers: dict[str, Any] = {}
    for question in schema.fields:
        if question.prefill:
            answers[question.key] = sample(question)
        elif KINDS[question.kind].has_rows:
            answers[question.key] = [new_row() for _number in range(GroupKind.fewest(question))]
    return Trial(page.title, schema, page.purpose, answers)


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
    step = trial.schema.steps[position - 1]
    _take(request, trial, step)
    return _go_on(request, trial, position)


def _position(text: str, trial: Trial) -> int | None:
    """The step that was shown, from 1; None for the confirmation."""
    is_step = text.isdecimal() and len(text) < 4 and 1 <= int(text) <= len(trial.schema.steps)
    return int(text) if is_step else None


def _take(request: HttpRequest, trial: Trial, step: Step) -> None:
    form = StepForm(step, trial.evaluation, files=trial.files)
    changes = form.changes(request.POST)
    if "rows" in request.POST:
        change_rows(step, changes, request.POST["rows"], [])
    if "address" in request.POST:
        fill_address(changes, request.POST["address"], request)
    if "bank" in request.POST:
        fill_bank(changes, request.POST["bank"])
    trial.answers.update(changes)
    trial.seen = sorted({*trial.seen, step.key})
    for item in form.all_items():
        if KINDS[item.question.kind].has_files:
            _take_names(trial, item.path, request.POST)


def _take_names(trial: Trial, path: str, posted: QueryDict) -> None:
    chosen = [{"id": str(uuid.uuid4()), "name": name} for name in posted.getlist(path) if name]
    removed = posted.get("remove_file", "").rpartition(":")[2]
    files = [file for file in (*trial.files.get(path, ()), *chosen) if file["id"] != removed]
    trial.files[path] = files
    _set(trial.answers, path, [file["id"] for file in files])


def _set(answers: dict[str, Any], path: str, value: Any) -> None:
    if place := holder_of(answers, path):
        holder, key = place
        holder[key] = value


def _go_on(request: HttpRequest, trial: Trial, position: int) -> HttpResponse:
    target = _position(request.POST.get("go", ""), trial)
    action = request.POST.get("action", "")
    if target is not None:
        return step_page(request, trial, target)
    if action not in ("next", "anyway", "previous"):
        return step_page(request, trial, position)
    if action == "next" and check_step(trial.evaluation, trial.schema.steps[position - 1]):
        return step_page(request, trial, position, is_checked=True)
    following = neighbour(trial.evaluation, position, -1 if action == "previous" else 1, None)
    if following is None and action != "previous":
        return confirm_page(request, trial)
    return step_page(request, trial, following or 1)


def _finish(request: HttpRequest, trial: Trial) -> HttpResponse:
    """From the confirmation back to a step, or to the end, which stores nothing."""
    target = _position(request.POST.get("go", ""), trial)
    if target is not None:
        return step_page(request, trial, target, is_checked=True)
    faults = check(trial.evaluation)[1]
    if faults:
        return confirm_page(request, trial, faults=[sentence for found in faults.values() for sentence in found])
    return render(request, "procedure_pages/preview/ended.html", {"is_complete": True})


def step_page(request: HttpRequest, trial: Trial, position: int, *, is_checked: bool = False) -> HttpResponse:
    step = trial.schema.steps[position - 1]
    context = {
        "title": trial.title,
        "step": step,
        "form": StepForm(step, trial.evaluation, files=trial.files, is_checked=is_checked),
        "position": position,
        "has_previous": position > 1,
        "scripts": scripts_of(step),
        "rules": for_browser(step, trial.evaluation),
        "steps": [
            _step_item(trial, number, current=position)
            for number, other in enumerate(trial.schema.steps, 1)
            if trial.evaluation.is_step_shown(other)
        ],
        "trial": trial.sign(request.user),
    }
    return render(request, "procedure_pages/preview/step.html", context)


def _step_item(trial: Trial, number: int, *, current: int) -> dict[str, str]:
    step = trial.schema.steps[number - 1]
    state = "todo"
    if number == current:
        state = "current"
    elif step.key in trial.seen:
        state = "error" if check_step(trial.evaluation, step) else "done"
    return {"title": step.title or _("(no title)"), "state": state, "name": "go", "value": str(number)}


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
