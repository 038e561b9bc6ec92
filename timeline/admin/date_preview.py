"""How a typed date is read, shown under its field before anything is saved."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from timeline.admin.cards import precision_of
from timeline.admin.date_form import DateForm
from timeline.admin.event_form import QuickForm
from timeline.admin.typed_dates import Today, Typed
from timeline.admin.wording import date_words
from timeline.dates import EventDate
from timeline.dates.event_date import OPEN_END, OPEN_START
from timeline.dates.notation import to_notation
from timeline.models import Event


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A reading in the desk's language: in words, in notation, in days, how precisely; or what is wrong."""

    words: str = ""
    notation: str = ""
    bounds: str = ""
    precision: str = ""
    counted_from: str = ""
    problem: str = ""


@never_cache
@require_safe
def reading_view(request: HttpRequest, *, desk: ModelAdmin, pk: int | None = None) -> HttpResponse:
    """The line for what is typed just now; for an event of that number, or for one that is being added."""
    if not desk.has_change_permission(request):
        raise PermissionDenied
    event = get_object_or_404(Event.objects.settled(), pk=pk) if pk is not None else None
    if event is not None and "quick" in request.GET:
        form: DateForm = QuickForm(request.GET, event=event)
    else:
        form = DateForm(request.GET, event=event, published_on=_day_given(request))
    return render(request, "admin/timeline/event/_reading.html", {"reading": reading_of(form)})


def reading_of(form: DateForm) -> ReadBack:
    """How the form's date is read as it stands, typed or stored."""
    if not form.is_bound:
        return read_back(Typed(form.event.date if form.event else None))
    form.is_valid()
    wrong = [str(problem) for name in form.DATE_FIELDS for problem in form.errors.get(name, ())]
    return ReadBack(problem=" ".join(wrong)) if wrong else read_back(form.typed)


def read_back(typed: Typed) -> ReadBack:
    """The reading in the desk's language."""
    date = typed.date
    if date is None:
        return ReadBack(words=date_words(None))
    return ReadBack(
        words=date_words(date),
        notation=to_notation(date),
        bounds=bounds_in_words(date),
        precision=precision_of(date),
        counted_from=_counted_from(typed.counted_from),
    )


def bounds_in_words(date: EventDate) -> str:
    """The first and the last day that it may have been, "" for a single one."""
    if date.is_one_day:
        return ""
    first = _("any earlier day") if date.earliest == OPEN_START else _day(date.earliest)
    last = _("any later day") if date.latest == OPEN_END else _day(date.latest)
    return _("from %(first)s to %(last)s") % {"first": first, "last": last}


def _counted_from(today: Today | None) -> str:
    if today is None:
        return ""
    return _("Counted from %(day)s, %(because)s.") % {"day": _day(today.day), "because": today.because}


def _day(day: dt.date) -> str:
    return date_format(day, "l j F Y")


def _day_given(request: HttpRequest) -> dt.date | None:
    """The publication day that stands in the form of an event being added, None when it is none."""
    try:
        return parse_date(request.GET.get("published_on", ""))
    except ValueError:
        return None
