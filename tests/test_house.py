"""The rules of the house that no linter knows. Each is a search over the project's own files."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
import pytest
from django.contrib.admin import ModelAdmin
from django.core.management import BaseCommand
from django.db.models import Model

from timeline.settings import VERSION

ROOT = Path(__file__).resolve().parent.parent
MADE = {".git", ".venv", "var", "__pycache__", ".hypothesis", ".pytest_cache", ".ruff_cache", ".mypy_cache"}
BINARY = {".png", ".jpg", ".webp", ".ico", ".mo", ".woff2", ".gz", ".br"}
LONGEST_FUNCTION = 50


def tracked() -> list[Path]:
    """The files of the project: git's list with what is new, or every file where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listed.returncode == 0:
        return sorted(path for name in set(listed.stdout.split("\0")) if name and (path := ROOT / name).is_file())
    return sorted(path for path in ROOT.rglob("*") if path.is_file() and not MADE & set(path.relative_to(ROOT).parts))


FILES = tracked()


def files(*folders: str, suffix: str) -> list[Path]:
    """The project's files with this suffix in these folders, or anywhere; at least one, or the rule guards nothing."""
    found = [
        path
        for path in FILES
        if path.suffix == suffix and (not folders or any((ROOT / folder) in path.parents for folder in folders))
    ]
    assert found, f"no {suffix} in {folders}"
    return found


def lines_with(pattern: str, paths: list[Path]) -> list[str]:
    """``path:line: text`` of every line that matches."""
    regex = re.compile(pattern)
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if regex.search(line)
    ]


def functions(paths: list[Path]) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """``path:line name`` and the function, for every function and method."""
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node


# -- the workshop ------------------------------------------------------------------------------------------------


def test_every_make_target_is_in_contributing() -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert "test" in targets
    assert [target for target in targets if f"`make {target}`" not in contributing] == []


def test_every_dependency_says_what_it_is_for() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    named = [line for line in lines if line.strip().partition(" ")[0].strip('",') in dependencies()]
    assert len(named) == len(dependencies())
    assert [line for line in named if not re.search(r'",\s+# \w\S* \S+ ', line)] == []


def test_requirements_pin_every_dependency_and_name_no_index() -> None:
    pinned = {name: (ROOT / "requirements" / f"{name}.txt").read_text() for name in ("base", "dev")}
    names = {group: {re.split(r"[\[<>=]", line)[0] for line in dependencies(group)} for group in ("base", "dev")}
    assert [name for name in names["base"] | names["dev"] if f"\n{name}==" not in pinned["dev"]] == []
    assert [name for name in names["base"] if f"\n{name}==" not in pinned["base"]] == []
    assert re.findall(r"^-.*|^.*://.*", "\n".join(pinned.values()), re.MULTILINE) == []


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def dependencies(group: str = "") -> list[str]:
    """The requirement strings of pyproject.toml: the site's ("base"), the developers' ("dev"), or both."""
    project = pyproject()
    base, dev = project["project"]["dependencies"], project["dependency-groups"]["dev"]
    return {"base": base, "dev": dev, "": base + dev}[group]


def test_the_version_is_one() -> None:
    assert pyproject()["project"]["version"] == VERSION


def test_the_pure_packages_that_exist_are_in_the_contract() -> None:
    contracts = pyproject()["tool"]["importlinter"]["contracts"]
    pure = next(contract for contract in contracts if contract["id"] == "pure")["source_modules"]
    there = [name for name in ("dates", "drawing", "extraction") if (ROOT / "timeline" / name / "__init__.py").exists()]
    assert pure == [f"timeline.{name}" for name in there]


MACHINE_PATHS = "|".join(
    f"/{name}/" for name in ("wo" + "rk", "ro" + "ot", "home/" + r"\w+", "Use" + r"rs/\w+", "op" + "t", "tm" + "p")
)
HOSTS = "|".join(
    re.escape(host) for host in ("py" + "pi.org", "python" + "hosted", "npm" + "js.org", "deb" + "ian.org")
)


def test_no_file_names_a_path_of_one_machine_or_the_host_of_a_registry() -> None:
    texts = [path for path in FILES if path.suffix not in BINARY]
    assert lines_with(rf"(?<![\w.)}}])({MACHINE_PATHS})|{HOSTS}", texts) == []


def test_no_test_is_skipped_without_a_condition() -> None:
    pattern = r"mark\.(skip|xfail)\b|pytest\.(skip|xfail|import" + r"orskip)\("
    assert lines_with(pattern, [path for path in files("tests", suffix=".py") if path != Path(__file__)]) == []


