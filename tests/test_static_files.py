"""The sheet and the script of a page in one piece: nothing is lost on the way, nothing gets into another's way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from timeline.static_files import joined

STATIC = settings.BASE_DIR / "static"
PAGES = sorted(f"pages/{path.name}" for path in (STATIC / "pages").iterdir())


def read(name: str) -> str:
    return (STATIC / name).read_text()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_made_of_parts_that_are_there_and_holds_all_of_them(name: str) -> None:
    text = joined(name, read)
    parts = [line.split('"')[1].removeprefix("../") for line in read(name).splitlines()]
    assert parts
    assert all(read(part) in text for part in parts)
    assert "@import" not in text
    assert 'import "' not in text


def test_a_medium_becomes_a_condition_around_its_part() -> None:
    files = {"pages/a.css": '@import url("../css/b.css") print;\n', "css/b.css": "p {\n  color: red;\n}\n"}
    assert joined("pages/a.css", files.__getitem__) == "@media print {\np {\n  color: red;\n}\n}\n"


def test_names_of_a_script_stay_its_own() -> None:
    files = {"pages/a.js": 'import "../js/b.js";\nimport "../js/c.js";\n', "js/b.js": "const x = 1;\n"}
    files["js/c.js"] = "const x = 2;\n"
    assert joined("pages/a.js", files.__getitem__) == "{\nconst x = 1;\n}\n{\nconst x = 2;\n}\n"


@pytest.mark.parametrize(
    ("page", "line", "part", "text"),
    [
        ("pages/a.js", 'import "../js/b.js";\n', "js/b.js", 'import { x } from "./c.js";\n'),
        ("pages/a.js", 'import "../js/b.js";\n', "js/b.js", "export const x = 1;\n"),
        ("pages/a.css", '@import url("../css/b.css");\n', "css/b.css", '@import url("c.css");\n'),
        ("pages/a.css", '@import url("../css/b.css");\n', "css/b.css", "p {\n  background: url(c.png);\n}\n"),
    ],
)
def test_a_part_that_would_mean_something_else_there_is_refused(page: str, line: str, part: str, text: str) -> None:
    with pytest.raises(ValueError, match="a part of pages/a"):
        joined(page, {page: line, part: text}.__getitem__)


def test_what_is_collected_is_in_one_piece_hashed_and_compressed(tmp_path: Path, settings: Any) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "timeline.static_files.PagesInOnePiece"}}
    call_command("collectstatic", interactive=False, verbosity=0)
    served = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    for name in PAGES:
        hashed = tmp_path / served[name]
        assert hashed.read_text() == joined(name, read)
        assert hashed.name != Path(name).name
    assert (tmp_path / f"{served['pages/timeline.css']}.gz").exists()


@pytest.mark.django_db
def test_a_page_asks_for_one_sheet_and_one_script_before_it_is_drawn(client: Client) -> None:
    page = client.get("/").text
    assert page.count("<script") == 1
    assert page.count('rel="stylesheet"') == 1
