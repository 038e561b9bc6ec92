"""Planned, conditional, denied or reported: by the words alone. Dates stand in [brackets]."""

from datetime import date

import pytest

from tests.extraction.marked import told
from timeline.dates import EventDate
from timeline.extraction.drafts import Standing

PAST, AHEAD = EventDate.on(date(2034, 3, 1)), EventDate.on(date(2034, 3, 9))

STANDINGS = [
    (Standing.REPORTED, PAST, "Karvian troops entered Dorn on [Wednesday]."),
    (Standing.REPORTED, PAST, "Ostrel said its fighters had left Dorn on [Wednesday]."),
    (Standing.REPORTED, PAST, "The captives have been freed since [Wednesday]."),
    (Standing.PLANNED, AHEAD, "The truce will begin on [Thursday]."),
    (Standing.PLANNED, AHEAD, "The truce should be completed [next week]."),
    (Standing.PLANNED, AHEAD, "The truce is due to begin on [Thursday]."),
    (Standing.PLANNED, AHEAD, "Talks are set to take place on [Thursday]."),
    (Standing.PLANNED, AHEAD, "The envoys are to meet on [Thursday]."),
    (Standing.PLANNED, AHEAD, "The envoys are expected to meet on [Thursday]."),
    (Standing.PLANNED, AHEAD, "The envoys are going to meet on [Thursday]."),
    (Standing.PLANNED, PAST, "The captives were to be freed on [Wednesday]."),
    (Standing.PLANNED, AHEAD, "Ostrel said its fighters would leave Dorn on [Thursday]."),
    (Standing.PLANNED, AHEAD, "The talks begin in Belmora on [Thursday]."),
    (Standing.PLANNED, AHEAD, "The envoys announced a plan to meet on [Thursday]."),
    (Standing.CONDITIONAL, AHEAD, "The truce could begin on [Thursday]."),
    (Standing.CONDITIONAL, AHEAD, "The crossing might open on [Thursday]."),
    (Standing.CONDITIONAL, AHEAD, "The crossing will open on [Thursday] if both sides sign."),
    (Standing.CONDITIONAL, AHEAD, "If both sides sign, the crossing will open on [Thursday]."),
    (Standing.CONDITIONAL, AHEAD, "The crossing would open on [Thursday]."),
    (Standing.DENIED, PAST, "Ostrel denied that it had attacked Dorn on [Wednesday]."),
    (Standing.DENIED, PAST, "The envoys did not meet on [Wednesday]."),
    (Standing.DENIED, PAST, "The convoy hasn’t reached Dorn since [Wednesday]."),
]


@pytest.mark.parametrize(("standing", "day", "sentence"), STANDINGS)
def test_the_words_tell_the_standing(standing: Standing, day: EventDate, sentence: str) -> None:
    assert [one.standing for one in told(sentence, day=day)] == [standing]
