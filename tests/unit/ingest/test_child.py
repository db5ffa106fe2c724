"""The process that parses a source is quiet, and ends when it has used up what it was given."""

from __future__ import annotations

import json
import signal
import subprocess
import sys

import pytest

from tests.unit.ingest.documents import make_docx

pytestmark = pytest.mark.slow  # a process for each source

MAIN = "from factcheck.ingest.child import main; main('html', float({seconds}))"


def run(program: str, page: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-c", program], input=page, capture_output=True, check=False)


def test_a_page_gives_one_json_document() -> None:
    done = run(
        MAIN.format(seconds=30), b"<html lang=en><body><p>The council met on Monday in the hall.</p></body></html>"
    )
    page = json.loads(done.stdout)["answer"]
    assert page["text"] == "The council met on Monday in the hall."
    assert page["language"] == "en"


@pytest.mark.parametrize("page", [b"", b"<html>", b"<div>" * 20_000, b"<script>x</script>", b"<!--"])
def test_a_page_without_words_gives_none_and_no_noise(page: bytes) -> None:
    done = run(MAIN.format(seconds=30), page)
    assert (done.stderr, done.returncode) == (b"", 0)
    answer = json.loads(done.stdout)["answer"]
    assert answer is None or (answer["text"], answer["is_empty"]) == ("", True)


def test_a_document_of_too_many_pieces_is_refused_before_it_is_handed_over() -> None:
    body = "".join(f"<w:p><w:r><w:t>Item {number}</w:t></w:r></w:p>" for number in range(3))
    program = (
        "from factcheck.ingest.structure import lines; from factcheck.ingest.child import main; "
        "lines.MOST_LINES = {most}; main('package', 30.0)"
    )
    assert "answer" in json.loads(run(program.format(most=3), make_docx(body)).stdout)
    (message, hint) = json.loads(run(program.format(most=2), make_docx(body)).stdout)["refused"]
    assert "more than 2 lines" in message
    assert hint


def test_the_libraries_own_complaints_are_silenced() -> None:
    loud = "import logging, warnings; logging.getLogger('any').error('x'); warnings.warn('y')"
    done = run(f"{MAIN.format(seconds=30)}; {loud}", b"<html>")
    assert done.stderr == b""


def test_memory_and_processor_time_are_limited() -> None:
    limits = (
        "import resource as r; print(r.getrlimit(r.RLIMIT_CPU), r.getrlimit(r.RLIMIT_AS), r.getrlimit(r.RLIMIT_CORE))"
    )
    done = run(f"{MAIN.format(seconds=7.5)}; print(); {limits}", b"<html>")
    gigabytes = 4 << 30
    assert done.stdout.decode().splitlines()[-1] == f"(8, 9) ({gigabytes}, {gigabytes}) (0, 0)"


def test_a_process_that_uses_up_its_time_is_ended() -> None:
    busy = "from factcheck.ingest import child; child._limit(0); exec('while True: pass')"
    assert run(busy).returncode == -signal.SIGXCPU
