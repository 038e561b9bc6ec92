"""A catalogue of translations that asks each message once: a page names the same months and days many times."""

from timeline.filtering.remembered import Remembered

__all__ = ["Remembered"]
