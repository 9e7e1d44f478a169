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


class LifeEvent(models.TextChoices):
    """What has happened to somebody who looks for a procedure (ライフイベント). A procedure belongs to several."""

    BIRTH = "birth", _("Pregnancy and birth")  # 妊娠・出産
    CHILDCARE = "childcare", _("Children and school")  # 子育て・教育
    MOVING = "moving", _("Moving and housing")  # 引越し・住まい
    WORK = "work", _("Work and qualifications")  # 就職・資格
    ILLNESS = "illness", _("Illness and disability")  # 病気・障害
    AGEING = "ageing", _("Ageing and care")  # 高齢・介護
    BEREAVEMENT = "bereavement", _("Bereavement")  # ご不幸
    DISASTER = "disaster", _("Disaster and emergency")  # 災害・緊急時
    STARTING = "starting", _("Starting a business")  # 開業・起業
    OPERATING = "operating", _("Running a business")  # 事業の運営・変更
    BUILDING = "building", _("Building and construction")  # 建てる・工事する
    CLOSING = "closing", _("Closing a business")  # 廃業


class BannerLevel(models.TextChoices):
    """How urgent a banner is, the most urgent first."""

    EMERGENCY = "emergency", _("Emergency")  # 緊急
    WARNING = "warning", _("Important")  # 重要
    INFO = "info", _("For your information")  # お知らせ


class LeadsTo(models.TextChoices):
    """What an answer in the check before applying means; all but the first end the check."""

    GO_ON = "go_on", _("Go on to the next question")
    MAY = "may", _("May apply")
    MAY_NOT = "may_not", _("May not apply")
    ASK = "ask", _("Ask the office")
