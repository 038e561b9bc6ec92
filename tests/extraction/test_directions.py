"""Whether a date lies ahead or behind: a past clause never dates after publication, a planned one does."""

from datetime import date

import pytest

from tests.extraction.reading import dated, mentions, values

THURSDAY = date(2033, 10, 13)

BEHIND = [
    "The union published a 12-point plan to end the strike on Monday.",
    "The minister presented his plans to rebuild the port on Monday.",
    "The two sides agreed to the first phase of the plan on Monday.",
    "The council agreed to it on Monday.",
    "Trains stopped due to the storm on Monday.",
    "The power cut was due to a storm on Monday.",
    "The poem was set to music on Monday.",
    "On Monday the mediators extended the truce by two days.",
    "A much criticised peace plan to share the river failed on Monday.",
    "The army published its plan to leave the town on Monday.",
    "Rescuers could not reach the village on Monday.",
    "Villagers could hear the guns on Monday.",
    "The talks had been set for Lindhaven on Monday.",
    "The museum unveiled the find on Monday.",
    "On Monday, the mayor called for calm.",
    "Police arrested the man wanted for theft on Monday.",
]
AHEAD = [
    "The delegates agreed to meet on Monday.",
    "The generals plan to meet on Monday.",
    "The army plans to leave on Monday.",
    "A first group was to be freed on Monday.",
    "The truce is due to begin on Monday.",
    "The court is set to rule on Monday.",
    "The envoy might travel on Monday.",
    "All villagers must leave by Monday.",
    "The delegates announced a plan to meet on Monday.",
    "The delegates agreed to a deal to vote in Lindhaven on Monday.",
    "The court closes on Monday.",
    "The frost may last into Monday.",
    "The envoys could arrive as early as Monday.",
    "It will dominate a summit set for Lindhaven on Monday.",
    "They spoke of a strike planned for Monday.",
    "The report mentioned talks scheduled for Monday.",
    "The fee would be paid at an unspecified hour on Monday.",
    "The king was expected to speak on Monday.",
    "The deadline is Monday.",
    "The mayor, whose term ends Monday, said nothing.",
    "The judge was likely to rule on Monday.",
]


@pytest.mark.parametrize("text", BEHIND)
def test_what_is_told_as_done_lies_behind(text: str) -> None:
    assert values(text, THURSDAY)[0] == ("Monday", "2033-10-10")


@pytest.mark.parametrize("text", AHEAD)
def test_what_is_told_as_planned_lies_ahead(text: str) -> None:
    assert values(text, THURSDAY)[0] == ("Monday", "2033-10-17")


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("More floods could come between December and May.", "2033-12/2034-05"),
        ("Elections may be held between November and February.", "2033-11/2034-02"),
        ("Floods came between December and May.", "2032-12/2033-05"),
    ],
)
def test_the_end_of_a_range_follows_its_beginning(text: str, span: str) -> None:
    assert {day for _, day in dated(text, date(2033, 11, 9))} == {span}


YEARS = [
    # one sentence that looks ahead goes on to do so
    ("Two ferries would leave daily from 20 November, with a third crossing from 6 June.", "2034-06-06"),
    ("Ferries left daily until 20 September, with a third that ran from 6 June.", "2033-06-06"),
    # what names a thing is no news: the next date does not run on from its year
    ("The two were sought for the 21 December 2028 bombing in Dorn. The town agreed in April to a trial.", "2033-04"),
    ("It ended the August 2028 truce. The council condemned the raid of Oct. 2.", "2033-10-02"),
    # a date that is the story's own does let it run
    ("He was jailed on 21 December 2028 in Dorn. In April the court set him free.", "2029-04"),
    ("The truce of August 2028 was the first. It broke down in October.", "2028-10"),
    # "since" looks back, however near the day ahead is
    ("Since Oct. 20 the bridge has been shut.", "2032-10-20"),
    ("Since Oct. 5 the bridge has been shut.", "2033-10-05"),
    ("The bridge will be shut on Oct. 20.", "2033-10-20"),
    # what nobody can announce lies behind, what is announced may lie ahead
    ("He was hurt in an Oct. 22 raid.", "2032-10-22"),
    ("He was hurt in the earthquake of 22 October.", "2032-10-22"),
    ("He was hurt in an Oct. 2 raid.", "2033-10-02"),
    ("They prepare for the Nov. 5 election.", "2033-11-05"),
    ("The trial is on Oct. 22 and the raid is its theme.", "2033-10-22"),
    # days that have become names
    ("Since the Oct. 7 attack on Israel the port has been shut.", "2023-10-07"),
    ("Since the massacre of 7 October the port has been shut.", "2023-10-07"),
    ("The Sept. 11 attacks changed it.", "2001-09-11"),
    ("The Jan. 6 riot was filmed.", "2021-01-06"),
    ("The Oct. 7 concert was loud.", "2033-10-07"),
    ("The Sept. 11 vote was close.", "2033-09-11"),
    # what comes round
    ("The town marked the second anniversary of the Oct. 3 fire.", "2033-10-03"),
    # a weekday and a month are no range
    ("A revision on Tuesday to September's figures surprised the town.", "2033-09"),
]


@pytest.mark.parametrize(("text", "last"), YEARS)
def test_the_year_of_a_date_that_names_none(text: str, last: str) -> None:
    assert [value for _, value in values(text, THURSDAY) if value[0] != "P"][-1] == last


def test_a_known_day_that_had_not_come_is_no_name() -> None:
    assert values("He was hurt in an Oct. 7 attack.", date(2010, 10, 13)) == [("Oct. 7", "2010-10-07")]


def test_a_day_known_by_name_says_so() -> None:
    (step,) = mentions("The Sept. 11 attacks changed it.", THURSDAY)[0].trail
    assert (step.rule, step.anchor, step.anchor_from) == ("named-day", "2001-09-11", "the name: “Sept. 11 attacks”")


FAR = [
    ("The week before last it snowed.", [("The week before last", "2033-W39")]),
    ("The year after next it will close.", [("The year after next", "2035")]),
    ("The day before last Monday it snowed.", [("last Monday", "2033-10-10")]),
]


@pytest.mark.parametrize(("text", "expected"), FAR)
def test_two_units_away_is_counted(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, THURSDAY) == expected


RANGES = [
    ("Between Thursday and Saturday, the ferry lay idle.", ["2033-10-06", "2033-10-08"]),
    ("From Monday to Wednesday, the ferry lay idle.", ["2033-10-10", "2033-10-12"]),
    ("The ferry will lie idle from Thursday to Saturday.", ["2033-10-13", "2033-10-15"]),
]


@pytest.mark.parametrize(("text", "days"), RANGES)
def test_a_range_of_weekdays_ends_after_it_begins(text: str, days: list[str]) -> None:
    assert [value for _, value in values(text, THURSDAY)] == days
