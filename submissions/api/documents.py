from typing import Any

from django.http import HttpResponse

PDF: dict[str, Any] = {
    "responses": {
        200: {
            "description": "A PDF",
            "content": {"application/pdf": {"schema": {"type": "string", "contentMediaType": "application/pdf"}}},
        }
    }
}
"""What the OpenAPI document says of an operation that answers with a file."""


def pdf_response(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
