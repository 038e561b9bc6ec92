"""Years before Christ, which have a TIMEX3 value and no date. Published on Monday 6 October 2025."""

import pytest

from tests.extraction.reading import dated, mentions, values
from timeline.dates.notation import to_notation

STORY = "In 218 BC the siege began. "
TOLD = [("218 BC", "BC0218")]

NAMED = [
    ("The city fell in 146 BC.", [("146 BC", "BC0146")]),
    ("The city fell in 146 B.C. after a siege.", [("146 B.C.", "BC0146")]),
    ("The wall is from 700 BCE.", [("700 BCE", "BC0700")]),
    ("Second war (218-201 BC)", [("218", "BC0218"), ("201 BC", "BC0201")]),
    ("It lasted from 264 to 241 BC.", [("264", "BC0264"), ("241 BC", "BC0241")]),
    ("He was consul in 222 and 215 BC.", [("222", "BC0222"), ("215 BC", "BC0215")]),
    ("The bridge burned in March 52 BC.", [("March 52 BC", "BC0052-03")]),
    ("He was killed on 15 March 44 BC in Rome.", [("15 March 44 BC", "BC0044-03-15")]),
    ("He was killed on March 15, 44 BC, in Rome.", [("March 15, 44 BC", "BC0044-03-15")]),
    ("They met in the spring of 58 BC.", [("the spring of 58 BC", "BC0058-SP")]),
    ("They armed in late autumn of 58 BC.", [("late autumn of 58 BC", "BC0058-FA")]),
    ("Throughout the 240s BC they paid.", [("the 240s BC", "BC024")]),
    ("The temple is of the 5th century BC.", [("the 5th century BC", "BC04")]),
    ("In the 5th and 4th centuries BC it grew.", [("the 5th", "BC04"), ("4th centuries BC", "BC03")]),
]
RUNNING = [
    ("The following year they crossed.", [("The following year", "BC0217")]),
    ("Two years later they crossed.", [("Two years later", "BC0216")]),
    ("A year earlier they had crossed.", [("A year earlier", "BC0219")]),
    ("They crossed in October.", [("October", "BC0218-10")]),
    ("They crossed in the winter.", [("the winter", "BC0218-WI")]),
    ("The same day they crossed.", [("The same day", "BC0218-XX-XX")]),
]
AFTER_CHRIST = [
    ("The mountain broke out in AD 79.", [("AD 79", "0079")]),
    ("The town was rebuilt in 106 CE.", [("106 CE", "0106")]),
]
NOTHING = [
    "BC 12 is the road to the coast.",
    "She watched an ad 79 times.",
    "The unit has 40 ce marks.",
    "He paid 4,500 BC dollars.",
]


@pytest.mark.parametrize(("text", "expected"), NAMED + AFTER_CHRIST)
def test_years_of_both_eras_and_what_hangs_on_them_are_read(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(("text", "expected"), RUNNING)
def test_a_story_before_christ_runs_on_towards_christ(text: str, expected: list[tuple[str, str]]) -> None:
    years = "It had ruled in 270 BC, 260 BC, 250 BC and 240 BC.\n"
    assert values(years + STORY + text)[4:] == TOLD + expected


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_what_lies_before_christ_has_no_date(text: str, expected: list[tuple[str, str]]) -> None:
    assert [date for _, date in dated(text)] == [None] * len(expected)
    assert {mention.trail[-1].anchor_from for mention in mentions(text)} == {"before the calendar begins"}


def test_what_is_counted_from_before_christ_says_so_in_words() -> None:
    (step, _) = mentions(STORY + "The following year they crossed.", None)[-1].trail
    assert (step.anchor, step.anchor_from) == (None, "the date before it: “218 BC”")


def test_a_year_after_christ_of_two_figures_is_dated() -> None:
    (mention,) = mentions("The mountain broke out in AD 79.")
    assert mention.date is not None
    assert to_notation(mention.date) == "0079"


WRITTEN_OUT = "It fought in 264 BC, 241 BC and 218 BC.\n"
BARE = [
    ("In 216, the consuls fell.", [("216", "BC0216")]),
    ("He died in 211 and was mourned.", [("211", "BC0211")]),
    ("By 202 the war was lost.", [("202", "BC0202")]),
]
NO_YEARS = [
    "In 216 ships they came.",
    "They came in 20, it is said.",
    "It held 216 men.",
    "They were seen in 21.5 degrees.",
    "He paid a fine of 216,000 coins.",
]


@pytest.mark.parametrize(("text", "expected"), BARE)
def test_a_bare_number_is_a_year_where_others_are_before_christ(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(WRITTEN_OUT + text)[3:] == expected
    assert values(text) == []
    assert values("It fought in 264 BC and 241 BC.\n" + text)[2:] == []


@pytest.mark.parametrize("text", NO_YEARS)
def test_a_count_is_no_year_before_christ(text: str) -> None:
    assert values(WRITTEN_OUT + text)[3:] == []


@pytest.mark.parametrize("text", NOTHING)
def test_letters_that_only_look_like_an_era_give_no_year(text: str) -> None:
    assert [value for _, value in values(text) if "BC" in value or value.startswith("00")] == []
