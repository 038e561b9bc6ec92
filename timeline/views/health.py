"""Whether the process answers, and whether it can work: for supervisors and load balancers, not for readers."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from timeline.views.public import PRIVATE, forget_cookies


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 as long as the process answers."""
    return _line(request, "ok", 200)


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when the database answers, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return _line(request, "the database does not answer", 503)
    return _line(request, "ready", 200)


def _line(request: HttpRequest, text: str, status: int) -> HttpResponse:
    forget_cookies(request)
    return HttpResponse(
        f"{text}\n", status=status, content_type="text/plain; charset=utf-8", headers={"Cache-Control": PRIVATE}
    )
