"""The words in which the catalogue sorts procedures."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.TextChoices):
    """What a visitor looks for, not which office is responsible."""

    SUPPORT = "support", _("Grants and support payments")  # 給付金・協力金
    FOOD = "food", _("Restaurants and food")  # 飲食・食品
    ENVIRONMENT = "environment", _("Environment, waste, animals")  # 環境・廃棄物・動物
    CONSTRUCTION = "construction", _("Building, real estate, signs")  # 建設・不動産・広告物
    TAX = "tax", _("Taxes")  # 税
    HEALTH = "health", _("Health, medicine, welfare")  # 健康・医療・福祉
    CULTURE = "culture", _("Culture, education, tourism")  # 文化・教育・観光
    PARKS = "parks", _("Parks and facilities")  # 公園・施設
    GOVERNMENT = "government", _("Information of the prefecture")  # 県政情報


class Openness(models.TextChoices):
    """Whether a procedure takes applications at a moment."""

    UPCOMING = "upcoming", _("Not yet taking applications")
    OPEN = "open", _("Taking applications")
    FULL = "full", _("Closed: all places are taken")
    CLOSED = "closed", _("No longer taking applications")
