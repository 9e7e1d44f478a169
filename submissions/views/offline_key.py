import base64
import hashlib
import secrets

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

SESSION_KEY = "offline_key"
KEY_BYTES = 32


@never_cache
@require_GET
def offline_key(request: HttpRequest) -> JsonResponse:
    """The key with which a browser keeps what is typed without a connection (AES-256); 401 without a login.

    It lives in the session and ends with it: after the log-out nobody can read what a shared computer still holds.
    """
    if not request.user.is_authenticated:
        return JsonResponse({}, status=401)
    if SESSION_KEY not in request.session:
        request.session[SESSION_KEY] = base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()
    key = request.session[SESSION_KEY]
    return JsonResponse({"id": hashlib.sha256(key.encode()).hexdigest()[:16], "key": key})
