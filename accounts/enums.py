from django.db import models
from django.utils.translation import gettext_lazy as _


class ProfileKind(models.TextChoices):
    INDIVIDUAL = "individual", _("Individual")  # 個人
    BUSINESS = "business", _("Business")  # 事業者


class Sex(models.TextChoices):
    MALE = "male", _("Male")
    FEMALE = "female", _("Female")
    OTHER = "other", _("Other")
    UNSAID = "unsaid", _("Prefer not to say")


class MemberRole(models.TextChoices):
    MANAGER = "manager", _("Manager")
    CLERK = "clerk", _("Clerk")
    READER = "reader", _("Read only")
