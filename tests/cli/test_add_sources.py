"""Articles and evidence come in from documents, feeds, folders and addresses, and what fails is clearly said."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from factcheck import wiring
from factcheck.ingest.sources import SourceReader
from factcheck.ingest.web.fetching import Fetcher
from factcheck.settings import Settings
from tests.unit.ingest.documents import make_docx, make_epub, make_odt, paragraph
from tests.unit.ingest.pdf_writer import make_pdf, page_of

pytestmark = pytest.mark.slow  # a process for each source

SENTENCE = "The ferry Aurora struck the northern pier of Port Lindal on 4 March 2024 and injured 31 passengers."
MENU = "The weather on the coast and the islands stays mild until the end of the week"
PAGE = (
    "<!doctype html><html lang=en><head><title>Ferry</title></head><body>"
    f"<nav><ul><li><a href=/>{MENU}</a></li></ul></nav><article><h1>Ferry</h1><p>{SENTENCE}</p></article>"
    f"<footer><p>{MENU}, {MENU}, {MENU}, {MENU}.</p></footer></body></html>"
)
FEED = (
    "<rss version='2.0'><channel><title>The Gazette</title>"
    f"<item><title>One</title><link>https://gazette.example/1</link><description>{SENTENCE}</description></item>"
    "<item><title>Two</title><link>https://gazette.example/2</link></item></channel></rss>"
)


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with one document of each kind."""
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(make_pdf([page_of(SENTENCE)]))
    (folder / "b.docx").write_bytes(make_docx(paragraph(SENTENCE)))
    (folder / "c.odt").write_bytes(make_odt(f"<text:p>{SENTENCE}</text:p>"))
    (folder / "d.epub").write_bytes(make_epub({"one": f"<p>{SENTENCE}</p>"}))
    (folder / "e.html").write_text(PAGE)
    (folder / "f.txt").write_text(SENTENCE)
    (folder / "g.jsonl").write_text(json.dumps({"id": 1, "title": "G", "text": SENTENCE, "url": "https://g.example/1"}))
    return folder


