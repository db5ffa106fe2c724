"""Any bytes under any ending give sound texts or clear failures, and never anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.sources import ReadFailure
from factcheck.ingest import child, document_readers
from factcheck.ingest.html import reader as html_reader
from factcheck.ingest.parsing import parsed
from factcheck.ingest.sources import FORMATS, NOT_YET, SourceReader
from tests.contracts.reader_contract import CONTROLS, assert_sound
from tests.unit.ingest.documents import make_docx, make_epub, make_odt, paragraph
from tests.unit.ingest.pdf_writer import make_pdf, page_of

SEEDS = (
    make_docx(paragraph("The council met.")),
    make_odt("<text:p>The council met.</text:p>"),
    make_epub({"one": "<p>The council met.</p>"}),
    make_pdf([page_of("The council met.")]),
    b"<rss version='2.0'><channel><item><description>The council met.</description></item></channel></rss>",
    b"<!doctype html><html><body><p>The council met.</p></body></html>",
    b'{"text": "The council met."}\n',
    b"---\ntitle: x\n---\nThe council met.",
)


@st.composite
def sources(draw: st.DrawFn) -> bytes:
    """A document of any format with a few places spoilt or cut, or bytes of no format at all."""
    raw = bytearray(draw(st.sampled_from((*SEEDS, b"", draw(st.binary(max_size=300))))))
    for place in draw(st.lists(st.integers(0, 5000), max_size=4)):
        if raw:
            raw[place % len(raw)] = draw(st.integers(0, 255))
    return bytes(raw[: len(raw) - draw(st.sampled_from([0, 0, 0, 1, 10, len(raw) // 2]))])


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parsers in this process: starting one for each of hundreds of sources takes minutes."""

    def here(task: str, raw: bytes, **_: object) -> object:
        import json

        return json.loads(json.dumps(child.TASKS[task](raw)))

    monkeypatch.setattr(document_readers, "parsed", here)
    monkeypatch.setattr(html_reader, "parsed_or_none", here)


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(raw=sources(), ending=st.sampled_from(["", *FORMATS, *NOT_YET]), whole=st.booleans())
def test_any_bytes_under_any_ending(at_once: None, tmp_path: Path, raw: bytes, ending: str, whole: bool) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(raw)
    items = list(SourceReader(100_000, whole=whole).read(str(path)))
    assert items
    for item in items:
        if isinstance(item, ReadFailure):
            assert item.error.hint
            assert item.error.message.endswith(".")
            assert not CONTROLS & set(item.error.message + item.error.hint)
        else:
            assert_sound(item)
            item.text.encode()


def test_the_parsers_do_run_in_a_process_of_their_own() -> None:
    """What the test above leaves out."""
    told = parsed("pdf", SEEDS[3], what="a PDF document")
    assert told["pieces"] == [["paragraph", "The council met."]]
