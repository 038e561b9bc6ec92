"""Which sentences give drafts, which do not, and which date belongs to each. Days are counted from a Friday."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extraction.invented import VOCABULARY
from tests.extraction.marked import told
from tests.extraction.test_seed_twin import TWIN
from timeline.dates import EventDate
from timeline.extraction import read
from timeline.extraction.dating import ASK_PLANNED_DAY, NEWS_WINDOW
from timeline.extraction.drafts import HEADLINE_LIMIT, EventDraft, Standing, as_record
from timeline.extraction.events import QUOTE_LIMIT
from timeline.extraction.vocabulary import Vocabulary

DAY = date(2034, 3, 3)


def drafts(text: str, published: date | None = DAY) -> tuple[EventDraft, ...]:
    return read(text, published=published, vocabulary=VOCABULARY).drafts


NO_HAPPENING = [
    "The situation in Dorn remains tense.",
    "Karvia faces growing pressure at home.",
    "The cabinet of Karvia could fall if ministers walk out.",
    "Valk hopes that an accord could bring the captives home.",
    "Karvia plays a leading role in the talks.",
    "Karvia wants Ostrel to leave Dorn.",
    "Ostrel has often attacked Dorn.",
    "Karvia had not attacked Dorn.",
    "If Karvia attacks Dorn, the talks will end.",
    "Neither side has published the text in Dorn.",
    "The government of Karvia has rejected such accounts.",
    "“We left Dorn on [Wednesday],” Valk told reporters.",
    "The island of Dorn has been governed from Lindhaven.",
    "The fighting has killed thousands in Tessaly.",
    "Karvian troops attack Dorn, again",
    "Something collapsed.",
    "The war entered its third week on [Wednesday].",
    "The dead of Dorn were still being counted on [Wednesday].",
    "Karvia had not given an answer by [Wednesday].",
    "We will leave Dorn on [Wednesday].",
    "The campaign reached [March].",
    "Leave a comment",
]


@pytest.mark.parametrize("sentence", NO_HAPPENING)
def test_states_opinions_forecasts_and_titles_are_no_happenings(sentence: str) -> None:
    assert told(sentence) == []


UNDATED_NEWS = [
    "Ostrel’s delegation arrived in Belmora.",
    "Ostrel said that its delegation had arrived in Belmora.",
    "Karvian troops have seized the bridge at Dorn.",
    "Envoys of Karvia are gathering in Lindhaven.",
    "At least 12 people were killed in the raid.",
    "Karvian police confiscated the weapons of the Front.",
]


@pytest.mark.parametrize("sentence", ["Ostrel agreed to free ten captives.", "Karvia has promised to open the bridge."])
def test_what_is_promised_without_a_date_is_planned_and_asks_for_its_day(sentence: str) -> None:
    (one,) = told(sentence)
    assert (one.standing, one.dating.date, one.dating.asks) == (Standing.PLANNED, None, ASK_PLANNED_DAY)


@pytest.mark.parametrize("sentence", ["Ostrel agreed to the plan.", "Karvia never promised to open the bridge."])
def test_what_is_not_promised_is_no_plan(sentence: str) -> None:
    assert [one for one in told(sentence) if one.standing == Standing.PLANNED] == []


def test_a_bare_this_stands_for_nothing_that_a_headline_could_name() -> None:
    assert told("This followed a raid on [Monday].") == []


@pytest.mark.parametrize("sentence", UNDATED_NEWS)
def test_news_without_a_date_lies_in_the_week_before_publication(sentence: str) -> None:
    (one,) = told(sentence)
    expected = EventDate.one_of_days(DAY - NEWS_WINDOW, DAY).with_doubt(approximate=True)
    assert (one.dating.date, one.dating.mention) == (expected, None)
    assert one.dating.trail[-1].rule == "news-window"


def test_what_is_denied_without_a_date_is_a_denied_draft() -> None:
    (one,) = told("Ostrel denied that it had attacked Dorn.")
    assert (one.standing, one.source, one.headline) == ("denied", "Ostrel Front", "Ostrel attacked Dorn")


def test_a_background_date_belongs_to_its_noun_and_not_to_the_news() -> None:
    found = drafts("Valk visited Dorn on Thursday, years after Ostrel’s 4 March 2031 raids on Karvia.")
    assert {(draft.headline, draft.date.earliest) for draft in found} == {
        ("Valk visited Dorn", date(2034, 3, 2)),
        ("Ostrel raided Karvia", date(2031, 3, 4)),
    }


BACKGROUND_NOUNS = [
    (
        "The raids were a reply to the massacre of 26 people in Tessaly on 22 January 2034.",
        [("The massacre of 26 people in Tessaly happened", date(2034, 1, 22))],
    ),
    (
        "Merren imposed sanctions on 4 February 2034 following the overthrow of Valk on 26 January 2034.",
        [
            ("Merren imposed sanctions following the overthrow of Valk", date(2034, 2, 4)),
            ("The overthrow of Valk took place", date(2034, 1, 26)),
        ],
    ),
    ("Ministers voted for the deal on 1 March 2034.", [("Ministers voted for the deal", date(2034, 3, 1))]),
    ("Valk left Dorn after the raid on 1 March 2034.", [("Valk left Dorn after the raid", date(2034, 3, 1))]),
]


@pytest.mark.parametrize(("text", "expected"), BACKGROUND_NOUNS)
def test_a_date_after_a_background_noun_is_the_nouns_when_the_verb_needs_none(
    text: str, expected: list[tuple[str, date]]
) -> None:
    assert [(draft.headline, draft.date.earliest) for draft in drafts(text)] == expected


def test_rejected_accusations_are_denied_by_who_rejects_them() -> None:
    (one,) = told("Karvia rejects accusations that its troops crossed the border at Dorn.")
    assert (one.standing, one.source, one.headline) == (
        "denied",
        "Karvia",
        "Karvia’s troops crossed the border at Dorn",
    )


def test_a_declared_noun_is_an_act_and_no_speech() -> None:
    (one,) = told("The army had declared martial law on [Wednesday].")
    assert one.headline == "The army declared martial law"


def test_what_follows_a_comma_and_a_conjunction_is_no_tag() -> None:
    (one, *_) = told("Karvia sent a brigade to Dorn, and by [Wednesday] the army reported that the gap was closed.")
    assert (one.headline, one.source, one.dating.mention) == ("Karvia sent a brigade to Dorn", None, None)


def test_a_present_verb_after_who_leaves_the_subject_to_the_main_verb() -> None:
    assert told("Valk, who leads the campaign, visited Dorn on [Wednesday].")[0].headline == "Valk visited Dorn"


def test_a_relative_clause_tells_its_own_happening() -> None:
    found = drafts("The truce, which began on 4 January 2034, collapsed on Thursday.")
    assert [(draft.headline, draft.date.earliest) for draft in found] == [
        ("The truce began", date(2034, 1, 4)),
        ("The truce collapsed", date(2034, 3, 2)),
    ]


def test_a_relative_clause_without_a_comma_hangs_on_the_noun_before_a_name() -> None:
    (draft,) = drafts("Nobody spoke of the attack on the mill in Dorn that took place on 4 January 2034.")
    assert draft.headline == "The attack on the mill in Dorn took place"


def test_a_date_in_a_reduced_clause_is_not_the_verbs() -> None:
    assert told("Karvia demanded the return of the captives taken on [4 March].") == []


def test_an_undated_sentence_of_a_paragraph_about_the_past_is_not_todays_news() -> None:
    found = drafts("Karvian troops entered Dorn on 5 May 2019. Ostrel fighters seized the bridge.")
    assert [draft.headline for draft in found] == ["Karvian troops entered Dorn"]


def test_a_chronology_gives_each_entry_its_label() -> None:
    found = drafts(
        "Oct. 7, 2033: Ostrel attacks Lindhaven.\n"
        "Oct. 13: Karvia orders people to leave Dorn.\n"
        "Oct. 20: Raid on a market in Dorn"
    )
    assert [(draft.headline, draft.date.earliest) for draft in found] == [
        ("Ostrel attacks Lindhaven", date(2033, 10, 7)),
        ("Karvia orders people to leave Dorn", date(2033, 10, 13)),
        ("Raid on a market in Dorn", date(2033, 10, 20)),
    ]


def test_what_lasted_since_an_event_runs_from_it_to_the_article() -> None:
    found = drafts("Ostrel’s 4 March 2031 raids on Karvia sparked almost three years of bitter fighting in Tessaly.")
    assert [(draft.headline, draft.date) for draft in found] == [
        ("Ostrel raided Karvia", EventDate.on(date(2031, 3, 4))),
        (
            "Bitter fighting in Tessaly lasted almost three years",
            EventDate.lasting(date(2031, 3, 4), DAY).with_doubt(approximate=True),
        ),
    ]


def test_since_runs_to_the_article_and_no_further() -> None:
    (draft,) = drafts("The crossing at Dorn has been closed since 1 March 2034.")
    assert (draft.date.earliest, draft.date.latest) == (date(2034, 3, 1), DAY)


def test_before_a_past_day_is_bounded_by_a_week_and_before_a_coming_day_by_the_article() -> None:
    (past,) = drafts("Karvian troops had left Dorn before 1 March 2034.")
    (ahead,) = drafts("Karvian troops will leave Dorn before 9 March 2034.")
    assert (past.date.earliest, past.date.latest, past.date.approximate) == (date(2034, 2, 21), date(2034, 2, 28), True)
    assert (ahead.date.earliest, ahead.date.latest, ahead.standing) == (DAY, date(2034, 3, 8), "planned")


def test_a_group_without_a_name_is_the_actor_of_the_same_sentence() -> None:
    (draft,) = drafts("An Ostrel delegation arrived in Belmora on Thursday, the group said.")
    assert draft.attributed_to == "Ostrel Front"


def test_an_office_holder_speaks_for_the_actor_that_introduced_him() -> None:
    (draft,) = drafts("Merren President Ada Quill arrived in Belmora on Thursday.")
    assert set(draft.actors) == {"Union of Merren"}


def test_a_pronoun_is_the_person_of_the_sentence_before() -> None:
    _, second = drafts("President Irena Valk visited Dorn on Wednesday. She left for Lindhaven on Thursday.")
    assert second.headline == "Irena Valk left for Lindhaven"


def test_a_pronoun_that_may_be_one_of_two_people_is_nobody() -> None:
    found = drafts("Valk met Arlen in Dorn on Wednesday, and Arlen smiled. She arrived in Lindhaven.")
    assert [draft.headline for draft in found] == ["Valk met Arlen in Dorn"]


def test_a_perfect_tense_takes_no_date_of_long_ago() -> None:
    (draft,) = drafts("Karvia has opened an inquiry into the flood of 4 May 2019 in Dorn.")
    assert (draft.date.earliest, draft.citations[0].phrase) == (DAY - NEWS_WINDOW, None)
    assert drafts("Karvia has opened an inquiry as it did on 4 May 2019.") == ()


def test_a_year_that_names_a_noun_is_not_its_date() -> None:
    assert drafts("Valk was a candidate in the 2030 election.") == ()


def test_figures_are_claims_with_their_source() -> None:
    (draft,) = drafts("At least 12 people were killed in Dorn on Thursday, according to Red Lantern.")
    assert [(claim["what"], claim["low"], claim["by"]) for claim in draft.claims] == [("killed", 12, "Red Lantern")]


def test_a_long_sentence_is_quoted_in_part_with_its_phrase_inside() -> None:
    text = "Karvian troops entered Dorn on 1 March 2034 " + "with guns and horses and wagons " * 20 + "at dawn."
    (draft,) = drafts(text)
    quote = draft.citations[0]
    assert len(quote.quote) <= QUOTE_LIMIT
    assert text[quote.start : quote.end] == quote.quote
    assert text[quote.phrase_start : quote.phrase_end] == "1 March 2034"
    assert quote.start <= quote.phrase_start < quote.phrase_end <= quote.end


def test_a_draft_record_has_the_keys_of_the_vocabulary() -> None:
    record = as_record(drafts("Karvian troops entered Dorn on 1 March 2034.")[0], document="one")
    assert (record["id"], record["date"], record["standing"], record["kind"]) == ("one", "2034-03-01", "reported", None)
    assert (record["quote"], record["phrase"]) == ("Karvian troops entered Dorn on 1 March 2034.", "1 March 2034")


def _check(text: str, published: date | None) -> None:
    for draft in drafts(text, published):
        assert 0 < len(draft.headline) <= HEADLINE_LIMIT
        assert draft.date is not None or draft.asks
        for quote in draft.citations:
            assert text[quote.start : quote.end] == quote.quote != ""
            if quote.phrase is not None:
                assert text[quote.phrase_start : quote.phrase_end] == quote.phrase
                assert quote.start <= quote.phrase_start < quote.phrase_end <= quote.end


@given(st.text(max_size=400), st.sampled_from([DAY, None]))
def test_any_text_is_read_without_an_error(text: str, published: date | None) -> None:
    _check(text, published)


_PIECES = sorted(
    {
        *TWIN.split(),
        "\n",
        "\n\n",
        "“",
        "”",
        ",",
        ";",
        ":",
        "—",
        "that",
        "which",
        "who",
        "if",
        "after",
        "said",
        "will",
        "not",
        "(",
        ")",
    }
)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(_PIECES), max_size=60), st.sampled_from([DAY, None, date.min, date.max]))
def test_shuffled_news_is_read_without_an_error(pieces: list[str], published: date | None) -> None:
    _check(" ".join(pieces), published)


def test_without_a_vocabulary_dated_events_are_still_found() -> None:
    (draft,) = read("Troops entered Dorn on 1 March 2034.", published=DAY, vocabulary=Vocabulary()).drafts
    assert (draft.headline, draft.kind, draft.actors) == ("Troops entered Dorn", None, ())
