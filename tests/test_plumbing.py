"""What tests/conftest.py promises to every other test."""

from __future__ import annotations

import socket

import pytest
from django.db import DatabaseError, transaction

from tests import factories
from timeline.models import Event, Revision


def test_no_test_reaches_the_network() -> None:
    with pytest.raises(UserWarning, match="tried to use socket"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_a_flush_takes_revisions_along_and_leaves_them_guarded(time: str) -> None:
    assert (Event.objects.count(), Revision.objects.count()) == (0, 0)
    factories.event()
    assert Revision.objects.exists()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Revision.objects.all().delete()