# -- the code ----------------------------------------------------------------------------------------------------


def test_no_function_is_longer_than_fifty_lines() -> None:
    long = [
        f"{where}: {length} lines"
        for where, node in functions(files(suffix=".py"))
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []


CALLED_BY_POSITION = (ModelAdmin, Model, BaseCommand)
"""Django calls the methods of these by position: an override keeps their form."""


def test_boolean_parameters_of_public_functions_are_keyword_only() -> None:
    positional = [
        f"{where}({argument.arg})"
        for where, node in functions(files("timeline", suffix=".py"))
        if not node.name.startswith("_") and not any(hasattr(base, node.name) for base in CALLED_BY_POSITION)
        for argument in positional_booleans(node)
    ]
    assert positional == []


def positional_booleans(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[ast.arg]:
    """Parameters that are bool by annotation or default and can be given by position."""
    positional = node.args.posonlyargs + node.args.args
    defaults = [None] * (len(positional) - len(node.args.defaults)) + list(node.args.defaults)
    for argument, default in zip(positional, defaults, strict=True):
        annotated = argument.annotation is not None and "bool" in ast.unparse(argument.annotation).split(" | ")
        if annotated or (isinstance(default, ast.Constant) and isinstance(default.value, bool)):
            yield argument


@pytest.mark.parametrize("package", ["views", "exports", "templatetags"])
def test_a_query_is_a_word_of_a_queryset_and_not_a_filter_at_the_door(package: str) -> None:
    paths = [path for path in FILES if path.suffix == ".py" and (ROOT / "timeline" / package) in path.parents]
    assert lines_with(r"\.(filter|exclude)\(", paths) == []


# -- templates, styles, translations -----------------------------------------------------------------------------

INLINE = r"""(?ix) \s style \s* = | <style\b | <script\b (?! [^>]* \b src \s* = )
    | \s hx-on\b | \s on[a-z]+ \s* = \s* ["'] | javascript: | hx-(vals|headers) \s* = \s* ["'] \s* js:"""


def test_templates_hold_no_inline_style_or_script() -> None:
    assert lines_with(INLINE, files("templates", suffix=".html")) == []


SIDES = "left|right|top|bottom"
PHYSICAL = rf"""(?x) (?<![\w-]) ( ({SIDES}) \s* : | (margin|padding|border|scroll-margin|scroll-padding)-({SIDES})\b
    | border-(top|bottom)-(left|right)-radius | (text-align|float|clear) \s* : \s* (left|right)\b )"""


def test_styles_know_no_physical_side() -> None:
    assert lines_with(PHYSICAL, files("static", suffix=".css")) == []


def test_compiled_translations_are_those_of_their_sources() -> None:
    catalogues = files("timeline/locale", suffix=".po")
    stale = [str(path.relative_to(ROOT)) for path in catalogues if translations(path) != compiled(path)]
    assert stale == []


def translations(path: Path) -> dict[tuple[str | None, str], object]:
    """What a .po says: context and message to translation, plurals as their dict."""
    return {(e.msgctxt, e.msgid): e.msgstr_plural or e.msgstr for e in polib.pofile(str(path)).translated_entries()}


def compiled(path: Path) -> dict[tuple[str | None, str], object]:
    """What the .mo beside a .po says, in the same form; nothing when there is none."""
    made = path.with_suffix(".mo")
    entries = polib.mofile(str(made)) if made.exists() else []
    return {(e.msgctxt, e.msgid): e.msgstr_plural or e.msgstr for e in entries}


# -- the searches themselves can fail ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (INLINE, '<p style="color: red">'),
        (INLINE, "<script>alert(1)</script>"),
        (INLINE, '<button hx-on:click="x()">'),
        (INLINE, '<a onclick="x()">'),
        (INLINE, """<a hx-vals='js:{a: 1}'>"""),
        (PHYSICAL, "  margin-left: 1rem;"),
        (PHYSICAL, "p { right: 0 }"),
        (PHYSICAL, "text-align: right;"),
        (MACHINE_PATHS, "python = /op" + "t/python"),
    ],
)
def test_what_is_forbidden_is_found(pattern: str, line: str) -> None:
    assert re.search(pattern, line)


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (INLINE, '<script src="/static/js/menu.js" defer></script>'),
        (INLINE, '<p class="style">on = 3</p>'),
        (PHYSICAL, "margin-inline-start: 1rem;"),
        (PHYSICAL, "inset-inline-end: 0; text-align: end;"),
    ],
)
def test_what_is_allowed_is_left_alone(pattern: str, line: str) -> None:
    assert not re.search(pattern, line)
