"""Figures and how they are bounded. Numbers are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extraction.claims import MAX_FIGURES, claims_in
from timeline.extraction.telling.figures import figures_in

FIGURES = [
    ("At least 12 people were killed.", [("killed", 12, 12, None, False)]),
    ("12 people were killed.", [("killed", 12, 12, 12, True)]),
    (
        "About 1,300 people were killed, and 240 taken hostage.",
        [("killed", 1300, 1300, 1300, False), ("hostages", 240, 240, 240, True)],
    ),
    ("More than 400 were reported wounded.", [("wounded", 400, 400, None, False)]),
    ("They hold between 250 and 253 hostages.", [("hostages", 250, None, 253, False)]),
    ("The raid killed up to 30 people.", [("killed", None, 30, 30, False)]),
    (
        "The raid killed twenty-one soldiers and wounded six.",
        [("killed", 21, 21, 21, True), ("wounded", 6, 6, 6, True)],
    ),
    ("A blast hurt many, killing at least two dozen people.", [("killed", 24, 24, None, False)]),
    ("Some 1.9 million people have been displaced.", [("displaced", 1_900_000, 1_900_000, 1_900_000, False)]),
    ("5 to 7 people were injured.", [("injured", 5, None, 7, False)]),
    ("Dozens of people were killed.", [("killed", None, None, None, False)]),
    ("With tens of thousands killed, pressure grew.", [("killed", None, None, None, False)]),
    ("They released over 1,900 Ostrel prisoners.", [("prisoners", 1900, 1900, None, False)]),
    ("A hundred people were arrested.", [("arrested", 100, 100, 100, True)]),
]
NO_FIGURES = [
    "The 12-point plan was killed in parliament.",
    "Two years of war killed the trade.",
    "An F-16 killed the silence.",
    "They handed over the bodies in 2031.",
    "The September 2031 deaths were mourned.",
    "A hostage-prisoner exchange was discussed.",
    "Nobody was killed.",
]


@pytest.mark.parametrize(("sentence", "expected"), FIGURES)
def test_figures_are_read_with_their_bounds(sentence: str, expected: list[tuple[object, ...]]) -> None:
    found = [(c["what"], c["low"], c["best"], c["high"], c["exact"]) for c in claims_in(sentence)]
    assert found == expected


@pytest.mark.parametrize("sentence", NO_FIGURES)
def test_other_numbers_are_no_claims(sentence: str) -> None:
    assert claims_in(sentence) == ()


def test_a_claim_keeps_its_words_and_who_said_it() -> None:
    (claim,) = claims_in("In all, at least 12 people were killed there.", "Red Lantern")
    assert (claim["words"], claim["by"]) == ("at least 12 people were killed", "Red Lantern")


@given(st.text(alphabet="0123456789 killeddozen, ofand-", max_size=300))
def test_any_text_is_read_and_the_number_of_claims_is_bounded(text: str) -> None:
    claims = claims_in(text)
    assert len(claims) <= MAX_FIGURES
    assert all(claim["words"] in text for claim in claims)


ABROAD = [
    ("قُتل 12 شخصاً وأصيب ٣٠ آخرون", [("killed", 12, 12, 12, True), ("wounded", 30, 30, 30, True)]),
    ("سقط قتيلان و٤ جرحى", [("killed", 2, 2, 2, True), ("wounded", 4, 4, 4, True)]),
    ("قتلت الغارة ثمانية نازحين", [("killed", 8, 8, 8, True)]),
    ("قُتل نحو ١٬٢٠٠ شخص", [("killed", 1200, 1200, 1200, False)]),
    ("ثلاثة أشخاص على الأقل لقوا حتفهم", [("killed", 3, 3, None, False)]),
    ("نزح أكثر من ثمانية ملايين شخص", [("displaced", 8_000_000, 8_000_000, None, False)]),
    ("أفرجت عن ثلاث رهائن مقابل 183 أسيراً", [("hostages", 3, 3, 3, True), ("prisoners", 183, 183, 183, True)]),
    ("واحتجزت الشرطة عشرات السائقين", [("arrested", None, None, None, False)]),
    ("في 2015 قُتل عشرات", [("killed", None, None, None, False)]),
    ("شن الجيش 12 غارة", []),
    ("שלושה בני אדם נהרגו ושבעה נפצעו", [("killed", 3, 3, 3, True), ("wounded", 7, 7, 7, True)]),
    ("יותר מ-1,200 בני אדם נהרגו", [("killed", 1200, 1200, None, False)]),
    ("כעשרה נהגים נעצרו", [("arrested", 10, 10, 10, False)]),
    ("עשרות נפצעו", [("wounded", None, None, None, False)]),
    ("הכוחות הרגו תשעה מהם", [("killed", 9, 9, 9, True)]),
    ("הקרב נמשך 12 שעות", []),
    ("12 people were killed.", []),
]


@pytest.mark.parametrize(("text", "expected"), ABROAD)
def test_figures_in_arabic_and_hebrew_are_claims_too(text: str, expected: list[tuple[object, ...]]) -> None:
    keys = ("what", "low", "best", "high", "exact")
    assert [tuple(claim[key] for key in keys) for claim in figures_in(text)] == expected


def test_the_numbers_of_a_date_are_no_figures() -> None:
    text = "قُتل القائد في 28 يونيو"
    assert [claim["best"] for claim in figures_in(text)] == [28]
    assert figures_in(text, dates=[(text.index("28"), len(text))]) == ()


@given(st.text(alphabet="قتل أصيب 1٢، و-ًُ נהרגו", max_size=60))
def test_any_words_in_other_scripts_have_figures_or_none(text: str) -> None:
    assert all(claim["words"] in text for claim in figures_in(text, "who"))
