from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..enums import WRITING_ROLES, MemberRole, ProfileKind, Sex


class ApplicantProfile(models.Model):
    """Who applies: a person or a business (利用者情報). Several logins may act for one profile, one login for several.

    The items and which of them are required are the customer's; see `accounts.profile_items`. A case keeps a copy of
    the profile as it was, so a profile may change at any time.
    """

    kind = models.CharField(_("kind of applicant"), max_length=20, choices=ProfileKind.choices)
    name = models.CharField(_("name"), max_length=200)  # 氏名 / 法人名・事業者名
    name_kana = models.CharField(_("name in katakana"), max_length=200, blank=True)
    sex = models.CharField(_("sex"), max_length=20, blank=True, choices=Sex.choices)
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=8, blank=True)
    prefecture = models.CharField(_("prefecture"), max_length=20, blank=True)
    city = models.CharField(_("city, ward, town or village"), max_length=100, blank=True)
    street = models.CharField(_("town and number"), max_length=200, blank=True)
    building = models.CharField(_("building and room"), max_length=200, blank=True)
    representative_name = models.CharField(_("representative"), max_length=200, blank=True)
    representative_kana = models.CharField(_("representative in katakana"), max_length=200, blank=True)
    department = models.CharField(_("department in charge"), max_length=200, blank=True)
    contact_name = models.CharField(_("person in charge"), max_length=200, blank=True)
    contact_birth_date = models.DateField(_("date of birth of the person in charge"), null=True, blank=True)
    phone = models.CharField(_("telephone"), max_length=20)
    email = models.EmailField(_("e-mail address"), max_length=254)
    members = models.ManyToManyField(settings.AUTH_USER_MODEL, through="ProfileMember", related_name="profiles")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("applicant profile")
        verbose_name_plural = _("applicant profiles")
        constraints = [
            models.CheckConstraint(
                name="profile_individual_required",
                condition=~models.Q(kind=ProfileKind.INDIVIDUAL)
                | (~models.Q(name_kana="") & models.Q(birth_date__isnull=False)),
            ),
            models.CheckConstraint(
                name="profile_business_required",
                condition=~models.Q(kind=ProfileKind.BUSINESS) | ~models.Q(contact_name=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_business(self) -> bool:
        return self.kind == ProfileKind.BUSINESS

    @property
    def address(self) -> dict[str, str]:
        """The address in the shape that a form's address question takes."""
        return {
            "postal_code": self.postal_code,
            "prefecture": self.prefecture,
            "city": self.city,
            "street": self.street,
            "building": self.building,
        }

    @property
    def name_pair(self) -> dict[str, str]:
        """Name and furigana in the shape that a form's question for a name takes."""
        return {"name": self.name, "kana": self.name_kana}

    @property
    def representative_pair(self) -> dict[str, str]:
        return {"name": self.representative_name, "kana": self.representative_kana}

    @property
    def representative(self) -> str:
        """Who signs: the person, or the representative of the business."""
        return self.name if self.kind == ProfileKind.INDIVIDUAL else self.representative_name


class ProfileMember(models.Model):
    """A login that may act for a profile."""

    profile = models.ForeignKey(ApplicantProfile, on_delete=models.PROTECT, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=MemberRole.choices, default=MemberRole.MANAGER)
    name = models.CharField(_("name"), max_length=200, blank=True)
    """As colleagues know the person; empty for whoever registered the profile."""
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("profile member")
        verbose_name_plural = _("profile members")
        constraints = [models.UniqueConstraint(name="one_membership", fields=["profile", "user"])]

    def __str__(self) -> str:
        return f"{self.user} / {self.profile}"

    @property
    def may_write(self) -> bool:
        return self.role in WRITING_ROLES

    @property
    def is_manager(self) -> bool:
        return self.role == MemberRole.MANAGER

    @property
    def shown_name(self) -> str:
        return self.name or str(self.user)
