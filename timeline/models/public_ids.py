"""Public identifiers: short, random, ASCII, given once; never a row number, never made of a headline."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Digits and lower-case letters without those that are mistaken for one another (0 o, 1 i l)."""

LENGTH = 10
"""31¹⁰ ids: at a million events one new id in 800 million is already taken, and the constraint then says so."""


def new_public_id() -> str:
    """Ten random characters of :data:`ALPHABET`."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
