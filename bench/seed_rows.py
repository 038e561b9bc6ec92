"""What the engine must find in the seed article: facts, not its sentences. Read by evaluate_seed.py."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """An event that must be found once: the fields a draft must have, and those it must name (``None``: not asked).

    ``bounds`` are days as ``earliest..latest``; ``flags`` the precision, extent and doubts; ``within`` loosens the
    bounds to lie inside; ``phrase`` are words that a citation's date phrase holds, "" when it must be null.
    """

    event: str
    bounds: str
    flags: str
    standing: str
    by: str | None = None
    kind: str | None = None
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    phrase: str | None = None
    headline: str = ""
    citations: int = 1


ATTACKS = Row(
    "Hamas attacks Israel",
    "2023-10-07..2023-10-07",
    "day once",
    "reported",
    None,
    "attack",
    ("Hamas", "Israel"),
    (),
    "October 7, 2023",
    "Israel",
)
READING_A = (
    ATTACKS,
    Row("the war in Gaza", "2023-10-07..2025-10-06", "days throughout approximate", "reported", places=("Gaza Strip",)),
    Row(
        "Hamas's delegation arrives",
        "2025-09-29..2025-10-06",
        "days once approximate",
        "reported",
        "Hamas",
        "talks",
        ("Hamas",),
        ("Egypt",),
        "",
        "delegation",
    ),
    Row(
        "Israel's delegation departs",
        "2025-10-01..2025-10-01",
        "part_of_day evening once",
        "reported",
        "Israeli media",
        "talks",
        ("Israel",),
        ("Cairo",),
        "late Wednesday",
        "departed",
    ),
    Row(
        "the weekend's discussions",
        "2025-10-04..2025-10-05",
        "days once",
        "reported",
        "Trump",
        None,
        ("Hamas", "United States"),
        (),
        "weekend",
        "discussions",
    ),
    Row(
        "the first phase completed",
        "2025-10-06..2025-10-12",
        "week once",
        "planned",
        "Trump",
        phrase="this week",
        headline="first phase",
    ),
    Row(
        "the talks start",
        "2025-10-06..2025-10-07",
        "days once approximate",
        "planned",
        None,
        "talks",
        ("Hamas", "Israel", "United States"),
        ("Sharm el-Sheikh",),
        "anniversary",
        citations=2,
    ),
)
READING_B = (
    ATTACKS,
    Row(
        "the war in Gaza",
        "2023-10-07..2025-10-07",
        "days throughout approximate uncertain",
        "reported",
        places=("Gaza Strip",),
    ),
    Row(
        "Hamas's delegation arrives",
        "2025-09-30..2025-10-07",
        "days once approximate uncertain",
        "reported",
        "Hamas",
        "talks",
        ("Hamas",),
        ("Egypt",),
        "",
        "delegation",
    ),
    Row(
        "Israel's delegation departs",
        "2025-10-01..2025-10-08",
        "once uncertain",
        "reported",
        "Israeli media",
        "talks",
        ("Israel",),
        ("Cairo",),
        "late Wednesday",
        "departed",
    ),
    Row(
        "the weekend's discussions",
        "2025-10-04..2025-10-05",
        "once uncertain",
        "reported",
        "Trump",
        None,
        ("Hamas", "United States"),
        (),
        "weekend",
        "discussions",
    ),
    Row(
        "the first phase completed",
        "*",
        "once uncertain",
        "planned",
        "Trump",
        phrase="this week",
        headline="first phase",
    ),
    Row(
        "the talks start",
        "2025-10-07..2025-10-07",
        "days once approximate uncertain",
        "planned",
        None,
        "talks",
        ("Hamas", "Israel", "United States"),
        ("Sharm el-Sheikh",),
        "anniversary",
        citations=2,
    ),
)
