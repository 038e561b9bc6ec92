"""The words of a drawing, in English and through a catalogue."""

import gettext
from datetime import date

import pytest

from timeline.dates.wording import ENGLISH
from timeline.drawing import Unit, bins
from timeline.drawing.labels import bar_sentence, bin_name, caption

NAMES = [
    (Unit.HOUR, "7 October 2023, 00:00–00:59"),
    (Unit.DAY, "Saturday 7 October 2023"),
    (Unit.WEEK, "week of 2–8 October 2023"),
    (Unit.MONTH, "October 2023"),
    (Unit.QUARTER, "fourth quarter of 2023"),
    (Unit.YEAR, "2023"),
    (Unit.DECADE, "the 2020s"),
    (Unit.CENTURY, "the century 2000–2099"),
    (Unit.MILLENNIUM, "2000–2999"),
]


@pytest.mark.parametrize(("unit", "words"), NAMES)
def test_a_bin_is_named_by_all_that_it_holds(unit, words):
    day = date(2023, 10, 7)
    assert bin_name(bins(day, day, finest=unit)[0], ENGLISH) == words


def test_the_last_hour_of_a_day_ends_with_it():
    assert bin_name(bins(date(2024, 2, 29), date(2024, 2, 29))[23], ENGLISH) == "29 February 2024, 23:00–23:59"


SENTENCES = [
    (0, 0, "May 2024: no events"),
    (1, 0, "May 2024: 1 event"),
    (64, 0, "May 2024: 64 events"),
    (61, 3, "May 2024: 64 events, 3 of them possibly"),
    (1, 1, "May 2024: 2 events, 1 of them possibly"),
    (0, 1, "May 2024: 1 event, possibly"),
    (0, 1234, "May 2024: 1,234 events, all possibly"),
]


@pytest.mark.parametrize(("certain", "possible", "words"), SENTENCES)
def test_a_bar_says_how_many_events_and_how_many_of_them_possibly(certain, possible, words):
    assert bar_sentence("May 2024", certain, possible, ENGLISH, "{:,}".format) == words


class Echo(gettext.NullTranslations):
    """A catalogue that shows what passed through it."""

    def gettext(self, message):
        return f"<{message}>"

    def pgettext(self, context, message):
        return f"<{message}>"

    def ngettext(self, msgid1, msgid2, n):
        return f"<{msgid1 if n == 1 else msgid2}>"


@pytest.mark.parametrize("unit", Unit)
def test_every_word_passes_through_the_catalogue(unit):
    day = date(2023, 10, 7)
    assert caption(unit, Echo()) == f"<{caption(unit, ENGLISH)}>"
    if unit != Unit.YEAR:
        assert bin_name(bins(day, day, finest=unit)[0], Echo())[0] == "<"


@pytest.mark.parametrize(("certain", "possible"), [(0, 0), (1, 0), (2, 1), (0, 3)])
def test_every_sentence_passes_through_the_catalogue(certain, possible):
    plain = bar_sentence("May", certain, possible, ENGLISH)
    assert bar_sentence("May", certain, possible, Echo()) == f"<{plain}>"
