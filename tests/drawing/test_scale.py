"""Lengths as SVG text, and moments as places."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.drawing.scale import Scale, svg_number

WRITTEN = [
    (0, "0"),
    (1, "0.01"),
    (10, "0.1"),
    (150, "1.5"),
    (100, "1"),
    (118_000, "1180"),
    (-5, "-0.05"),
    (-250, "-2.5"),
]


@pytest.mark.parametrize(("hundredths", "text"), WRITTEN)
def test_a_length_is_written_without_needless_decimals(hundredths, text):
    assert svg_number(hundredths) == text


@given(st.integers(-10_000_000, 10_000_000))
def test_the_text_is_the_number_with_at_most_two_decimals(hundredths):
    text = svg_number(hundredths)
    assert re.fullmatch(r"-?\d+(\.\d{1,2})?", text)
    assert round(float(text) * 100) == hundredths


@given(st.integers(0, 10**8), st.integers(1, 10**8), st.integers(1, 2000), st.data())
def test_time_runs_evenly_from_edge_to_edge_and_mirrored_from_the_right(begins, length, width, data):
    scale, mirror = (Scale(begins, begins + length, width, mirrored=mirrored) for mirrored in (False, True))
    at = data.draw(st.integers(begins, begins + length))
    exact = (at - begins) / length * width * 100
    assert scale.along(at) == pytest.approx(exact, abs=1)
    assert (scale.along(begins), scale.along(begins + length)) == (0, width * 100)
    assert scale.place(scale.along(at)) + mirror.place(mirror.along(at)) == width * 100
