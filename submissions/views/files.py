from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from accounts.decorators import applicant_required

from ..files.responses import file_response
from ..models import Attachment
from ..permissions import cases_for_applicant


def own_attachment(request: HttpRequest, pk: UUID) -> Attachment:
    """A file of a case of one's own; only its uploader sees one that is not checked yet, nobody a harmful one."""
    attachment = Attachment.objects.filter(pk=pk, submission__in=cases_for_applicant(request.user)).first()
    if attachment is None or not attachment.is_open_to(request.user):
        raise Http404
    return attachment


@require_GET
@applicant_required
def attachment(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    return file_response(own_attachment(request, pk))


@require_GET
@applicant_required
def thumbnail(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    found = own_attachment(request, pk)
    if not found.thumbnail:
        raise Http404
    return file_response(found, is_thumbnail=True)
