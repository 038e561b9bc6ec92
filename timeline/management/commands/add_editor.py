"""Add a person who may review, publish, correct and withdraw, but not manage users."""

from __future__ import annotations

import getpass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

GROUP = "Editors"


class Command(BaseCommand):
    help = "Add an editor. The password is asked for; with --password-stdin it is read from standard input."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("username")
        parser.add_argument("--password-stdin", action="store_true")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        users = get_user_model().objects
        if users.filter(username=username).exists():
            raise CommandError(f"there is already a user “{username}”", returncode=2)
        user = users.model(username=username, is_staff=True)
        password = input() if options["password_stdin"] else _ask()
        try:
            user.full_clean(exclude=["password"])
            validate_password(password, user)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages), returncode=2) from error
        user.set_password(password)
        user.save()
        user.groups.add(editors())
        self.stdout.write(f"{username} can sign in at /admin/ and is in the group {GROUP}.")


def editors() -> Group:
    """The group of editors, with every permission on this app's tables that the desk uses."""
    group, _is_new = Group.objects.get_or_create(name=GROUP)
    wanted = Permission.objects.filter(content_type__app_label="timeline").exclude(codename__startswith="delete_")
    group.permissions.set(wanted)
    return group


def _ask() -> str:
    first, second = getpass.getpass("Password: "), getpass.getpass("Once more: ")
    if first != second:
        raise CommandError("the two passwords differ", returncode=2)
    return first
