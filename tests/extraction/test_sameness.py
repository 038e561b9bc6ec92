"""When two reports of two articles tell one happening, when they only look alike, and what is said for it."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from timeline.dates import EventDate, Part, Precision
from timeline.extraction.profiles import Report, profile
from timeline.extraction.sameness import Bond, Likeness, compare

DAY = date(2034, 3, 3)
KILLED = {"what": "killed", "low": 5, "best": 5, "high": 5, "by": None}


def telling(headline: str, *, quote: str = "", on: EventDate | date | None = DAY, **fields: Any) -> Report:
    when = EventDate.on(on) if isinstance(on, date) else on
    named = {name: frozenset(fields.pop(name, ())) for name in ("actors", "places")}
    return Report(headline=headline, quotes=(quote or headline + ".",), date=when, **named, **fields)


def judged(first: Report, second: Report) -> Likeness:
    return compare(profile(first), profile(second))


SAME = [
    ("Ostrel forces shelled the market of Dorn", "The market of Dorn was bombed by Ostrel forces"),
    ("Karvian troops seized the town of Belmora", "Karvian troops captured Belmora"),
    ("A bridge at Lindhaven was blown up", "Rebels blew up the bridge at Lindhaven"),
    ("Envoys of Karvia arrived in Belmora", "Karvia’s envoys landed in Belmora"),
    ("Parliament in Dorn approved the truce with Ostrel", "The truce with Ostrel was adopted by parliament in Dorn"),
    ("Mira Halvorsen resigned as mayor of Dorn", "Mayor Mira Halvorsen quit in Dorn"),
    ("Ostrel freed 40 prisoners at Dorn", "Forty prisoners were released by Ostrel at Dorn"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_two_tellings_of_one_happening_are_proposed(first: str, second: str) -> None:
    for one, other in ((first, second), (second, first)):
        assert judged(telling(one), telling(other)).bond == Bond.SAME, judged(telling(one), telling(other))


APART = [
    ("other-place", "Ostrel forces shelled a market in Dorn", "Ostrel forces shelled a market in Belmora"),
    ("other-target", "A strike hit a school in Dorn", "A strike hit a bakery in Dorn"),
    ("other-named", "The navy sank the tanker Blue Heron", "The navy sank the tanker Red Kestrel"),
    ("turned-round", "Karvia closed its border with Ostrel", "Ostrel closed its border with Karvia"),
    ("opposed", "Talks between Karvia and Ostrel began in Dorn", "Talks between Karvia and Ostrel ended in Dorn"),
    ("opposed", "Karvian troops captured the town of Dorn", "Karvian troops retook the town of Dorn"),
    ("opposed", "The envoys arrived in Dorn", "The envoys left Dorn"),
    ("other-deed", "Mira Halvorsen resigned in Dorn", "Mira Halvorsen was buried in Dorn"),
    ("other-number", "A strike hit the port of Dorn", "A second strike hit the port of Dorn"),
    ("other-number", "The third round of talks was held in Dorn", "The fourth round of talks was held in Dorn"),
]


@pytest.mark.parametrize(("rule", "first", "second"), APART)
def test_what_only_looks_alike_is_forbidden_by_a_rule_with_a_name(rule: str, first: str, second: str) -> None:
    for one, other in ((first, second), (second, first)):
        assert judged(telling(one), telling(other)) == Likeness(None, 0.0, (), rule)


HIT = "Ostrel forces shelled the market of Dorn"


@pytest.mark.parametrize(
    ("rule", "changed"),
    [
        ("no-days", {"on": date(2034, 3, 4)}),
        ("no-days", {"on": None}),
        ("no-days", {"on": EventDate.sometime_in_month(2034, 3)}),
        ("denied", {"standing": "denied"}),
        ("other-actor", {"actors": ["Vessen"]}),
        ("other-known-place", {"places": ["Belmora"]}),
        ("other-toll", {"claims": ({**KILLED, "low": 60, "high": 60},)}),
    ],
)
def test_the_same_words_are_apart_when_what_is_known_differs(rule: str, changed: dict[str, Any]) -> None:
    known = {"actors": ["Ostrel"], "places": ["Harbour quarter"], "claims": (KILLED,)}
    assert judged(telling(HIT, **known), telling(HIT, **{**known, **changed})).against == rule
    assert judged(telling(HIT, **known), telling(HIT, **known)).bond == Bond.SAME


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        (Part.MORNING, Part.EVENING, "other-hour"),
        (Part.AFTERNOON, Part.NIGHT, "other-hour"),
        (Part.EVENING, Part.NIGHT, ""),
        (Part.MORNING, None, ""),
    ],
)
def test_parts_of_a_day_tell_two_attacks_apart(first: Part, second: Part | None, rule: str) -> None:
    dates = [EventDate(DAY, DAY, Precision.PART_OF_DAY, one) if one else EventDate.on(DAY) for one in (first, second)]
    assert judged(telling(HIT, on=dates[0]), telling(HIT, on=dates[1])).against == rule


def test_clock_times_hours_apart_tell_two_attacks_apart() -> None:
    at = [EventDate(DAY, DAY, Precision.MINUTE, time=time(hour, 30)) for hour in (6, 7, 15)]
    assert judged(telling(HIT, on=at[0]), telling(HIT, on=at[1])).bond == Bond.SAME
    assert judged(telling(HIT, on=at[0]), telling(HIT, on=at[2])).against == "other-hour"


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        ({"low": 12, "high": 12}, {"low": 17, "high": 17}, True),
        ({"low": 2, "high": 2}, {"low": 5, "high": 5}, True),
        ({"low": 14, "high": None}, {"low": 80, "high": 80}, True),
        ({"low": None, "high": None}, {"low": 80, "high": 80}, True),
        ({"low": 12, "high": 12}, {"low": 40, "high": 40}, False),
        ({"low": 90, "high": None}, {"low": 8, "high": 8}, False),
    ],
)
def test_newsrooms_disagree_on_the_figures_of_a_day_but_not_by_any_number(one: Any, other: Any, is_near: bool) -> None:
    claims = [{"what": "killed", "best": None, "by": None, **figures} for figures in (one, other)]
    like = judged(telling(HIT, claims=(claims[0],)), telling(HIT, claims=(claims[1],)))
    assert (like.against == "") == is_near


@pytest.mark.parametrize(
    ("first", "second", "bond"),
    [
        ("planned", "reported", Bond.FOLLOW_UP),
        ("confirmed", "conditional", Bond.FOLLOW_UP),
        ("planned", "planned", Bond.SAME),
        ("reported", "confirmed", Bond.SAME),
        ("denied", "denied", Bond.SAME),
    ],
)
def test_a_plan_and_its_outcome_are_told_from_two_reports(first: str, second: str, bond: Bond) -> None:
    meeting = "Envoys of Karvia and Ostrel meet in Dorn"
    assert judged(telling(meeting, standing=first), telling(meeting, standing=second)).bond == bond


def test_a_vague_day_needs_more_to_agree() -> None:
    window = EventDate(date(2034, 2, 26), date(2034, 3, 5), Precision.DAYS, approximate=True)
    assert judged(telling(HIT, on=window), telling(HIT)).bond == Bond.SAME
    assert judged(telling("Shells hit Dorn", on=window), telling("Gunmen raided the port of Dorn")).bond is None


def test_the_same_manner_of_speaking_alone_is_no_reason() -> None:
    like = judged(telling("The minister spoke to reporters"), telling("The minister spoke to reporters"))
    assert (like.bond, like.against) == (None, "")


def test_the_reasons_say_what_agrees_in_the_words_of_both() -> None:
    first = telling("Ostrel forces shelled the market of Dorn", actors=["Ostrel"], places=["Dorn"], kind="attack")
    second = telling("Ostrel bombed the market in Dorn, killing 11", actors=["Ostrel"], places=["Dorn"], kind="attack")
    assert [(reason.rule, reason.first, reason.second) for reason in judged(first, second).reasons] == [
        ("same-day", "", ""),
        ("place", "Dorn", "Dorn"),
        ("actor", "Ostrel", "Ostrel"),
        ("deed", "shelled", "bombed"),
        ("kind", "attack", "attack"),
        ("words", "Ostrel, shelled, market, Dorn", ""),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("قصفت القوات سوق دورن وقتلت ١١ شخصا", "قصفت القوات سوق دورن"),
        ("הכוחות הפגיזו את השוק בדורן", "הכוחות הפגיזו את השוק בדורן אמש"),
    ],
)
def test_arabic_and_hebrew_reports_are_compared_by_what_the_vocabulary_knows(first: str, second: str) -> None:
    known = {"actors": ["Ostrel"], "places": ["Dorn"], "kind": "attack"}
    assert judged(telling(first, **known), telling(second, **known)).bond == Bond.SAME
    assert judged(telling(first, **known), telling(second, **{**known, "places": ["Belmora"]})).bond is None


@pytest.mark.parametrize("headline", ["", "…", "12", "The", "by"])
def test_any_words_can_be_compared(headline: str) -> None:
    assert judged(telling(headline, quote="x"), telling(HIT)).bond is None
    assert judged(telling(headline, quote="x"), telling(headline, quote="x")).bond is None
