from allauth.account.adapter import get_adapter
from django.http import HttpRequest


def client_of(request: HttpRequest) -> str:
    """Address and browser, as `accounts.actions.agree_to_terms` takes them."""
    adapter = get_adapter(request)
    return f"{adapter.get_client_ip(request)}\n{adapter.get_http_user_agent(request)}"
