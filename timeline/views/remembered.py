"""A catalogue of translations that asks each message once: a page names the same months and days many times."""

from __future__ import annotations

from functools import cache

from django.utils import translation


class Remembered:
    """The language being shown when it is made, as a catalogue for ``dates`` and ``drawing``."""

    def __init__(self) -> None:
        self.gettext = cache(translation.gettext)
        self.pgettext = cache(translation.pgettext)
        self.ngettext = translation.ngettext
        self.npgettext = translation.npgettext
