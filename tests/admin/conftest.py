"""Who sits at the desk in these tests, and the short ways to what a form or a card says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from tests.factories import user

MODELS = ("timeline", "article", "event", "kind", "actor", "place", "outlet", "errorreport")


def staff(*codenames: str) -> User:
    """A member of staff with exactly these permissions ("change_event")."""
    person = user()
    person.user_permissions.set(Permission.objects.filter(codename__in=codenames, content_type__app_label="timeline"))
    return User.objects.get(pk=person.pk)


@pytest.fixture
def editor(db: None) -> User:
    """An editor as ``add_editor`` makes them: may view, add and change, and is no superuser."""
    verbs = ("view", "add", "change")
    return staff("view_revision", *(f"{verb}_{model}" for verb in verbs for model in MODELS))


@pytest.fixture
def client_of() -> Callable[[User], Client]:
    def signed_in(person: User) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return signed_in


@pytest.fixture
def desk(editor: User, client_of: Callable[[User], Client]) -> Client:
    """The editor's browser."""
    return client_of(editor)
