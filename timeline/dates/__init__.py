"""[pure] When something happened and how well we know it. Imports nothing of Django and nothing of the layers above."""

from timeline.dates.event_date import DateError, EventDate, Extent, Part, Precision, Season

__all__ = ["DateError", "EventDate", "Extent", "Part", "Precision", "Season"]
