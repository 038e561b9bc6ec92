"""Find a PostgreSQL server that the tests may use: print its DATABASE_URL and its version, each on a line.

Asked in this order: TEST_DATABASE_URL, and then nothing else; the local socket; 127.0.0.1, port 5432; as the user
who runs this, then as postgres. Exit 1 and one line on standard error: none answers. Exit 2 and one line: what
TEST_DATABASE_URL names does not answer, or the role may not create the test database.
"""

import getpass
import os
import sys
from collections.abc import Iterator
from urllib.parse import quote

import psycopg

SOCKET_DIRECTORIES = ("/var/run/postgresql", "/tmp")  # noqa: S108 (not a file of ours)
"""Where Debian's servers and PostgreSQL's own build put their socket."""


def candidates() -> Iterator[str]:
    """Addresses to try, likeliest first; the database named is never opened, only its ``test_`` twin is made."""
    for host in (*SOCKET_DIRECTORIES, "127.0.0.1:5432"):
        for user in dict.fromkeys((getpass.getuser(), "postgres")):
            yield f"postgresql://{user}@{quote(host, safe=':')}/dateline"


def server_version(url: str) -> str:
    """The server's version ("15.20"); raises psycopg.Error when it does not answer or may not be used for tests."""
    with psycopg.connect(url, dbname="postgres", connect_timeout=3) as connection:
        row = connection.execute(
            "SELECT rolsuper OR rolcreatedb, current_setting('server_version')"
            " FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
    may_create, version = row or (False, "")
    if not may_create:
        raise psycopg.errors.InsufficientPrivilege("the role may not create databases")
    return version.split()[0]


def find() -> int:
    """Print the first address that answers; return the exit code."""
    wanted = os.environ.get("TEST_DATABASE_URL")
    why = "no server"
    for url in (wanted,) if wanted else candidates():
        try:
            version = server_version(url)
        except psycopg.Error as error:
            why = str(error).strip().partition("\n")[0]
            continue
        print(url, version, sep="\n")
        return 0
    if wanted:
        print(f"TEST_DATABASE_URL cannot be used: {why}", file=sys.stderr)
        return 2
    print("PostgreSQL: none answered, not tested", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(find())
