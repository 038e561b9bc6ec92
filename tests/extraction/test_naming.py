"""Which names of the vocabulary a text holds, and whether as actor or as place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.invented import VOCABULARY
from timeline.extraction.kinds import kinds_for
from timeline.extraction.naming import Names, matcher_for
from timeline.extraction.vocabulary import KindCues, Name, Vocabulary

MATCHER = matcher_for(VOCABULARY)

NAMED = [
    ("Karvian troops left Dorn.", [("Karvian", "Karvia", False), ("Dorn", "Dorn", True)]),
    ("Karvia’s cabinet met.", [("Karvia", "Karvia", False)]),
    # an actor that is also a place
    ("They met in Belmora.", [("Belmora", "Belmora", True)]),
    ("Belmora sent envoys.", [("Belmora", "Belmora", False)]),
    ("A delegation from Belmora came.", [("Belmora", "Belmora", False)]),
    ("They fled from Belmora.", [("Belmora", "Belmora", True)]),
    ("They fled to southern Karvia.", [("southern Karvia", "Karvia", True)]),
    # the longest name wins
    ("The Ostrel Front left.", [("Ostrel Front", "Ostrel Front", False)]),
    ("The Union of Merren voted.", [("Union of Merren", "Union of Merren", False)]),
    # capitals
    ("The UM and the U.M. agreed.", [("UM", "Union of Merren", False), ("U.M.", "Union of Merren", False)]),
    ("He said um and hummed.", []),
    ("A red lantern hung there.", []),
    ("Red Lantern closed its office.", [("Red Lantern", "Red Lantern", False)]),
    # one name in many spellings
    (
        "Port Al-Sahr, Port el Sahr and Port as-Sahr",
        [(form, "Port al-Sahr", True) for form in ("Port Al-Sahr", "Port el Sahr", "Port as-Sahr")],
    ),
    ("وصل الوفد إلى كارفيا وقمر", [("كارفيا", "Karvia", True), ("وقمر", "Qamar", True)]),
    ("המשלחת הגיעה לקמר", [("לקמר", "Qamar", True)]),
    # word boundaries
    ("Dornier aircraft and Belmorans", []),
    # two places of one name
    ("Shells fell on Dorn.", [("Dorn", "Dorn", True)]),
    (
        "They crossed near Dorn, not far from Lindhaven.",
        [("Dorn", "Dorn (Belmora)", True), ("Lindhaven", "Lindhaven", True)],
    ),
    ("They fled from Tessaly to Dorn.", [("Tessaly", "Tessaly", True), ("Dorn", "Dorn", True)]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_names_are_found_where_they_stand(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert [(text[n.start : n.end], n.name, n.is_place) for n in MATCHER.find(text)] == expected


def test_a_text_that_is_a_name_has_its_canonical_form() -> None:
    assert [MATCHER.canonical(text) for text in ("Merren", "the Front", "Valk", "Merren and Valk", "")] == [
        "Union of Merren",
        "Ostrel Front",
        "Irena Valk",
        None,
        None,
    ]


def test_names_are_asked_for_by_span() -> None:
    text = "Karvia, Dorn, Qamar"
    assert [n.name for n in Names(MATCHER.find(text)).within(1, 14)] == ["Dorn"]


@given(st.text(max_size=200))
def test_any_text_gives_names_that_slice_back_in_order(text: str) -> None:
    found = MATCHER.find(text)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("headline", "around", "kind"),
    [
        ("Karvian jets struck a depot", "", "attack"),
        ("The delegation left", "The delegation left to negotiate a truce and a swap of prisoners", "talks"),
        ("The truce took effect", "The truce took effect after months of talks and fighting", "ceasefire"),
        ("Ostrel freed six captives", "", "hostages"),
        ("The choir sang", "", None),
        ("He was shipwrecked", "", None),
        ("Aidan left", "", None),
        ("Aid reached the town", "", "humanitarian"),
    ],
)
def test_the_most_telling_cues_give_the_kind(headline: str, around: str, kind: str | None) -> None:
    assert kinds_for(VOCABULARY).kind_of(headline, around) == kind


ABROAD = Vocabulary(
    kinds=(KindCues("attack", ("قتل*", "קרב")), KindCues("ceasefire", ("وقف إطلاق النار", "הפסקת אש"))),
    actors=(Name("Dawn Front", ('פת"ח', "الأردن")), Name("Karvia", ("كارفيا", "קרביה"))),
    places=(Name("Karvia", ("كارفيا", "קרביה")),),
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قُتِلَ ثلاثة", "attack"),
        ("وقتلت اثنين", "attack"),
        ("بعد القتلى", "attack"),
        ("دخل وقف اطلاق النار", "ceasefire"),
        ("ولوقف إطلاق النار", "ceasefire"),
        ("מקתל", None),
        ("בקרב הזה", "attack"),
        ("והפסקת אש", "ceasefire"),
        ("הפסקת חשמל", None),
    ],
)
def test_cues_in_arabic_and_hebrew_match_behind_particles_and_without_vowel_signs(text: str, kind: str | None) -> None:
    assert kinds_for(ABROAD).kind_of(text, "") == kind


@pytest.mark.parametrize(
    ("text", "is_place"),
    [("قصفت كارفيا", False), ("في جنوب كارفيا", True), ("بكارفيا", True), ("צבא קרביה", False), ("בקרביה", True), ("בדרום קרביה", True)],
)  # fmt: skip
def test_a_particle_of_place_makes_a_name_a_place(text: str, *, is_place: bool) -> None:
    assert [naming.is_place for naming in matcher_for(ABROAD).find(text)] == [is_place]


def test_a_hebrew_acronym_is_named_only_with_its_mark() -> None:
    assert [naming.name for naming in matcher_for(ABROAD).find('הצבא פתח באש, ואז פת"ח')] == ["Dawn Front"]
