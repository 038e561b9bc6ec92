"""Persons who act without sitting at the desk: the demonstration, the command line. They can never sign in."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser

DEMONSTRATION = "demonstration"
COMMAND_LINE = "command-line"


def stand_in(username: str) -> AbstractBaseUser:
    """The inactive user of this name, without a password; made when missing."""
    user, is_new = get_user_model().objects.get_or_create(username=username, defaults={"is_active": False})
    if is_new:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user
