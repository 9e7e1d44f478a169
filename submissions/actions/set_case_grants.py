from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.log_actions import log

from ..models import CaseGrant

Granted = tuple[int | None, int | None, str]
"""Department id or procedure page id, the other None, and the role."""


@transaction.atomic
def set_case_grants(group: Group, grants: Iterable[Granted], *, user: Any) -> None:
    """Let the members of `group` do with cases exactly what `grants` say; what is already so keeps its row."""
    wanted = set(grants)
    standing = {(grant.department_id, grant.procedure_id, grant.role): grant for grant in group.case_grants.all()}
    if wanted == set(standing):
        return
    CaseGrant.objects.filter(pk__in=[grant.pk for key, grant in standing.items() if key not in wanted]).delete()
    for department_id, procedure_id, role in wanted - set(standing):
        CaseGrant.objects.create(group=group, department_id=department_id, procedure_id=procedure_id, role=role)
    data = {"grants": sorted(f"{department_id}/{procedure_id}/{role}" for department_id, procedure_id, role in wanted)}
    log(instance=group, action="submissions.set_case_grants", user=user, data=data)