@pytest.fixture
def page_server() -> Iterator[int]:
    """The port of a server on this machine that answers with the page."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(PAGE.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.model
def test_a_folder_of_documents_of_all_kinds_is_taken_in(run: Any, quick: None, documents: Path) -> None:
    answer = run("add", documents, "--json")
    assert answer.code == 0, answer.err
    added = answer.json["articles"]
    assert [each["address"] for each in added] == [
        "a.pdf", "b.docx", "c.odt", "d.epub", "e.html", "f.txt", "https://g.example/1",
    ]  # fmt: skip
    assert [each["title"] for each in added][1:4] == ["The budget", "The budget", "A book"]
    assert all(each["claims"] >= 1 for each in added)
    assert answer.json["failures"] == []
    assert "7 articles (7 new)" in answer.err
    again = run("add", documents)
    assert again.code == 0
    assert again.out.count("already in the workbench") == 7
    assert "7 articles (0 new)" in again.err


@pytest.mark.model
def test_evidence_is_taken_in_from_the_same_sources(run: Any, quick: None, documents: Path) -> None:
    answer = run("evidence", "add", documents, "--publisher", "Coast Guard", "--json")
    assert answer.code == 0, answer.err
    assert [each["passages"] for each in answer.json["documents"]] == [1] * 7
    assert "7 documents (7 new), 7 passages in all." in answer.err


@pytest.mark.model
def test_of_a_feed_each_item_counts_for_itself(run: Any, quick: None) -> None:
    Path("news.rss").write_text(FEED)
    answer = run("add", "news.rss", "--json")
    assert answer.code == 7
    assert [each["title"] for each in answer.json["articles"]] == ["One"]
    assert [each["address"] for each in answer.json["failures"]] == ["https://gazette.example/2"]
    assert "1 article (1 new)" in answer.err
    assert "1 could not be read" in answer.err


@pytest.mark.parametrize("command", [["add"], ["evidence", "add"]])
@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.pdf", make_pdf([page_of(SENTENCE)], password="secret"), "protected with a password"),
        ("a.pdf", make_pdf([page_of(SENTENCE)])[:-100], "cut off"),
        ("a.pdf", make_pdf([[]]), "without any text"),
        ("a.docx", make_docx(paragraph(SENTENCE))[:-100], "cut off or damaged"),
        ("a.html", b"<!doctype html><html><body><script>run()</script></body></html>", "shows no text"),
        ("a.jsonl", b"no json\n", "Line 1"),
        ("a.rss", b"<other/>", "no RSS or Atom feed"),
    ],
)
def test_a_document_that_cannot_be_read_is_exit_3(
    run: Any, command: list[str], name: str, content: bytes, says: str
) -> None:
    Path(name).write_bytes(content)
    answer = run(*command, name)
    assert answer.code == 3, answer.err
    assert says in answer.err
    assert name in answer.err
    assert "→" in answer.err
    assert answer.err.count(says) == 1
    assert run("claims", "--json").json == {"claims": []}


def test_every_one_of_several_failures_is_said_once(run: Any) -> None:
    Path("a.pdf").write_bytes(b"no document")
    answer = run("add", "a.pdf", "missing.txt", "https://gazette.example/")
    assert answer.code == 3
    for said in ("a.pdf: It is damaged", "missing.txt can't be read", "https://gazette.example/ is an address"):
        assert answer.err.count(said) == 1
    assert "None of the 3 sources could be added" in answer.err


def test_an_address_needs_the_flag_and_the_message_names_it(run: Any, page_server: int) -> None:
    answer = run("add", f"http://127.0.0.1:{page_server}/")
    assert answer.code == 3
    assert "--fetch" in answer.err
    assert "fetch = true" in answer.err


def test_an_address_of_this_machine_is_refused_with_the_flag_and_with_the_setting(run: Any, page_server: int) -> None:
    for host in ("127.0.0.1", "localhost"):
        answer = run("add", f"http://{host}:{page_server}/", "--fetch")
        assert answer.code == 3
        assert "no public address" in answer.err
    Path("factcheck.toml").write_text("fetch = true\n")
    answer = run("evidence", "add", f"http://127.0.0.1:{page_server}/")
    assert answer.code == 3
    assert "no public address" in answer.err


@pytest.mark.model
def test_a_page_is_fetched_and_keeps_its_address(
    run: Any, quick: None, page_server: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reader(settings: Settings, *, whole: bool = False) -> SourceReader:
        here = Fetcher(resolve=lambda *_: ["127.0.0.1"], allowed=lambda _: True)
        return SourceReader(10**6, fetch=here.fetch if settings.fetch else None, whole=whole)

    monkeypatch.setattr(wiring, "make_reader", reader)
    address = f"http://gazette.example:{page_server}/story"
    answer = run("add", address, "--fetch", "--json")
    assert answer.code == 0, answer.err
    assert answer.json["articles"][0]["address"] == address
    assert f"Fetching {address}" in answer.err
    refused = run("add", address)
    assert refused.code == 3
    assert "Fetching" not in refused.err


@pytest.mark.model
def test_what_was_left_out_of_a_page_is_said_and_can_be_taken(run: Any, quick: None) -> None:
    Path("a.html").write_text(PAGE)
    answer = run("add", "a.html")
    assert answer.code == 0, answer.err
    assert "characters of the page; --whole takes all of it" in answer.err
    whole = run("add", "a.html", "--whole", "--db", "whole.db", "--json")
    assert whole.code == 0, whole.err
    kept, visible = whole.json["articles"][0]["kept_of"]
    assert kept == visible
    said = [each["said"] for each in run("claims", "--db", "whole.db", "--json").json["claims"]]
    assert any(MENU in each for each in said)
    assert not any(MENU in each["said"] for each in run("claims", "--json").json["claims"])


@pytest.mark.model
def test_what_may_be_lost_of_a_page_is_said_even_to_those_who_asked_for_quiet(run: Any, quick: None) -> None:
    gate = "<div><p>Subscribe now to continue reading.</p></div></article>"
    Path("a.html").write_text(PAGE.replace("</article>", gate))
    for command, key in ((["add"], "articles"), (["evidence", "add"], "documents")):
        said = run(*command, "a.html", "--quiet")
        assert said.code == 0, said.err
        assert "warning: The page asks its readers to log in or pay" in said.err
        (warning,) = run(*command, "a.html", "--json").json[key][0]["warnings"]
        assert "asks its readers" in warning


def test_a_page_whose_article_stands_in_a_script_is_exit_3_and_names_the_way_out(run: Any) -> None:
    shown = "<h1>Ferry</h1><figure><figcaption>The ferry Aurora in the port of Lindal on Monday.</figcaption></figure>"
    Path("a.html").write_text(f"<!doctype html><html><body>{shown}<script>x={json.dumps([SENTENCE])}</script></html>")
    answer = run("add", "a.html")
    assert answer.code == 3, answer.err
    assert "no text but headings, captions and links" in answer.err
    assert "--whole" in answer.err


def test_help_names_the_formats_and_the_flags_with_an_example(run: Any) -> None:
    for command in (["add"], ["evidence", "add"]):
        shown = run(*command, "--help").out
        for word in ("PDF", "DOCX", "ODT", "EPUB", "Atom", "JSON Lines", "--fetch", "--whole", "Example:"):
            assert word in shown, word


def test_no_port_of_this_machine_is_asked_without_the_flag(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "create_connection", never)
    monkeypatch.setattr(socket, "getaddrinfo", never)
    assert run("add", "https://gazette.example/").code == 3
