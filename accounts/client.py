from allauth.account.adapter import get_adapter
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The network address, behind as many proxies as allauth is told of."""
    return str(get_adapter(request).get_client_ip(request))


def client_of(request: HttpRequest) -> str:
    """Address and browser, as `accounts.actions.agree_to_terms` takes them."""
    return f"{address_of(request)}\n{get_adapter(request).get_http_user_agent(request)}"
