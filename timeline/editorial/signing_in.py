"""One-time links into the admin, for the person who can read this machine's terminal.

A link holds the user's number and last sign-in, signed. Redeeming it moves the last sign-in in one conditional
UPDATE, so of two requests with one link only one succeeds, and every older link is void at once.
"""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core import signing
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime

LIFETIME = timedelta(minutes=15)
_SIGNER = signing.TimestampSigner(salt="timeline.editorial.signing_in")


def first_administrator() -> AbstractUser:
    """The longest-standing active superuser; without one, a new user ``editor`` who has no password."""
    users = get_user_model().objects
    if known := users.filter(is_superuser=True, is_active=True).order_by("pk").first():
        return known
    editor = users.create(username="editor", is_staff=True, is_superuser=True)
    editor.set_unusable_password()
    editor.save(update_fields=["password"])
    return editor


def sign_in_token(user: AbstractUser) -> str:
    """A token that signs this user in once, within :data:`LIFETIME`."""
    last = user.last_login.isoformat() if user.last_login else ""
    return _SIGNER.sign_object({"user": user.pk, "last": last})


def is_redeemable(token: str) -> bool:
    """Whether the token would still sign someone in; it stays unused."""
    return _matching(token) is not None


def redeem(token: str) -> AbstractUser | None:
    """The token's user, whose last sign-in is now; None when it is forged, too old or already used."""
    matching = _matching(token)
    user = matching.first() if matching is not None else None
    if user is None or not matching.update(last_login=timezone.now()):
        return None
    user.refresh_from_db()
    return user


def _matching(token: str) -> QuerySet[AbstractUser] | None:
    try:
        held = _SIGNER.unsign_object(token, max_age=LIFETIME)
    except signing.BadSignature:
        return None
    last = parse_datetime(held["last"]) if held["last"] else None
    when = {"last_login": last} if last else {"last_login__isnull": True}
    matching = get_user_model().objects.filter(pk=held["user"], is_active=True, **when)
    return matching if matching.exists() else None
