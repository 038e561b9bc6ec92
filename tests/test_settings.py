"""The settings run with nothing set and refuse, in one line, what cannot be served."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
READ = "from timeline import settings as s; print(s.SITE_URL, s.DEBUG, s.DATABASES['default']['ENGINE'], s.IS_HTTPS)"


def settings(**environment: str) -> subprocess.CompletedProcess[str]:
    kept = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-c", READ], cwd=ROOT, env=kept | environment, capture_output=True, text=True, check=False
    )


def test_nothing_set_is_a_loopback_site_on_sqlite():
    done = settings()
    assert done.stdout.split() == ["http://127.0.0.1:8000", "False", "django.db.backends.sqlite3", "False"]
    assert (ROOT / "var" / "secret-key").stat().st_mode & 0o777 == 0o600


def test_the_environment_is_read():
    done = settings(SITE_URL="https://example.org", SECRET_KEY="x" * 50, DATABASE_URL="postgresql:///dateline")
    assert done.stdout.split() == ["https://example.org", "False", "django.db.backends.postgresql", "True"]


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"SITE_URL": "https://example.org"}, "SECRET_KEY must be set"),
        ({"SITE_URL": "example.org"}, "SITE_URL must look like"),
        ({"SITE_URL": "https://example.org/path", "SECRET_KEY": "x"}, "SITE_URL must look like"),
        ({"PORT": "http"}, "PORT must be a number"),
        ({"PORT": "70000"}, "PORT must be a number"),
        ({"SITE_URL": "https://example.org", "SECRET_KEY": "x", "DEBUG": "1"}, "DEBUG shows"),
        ({"DATABASE_URL": "mysql://db/x"}, "DATABASE_URL must be"),
        ({"DATABASE_URL": "nonsense://x"}, "DATABASE_URL cannot be read"),
    ],
)
def test_what_cannot_be_served_is_refused_in_one_line(environment, says):
    done = settings(**environment)
    assert done.returncode == 1
    assert done.stderr.startswith("dateline: ")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
