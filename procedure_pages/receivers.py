"""What follows when a page is published or taken down."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from accounts.actions import publish_terms
from submissions.actions import publish_form, set_acceptance, set_follow_ups

from .banners import forget_banners
from .compiler import compile_form, compile_handling
from .models import Banner, ProcedurePage, TermsPage
from .moderation import approved
from .versions.offered import concerns_people


@receiver(page_published, sender=ProcedurePage, dispatch_uid="procedure_pages.offer_form")
def offer_form(sender: type, *, instance: ProcedurePage, revision: Any = None, **kwargs: Any) -> None:
    user = revision.user if revision else None
    schema, handling = compile_form(instance).schema, compile_handling(instance)
    publish_form(instance, schema, handling, user=user, revision=revision, note=instance.change_note)
    _set_acceptance(instance, user=user, is_live=True)
    set_follow_ups(instance, instance.follow_ups.values_list("procedure_id", flat=True), user=user)


@receiver(approved, sender=ProcedurePage, dispatch_uid="procedure_pages.look_before_publishing")
def hold_for_a_look(sender: type, *, content: ProcedurePage, **kwargs: Any) -> bool:
    """Who approved is shown the impact, and publishes from there: `versions.approval`."""
    return concerns_people(content)


@receiver(page_unpublished, sender=ProcedurePage, dispatch_uid="procedure_pages.withdraw_form")
def withdraw_form(sender: type, *, instance: ProcedurePage, **kwargs: Any) -> None:
    _set_acceptance(instance, user=None, is_live=False)


def _set_acceptance(page: ProcedurePage, *, user: Any, is_live: bool) -> None:
    set_acceptance(
        page,
        user=user,
        is_live=is_live,
        opens_at=page.opens_at,
        closes_at=page.closes_at,
        quota=page.quota,
        withdrawal_frees_place=page.withdrawal_frees_place,
    )


@receiver(page_published, sender=TermsPage, dispatch_uid="procedure_pages.freeze_terms")
def freeze_terms(sender: type, *, instance: TermsPage, revision: Any = None, **kwargs: Any) -> None:
    publish_terms(
        instance,
        user=revision.user if revision else None,
        title=instance.title,
        body=instance.body,
        language=instance.locale.language_code,
        effective_from=instance.effective_from,
    )


@receiver([post_save, post_delete], sender=Banner, dispatch_uid="procedure_pages.forget_banners")
def show_banners_anew(sender: type, **kwargs: Any) -> None:
    forget_banners()
