"""A file of rows that survives whatever ends its run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.errors import StoreError, UsageError
from factcheck.workbench.part_file import PartFile, begun_progress

RUN = {"schema": 1, "sources": ["a.txt"]}


def begin(out: Path, *lines: bytes) -> None:
    with PartFile(out, RUN) as part:
        for number, line in enumerate(lines, 1):
            part.append(line, {"batches": number})


def test_a_finished_file_has_all_rows_and_only_what_was_told_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "rows.jsonl"
    with PartFile(out, RUN) as part:
        assert not part.is_begun
        part.append(b"one\n", {"batches": 1})
        part.confirm({"models": "m"})
        part.append(b"two\n", {"batches": 2})
        part.finish({"rows": 2}, None)
    assert out.read_bytes() == b"one\ntwo\n"
    told = json.loads((tmp_path / "rows.jsonl.run.json").read_bytes())
    assert told == {"identity": {**RUN, "models": "m"}, "rows": 2}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rows.jsonl", "rows.jsonl.run.json"]


def test_what_stands_behind_the_last_whole_batch_is_cut_off(tmp_path: Path) -> None:
    out = tmp_path / "rows.jsonl"
    begin(out, b"one\n", b"two\n")
    with (tmp_path / "rows.jsonl.part").open("ab") as file:
        file.write(b"thr")
    assert begun_progress(out) == ({"batches": 2}, tmp_path / "rows.jsonl.part.json")
    with PartFile(out, RUN) as part:
        assert part.state.progress == {"batches": 2}
        part.append(b"three\n", {"batches": 3})
        part.finish({}, None)
    assert out.read_bytes() == b"one\ntwo\nthree\n"


def test_the_same_run_again_takes_the_place_of_a_finished_one(tmp_path: Path) -> None:
    out = tmp_path / "rows.jsonl"
    for line in (b"one\n", b"two\n"):
        with PartFile(out, RUN) as part:
            part.append(line, {"batches": 1})
            part.finish({}, None)
    assert out.read_bytes() == b"two\n"


def test_a_run_that_was_ended_in_its_last_step_is_no_hindrance(tmp_path: Path) -> None:
    out = tmp_path / "rows.jsonl"
    begin(out, b"one\n")
    (tmp_path / "rows.jsonl.run.json").write_text(json.dumps({"identity": RUN}))
    (tmp_path / "rows.jsonl.part").replace(out)
    with PartFile(out, RUN) as part:
        assert not part.is_begun
        part.append(b"again\n", {"batches": 1})
        part.finish({}, None)
    assert out.read_bytes() == b"again\n"
    assert not (tmp_path / "rows.jsonl.part.json").exists()


def test_another_run_is_refused_and_what_differs_is_named(tmp_path: Path) -> None:
    out = tmp_path / "rows.jsonl"
    begin(out, b"one\n")
    with pytest.raises(UsageError, match=r'belongs to another run: sources is \["b.txt"\], was \["a.txt"\]'):
        PartFile(out, {**RUN, "sources": ["b.txt"]}).__enter__()
    with PartFile(out, RUN) as part:
        part.confirm({"models": "m"})
        part.append(b"two\n", {"batches": 2})
    with PartFile(out, RUN) as part, pytest.raises(UsageError, match='models is "n", was "m"'):
        part.confirm({"models": "n"})
    with PartFile(out, RUN) as part:
        part.finish({}, None)
    with pytest.raises(UsageError, match="schema is 2, was 1"):
        PartFile(out, {**RUN, "schema": 2}).__enter__()
    assert out.read_bytes() == b"one\ntwo\n"


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.part"])
def test_a_file_that_no_run_wrote_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine\n")
    with pytest.raises(UsageError, match="is there already"):
        PartFile(tmp_path / "rows.jsonl", RUN).__enter__()
    assert (tmp_path / name).read_text() == "mine\n"


def test_two_runs_don_t_write_to_one_file(tmp_path: Path) -> None:
    with PartFile(tmp_path / "rows", RUN), pytest.raises(UsageError, match="is being written by another run"):
        PartFile(tmp_path / "rows", RUN).__enter__()


@pytest.mark.parametrize("name", ["", "missing/rows.jsonl"])
def test_a_place_where_no_file_can_be_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="can't be written"):
        PartFile(tmp_path / name, RUN).__enter__()


@pytest.mark.parametrize("ending", ["", ".part", ".part.json", ".run.json"])
def test_no_run_writes_through_a_link_or_into_the_workbench(tmp_path: Path, ending: str) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    (tmp_path / f"rows{ending}").symlink_to(mine)
    with pytest.raises(UsageError, match="it is a link"):
        PartFile(tmp_path / "rows", RUN).__enter__()
    kept = tmp_path / f"desk{ending}"
    with pytest.raises(UsageError, match="it is the workbench, or belongs to it"):
        PartFile(tmp_path / "desk", RUN, kept=[kept]).__enter__()
    assert mine.read_text() == "mine"
    assert not list(tmp_path.glob("desk*"))


def test_a_damaged_note_of_the_progress_is_said(tmp_path: Path) -> None:
    begin(tmp_path / "rows", b"one\n")
    (tmp_path / "rows.part.json").write_text("{")
    with pytest.raises(UsageError, match="can't be read"):
        PartFile(tmp_path / "rows", RUN).__enter__()


@pytest.mark.parametrize(
    "more",
    [{}, {"size": "4"}, {"size": -1, "progress": {}}, {"size": True, "progress": {}}, {"size": 4, "progress": []}],
)
def test_a_note_of_the_progress_that_no_run_writes_is_refused(tmp_path: Path, more: dict[str, object]) -> None:
    begin(tmp_path / "rows", b"one\n")
    (tmp_path / "rows.part.json").write_text(json.dumps({"identity": RUN, **more}))
    with pytest.raises(UsageError, match="is not what a run of `factcheck score` writes"):
        PartFile(tmp_path / "rows", RUN).__enter__()
    assert (tmp_path / "rows.part").read_bytes() == b"one\n"


def test_a_full_disk_is_said_and_the_run_goes_on_where_it_was(tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk: the system then writes what fits and refuses the rest."""
    program = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from factcheck.errors import StoreError\n"
        "from factcheck.workbench.part_file import PartFile\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))\n"
        f"with PartFile(Path(sys.argv[1]), {RUN!r}) as part:\n"
        "    part.append(b'x' * 2999 + b'\\n', {'batches': 1})\n"
        "    try:\n"
        "        part.append(b'y' * 2999 + b'\\n', {'batches': 2})\n"
        "    except StoreError as error:\n"
        "        print(error.message, error.hint)\n"
    )
    out = tmp_path / "rows"
    done = subprocess.run([sys.executable, "-c", program, str(out)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("The disk is full")
    assert "it goes on" in done.stdout
    with PartFile(out, RUN) as part:
        assert part.state.progress == {"batches": 1}
        part.append(b"z\n", {"batches": 2})
        part.finish({}, None)
    assert out.read_bytes() == b"x" * 2999 + b"\nz\n"


def test_an_unwritable_folder_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(StoreError, match="Permission denied"):
        PartFile(tmp_path / "rows", RUN).__enter__()
