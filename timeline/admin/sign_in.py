"""The one-time way into the admin, from this machine only.

Opening the link shows a button; only pressing it uses the link up, since browsers fetch addresses ahead of time.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from timeline.editorial.signing_in import is_redeemable, redeem


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest, token: str) -> HttpResponse:
    """Sign the token's user in on POST; 410 for a token that is used up, too old or forged, 404 from elsewhere."""
    if not _is_from_this_machine(request):
        raise Http404
    user = redeem(token) if request.method == "POST" else None
    if user is not None:
        login(request, user, backend="django.contrib.auth.backends.ModelBackend")
        return redirect("admin:index")
    is_good = request.method != "POST" and is_redeemable(token)
    return render(request, "admin/sign_in.html", {"is_good": is_good}, status=200 if is_good else 410)


def _is_from_this_machine(request: HttpRequest) -> bool:
    peer = request.META.get("REMOTE_ADDR", "")
    return settings.IS_LOOPBACK and peer in ("127.0.0.1", "::1") and "HTTP_X_FORWARDED_FOR" not in request.META
