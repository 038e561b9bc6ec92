"""The scripts behind make, run as a stranger's machine would: with nothing on the PATH but what a test puts there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from scripts import find_postgresql

ROOT = Path(__file__).resolve().parent.parent
SH = shutil.which("sh") or "sh"

PRETENDS = """#!/bin/sh
exec {python} -c "import sys; sys.version_info = {version}; sys.modules.update({{name: None for name in {absent}}}); \
exec(sys.argv[1])" "$2"
"""
"""A Python of another version, or without some of its modules; only ``-c`` reaches it."""

SHIM = '#!/bin/sh\necho "pyenv: $0: command not found in these versions" >&2\nexit 127\n'

PIP = """#!/bin/sh
case "$*" in
    -c*) exit 0 ;;
    *--require-hashes*) echo "$*" >> installed.log; exit "${{PIP_FAILS:-0}}" ;;
    *venv*) mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
    --version) echo "Python 3.13.0" ;;
esac
""".format()
"""A Python that makes environments without content and writes down what it was asked to install."""


class Machine:
    """A directory with the scripts of the project, a PATH of its own and a home without anything."""

    def __init__(self, folder: Path) -> None:
        self.project, self.bin, self.home = folder / "project", folder / "bin", folder / "home"
        for directory in (self.project / "requirements", self.bin, self.home):
            directory.mkdir(parents=True)
        shutil.copytree(ROOT / "scripts", self.project / "scripts")
        (self.project / ".python-version").write_text("3.13\n")
        (self.project / "requirements" / "base.txt").write_text("django==6.1\n")

    def command(self, name: str, content: str) -> str:
        """Put a command on the PATH, or at an absolute path; returns its path."""
        path = self.bin / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
        path.chmod(0o755)
        return str(path)

    def python(self, name: str, version: tuple[int, int], absent: tuple[str, ...] = ()) -> str:
        return self.command(name, PRETENDS.format(python=sys.executable, version=version, absent=absent))

    def pyenv(self, version: str) -> str:
        major, minor, *_ = (int(part) for part in version.split("."))
        return self.python(f"{self.home}/.pyenv/versions/{version}/bin/python3", (major, minor))

    def run(self, script: str, *args: str, path: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [SH, str(self.project / "scripts" / script), *args],
            env={"PATH": path or str(self.bin), "HOME": str(self.home), **env},
            capture_output=True,
            text=True,
        )

    def found_python(self) -> str:
        return self.run("find-python").stdout.strip()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


# -- a Python ----------------------------------------------------------------------------------------------------


def test_the_python_of_the_version_file_comes_first(machine: Machine) -> None:
    machine.python("python3", (3, 14))
    machine.python("python3.12", (3, 12))
    wanted = machine.python("python3.13", (3, 13))
    assert machine.found_python() == wanted


def test_pyenvs_copy_of_the_version_file_is_used_though_nothing_activates_it(machine: Machine) -> None:
    machine.command("python3.13", SHIM)
    machine.pyenv("3.12.1")
    wanted = machine.pyenv("3.13.0")
    assert machine.found_python() == wanted


def test_a_shim_that_fails_is_passed_over(machine: Machine) -> None:
    machine.command("python3.13", SHIM)
    wanted = machine.python("python3.12", (3, 12))
    assert machine.found_python() == wanted


def test_a_python3_that_is_new_enough_will_do(machine: Machine) -> None:
    wanted = machine.python("python3", (3, 14))
    assert machine.found_python() == wanted


def test_an_old_python3_gives_way_to_another_copy_of_pyenvs(machine: Machine) -> None:
    machine.python("python3", (3, 11))
    machine.pyenv("3.11.7")
    wanted = machine.pyenv("3.12.1")
    assert machine.found_python() == wanted


def test_a_python_that_cannot_make_environments_is_passed_over(machine: Machine) -> None:
    machine.python("python3.13", (3, 13), absent=("ensurepip",))
    wanted = machine.python("python3", (3, 12))
    assert machine.found_python() == wanted


def test_uv_is_asked_for_what_it_has(machine: Machine) -> None:
    wanted = machine.python("elsewhere/python3.13", (3, 13))
    machine.python("python3", (3, 9))
    machine.command("uv", f"#!/bin/sh\ncase \"$*\" in 'python find'*) echo {wanted} ;; *) exit 2 ;; esac\n")
    assert machine.found_python() == wanted


def test_uv_installs_one_when_it_has_none(machine: Machine) -> None:
    wanted = str(machine.bin / "made" / "python3.13")
    ready = machine.python("ready", (3, 13))
    machine.command(
        "uv",
        f"#!/bin/sh\ncase \"$*\" in\n'python install'*3.13) {shutil.which('mkdir')} {machine.bin}/made;"
        f' {shutil.which("cp")} {ready} {wanted} ;;\n"python find"*) test -x {wanted} && echo {wanted} ;;\nesac\n',
    )
    assert machine.found_python() == wanted


@pytest.mark.parametrize("version", [None, (3, 11)])
def test_without_a_python_one_line_says_what_to_install(machine: Machine, version: tuple[int, int] | None) -> None:
    if version:
        machine.python("python3", version)
    answer = machine.run("find-python")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr == (
        "Dateline needs Python 3.12 or newer with its venv module: "
        "install python3 and python3-venv (or uv), then try again.\n"
    )


# -- the environment ---------------------------------------------------------------------------------------------


@pytest.fixture
def equipped(machine: Machine) -> Machine:
    """A machine with a python3.13 and the system's own small commands."""
    machine.command("python3.13", PIP)
    return machine


