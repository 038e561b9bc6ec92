"""The one-time link: once, for fifteen minutes, from this machine."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from tests import factories as make
from timeline.editorial.signing_in import LIFETIME, first_administrator, redeem, sign_in_token

pytestmark = pytest.mark.django_db


def address(token: str) -> str:
    return reverse("sign_in", args=[token])


def test_without_an_administrator_one_is_made_that_has_no_password():
    user = first_administrator()
    assert (user.username, user.is_superuser, user.has_usable_password()) == ("editor", True, False)
    assert first_administrator() == user


def test_pressing_the_button_signs_in_and_uses_the_link_up(client: Client):
    link = address(sign_in_token(first_administrator()))
    assert client.get(link).status_code == 200
    assert client.get(link).status_code == 200
    assert client.post(link).headers["Location"] == reverse("admin:index")
    assert client.get(reverse("admin:index")).status_code == 200
    assert Client().post(link).status_code == 410
    assert Client().get(link).status_code == 410


def test_using_one_link_voids_every_older_one():
    user = first_administrator()
    older, newer = sign_in_token(user), sign_in_token(user)
    assert redeem(newer) == user
    assert redeem(older) is None


def test_a_forged_link_signs_nobody_in(client: Client):
    assert client.post(address("forged:token:x")).status_code == 410
    assert "_auth_user_id" not in client.session


def test_a_link_is_void_after_fifteen_minutes(monkeypatch):
    token = sign_in_token(first_administrator())
    late = signing.time.time() + LIFETIME.total_seconds() + 1
    monkeypatch.setattr(signing.time, "time", lambda: late)
    assert timedelta(minutes=15) == LIFETIME
    assert redeem(token) is None


@pytest.mark.parametrize("extra", [{"REMOTE_ADDR": "192.0.2.7"}, {"HTTP_X_FORWARDED_FOR": "192.0.2.7"}])
def test_the_link_answers_on_this_machine_only(client: Client, extra):
    assert client.get(address(sign_in_token(first_administrator())), **extra).status_code == 404


def test_a_public_site_has_no_such_link(client: Client, settings):
    settings.IS_LOOPBACK = False
    assert client.get(address(sign_in_token(first_administrator()))).status_code == 404


def test_an_inactive_user_cannot_redeem():
    user = make.user(is_superuser=True)
    token = sign_in_token(user)
    user.is_active = False
    user.save()
    assert redeem(token) is None
