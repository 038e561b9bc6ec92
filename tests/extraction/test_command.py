"""``python -m timeline.extraction``: texts and JSON documents in, mentions or drafts out, Django nowhere."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from timeline.extraction import read
from timeline.extraction.__main__ import FIXTURE, main
from timeline.extraction.drafts import as_record
from timeline.extraction.vocabulary import Vocabulary

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Ruritania's army reopened the bridge at Zenda on Sunday. It may stay open for 20 days, the ministry said.\n"
TIMEX_KEYS = ["start", "end", "text", "type", "value", "mod", "trail"]
WITHOUT_DJANGO = """
import runpy, sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("django", "psycopg", "django_htmx"):
            raise ImportError(f"{name} is blocked")
sys.meta_path.insert(0, Blocked())
runpy.run_module("timeline.extraction", run_name="__main__", alter_sys=True)
"""


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    file = tmp_path / "bridge.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_it_runs_where_django_cannot_be_imported(bridge):
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_DJANGO, "--published", "2025-10-06", str(bridge)],
        cwd=ROOT,
        env={"PATH": "", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [record["earliest"] for record in lines(done.stdout)][:1] == ["2025-10-05"]


def test_mentions_are_one_line_a_document_with_what_a_scorer_reads(bridge, capsys):
    assert main(["--mentions", "--published", "2025-10-06", str(bridge)]) == 0
    (record,) = lines(capsys.readouterr().out)
    assert (record["id"], [list(timex) for timex in record["timex"]]) == ("bridge", [TIMEX_KEYS, TIMEX_KEYS])
    assert [(timex["text"], timex["type"], timex["value"], timex["mod"]) for timex in record["timex"]] == [
        ("Sunday", "DATE", "2025-10-05", None),
        ("20 days", "DURATION", "P20D", None),
    ]
    assert all(TEXT[timex["start"] : timex["end"]] == timex["text"] for timex in record["timex"])
    assert record["timex"][0]["trail"][0]["anchor_from"] == "publication"


def test_drafts_are_the_records_that_reading_gives(bridge, capsys):
    assert main(["--published", "2025-10-06", str(bridge)]) == 0
    drafts = read(TEXT, published=date(2025, 10, 6), vocabulary=Vocabulary.from_fixture(FIXTURE)).drafts
    printed = lines(capsys.readouterr().out)
    assert printed
    assert printed == [json.loads(json.dumps(as_record(draft, document="bridge"))) for draft in drafts]


def test_a_json_document_tells_its_own_name_and_day_and_its_offsets_count_its_text(tmp_path, capsys):
    text = "Line one.\r\nIt fell on Sunday."
    file = tmp_path / "other.json"
    file.write_text(json.dumps({"id": "wire-7", "dct": "2025-10-06T12:00:00", "text": text, "timex": []}))
    main(["--mentions", str(file)])
    (record,) = lines(capsys.readouterr().out)
    (timex,) = record["timex"]
    assert (record["id"], timex["value"], text[timex["start"] : timex["end"]]) == ("wire-7", "2025-10-05", "Sunday")


@pytest.mark.parametrize(
    ("day", "value"), [(None, "2025-10-05"), ("2024-01-03", "2023-12-31")], ids=["as told", "as the option says"]
)
def test_front_matter_tells_the_day_unless_the_option_does(day, value, tmp_path, capsys):
    file = tmp_path / "a.md"
    file.write_bytes(b"\xef\xbb\xbf---\r\npublished: 2025-10-06\r\n---\r\nIt fell on Sunday.\r\n")
    main(["--mentions", str(file), *(["--published", day] if day else [])])
    (record,) = lines(capsys.readouterr().out)
    assert [(timex["start"], timex["value"]) for timex in record["timex"]] == [(11, value)]


@pytest.mark.parametrize(
    "data", [b"It fell on 5 May 1999.", b'{"text": "It fell on 5 May 1999."}'], ids=["text", "JSON"]
)
def test_standard_input_is_a_text_or_a_document(data, monkeypatch, capsys):
    feed(monkeypatch, data)
    assert main(["--mentions", "-"]) == 0
    (record,) = lines(capsys.readouterr().out)
    assert (record["id"], [timex["value"] for timex in record["timex"]]) == ("stdin", ["1999-05-05"])


def test_a_text_that_begins_with_a_brace_is_still_a_text(monkeypatch, capsys):
    feed(monkeypatch, b"{sic} It fell on 5 May 1999.")
    assert main(["--mentions", "-"]) == 0
    assert lines(capsys.readouterr().out)[0]["timex"][0]["start"] == 17


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_folder_is_read_in_order_whatever_the_number_of_processes(jobs, tmp_path, capsys):
    for number in range(12):
        (tmp_path / f"{number:02d}.txt").write_text(f"It fell on {number + 1} May 1999.")
    (tmp_path / "notes.csv").write_text("2 May 1999")
    assert main(["--mentions", "--jobs", jobs, str(tmp_path)]) == 0
    found = [(record["id"], record["timex"][0]["value"]) for record in lines(capsys.readouterr().out)]
    assert found == [(f"{number:02d}", f"1999-05-{number + 1:02d}") for number in range(12)]


REFUSED = [
    ("empty.txt", b"", "the file is empty"),
    ("latin.txt", "one\nSão".encode("latin-1"), "not UTF-8: byte 0xe3 in line 2"),
    ("nul.txt", b"a\x00b", "not a text file: it contains NUL bytes"),
    ("front.md", b"---\npublished: 6 October\n---\nText.", "“6 October” is not a day"),
    ("broken.json", b'{"text":\n nothing}', "not JSON: Expecting value in line 2"),
    ("list.json", b"[1, 2]", "the JSON is no document: it has no “text”"),
    ("blank.json", b'{"text": " "}', "the document’s text is empty"),
    ("half.json", b'{"text": "a \\ud800 b"}', "half a character"),
    ("day.json", b'{"text": "a", "dct": "soon"}', "“soon” is not a day"),
    ("deep.json", b"[" * 200_000, "not JSON"),
]


@pytest.mark.parametrize(("name", "data", "says"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_cannot_be_read_is_one_line_and_the_others_go_on(name, data, says, bridge, capsys):
    bad = bridge.parent / name
    bad.write_bytes(data)
    assert main(["--mentions", str(bad), str(bridge)]) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith(f"{bad}: ")
    assert says in printed.err
    assert printed.err.count("\n") == 1
    assert [record["id"] for record in lines(printed.out)] == ["bridge"]


def test_what_is_not_there_and_a_folder_of_nothing_are_refused_by_name(tmp_path, capsys):
    empty = tmp_path / "empty"
    empty.mkdir()
    assert main(["--mentions", str(tmp_path / "gone.txt"), str(empty)]) == 2
    assert capsys.readouterr().err.splitlines() == [
        f"{tmp_path / 'gone.txt'}: No such file or directory",
        f"{empty}: the folder holds no .txt or .md or .json file",
    ]


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("--published", "2025-02-30", "“2025-02-30” is not a day of the calendar"),
        ("--jobs", "0", "“0” is not a number of processes"),
    ],
)
def test_an_option_that_means_nothing_stops_with_exit_two(option, value, says, bridge, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([option, value, str(bridge)])
    assert stopped.value.code == 2
    assert says in capsys.readouterr().err


def test_a_vocabulary_that_is_none_is_told_in_one_line(bridge, tmp_path, capsys):
    (tmp_path / "v.json").write_text("[1]")
    assert main(["--vocabulary", str(tmp_path / "v.json"), str(bridge)]) == 2
    assert capsys.readouterr().err.startswith("--vocabulary: ")


# -- the trace -----------------------------------------------------------------------------------------------------

TRACED = "They march on Friday, 3 and 5 May 1999, after some 1500 men left. It lasted two days."


@pytest.fixture
def trace(tmp_path, capsys) -> dict[str, dict]:
    file = tmp_path / "t.txt"
    file.write_text(TRACED)
    main(["--mentions", "--trace", str(file)])
    return {record["text"]: record for record in lines(capsys.readouterr().out)[0]["trace"]}


def test_the_trace_names_the_refiner_that_dropped_a_wording(trace):
    dropped = {text: (record["spotted_by"], record["dropped_by"]) for text, record in trace.items()}
    assert dropped["march"] == ("absolute", "month_names")
    assert dropped["1500"] == ("years", "plain_numbers")
    assert dropped["5 May 1999"] == ("absolute", None)


def test_the_trace_tells_what_a_kept_wording_became(trace):
    assert (trace["5 May 1999"]["mention"], trace["5 May 1999"]["date"]) == ("5 May 1999", "1999-05-05")
    assert (trace["3"]["spotted_by"], trace["3"]["value"]) == ("shared_parts", "1999-05-03")
    assert (trace["two days"]["date"], trace["two days"]["why_undated"]) == (None, "a duration, not a date")


def test_the_trace_follows_a_wording_into_the_one_that_takes_it_in(tmp_path, capsys):
    file = tmp_path / "t.txt"
    file.write_text("It fell late on Monday at noon.")
    main(["--mentions", "--trace", "--published", "2025-10-06", str(file)])
    trace = lines(capsys.readouterr().out)[0]["trace"]
    assert [(it["text"], it["changed_by"], it["mention"]) for it in trace] == [
        ("Monday", ["joined_days", "modifiers"], "late on Monday at noon"),
        ("noon", ["joined_days", "modifiers"], "late on Monday at noon"),
    ]


def test_with_drafts_the_trace_is_a_line_of_its_own_after_them(bridge, capsys):
    main(["--events", "--trace", "--published", "2025-10-06", str(bridge)])
    *drafts, trace = lines(capsys.readouterr().out)
    assert drafts
    assert (list(trace), [record["text"] for record in trace["trace"]]) == (
        ["id", "trace"],
        ["Sunday", "may", "20 days"],
    )
