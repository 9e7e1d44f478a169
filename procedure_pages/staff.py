"""The groups of the staff and the way of a page from its author to the public.

Who sees which cases is not decided here: a group gets that as `submissions.models.CaseGrant`.
"""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from accounts.models import Department
from accounts.roles import ADMINISTRATORS, APPROVERS, AUTHORS, PUBLISHERS, REVIEWERS
from submissions.enums import GrantRole
from submissions.models import CaseGrant

from .models import QuestionSet

WORKFLOW = "公開前の確認"

AUTHOR_ACTIONS = ("add_page", "change_page")
PUBLISHER_ACTIONS = (*AUTHOR_ACTIONS, "publish_page", "lock_page", "unlock_page")
LIBRARY_ACTIONS = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")
PART_ACTIONS = ("add", "change", "view")
PUBLISHED_PART_ACTIONS = (*PART_ACTIONS, "publish", "delete", "lock", "unlock")
PART_MODELS = ("questionset", "lookuptable")
ADMINISTERED_MODELS = ("user", "group", "department", "site", "workflow", "task", "brandsettings", "redirect", "locale")


def create_editorial_groups(home: Page) -> None:
    """Authors write, publishers publish, administrators look after accounts and settings."""
    for name, actions in (
        (AUTHORS, AUTHOR_ACTIONS),
        (PUBLISHERS, PUBLISHER_ACTIONS),
        (ADMINISTRATORS, PUBLISHER_ACTIONS),
    ):
        group = _staff_group(name)
        _allow_pages(group, home, actions)
        _allow_library(group)
        _allow_parts(group, PART_ACTIONS if name == AUTHORS else PUBLISHED_PART_ACTIONS)
        group.permissions.add(Permission.objects.get(codename="submit_translation"))
    for name in (PUBLISHERS, ADMINISTRATORS):
        banner = Permission.objects.filter(content_type__app_label="procedure_pages", content_type__model="banner")
        Group.objects.get(name=name).permissions.add(*banner)
    administrators = Group.objects.get(name=ADMINISTRATORS)
    administrators.permissions.add(*Permission.objects.filter(content_type__model__in=ADMINISTERED_MODELS))


def create_department_groups(department: Department) -> None:
    """審査担当 and 決裁担当 of one department."""
    for name, role in ((reviewers_of(department), GrantRole.REVIEW), (approvers_of(department), GrantRole.DECIDE)):
        CaseGrant.objects.get_or_create(group=_staff_group(name), department=department, role=role)


def reviewers_of(department: Department) -> str:
    return f"{department.name} {REVIEWERS}"


def approvers_of(department: Department) -> str:
    return f"{department.name} {APPROVERS}"


def create_moderation(home: Page) -> Workflow:
    """What an author hands on waits for somebody of the publishers."""
    workflow, is_new = Workflow.objects.get_or_create(name=WORKFLOW)
    if is_new:
        task = GroupApprovalTask.objects.create(name="公開担当による確認")
        task.groups.add(Group.objects.get(name=PUBLISHERS))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
        parts = ContentType.objects.get_for_model(QuestionSet)
        WorkflowContentType.objects.update_or_create(content_type=parts, defaults={"workflow": workflow})
        WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": workflow})
    return workflow


def remove_wagtail_defaults() -> None:
    """Wagtail's first migration makes groups and a workflow of its own; unused, they only confuse."""
    Workflow.objects.filter(name="Moderators approval", workflow_states__isnull=True).delete()
    GroupApprovalTask.objects.filter(name="Moderators approval", task_states__isnull=True).delete()
    Group.objects.filter(name__in=("Moderators", "Editors"), user__isnull=True).delete()


def _staff_group(name: str) -> Group:
    group, _is_new = Group.objects.get_or_create(name=name)
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    return group


def _allow_pages(group: Group, home: Page, codenames: Iterable[str]) -> None:
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames):
        GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)


def _allow_library(group: Group) -> None:
    root = Collection.get_first_root_node()
    for permission in Permission.objects.filter(codename__in=LIBRARY_ACTIONS):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _allow_parts(group: Group, actions: Iterable[str]) -> None:
    codenames = [f"{action}_{model}" for action in actions for model in PART_MODELS]
    group.permissions.add(*Permission.objects.filter(content_type__app_label="procedure_pages", codename__in=codenames))
