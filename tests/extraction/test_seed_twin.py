"""An article built as the seed is built (see issue 2), about an invented war and in other words."""

from datetime import date

import pytest

from tests.extraction.invented import VOCABULARY
from timeline.dates import EventDate, Extent, Part, Precision
from timeline.extraction import read
from timeline.extraction.drafts import HEADLINE_LIMIT, EventDraft, Standing

TWIN = """\
Envoys from the Front, Karvia, and the Union of Merren are meeting in Belmora for long-awaited talks meant to bring a truce in Tessaly, a swap of captives, and the retreat of Karvian troops from the ruined valley.
The talks, due to take place in the harbour town of Port Al-Sahr, coincide with the third anniversary of Ostrel’s March 4, 2031 raids on Karvia, which sparked almost three years of bitter fighting in Tessaly.
Ostrel announced that its delegation, led by chief envoy Tomas Arlen, had arrived in Belmora “to open negotiations on the terms of a truce, the retreat of foreign troops, and a swap of captives.” A senior Ostrel commander told Harbour Radio that the movement was “ready to sign an accord and at once begin the swap as the situation on the ground allows.”
On the Karvian side, a delegation headed by Interior Minister Otto Brandt left for Lindhaven late Thursday, according to Karvian press reports. Prime Minister Greta Holm, meanwhile, faces mounting anger at home as she tries to hold her four-party cabinet together. The Karvia Herald reported that Holm has been working to win sceptical partners over to Merren President Irena Valk’s 12-point plan, warning that the cabinet could fall if they walk out.
Holm has shown guarded optimism, saying she hopes that an accord could bring the captives home “within weeks,” though aides remain careful not to promise too much.
Merren is playing a leading role in moving things along. President Valk urged the envoys to “hurry,” praising what she described as “truly useful discussions” with Ostrel and with coastal and island states over the weekend. She said expert groups would reconvene in Belmora to “settle the last open points,” adding that “the opening stage should be finished this week.”
Valk presented the meeting as a “rare chance” to end the Tessaly war.
With tens of thousands killed and Tessaly short of bread, pressure has mounted on both Karvia and Ostrel to stop the fighting.
Leave a reply"""

DAY = date(2034, 3, 3)
"""A Friday, the eve of the anniversary."""


def drafts(published: date | None) -> tuple[EventDraft, ...]:
    return read(TWIN, published=published, vocabulary=VOCABULARY).drafts


def days(earliest: date, latest: date, **flags: bool) -> EventDate:
    return EventDate.one_of_days(earliest, latest).with_doubt(**flags)


def test_the_twin_read_on_its_day_tells_exactly_seven_events_in_the_order_of_the_text() -> None:
    assert [draft.headline for draft in drafts(DAY)] == [
        "Envoys from the Front, Karvia, and the Union of Merren are meeting in Belmora",
        "Ostrel raided Karvia",
        "Bitter fighting in Tessaly lasted almost three years",
        "Ostrel’s delegation, led by chief envoy Tomas Arlen, arrived in Belmora",
        "A Karvian delegation headed by Interior Minister Otto Brandt left for Lindhaven",
        "Valk described “truly useful discussions” with Ostrel and with coastal and island states",
        "The opening stage should be finished",
    ]


def test_the_twin_read_on_its_day_dates_each_event() -> None:
    assert [draft.date for draft in drafts(DAY)] == [
        days(date(2034, 3, 3), date(2034, 3, 4), approximate=True),
        EventDate.on(date(2031, 3, 4)),
        EventDate.lasting(date(2031, 3, 4), DAY).with_doubt(approximate=True),
        days(date(2034, 2, 24), DAY, approximate=True),
        EventDate.in_part_of_day(date(2034, 3, 2), Part.EVENING),
        days(date(2034, 2, 25), date(2034, 2, 26)),
        EventDate.in_week_of(DAY),
    ]


