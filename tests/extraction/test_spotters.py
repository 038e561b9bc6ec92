"""Every family of wordings: what it is read as, and what must yield nothing. Published on Monday 6 October 2025."""

import pytest

from tests.extraction.reading import MONDAY, mentions, values

ABSOLUTE = [
    ("Envoys met on 7 October 2023 in Cairo.", [("7 October 2023", "2023-10-07")]),
    ("Envoys met on October 7, 2023, in Cairo.", [("October 7, 2023", "2023-10-07")]),
    ("Envoys met on the 7th of October, 2023.", [("the 7th of October, 2023", "2023-10-07")]),
    ("Envoys met on Monday, Oct. 7, 2024.", [("Monday, Oct. 7, 2024", "2024-10-07")]),
    ("Envoys met on Tues. 7 Oct 2025.", [("Tues. 7 Oct 2025", "2025-10-07")]),
    ("Envoys met on Sept. 29.", [("Sept. 29", "2025-09-29")]),
    ("Envoys met in October 2023.", [("October 2023", "2023-10")]),
    ("Envoys met in Jan. 1918.", [("Jan. 1918", "1918-01")]),
    ("Envoys met in June.", [("June", "2025-06")]),
    ("Envoys met on Saturday (October 4).", [("Saturday (October 4)", "2025-10-04")]),
    ("Envoys met on the preceding Saturday, October 4.", [("the preceding Saturday, October 4", "2025-10-04")]),
    ("Hearings begin the week of October 20.", [("the week of October 20", "2025-W43")]),
    ("The week beginning 4 March 2013 was cold.", [("The week beginning 4 March 2013", "2013-W10")]),
    ("Envoys met on 2023-10-07.", [("2023-10-07", "2023-10-07")]),
    ("Envoys met on 7.10.2023 and 10/13/2023.", [("7.10.2023", "2023-10-07"), ("10/13/2023", "2023-10-13")]),
    ("7.OCT.23 – envoys met.", [("7.OCT.23", "2023-10-07")]),
    ("The fifth of November 1605 is remembered.", [("The fifth of November 1605", "1605-11-05")]),
]
YEARS = [
    ("The accord of 1974 held.", [("1974", "1974")]),
    ("The war of 1914-18 ended.", [("1914", "1914"), ("18", "1918")]),
    ("Administration, 1955-1963", [("1955", "1955"), ("1963", "1963")]),
    ("It was over by mid-1916.", [("mid-1916", "1916")]),
    ("Sparta fought in 490 BC.", [("490 BC", "BC0490")]),
    ("The boys of '99 marched.", [("'99", "1999")]),
    ("They had half of 1981's guns.", [("1981", "1981")]),
    ("1983–1985: the siege", [("1983", "1983"), ("1985", "1985")]),
    ("In the years 1955-57 many died.", [("the years 1955", "1955"), ("57", "1957")]),
    ("The league was founded about 1910 by weavers.", [("about 1910", "1910")]),
    ("In 1948 Palestinians fled.", [("1948", "1948")]),
    ("From 1970 on and in 1970 American troops left.", [("1970", "1970"), ("1970", "1970")]),
    ("In nineteen ninety-six a bomb went off.", [("nineteen ninety-six", "1996")]),
    ("It was due by the year two thousand.", [("the year two thousand", "2000")]),
    ("In the 1990s and the early 1940s they talked.", [("the 1990s", "199"), ("the early 1940s", "194")]),
    ("In the '80s, in the sixties they talked.", [("the '80s", "198"), ("the sixties", "196")]),
    ("In the 20th century and the nineteenth century.", [("the 20th century", "19"), ("the nineteenth century", "18")]),
]
WEEKDAYS = [
    ("The court ruled on Wednesday.", [("Wednesday", "2025-10-01")]),
    ("The court ruled on Monday.", [("Monday", "2025-10-06")]),
    ("The court will rule on Wednesday.", [("Wednesday", "2025-10-08")]),
    ("A ruling is due on Wednesday.", [("Wednesday", "2025-10-08")]),
    (
        "The court ruled last Monday and sits next Monday.",
        [("last Monday", "2025-09-29"), ("next Monday", "2025-10-13")],
    ),
    ("The court Friday rejected a plan that will cost much.", [("Friday", "2025-10-03")]),
    ("A group was to be freed on Friday.", [("Friday", "2025-10-10")]),
    ("They agreed to meet on Wednesday.", [("Wednesday", "2025-10-08")]),
    ("The vote was postponed until Thursday.", [("Thursday", "2025-10-09")]),
    ("They met Thursday evening.", [("Thursday evening", "2025-10-02TEV")]),
    ("They met on Saturday's sidelines.", [("Saturday", "2025-10-04")]),
]
RELATIVE = [
    ("They met yesterday and meet today.", [("yesterday", "2025-10-05"), ("today", "2025-10-06")]),
    ("They part tomorrow.", [("tomorrow", "2025-10-07")]),
    ("It fell the day before yesterday.", [("the day before yesterday", "2025-10-04")]),
    ("They met three weeks ago.", [("three weeks ago", "2025-W38")]),
    ("They met two days ago.", [("two days ago", "2025-10-04")]),
    ("They met five months ago and a year ago.", [("five months ago", "2025-05"), ("a year ago", "2024")]),
    ("They met a year and a half ago.", [("a year and a half ago", "2024-04")]),
    ("Last week and next year.", [("Last week", "2025-W40"), ("next year", "2026")]),
    ("This month and the coming week.", [("This month", "2025-10"), ("the coming week", "2025-W42")]),
    ("It rained over the weekend.", [("the weekend", "2025-W40-WE")]),
    ("Last May and next March.", [("Last May", "2025-05"), ("next March", "2026-03")]),
    ("This December and last November.", [("This December", "2025-12"), ("last November", "2024-11")]),
    ("On May 2 a truce began; two weeks later it fell.", [("May 2", "2025-05-02"), ("two weeks later", "2025-05-16")]),
    ("On May 2 it began. The following day it fell.", [("May 2", "2025-05-02"), ("The following day", "2025-05-03")]),
    ("On May 2 it began. A week earlier none was near.", [("May 2", "2025-05-02"), ("A week earlier", "2025-04-25")]),
    ("In 2014 it began; eight years later it grew.", [("2014", "2014"), ("eight years later", "2022")]),
    ("In 2014 it began. That year it ended.", [("2014", "2014"), ("That year", "2014")]),
    ("On 3 March they met; the day before, they had not; the same month they parted.",
     [("3 March", "2025-03-03"), ("the day before", "2025-03-02"), ("the same month", "2025-03")]),
    ("Prices rose until the end of the month, later in the year they fell.",
     [("the end of the month", "2025-10"), ("later in the year", "2025")]),
]  # fmt: skip
PARTS_OF_DAY = [
    ("Sirens sounded last night.", [("last night", "2025-10-05TNI")]),
    (
        "Sirens sounded this morning and will tonight.",
        [("this morning", "2025-10-06TMO"), ("tonight", "2025-10-06TNI")],
    ),
    ("On the night of 26 May the guns fell silent.", [("the night of 26 May", "2025-05-26TNI")]),
    (
        "On 3 May planes rose; that afternoon they landed.",
        [("3 May", "2025-05-03"), ("that afternoon", "2025-05-03TAF")],
    ),
    (
        "On 3 May planes rose; the next morning they landed.",
        [("3 May", "2025-05-03"), ("the next morning", "2025-05-04TMO")],
    ),
    ("It took effect at 6:29 a.m. on Saturday.", [("6:29 a.m. on Saturday", "2025-10-04T06:29")]),
    ("It took effect at 07:00 local time on Sunday.", [("07:00 local time on Sunday", "2025-10-05T07:00")]),
    ("It took effect at noon on 3 May.", [("noon on 3 May", "2025-05-03T12:00")]),
    ("The offer stands until 5 p.m. EST Nov. 9.", [("5 p.m. EST Nov. 9", "2025-11-09T17:00")]),
    ("The cabinet voted in the night to Saturday.", [("the night to Saturday", "2025-10-04TNI")]),
    ("Strikes began before dawn on Tuesday.", [("dawn on Tuesday", "2025-09-30TMO")]),
    ("A truce took effect on Nov. 24, 2023, a Friday.", [("Nov. 24, 2023, a Friday", "2023-11-24")]),
    ("The raid went on overnight into Sunday.", [("overnight into Sunday", "2025-10-05TNI")]),
    ("They met at 8 p.m. (2000 GMT).", [("8 p.m.", "2025-10-06T20:00"), ("2000 GMT", "2025-10-06T20:00")]),
    ("They met at 14:00 IST on Friday.", [("14:00 IST on Friday", "2025-10-03T14:00")]),
    ("They met in the early morning hours of 30 April.", [("the early morning hours of 30 April", "2025-04-30TMO")]),
    ("They met in the early hours of Sunday.", [("the early hours of Sunday", "2025-10-05TMO")]),
]
PARTS_OF_YEAR = [
    ("It began in the summer of 2021.", [("the summer of 2021", "2021-SU")]),
    ("Sales fell in the third quarter.", [("the third quarter", "2025-Q3")]),
    (
        "Sales fell in Q3 2024 and in the first half of 2024.",
        [("Q3 2024", "2024-Q3"), ("the first half of 2024", "2024-H1")],
    ),
    ("Sales will rise in the second half of the year.", [("the second half of the year", "2025-H2")]),
    ("Sales fell from those of the same period last year.", [("the same period last year", "2024")]),
    (
        "Profit fell in the third quarter from the same period a year earlier.",
        [("the third quarter", "2025-Q3"), ("the same period a year earlier", "2024-Q3")],
    ),
    ("It broke even for the fiscal year.", [("the fiscal year", "2025")]),
    ("The spring offensive of 1918 failed.", [("The spring", "1918-SP"), ("1918", "1918")]),
    ("The fall campaign of 1863 failed.", [("The fall", "1863-FA"), ("1863", "1863")]),
    ("Sales fell in the 1988 fourth quarter.", [("the 1988 fourth quarter", "1988-Q4")]),
]
DURATIONS_AND_SETS = [
    ("It lasted for three days.", [("three days", "P3D")]),
    ("The 34-day war ended.", [("34-day", "P34D")]),
    ("A two-week truce held.", [("two-week", "P2W")]),
    ("A one-day trip came.", [("one-day", "P1D")]),
    ("They had left weeks earlier.", [("weeks earlier", "PAST_REF")]),
    ("They waited for months and for several years.", [("months", "PXM"), ("several years", "PXY")]),
    ("A truce will last six weeks.", [("six weeks", "P6W")]),
    ("They waited for the next two weeks.", [("the next two weeks", "P2W")]),
    ("They flew for 5 1/2 hours.", [("5 1/2 hours", "PT5H30M")]),
    ("Two days after the raid they left.", [("Two days", "P2D")]),
    (
        "They march every Friday, daily and twice a week.",
        [("every Friday", "XXXX-WXX-5"), ("daily", "P1D"), ("twice a week", "P1W")],
    ),
    (
        "They vote every four years, meet every other week and rest every third day.",
        [("every four years", "P4Y"), ("every other week", "P2W"), ("every third day", "P3D")],
    ),
    ("It took 1 hour 59 minutes 40.2 seconds.", [("1 hour 59 minutes 40.2 seconds", "PT1H59M40.2S")]),
    ("It took two hours and 15 minutes.", [("two hours and 15 minutes", "PT2H15M")]),
    ("It took a year, two months and six days.", [("a year, two months and six days", "P1Y2M6D")]),
    ("It takes two years or six months.", [("two years", "P2Y"), ("six months", "P6M")]),
    ("Only six weeks were left.", [("six weeks", "P6W")]),
    ("In the year ended June 30 sales fell.", [("the year", "P1Y"), ("June 30", "2025-06-30")]),
    ("It is remembered on July 11 each year.", [("July 11", "XXXX-07-11"), ("each year", "P1Y")]),
]
VAGUE_AND_FEASTS = [
    ("It is now quiet; recently it was not.", [("now", "PRESENT_REF"), ("recently", "PAST_REF")]),
    ("As of yesterday it held.", [("yesterday", "2025-10-05")]),
    ("In the past it did not hold.", [("the past", "PAST_REF")]),
    ("Fires burned as recently as June.", [("June", "2025-06")]),
    ("Home by Christmas 1914, they said.", [("Christmas 1914", "1914-12-25")]),
    (
        "They met on New Year's Eve and Orthodox Christmas.",
        [("New Year's Eve", "2024-12-31"), ("Orthodox Christmas", "2025-01-07")],
    ),
]
NOTHING = [
    "It may rain, and they march on.",
    "May I say that Sun Microsystems fell 20 points?",
    "The 20-point plan, the F-16 and Resolution 2728 were discussed.",
    "He hopes that a deal could come within days, and immediately.",
    "The first phase and the second edition were printed.",
    "1948 Palestinians and 1500 men crossed; some 2000 others stayed.",
    "The 5th Division fired 155mm guns at a range of 32 km.",
    "Prices fall, water flows from a spring, and the fall of the city came.",
    "It cost $1990 and 12.5 per cent more.",
    "The Sunday Times and the Daily Star wrote of Black Friday.",
    "A second man, 52 years old, and a six-year-old boy came.",
    "They won 3:1 and moved on to section 1.2.3.",
    "Ten dollars a day is the price.",
    "Some 1910 sailors and 2010 soldiers came.",
    "They walked along the March. The March of the Mothers set off.",
    "She was named Person of the Year.",
    "Halloween-themed cakes were sold.",
    "He has no memory of the night Valk was shot.",
    "The people of today are calm.",
    "Good morning, said the evening news.",
    "On 31 o'clock nothing rings.",
    "Theresa May spoke for a second time.",
    "Any benefit this may have brought was lost in Operation Dawn 5.",
    "Leave a comment",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*ABSOLUTE, *YEARS, *WEEKDAYS, *RELATIVE, *PARTS_OF_DAY, *PARTS_OF_YEAR, *DURATIONS_AND_SETS, *VAGUE_AND_FEASTS],
)
def test_a_wording_is_read_with_its_extent_and_value(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_only_look_like_dates_yield_nothing(text: str) -> None:
    assert values(text) == []


def test_a_day_that_no_calendar_has_gets_no_date() -> None:
    (mention,) = mentions("On 31 February 2024 nothing happened.")
    assert mention.date is None
    assert mention.trail[-1].anchor_from == "not a day of the calendar"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It began on 3 May.", "DATE"),
        ("It began on Friday evening.", "TIME"),
        ("It lasted three days.", "DURATION"),
        ("It happens every Friday.", "SET"),
    ],
)
def test_a_mention_carries_its_timex3_type(text: str, kind: str) -> None:
    assert [str(mention.type) for mention in mentions(text, MONDAY)] == [kind]
