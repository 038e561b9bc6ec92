"""What crawlers are asked to leave alone, matched as RFC 9309 says."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from tests import factories
from timeline.models import Timeline


def allowed(robots: str, path: str) -> bool:
    """Whether the rules for everyone let a crawler fetch this path: the longest rule that matches decides."""
    rules = re.findall(r"^(Allow|Disallow): (\S+)$", robots, re.MULTILINE)
    matching = [(len(rule), verb == "Allow") for verb, rule in rules if re.match(_pattern(rule), path)]
    return max(matching, default=(0, True))[1]


def _pattern(rule: str) -> str:
    return re.escape(rule).replace(r"\*", ".*").removesuffix(r"\$") + ("$" if rule.endswith("$") else "")


@pytest.fixture
def war(db: None) -> Timeline:
    timeline = factories.timeline(slug="a-war")
    factories.event(timeline=timeline, on=date(2025, 10, 6), headline="Envoys _meet_ again?")
    return timeline


@pytest.mark.parametrize(
    "path",
    [
        "/a-war/?order=oldest",
        "/a-war/?kind=talks&kind=attack&from=2025-01-01",
        "/a-war/_results/",
        "/a-war/_results/?after=x",
        "/a-war/_share/",
        "/a-war/_print/",
        "/a-war/events.csv",
        "/a-war/events.json?kind=talks",
        "/e/abcdefghij/_report/",
        "/e/abcdefghij/_report/thanks/",
        "/s/abcdefghij/",
        "/admin/",
        "/admin/sign-in/x/",
        "/?utm_source=x",
    ],
)
def test_states_fragments_files_and_the_desk_are_left_alone(path: str, client: Client, db: None) -> None:
    assert not allowed(client.get("/robots.txt").content.decode(), path)


def test_everything_in_the_site_map_may_be_fetched(war: Timeline, client: Client) -> None:
    robots = client.get("/robots.txt").content.decode()
    paths = re.findall(r"<loc>http://127.0.0.1:8000(.*?)</loc>", client.get("/sitemap.xml").getvalue().decode())
    assert len(paths) == 4
    assert [path for path in paths if not allowed(robots, path)] == []
    assert allowed(robots, "/method/?lang=ar")
    assert allowed(robots, "/static/css/page.css")


def test_the_site_map_is_named(client: Client, db: None) -> None:
    assert client.get("/robots.txt").content.decode().splitlines()[-1] == "Sitemap: http://127.0.0.1:8000/sitemap.xml"
