"""A procedure in the words of schema.org, for search engines."""

import json
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from accounts.enums import ProfileKind

from .navigation import site_name

if TYPE_CHECKING:
    from .models import ProcedurePage

AUDIENCES = {ProfileKind.INDIVIDUAL: "individual", ProfileKind.BUSINESS: "business"}
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def government_service(page: "ProcedurePage", request: HttpRequest) -> dict[str, Any]:
    """https://schema.org/GovernmentService; what is not known is left out."""
    url = page.get_full_url(request) or ""
    department = page.department
    place = {"@type": "GovernmentOffice", "name": department.name}
    place |= {key: value for key, value in (("telephone", department.phone), ("address", department.address)) if value}
    service = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": page.title,
        "description": page.summary,
        "url": url,
        "serviceType": str(page.get_category_display()),
        "provider": {"@type": "GovernmentOrganization", "name": site_name()},
        "serviceOperator": {"@type": "GovernmentOrganization", "name": department.name},
        "audience": [{"@type": "Audience", "audienceType": AUDIENCES[ProfileKind(k)]} for k in page.applicant_kinds],
        "availableChannel": {"@type": "ServiceChannel", "serviceUrl": url, "serviceLocation": place},
    }
    hours = {"opens_at": "validFrom", "closes_at": "validThrough"}
    limits = {name: moment.isoformat() for key, name in hours.items() if (moment := getattr(page, key))}
    if limits:
        service["hoursAvailable"] = {"@type": "OpeningHoursSpecification", **limits}
    return service


def data_block(page: "ProcedurePage", request: HttpRequest) -> SafeString:
    """For a ``<script>`` of a type that no browser runs, so no policy on scripts concerns it. Cannot end it early."""
    text = json.dumps(government_service(page, request), ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))
