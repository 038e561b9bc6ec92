"""Who said it, and that the day of saying is not the day of happening. Dates stand in [brackets]."""

import pytest

from tests.extraction.invented import VOCABULARY
from tests.extraction.marked import THE_DAY, told
from timeline.extraction.attribution import short_source
from timeline.extraction.naming import matcher_for

SOURCES = [
    ("Ostrel confirmed that its fighters had left Dorn on [Sunday].", "Ostrel Front"),
    ("Karvian troops left Dorn on [Sunday], according to Karvian media reports.", "Karvian media"),
    ("According to witnesses, Karvian troops left Dorn on [Sunday].", "witnesses"),
    ("Karvian troops left Dorn on [Sunday], the health ministry said.", "health ministry"),
    ("Karvian troops left Dorn on [Sunday], said President Irena Valk.", None),
    ("The Karvia Herald reported that Karvian troops had left Dorn on [Sunday].", "Karvia Herald"),
    (
        "A senior Ostrel official told Harbour Radio that Karvian troops had left Dorn on [Sunday].",
        "senior Ostrel official",
    ),
    ("President Irena Valk said Karvian troops had left Dorn on [Sunday].", "Irena Valk"),
    ("Interior Minister Otto Brandt said Karvian troops had left Dorn on [Sunday].", "Otto Brandt"),
    ("Karvian troops left Dorn on [Sunday], according to officials on [Monday].", "officials"),
    ("Karvian troops left Dorn on [Sunday].", None),
]


@pytest.mark.parametrize(("sentence", "source"), SOURCES)
def test_the_source_is_kept_by_its_short_name(sentence: str, source: str | None) -> None:
    assert [one.source for one in told(sentence)] == [source]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Front", "Ostrel Front"),
        ("Merren President Irena Valk", "Irena Valk"),
        ("President Valk", "Irena Valk"),
        ("Deputy Prime Minister Jon Hale", "Jon Hale"),
        ("Karvian media reports", "Karvian media"),
        ("he", None),
        ("", None),
        ("people " * 20, None),
    ],
)
def test_titles_and_reports_are_no_part_of_a_name(words: str, name: str | None) -> None:
    assert short_source(words, matcher_for(VOCABULARY)) == name


@pytest.mark.parametrize(
    "sentence",
    [
        "The army said on [Wednesday] that Karvian troops had left Dorn.",
        "Karvian troops left Dorn, the army said on [Wednesday].",
        "The army on [Wednesday] said Karvian troops had left Dorn.",
    ],
)
def test_the_day_of_telling_only_bounds_what_was_told(sentence: str) -> None:
    (one,) = told(sentence)
    assert one.dating.mention is None
    assert (one.dating.date.latest, (one.dating.date.latest - one.dating.date.earliest).days) == (THE_DAY.latest, 7)
    assert one.dating.date.approximate
