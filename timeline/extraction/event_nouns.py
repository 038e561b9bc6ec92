"""The nouns of news that are happenings: "attack", "ceasefire", "talks", "war"."""

from __future__ import annotations

from timeline.extraction.words import without_possessive

TRANSITIVE = {
    "attack": "attacked",
    "assault": "attacked",
    "raid": "raided",
    "strike": "struck",
    "airstrike": "struck",
    "invasion": "invaded",
    "bombing": "bombed",
    "bombardment": "bombarded",
    "shelling": "shelled",
    "assassination": "assassinated",
    "killing": "killed",
    "visit": "visited",
    "withdrawal": "withdrew",
    "abduction": "abducted",
    "kidnapping": "kidnapped",
}
"""Nouns that are a verb with its subject before and its object after: "X’s attack on Y" is "X attacked Y"."""
OCCURRING = {
    "war": "began",
    "conflict": "began",
    "offensive": "began",
    "operation": "began",
    "siege": "began",
    "uprising": "began",
    "ceasefire": "took effect",
    "cease-fire": "took effect",
    "truce": "took effect",
    "agreement": "was reached",
    "deal": "was reached",
    "accord": "was reached",
    "talks": "were held",
    "negotiations": "were held",
    "summit": "was held",
    "meeting": "was held",
    "conference": "was held",
    "election": "was held",
    "elections": "were held",
    "vote": "was held",
    "referendum": "was held",
    "ceremony": "was held",
    "protest": "was held",
    "protests": "were held",
    "explosion": "happened",
    "blast": "happened",
    "earthquake": "struck",
    "massacre": "happened",
    "overthrow": "took place",
    "ouster": "took place",
    "coup": "took place",
    "hijacking": "happened",
    "shooting": "happened",
}
"""Nouns of happenings, and the verb that says no more than that they happened."""
LASTING = frozenset(
    "war conflict fighting siege blockade violence bloodshed unrest hostilities crisis occupation warfare".split()
)
SETTING_OFF = frozenset("trigger spark ignite start begin unleash provoke cause open launch lead".split())
DISCUSSING = frozenset("discussions talks negotiations meetings consultations contacts conversations exchanges".split())


def stem(lower: str) -> str:
    """A noun's singular as the tables list it; plurals they list stay."""
    lower = without_possessive(lower)
    if lower in TRANSITIVE or lower in OCCURRING or lower in LASTING:
        return lower
    return lower.removesuffix("s")


def is_event_noun(lower: str) -> bool:
    """Whether a word, in lower case, is a happening by itself."""
    return stem(lower) in TRANSITIVE or stem(lower) in OCCURRING or lower in DISCUSSING or lower in LASTING
