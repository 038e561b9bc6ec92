"""What a wording counts from: publication, the last date told, a chronology's entry; never a mode that someone sets."""

from datetime import date

import pytest

from tests.extraction.reading import MONDAY, dated, mentions, values

NARRATIVE = """\
The siege and after, 1941-1943

The port was surrounded on 9 September 1941. On 7 August the first shells had fallen. In November 1941 the lake froze.
In March the road opened, and two months later the ice broke.

In 1943 the ring was broken. On 18 January the armies met. The following day bread arrived. A commission
that sat in 1971 counted the dead. On 27 January guns were fired in salute; that year ended quietly.
"""


def test_a_narrative_counts_from_its_own_dates_whatever_day_it_was_published() -> None:
    expected = [
        ("1941", "1941"),
        ("1943", "1943"),
        ("9 September 1941", "1941-09-09"),
        ("7 August", "1941-08-07"),
        ("November 1941", "1941-11"),
        ("March", "1942-03"),
        ("two months later", "1942-05"),
        ("1943", "1943"),
        ("18 January", "1943-01-18"),
        ("The following day", "1943-01-19"),
        ("1971", "1971"),
        ("27 January", "1943-01-27"),
        ("that year", "1943"),
    ]
    assert values(NARRATIVE, MONDAY) == expected
    assert values(NARRATIVE, None) == expected
    assert values(NARRATIVE, date(1999, 12, 31)) == expected


CHRONOLOGY = """\
Oct. 7, 2023: Rockets are fired.
Oct. 13: Troops move in. Four days later the crossing opens.
December 31: Shelling goes on.
January 1: A truce is signed.
"""


@pytest.mark.parametrize("published", [MONDAY, None])
def test_an_entry_of_a_chronology_takes_the_year_of_the_one_before_it_and_rolls_over(published: date | None) -> None:
    assert values(CHRONOLOGY, published) == [
        ("Oct. 7, 2023", "2023-10-07"),
        ("Oct. 13", "2023-10-13"),
        ("Four days later", "2023-10-17"),
        ("December 31", "2023-12-31"),
        ("January 1", "2024-01-01"),
    ]


ENTRIES = [
    ("7.OCT.23 – Gunmen cross.\n9.OCT.23 – A siege begins. Two days later: rain.", ["2023-10-07", "2023-10-09", "2023-10-11"]),
    ("Year 2023\n\nNovember 1 - 4\n\nOn November 3 it rained.", ["2023", "2023-11-01", "2023-11-04", "2023-11-03"]),
    ("October 7th: Sirens.\n7-9 May: Talks.", ["2024-10-07", "2025-05-07", "2025-05-09"]),
    ("Oct. 6: Talks.\nJan. 1: Truce.\nDec. 31: Shells.", ["2025-10-06", "2025-01-01", "2024-12-31"]),
    ("- 3 March 2024: Talks open.\n- 5 March: Talks close.", ["2024-03-03", "2024-03-05"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ENTRIES)
def test_headings_and_list_items_open_entries(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text)] == expected


def test_a_single_line_that_is_a_date_makes_no_chronology() -> None:
    text = "Envoys leave\n\nMonday, October 6, 2025\n\nOn Friday envoys left. They will meet on Wednesday."
    assert [value for _, value in values(text)] == ["2025-10-06", "2025-10-03", "2025-10-08"]


NEWS = [
    ("The war began in 2014. It grew on Saturday.", ["2014", "2025-10-04"]),
    ("The court sat on Nov. 20, 2021, and again on Dec. 3.", ["2021-11-20", "2021-12-03"]),
    ("Shares closed on Sept. 30.", ["2025-09-30"]),
    ("The dividend is payable on Jan. 2.", ["2026-01-02"]),
    ("The deal was signed in January.", ["2025-01"]),
    ("Elections will be held in January.", ["2026-01"]),
    ("Sales fell in December.", ["2024-12"]),
    ("The quakes may go on into early February.", ["2026-02"]),
    ("In the 2016 election she stayed until June and backed him in July.", ["2016", "2016-06", "2016-07"]),
    ("The plan to pay the loan by February stands.", ["2026-02"]),
    ("The rules take effect on December 10. They were printed later the same day.", ["2025-12-10", "2025-12-10"]),
    ("Profit rose in the third quarter. A year earlier it fell.", ["2025-Q3", "2024-Q3"]),
]


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_a_report_counts_from_its_publication(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text)] == expected