def installs(machine: Machine, **env: str) -> tuple[int, int]:
    """Make the environment; returns the exit code and how often anything was installed so far."""
    code = machine.run("environment", "base", path=f"{machine.bin}:{os.environ['PATH']}", **env).returncode
    log = machine.project / "installed.log"
    return code, len(log.read_text().splitlines()) if log.exists() else 0


def test_requirements_are_installed_once(equipped: Machine) -> None:
    assert [installs(equipped), installs(equipped)] == [(0, 1), (0, 1)]


def test_changed_requirements_are_installed_again(equipped: Machine) -> None:
    installs(equipped)
    (equipped.project / "requirements" / "base.txt").write_text("django==6.2\n")
    assert installs(equipped) == (0, 2)


def test_an_installation_that_failed_is_tried_again(equipped: Machine) -> None:
    assert [installs(equipped, PIP_FAILS="1"), installs(equipped)] == [(1, 1), (0, 2)]


def test_an_environment_whose_python_is_gone_is_made_anew(equipped: Machine) -> None:
    installs(equipped)
    (equipped.project / ".venv" / "bin" / "python").unlink()
    (equipped.project / ".venv" / "installed-base").unlink()
    assert installs(equipped) == (0, 2)


# -- a Chromium --------------------------------------------------------------------------------------------------


def test_the_chromium_that_was_named_is_used(machine: Machine) -> None:
    machine.command("chromium", "#!/bin/sh\n")
    wanted = machine.command("mine", "#!/bin/sh\n")
    answer = machine.run("find-chromium", path=f"{machine.bin}:{os.environ['PATH']}", CHROMIUM=wanted)
    assert answer.stdout.strip() == wanted


def test_a_chromium_that_was_named_and_does_not_start_is_an_error(machine: Machine) -> None:
    machine.command("chromium", "#!/bin/sh\n")
    broken = machine.command("broken", "#!/bin/sh\nexit 1\n")
    answer = machine.run("find-chromium", path=f"{machine.bin}:{os.environ['PATH']}", CHROMIUM=broken)
    assert (answer.returncode, answer.stderr) == (1, f"CHROMIUM is set to {broken}, and that does not start.\n")


def test_a_chromium_that_does_not_start_is_passed_over(machine: Machine) -> None:
    machine.command("chromium", "#!/bin/sh\nexit 1\n")
    wanted = machine.command("google-chrome", "#!/bin/sh\n")
    machine.command("chromium-browser", "#!/bin/sh\nexit 1\n")
    tools = machine.bin.parent / "tools"
    tools.mkdir()
    (tools / "dirname").symlink_to(shutil.which("dirname") or "")
    answer = machine.run("find-chromium", path=f"{machine.bin}:{tools}")
    assert answer.stdout.strip() == wanted


def test_without_any_chromium_one_line_says_so_and_the_tests_fail(machine: Machine) -> None:
    tools = machine.bin.parent / "tools"
    tools.mkdir()
    (tools / "dirname").symlink_to(shutil.which("dirname") or "")
    answer = machine.run("find-chromium", path=str(tools))
    assert answer.returncode == 1
    assert answer.stderr.splitlines()[-1] == (
        "The browser tests need Chromium and none could be installed: install chromium, or set CHROMIUM to one."
    )


# -- a PostgreSQL ------------------------------------------------------------------------------------------------


def test_the_server_that_was_named_and_does_not_answer_is_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TEST_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    assert find_postgresql.find() == 2
    assert capsys.readouterr().err.startswith("TEST_DATABASE_URL cannot be used: ")


def test_without_a_server_one_line_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    monkeypatch.setattr(find_postgresql, "candidates", lambda: ["postgresql://nobody@127.0.0.1:1/none"])
    assert find_postgresql.find() == 1
    assert capsys.readouterr().err == "PostgreSQL: none answered, not tested\n"


def test_the_first_server_that_answers_is_told_with_its_version(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def version(url: str) -> str:
        if "postgres@" not in url:
            raise psycopg.OperationalError("no such role")
        return "15.20"

    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    monkeypatch.setattr(find_postgresql.getpass, "getuser", lambda: "editor")
    monkeypatch.setattr(find_postgresql, "server_version", version)
    assert find_postgresql.find() == 0
    assert capsys.readouterr().out == "postgresql://postgres@%2Fvar%2Frun%2Fpostgresql/dateline\n15.20\n"