def test_the_twin_without_a_day_counts_from_the_anniversary_and_marks_what_it_counts_uncertain() -> None:
    reading = read(TWIN, published=None, vocabulary=VOCABULARY)
    assert reading.dates.article_day.source == "evidence"
    talks, raids, war, arrival, departure, discussions, _stage = reading.drafts
    assert raids.date == EventDate.on(date(2031, 3, 4))
    assert (war.date.earliest, war.date.latest, war.date.extent) == (
        date(2031, 3, 4),
        date(2034, 3, 4),
        Extent.THROUGHOUT,
    )
    assert talks.date.earliest <= date(2034, 3, 4) <= talks.date.latest
    assert arrival.date == days(date(2034, 2, 25), date(2034, 3, 4), approximate=True, uncertain=True)
    assert (departure.date.earliest.weekday(), departure.date.latest.weekday()) == (3, 3)
    assert departure.date.earliest <= date(2034, 3, 2) <= departure.date.latest
    assert [draft.date.uncertain for draft in reading.drafts] == [True, False, True, True, True, True, True]
    assert discussions.date.precision == Precision.DAYS


@pytest.mark.parametrize("published", [DAY, None])
def test_standing_source_and_kind_are_the_same_in_both_readings(published: date | None) -> None:
    assert [(draft.standing, draft.attributed_to, draft.kind) for draft in drafts(published)] == [
        (Standing.PLANNED, None, "talks"),
        (Standing.REPORTED, None, "attack"),
        (Standing.REPORTED, None, "attack"),
        (Standing.REPORTED, "Ostrel Front", "talks"),
        (Standing.REPORTED, "Karvian press", "talks"),
        (Standing.REPORTED, "Irena Valk", "talks"),
        (Standing.PLANNED, "Irena Valk", None),
    ]


@pytest.mark.parametrize("published", [DAY, None])
def test_actors_and_places_belong_to_the_happening_and_not_to_its_surroundings(published: date | None) -> None:
    assert [(set(draft.actors), set(draft.places)) for draft in drafts(published)] == [
        ({"Ostrel Front", "Karvia", "Union of Merren"}, {"Belmora", "Port al-Sahr"}),
        ({"Ostrel Front", "Karvia"}, set()),
        (set(), {"Tessaly"}),
        ({"Ostrel Front", "Tomas Arlen"}, {"Belmora"}),
        ({"Karvia"}, {"Lindhaven"}),
        ({"Ostrel Front", "Irena Valk", "Union of Merren"}, set()),
        (set(), set()),
    ]


@pytest.mark.parametrize("published", [DAY, None])
def test_every_quote_and_phrase_slices_back(published: date | None) -> None:
    for draft in drafts(published):
        assert 0 < len(draft.headline) <= HEADLINE_LIMIT
        for quote in draft.citations:
            assert TWIN[quote.start : quote.end] == quote.quote
            if quote.phrase is not None:
                assert TWIN[quote.phrase_start : quote.phrase_end] == quote.phrase
                assert quote.start <= quote.phrase_start < quote.phrase_end <= quote.end


def test_the_talks_told_in_two_sentences_are_one_draft_with_two_citations() -> None:
    talks = drafts(DAY)[0]
    assert [quote.quote[:12] for quote in talks.citations] == ["Envoys from ", "The talks, d"]
    assert [quote.phrase is None for quote in talks.citations] == [True, False]


def test_an_event_without_a_date_phrase_says_how_it_was_bounded() -> None:
    arrival = drafts(DAY)[3]
    assert arrival.citations[0].phrase is None
    assert (arrival.trail[-1].rule, arrival.trail[-1].anchor_from) == ("news-window", "publication")


def test_nothing_is_dated_by_points_hopes_or_anniversaries() -> None:
    phrases = {quote.phrase for draft in drafts(DAY) for quote in draft.citations}
    assert not phrases & {"12-point", "within weeks", "third", "three"}


def test_without_any_evidence_relative_dates_stay_open_and_ask_for_the_articles_day() -> None:
    text = "A Karvian delegation left for Lindhaven late Thursday. Ostrel fighters had attacked Dorn on 3 May 2031."
    departure, attack = read(text, published=None, vocabulary=VOCABULARY).drafts
    assert (departure.date, bool(departure.asks)) == (None, True)
    assert (attack.date, attack.asks) == (EventDate.on(date(2031, 5, 3)), "")
