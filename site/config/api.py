"""Both interfaces for programs. Wagtail's API v3 is a preview: this is the one module that knows it."""

from ninja import NinjaAPI, Swagger
from ninja.operation import Operation
from wagtail.api.v3.auth import BearerTokenAuth
from wagtail.api.v3.urls import api as pages_api

from procedure_pages.api import router as procedures
from submissions.api.attachments import router as attachments
from submissions.api.errors import register_exception_handlers
from submissions.api.language import in_the_callers_language
from submissions.api.messages import router as messages
from submissions.api.notices import of_case as notices_of_case
from submissions.api.notices import router as notices
from submissions.api.profiles import router as profiles
from submissions.api.submissions import router as submissions

__all__ = ["api", "pages_api"]

DESCRIPTION = """\
Everything that an applicant does on the screens, for programs: find a procedure, read its form as JSON Schema, fill in
a draft, attach files, send it, follow it, answer a correction, write to the office, fetch the notice.

Finding procedures needs no token. Everything else is done with a token that you make in your account
(`Authorization: Bearer …`); a session cookie never counts. You see your own cases and nothing else: whatever belongs to
somebody else is answered like something that does not exist (404).

Refusals have one shape: `code` for programs, `message` for people, `errors` with sentences by path. They are Japanese
unless `Accept-Language` asks for English. Times are ISO 8601 with an offset.
"""
TAGS = [
    {"name": "procedures", "description": "What can be applied for. Needs no token."},
    {"name": "profiles", "description": "Whom you may apply for."},
    {"name": "submissions", "description": "Your cases, from the draft to the outcome."},
    {"name": "attachments", "description": "Files of a draft or of a correction."},
    {"name": "messages", "description": "What you and the office write to each other about a case."},
    {"name": "notices", "description": "What the office decided."},
]


class PortalAPI(NinjaAPI):
    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Short, so that generated clients read well: ``submit_submission``."""
        return operation.view_func.__name__


api = PortalAPI(
    title="Madoguchi API",
    version="1.0.0",
    description=DESCRIPTION,
    urls_namespace="api-1",
    docs=Swagger({"validatorUrl": None, "docExpansion": "list"}),
    openapi_extra={"tags": TAGS},
)
api.add_decorator(in_the_callers_language, mode="view")
register_exception_handlers(api)

with_token = BearerTokenAuth()
api.add_router("/procedures", procedures, tags=["procedures"])
api.add_router("/profiles", profiles, auth=with_token, tags=["profiles"])
api.add_router("/submissions", submissions, auth=with_token, tags=["submissions"])
api.add_router("/submissions", attachments, auth=with_token, tags=["attachments"])
api.add_router("/submissions", messages, auth=with_token, tags=["messages"])
api.add_router("/submissions", notices_of_case, auth=with_token, tags=["notices"])
api.add_router("/notices", notices, auth=with_token, tags=["notices"])
