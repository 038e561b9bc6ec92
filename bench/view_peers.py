"""The peers, from the npm registry, and a small server for their pages: what they load, and nothing else.

``npm`` installs them into ``var/bench``; their pages stand in ``bench/peers``. The server compresses what it sends, as
a newsroom's would. Where there is no npm, or it cannot install them, the peers are left out, and that is said.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from bench.view_browser import Subject

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "bench"
PACKAGES = ("@knight-lab/timelinejs@3.9.11", "vis-timeline@8.5.4", "timelines-chart@2.14.3")

SUBJECTS = {
    "timelinejs.html": Subject("TimelineJS", ".tl-timemarker-content-container"),
    "vis-timeline.html": Subject("vis-timeline", ".vis-item", has_choose=True),
    "timelines-chart.html": Subject("timelines-chart", "rect.series-segment", has_choose=True),
}
"""Their pages."""


def install() -> bool:
    """Whether the peers are there, installed now where they were not."""
    npm = shutil.which("npm")
    if npm is None:
        print("peers: there is no npm, so they are left out")
        return False
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "package.json").write_text('{"name": "peers", "private": true}\n')
    command = [npm, "install", "--prefix", str(FOLDER), "--no-audit", "--no-fund", "--silent", *PACKAGES]
    if subprocess.run(command, check=False).returncode:
        print("peers: npm could not install them, so they are left out")
        return False
    return True


@contextmanager
def served(events: dict[int, Sequence[dict[str, Any]]]) -> Iterator[str]:
    """The address of a server on this machine that has the peers' pages and each number of events as JSON."""
    data = {f"/data/{number}.json": json.dumps(list(rows)).encode() for number, rows in events.items()}
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(data))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(data: dict[str, bytes]) -> type[BaseHTTPRequestHandler]:
    @cache
    def found(path: str) -> bytes | None:
        if path in data:
            return gzip.compress(data[path], 6)
        top, _, rest = path.lstrip("/").partition("/")
        folder = {"peers": ROOT / "bench" / "peers", "node_modules": FOLDER / "node_modules"}.get(top)
        file = (folder / rest).resolve() if folder else None
        is_there = file is not None and folder is not None and file.is_relative_to(folder) and file.is_file()
        return gzip.compress(file.read_bytes(), 6) if is_there and file else None

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            body = found(path)
            self.send_response(200 if body is not None else 404)
            self.send_header("Content-Type", guess_type(path)[0] or "application/octet-stream")
            self.send_header("Content-Length", str(len(body or b"")))
            if body is not None:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *args: object) -> None:
            """Nothing: what is asked for is no news."""

    return Handler
