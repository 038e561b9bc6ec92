"""How often one reader may post, and that nobody can tell who it was."""

from __future__ import annotations

import pytest

from timeline.views.allowances import MOST_READERS, WINDOW, Allowance

HOME, AWAY = "192.0.2.1", "192.0.2.2"


def test_an_allowance_is_each_readers_own_and_comes_back_with_the_next_window() -> None:
    allowance = Allowance(2)
    assert [allowance.spend(HOME, now=9000.0 + second) for second in range(3)] == [True, True, False]
    assert allowance.spend(AWAY, now=9003.0)
    assert not allowance.spend(HOME, now=9000.0 + WINDOW - 1)
    assert allowance.spend(HOME, now=9000.0 + WINDOW)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("", "", True),
        ("a socket", "a socket", True),
    ],
)
def test_a_reader_is_an_address_or_the_network_it_was_given(one: str, other: str, is_same: bool) -> None:
    allowance = Allowance(1)
    allowance.spend(one, now=9000.0)
    assert allowance.spend(other, now=9000.0) is not is_same


def test_what_is_counted_names_no_address_and_changes_with_the_window() -> None:
    allowance = Allowance(1)
    allowance.spend(HOME, now=9000.0)
    counted = list(allowance._spent)
    allowance.spend(HOME, now=9000.0 + WINDOW)
    assert [len(reader) for reader in counted] == [16]
    assert list(allowance._spent) != counted
    assert HOME.encode() not in b"".join(counted)
    assert bytes([192, 0, 2, 1]) not in b"".join(counted)


def test_what_is_counted_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.views.allowances.MOST_READERS", 100)
    allowance = Allowance(1)
    for number in range(1000):
        allowance.spend(f"192.0.{number // 250}.{number % 250}", now=9000.0)
    assert len(allowance._spent) <= 100 < MOST_READERS
