"""Every doubt: what it drops, joins, shares or marks. Published on Monday 6 October 2025."""

import pytest

from tests.extraction.reading import dated, mentions, values

MONTHS_OR_WORDS = [
    ("In May they may march.", ["May"]),
    ("They marched in March; the March of Return began.", ["March"]),
    ("In may they left.", []),
    ("Mr. May and Jan met.", []),
    ("In May May resigned.", ["May"]),
    ("The costly August fighting ended in Sept.", ["August", "Sept"]),
]
NUMBERS_OR_YEARS = [
    ("The 1902 pact with 1902 men", ["1902"]),
    ("Resolution 1701 of 2006", ["2006"]),
    ("In 1948 about 1948 Palestinians fled.", ["1948"]),
    ("Flight 1990 landed at 1900 hours in 1990.", ["1900 hours", "1990"]),
]
SEASONS_OR_VERBS = [
    ("Prices fall in the fall.", ["the fall"]),
    ("After the fall of the city came spring.", []),
    ("The Arab Spring came in spring 2011.", ["spring 2011"]),
]
NAMES = [
    ("Black Sunday came on a Sunday.", ["Sunday"]),
    ("The Sunday Telegraph wrote on Sunday.", ["Sunday"]),
    ("The Daily Mail is printed daily.", ["daily"]),
]


@pytest.mark.parametrize(("text", "kept"), [*MONTHS_OR_WORDS, *NUMBERS_OR_YEARS, *SEASONS_OR_VERBS, *NAMES])
def test_a_word_that_is_no_date_is_dropped_and_its_double_kept(text: str, kept: list[str]) -> None:
    assert [mention.text for mention in mentions(text)] == kept


