"""Which undated sentences are about something in particular, and what is still to come. Names outside any vocabulary."""

from datetime import date

import pytest

from tests.extraction.invented import VOCABULARY
from timeline.extraction import read
from timeline.extraction.drafts import EventDraft

DAY = date(2034, 3, 3)
WEEK = (date(2034, 2, 24), DAY)


def drafts(text: str) -> tuple[EventDraft, ...]:
    return read(text, published=DAY, vocabulary=VOCABULARY).drafts


NEWS = [
    # somebody who acts in public
    ("Soldiers handed over their rifles.", "Soldiers handed over their rifles"),
    ("The president dismissed his defence minister.", "The president dismissed his defence minister"),
    ("The army said that it had taken the palace.", "Army took the palace"),
    ("The rebels claimed that they had taken the palace.", "Rebels took the palace"),
    # a name that no vocabulary knows
    ("Orvania closed the crossing at Plesk.", "Orvania closed the crossing at Plesk"),
    # public property, in the passive
    ("The airport has been closed to all flights.", "The airport has been closed to all flights"),
    # an act of which only news tells
    ("Nineteen people were arrested.", "Nineteen people were arrested"),
    ("Explosions were heard in Plesk.", "Explosions were heard in Plesk"),
]


@pytest.mark.parametrize(("text", "headline"), NEWS)
def test_an_undated_sentence_about_somebody_in_particular_is_news_of_the_week(text: str, headline: str) -> None:
    (draft,) = drafts(text)
    assert (draft.headline, (draft.date.earliest, draft.date.latest)) == (headline, WEEK)


NO_NEWS = [
    "A door opened.",
    "Everything stopped.",
    "It took a while.",
    "The mood changed.",
    "A window closed, and she left.",
    "No group has claimed the attack.",
    "The ministry dismissed the report.",
]


@pytest.mark.parametrize("text", NO_NEWS)
def test_an_undated_sentence_about_nothing_in_particular_is_none(text: str) -> None:
    assert drafts(text) == ()


PLANS = [
    ("The navy will send three ships.", "The navy will send three ships", None),
    ("The commission will visit Plesk.", "The commission will visit Plesk", None),
    ("Elections are due on 14 June 2034.", "Elections are due", date(2034, 6, 14)),
    ("A second round is planned for 13 March.", "A second round is planned", date(2034, 3, 13)),
]


@pytest.mark.parametrize(("text", "headline", "day"), PLANS)
def test_a_plan_is_planned_with_its_day_or_asks_for_it(text: str, headline: str, day: date | None) -> None:
    (draft,) = drafts(text)
    assert (draft.headline, draft.standing, draft.date and draft.date.earliest) == (headline, "planned", day)
    assert bool(draft.asks) == (day is None)


@pytest.mark.parametrize(
    "text", ["The mood will change.", "If Orvania attacks, the army will leave.", "Germany will not send planes."]
)
def test_a_forecast_is_no_plan(text: str) -> None:
    assert drafts(text) == ()


LIVE_BLOG = """09:40 The interior ministry says the airport has been closed.

11:05 Rebels crossed the bridge at Plesk.
"""


def test_an_entry_of_a_live_blog_has_its_clock_time_and_no_clock_in_its_source() -> None:
    closed, crossed = drafts(LIVE_BLOG)
    assert (closed.headline, closed.attributed_to) == ("The airport has been closed", "interior ministry")
    assert (crossed.headline, crossed.date.earliest, crossed.date.latest) == (
        "Rebels crossed the bridge at Plesk",
        DAY,
        DAY,
    )


OPENINGS = [
    ("Hours earlier, missiles hit a convoy near Plesk.", "Missiles hit a convoy near Plesk"),
    ("Two days after that deadline, aircraft bombed Plesk.", "Aircraft bombed Plesk"),
    ("Former minister Ivo Marn, who leads the campaign, addressed a crowd on Thursday.", "Former minister Ivo Marn"),
]


@pytest.mark.parametrize(("text", "beginning"), OPENINGS)
def test_a_headline_begins_with_its_subject(text: str, beginning: str) -> None:
    assert [draft.headline[: len(beginning)] for draft in drafts(text)] == [beginning]
