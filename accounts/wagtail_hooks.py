from wagtail import hooks

from .departments import DepartmentViewSet, department_viewset
from .staff_bulk_actions import AssignRoleToStaff, DeleteStaff, SetActiveStateOfStaff


@hooks.register("register_admin_viewset")
def register_departments() -> DepartmentViewSet:
    return department_viewset


for action in (AssignRoleToStaff, DeleteStaff, SetActiveStateOfStaff):
    hooks.register("register_bulk_action", action, order=1)