SHARED = [
    ("On 3, 5 and 9 May", [("3", "2025-05-03"), ("5", "2025-05-05"), ("9 May", "2025-05-09")]),
    ("On May 3, 5 and 9, 1955", [("May 3", "1955-05-03"), ("5", "1955-05-05"), ("9, 1955", "1955-05-09")]),
    ("From 6-7 January 1916", [("6", "1916-01-06"), ("7 January 1916", "1916-01-07")]),
    ("Between March 5-9, 1918", [("March 5", "1918-03-05"), ("9, 1918", "1918-03-09")]),
    ("The drills of Sept. 21-22 began", [("Sept. 21", "2025-09-21"), ("22", "2025-09-22")]),
    ("In April and June 1955", [("April", "1955-04"), ("June 1955", "1955-06")]),
    ("31 May-1 June 1916", [("31 May", "1916-05-31"), ("1 June 1916", "1916-06-01")]),
    ("From December to February 1945", [("December", "1944-12"), ("February 1945", "1945-02")]),
    ("The summer and autumn of 1918", [("The summer", "1918-SU"), ("autumn of 1918", "1918-FA")]),
    ("On May 5, 12 people came.", [("May 5", "2025-05-05")]),
    ("On May 5 and 12 others came.", [("May 5", "2025-05-05")]),
]


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_members_of_a_list_or_range_share_their_parts(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


RANGES = [
    ("The talks of 3–5 March failed.", [("3", "2025-03-03/2025-03-05"), ("5 March", "2025-03-03/2025-03-05")]),
    ("The war of 1914–18", [("1914", "1914/1918"), ("18", "1914/1918")]),
    ("Between May and June 1950", [("May", "1950-05/1950-06"), ("June 1950", "1950-05/1950-06")]),
    ("From late 2023 to mid-2024", [("late 2023", "2023-09-01~/2024-08-31~"), ("mid-2024", "2023-09-01~/2024-08-31~")]),
    ("On 4 or 5 October", [("4", "[2025-10-04..2025-10-05]"), ("5 October", "[2025-10-04..2025-10-05]")]),
    ("In May and June 1950", [("May", "1950-05"), ("June 1950", "1950-06")]),
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_both_ends_of_a_range_are_dated_with_the_whole_of_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert dated(text) == expected


MODIFIERS = [
    ("early 2024", "early 2024", "START", "2024"),
    ("In the early 1980s", "the early 1980s", "START", "198"),
    ("by mid-March", "mid-March", "MID", "2025-03"),
    ("at the end of March 1917", "the end of March 1917", "END", "1917-03"),
    ("the end of last year", "the end of last year", "END", "2024"),
    ("late on Friday", "late on Friday", "END", "2025-10-03"),
    ("early Thursday", "early Thursday", "START", "2025-10-02"),
    ("around Nov. 1", "around Nov. 1", "APPROX", "2025-11-01"),
    ("earlier this month", "earlier this month", "START", "2025-10"),
    ("later this year", "later this year", "END", "2025"),
    ("nearly two years", "nearly two years", "LESS_THAN", "P2Y"),
    ("more than 10 months", "more than 10 months", "MORE_THAN", "P10M"),
    ("at least three weeks", "at least three weeks", "EQUAL_OR_MORE", "P3W"),
    ("about a week", "about a week", "APPROX", "P1W"),
    ("over the past ten years", "the past ten years", None, "P10Y"),
    ("for over ten years", "over ten years", "MORE_THAN", "P10Y"),
]


@pytest.mark.parametrize(("text", "words", "mod", "value"), MODIFIERS)
def test_the_words_before_a_date_become_its_modifier(text: str, words: str, mod: str | None, value: str) -> None:
    assert [(it.text, it.mod, it.value) for it in mentions(text)] == [(words, mod, value)]


RELATIONS = [
    ("It has been closed since Saturday.", "Saturday", "2025-10-04", "2025-10-04/.."),
    ("It was open until May 2025.", "May 2025", "2025-05", "../2025-05"),
    ("Nothing moved before Friday.", "Friday", "2025-10-03", "[..2025-10-02]"),
    ("Nothing moved after 2014.", "2014", "2014", "[2015-01-01..]"),
    ("By Friday they had left.", "Friday", "2025-10-03", "2025-10-03~"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell one day before Friday.", [("one day", "2025-10-02"), ("Friday", "2025-10-03")]),
        ("It fell after Friday's raid.", [("Friday", "2025-10-03")]),
        ("It fell before the 1967 war.", [("1967", "1967")]),
    ],
)
def test_a_date_that_belongs_to_another_word_is_not_bounded(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(("text", "words", "value", "notation"), RELATIONS)
def test_since_until_before_after_and_by_bound_the_date_but_not_its_value(
    text: str, words: str, value: str, notation: str
) -> None:
    assert values(text) == [(words, value)]
    assert dated(text) == [(words, notation)]


PARTS_OF_MONTHS = [
    ("In the first week of October it rained.", "[2025-10-01..2025-10-07]"),
    ("In the last week of September it rained.", "[2025-09-24..2025-09-30]"),
    ("In the last days of July it rained.", "[2025-07-29..2025-07-31]"),
    ("In the second half of May it rained.", "[2025-05-16..2025-05-31]"),
    ("On the first weekend of August it rained.", "[2025-08-02..2025-08-03]"),
    ("In the first ten days of May it rained.", "[2025-05-01..2025-05-10]"),
    ("In the first ten months of 1915 it rained.", "[1915-01-01..1915-10-31]"),
    ("In the last two weeks of June 2024 it rained.", "[2024-06-17..2024-06-30]"),
]


@pytest.mark.parametrize(("text", "notation"), PARTS_OF_MONTHS)
def test_a_part_of_a_month_is_dated_to_its_days_with_the_month_nested(text: str, notation: str) -> None:
    outer, inner = mentions(text)
    assert dated(text)[0][1] == notation
    assert (outer.nested, inner.nested) == (False, True)


def test_the_date_inside_an_anniversary_is_nested_and_counts_it() -> None:
    outer, inner = mentions(
        "They mark the fiftieth anniversary of the 6 October 1973 war, in Cairo.".replace("fiftieth", "50th")
    )
    assert (outer.text, outer.value, outer.nested) == (
        "the 50th anniversary of the 6 October 1973 war",
        "2023-10-06",
        False,
    )
    assert (inner.text, inner.value, inner.nested) == ("the 6 October 1973", "1973-10-06", True)


def test_an_anniversary_without_a_date_inside_falls_on_the_day_told_before_it() -> None:
    assert values("Crowds on Saturday marked the second anniversary of the siege.") == [
        ("Saturday", "2025-10-04"),
        ("the second anniversary of the siege", "2025-10-04"),
    ]


def test_a_bare_part_of_day_counts_only_where_a_preposition_asks_for_it() -> None:
    assert values("On 3 May it began; at dawn it was over; night fell.") == [
        ("3 May", "2025-05-03"),
        ("dawn", "2025-05-03TMO"),
    ]
