"""Keeping a view: one code for one question at one version, whoever asks and at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection
from django.http import QueryDict

from tests import factories
from timeline.editorial.refusals import Refused
from timeline.editorial.sharing import share, shared_already
from timeline.filtering import EventFilter, Order
from timeline.models import SavedView, Timeline

TALKS = EventFilter(kinds=("talks",), first=date(2025, 9, 1), order=Order.OLDEST)


@pytest.mark.django_db
def test_the_same_question_at_the_same_version_has_the_same_code() -> None:
    war = factories.timeline()
    first = share(timeline=war, choice=TALKS)
    assert share(timeline=war, choice=EventFilter.from_query(QueryDict(first.query))) == first
    assert shared_already(timeline=war, choice=TALKS) == first
    assert SavedView.objects.count() == 1


@pytest.mark.django_db
def test_another_question_version_or_timeline_has_another_code() -> None:
    war, peace = factories.timeline(), factories.timeline()
    views = [share(timeline=war, choice=TALKS), share(timeline=war, choice=EventFilter())]
    views.append(share(timeline=peace, choice=TALKS))
    factories.event(timeline=war)
    assert shared_already(timeline=Timeline.objects.get(pk=war.pk), choice=TALKS) is None
    views.append(share(timeline=war, choice=TALKS))
    assert len({view.code for view in views}) == 4
    assert views[3].version == views[0].version + 1


@pytest.mark.django_db
def test_a_choice_too_long_to_keep_is_refused() -> None:
    long = EventFilter(**{name: tuple(f"{'k' * 55}-{number}" for number in range(20)) for name in ("kinds", "actors")})
    with pytest.raises(Refused):
        share(timeline=factories.timeline(), choice=long)
    assert SavedView.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_many_who_share_at_once_get_one_code() -> None:
    war = factories.timeline()

    def shared(_number: int) -> str:
        try:
            return share(timeline=war, choice=TALKS).code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        codes = set(pool.map(shared, range(24)))
    assert codes == {SavedView.objects.get().code}


@pytest.mark.django_db(transaction=True)
def test_a_view_shared_while_events_are_published_is_of_one_version() -> None:
    """Each view's moment lies after every revision of its version and before every later one."""
    war, editor = factories.timeline(), factories.user()
    article = factories.article(timeline=war, by=editor)

    def publish(number: int) -> None:
        try:
            if number % 2:
                factories.event(article=article, by=editor, headline=f"Event {number}")
            else:
                share(timeline=war, choice=TALKS)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(publish, range(24)))
    moments = sorted(event.revisions.get().at for event in war.events.all())
    assert len(moments) == 12
    for view in SavedView.objects.all():
        assert sum(at <= view.created_at for at in moments) == view.version - 1
