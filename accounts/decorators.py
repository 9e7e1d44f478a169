from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode

from .acting import find_acting, keep_standing
from .models import User
from .queries import terms_to_agree

View = Callable[..., HttpResponseBase]


def user_of(request: HttpRequest) -> User:
    """Who is logged in; for views behind a decorator that has made sure that somebody is."""
    return cast(User, request.user)


def applicant_required(view: View) -> View:
    """For pages of applicants: logged in, with a profile (`request.profiles`), agreed to the terms in force.

    In whose name they act (`request.acting`) is the choice of the session; a case that is opened has its own.

    Whoever has no profile, such as staff, reads a page that says so. What is posted is never turned away for changed
    terms, so that no answer is lost: `submissions.actions.submit` asks again. On classes through `method_decorator`.
    """

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        standing = keep_standing(request)
        if not standing.profiles:
            return TemplateResponse(request, "accounts/no_profile.html", status=403)
        if request.method == "GET" and terms_to_agree(request.user) is not None:
            query = urlencode({"next": request.get_full_path()})
            return HttpResponseRedirect(f"{reverse('accounts:consent')}?{query}")
        request.profiles = standing.profiles  # type: ignore[attr-defined]
        acting = find_acting(request, standing)
        if acting is None:
            return TemplateResponse(request, "accounts/agency_over.html", status=403)
        return view(request, *args, **kwargs)

    return checked
