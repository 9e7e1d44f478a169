from wagtail.users.views.users import UserViewSet


class StaffUserViewSet(UserViewSet):
    """Wagtail's user management, restricted to staff."""