def test_far_years_do_not_make_a_narrative_of_a_report_that_speaks_of_its_own_days() -> None:
    text = "Voters of 1948, 1967, 1973, 1982 and 1987 met on Friday. They met again yesterday and part today."
    assert [value for _, value in values(text)][-3:] == ["2025-10-03", "2025-10-05", "2025-10-06"]


def test_without_a_day_to_count_from_nothing_is_invented() -> None:
    text = "Envoys left late Wednesday. Talks went on over the weekend and should end this week, on 9 October."
    found = mentions(text, None)
    assert [mention.date for mention in found] == [None, None, None, None]
    assert {mention.trail[-1].anchor_from for mention in found} == {"the article’s day is asked for"}
    assert values(text, None)[0] == ("late Wednesday", "XXXX-WXX-3")


def test_without_publication_the_year_told_once_runs_on() -> None:
    text = "Dorn was raided on Oct. 7, 2023. A truce began on Nov. 24. It ended on Dec. 1. Talks began on Jan. 15."
    assert [value for _, value in values(text, None)] == ["2023-10-07", "2023-11-24", "2023-12-01", "2024-01-15"]


def test_a_trail_says_what_was_counted_from_and_where_that_came_from() -> None:
    step = mentions("A truce began on 2 May 2023. Two days later it fell.")[-1].trail[0]
    assert (step.words, step.rule, step.anchor) == ("Two days later", "counted-later", "2023-05-02")
    assert (step.anchor_from, step.value) == ("the date before it: “2 May 2023”", "2023-05-04")


def test_a_shift_in_days_from_a_month_has_no_date_and_says_why() -> None:
    (_, mention) = mentions("It began in October 2023. Four days later it spread.")
    assert (mention.value, mention.date) == ("2023-XX-XX", None)
    assert mention.trail[-1].anchor_from == "the date it counts from is not known to the day"


def test_the_day_before_publication_may_lie_in_another_year() -> None:
    assert dated("It happened yesterday.", date(2025, 1, 1)) == [("yesterday", "2024-12-31")]


def test_after_the_last_entry_of_a_chronology_a_blank_line_returns_to_publication() -> None:
    text = (
        "Oct. 7, 2023: Rockets are fired.\nOct. 13: Troops move in. The next day it rains.\n\nOn Saturday talks opened."
    )
    assert dated(text, MONDAY) == [
        ("Oct. 7, 2023", "2023-10-07"),
        ("Oct. 13", "2023-10-13"),
        ("The next day", "2023-10-14"),
        ("Saturday", "2025-10-04"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Oct. 7, 2023\n\nRockets are fired.\n\nOct. 13\n\nTroops move in.\n\nThe next day it rains.",
        "Oct. 7, 2023: Rockets are fired.\n\nShelling goes on.\n\nOct. 13: Troops move in.\n\nThe next day it rains.",
    ],
    ids=["entries are headings", "entries go on over paragraphs"],
)
def test_where_nothing_tells_the_last_entry_s_end_it_goes_on(text: str) -> None:
    assert dated(text, MONDAY)[-1] == ("The next day", "2023-10-14")


def test_a_date_line_that_repeats_the_day_makes_no_narrative_of_the_news() -> None:
    text = (
        "Monday, October 6, 2025\n\nThe dam burst on Saturday. It had been repaired in 2009, in 2012, in 2015, in 2018"
        " and in 2020.\n\nIn December a crack was seen."
    )
    found = dict(dated(text, MONDAY))
    assert (found["Saturday"], found["December"]) == ("2025-10-04", "2024-12")


@pytest.mark.parametrize(
    ("words", "day", "rule"),
    [
        ("Friday, Nov. 24", "2023-11-24", "year-of-that-weekday"),
        ("Nov. 24, a Friday", "2023-11-24", "year-of-that-weekday"),
        ("Friday, 1 March", "2024-03-01", "year-of-that-weekday"),
        ("Saturday, Oct. 4", "2025-10-04", "nearest-to-publication"),
    ],
)
def test_a_weekday_beside_a_day_tells_its_year(words: str, day: str, rule: str) -> None:
    (mention,) = mentions(f"The bridge fell on {words}.", MONDAY)
    assert (mention.value, mention.trail[0].rule) == (day, rule)


def test_that_day_after_an_apposition_is_the_day_itself_and_later_names_no_part_of_it() -> None:
    text = "The truce took effect on Oct. 3, a Friday. Later that day 13 people were freed."
    assert dated(text, MONDAY) == [("Oct. 3, a Friday", "2025-10-03"), ("Later that day", "2025-10-03")]
