"""HTML gives its article, its facts, and how much of the page was kept; a hostile page gives its words or a failure."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from factcheck.domain.articles import Block
from factcheck.domain.sources import ReadFailure, Retrieval, SourceFacts, SourceText
from factcheck.errors import InputError
from factcheck.ingest.html.reader import read_html
from factcheck.ingest.material import Material
from factcheck.ingest.sources import SourceReader

pytestmark = pytest.mark.slow  # a process for each source

Kinds = Callable[[str, tuple[Block, ...]], list[tuple[str, str]]]

FIRST = "The council approved a budget of 5 million euros on Monday, after a debate of nine hours in the café."
SECOND = "The mayor said that the bridge over the river cost 62 million euros, and that nobody had asked her about it."
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="CHARSET"><title>Council approves | The Gazette</title>
<meta property="og:title" content="Council approves
budget"><meta name="author" content="Ruth Okafor"><link rel="canonical" href="https://elsewhere.example/a">
<meta property="article:published_time" content="2025-05-03T10:00:00Z">
<meta property="og:site_name" content="The Gazette"></head>
<body><nav><ul><li><a href="/">Home page of the paper</a></li><li><a href="/n">All the news of the day</a></li></ul>
</nav>
<article><h1>Council approves budget</h1><p>By Ruth Okafor</p><p>{FIRST}</p><h2>Is it enough?</h2><p>{SECOND}</p>
<ul><li>A school with 200 places is planned.</li><li>A second bridge is not.</li></ul>
<blockquote><p>We are glad that it is over, said a clerk.</p></blockquote>
<p>Short line before a break<br>and the line behind it.</p>
<pre><code>budget = 5</code></pre>
<p>Share this</p></article>
<div class="comments"><h3>Comments</h3><p>A reader disagrees with all of this, and says so at length.</p></div>
<footer><p>Copyright 2025 The Gazette.</p></footer><script>document.write("no")</script></body></html>"""


def text_of(raw: bytes, *, whole: bool = False, seconds: float = 60) -> SourceText:
    (item,) = read_html(Material(address="a.html", raw=raw), whole=whole, seconds=seconds)
    return item


def page(charset: str) -> bytes:
    return PAGE.replace("CHARSET", charset).encode(charset)


def test_the_article_is_divided_as_the_page_divides_it(kinds: Kinds) -> None:
    item = text_of(page("utf-8"))
    assert kinds(item.text, item.blocks) == [
        ("heading", "Council approves budget"),
        ("byline", "By Ruth Okafor"),
        ("paragraph", FIRST),
        ("heading", "Is it enough?"),
        ("paragraph", SECOND),
        ("list_item", "- A school with 200 places is planned."),
        ("list_item", "- A second bridge is not."),
        ("quotation", "We are glad that it is over, said a clerk."),
        ("paragraph", "Short line before a break and the line behind it."),
        ("code", "budget = 5"),
        ("boilerplate", "Share this"),
    ]


def test_a_page_that_was_fetched_is_where_it_was_fetched_from_whatever_it_says() -> None:
    fetched = Retrieval(
        asked="https://gazette.example/a",
        address="https://gazette.example/a",
        status=200,
        content_type="text/html",
        retrieved_at=datetime(2025, 5, 4, tzinfo=UTC),
    )
    (item,) = read_html(Material(address=fetched.address, raw=page("utf-8"), retrieval=fetched))
    assert item.facts.url is None


def test_the_pages_own_facts_are_taken_and_its_own_address() -> None:
    item = text_of(page("utf-8"))
    assert item.facts == SourceFacts(
        title="Council approves budget",
        author="Ruth Okafor",
        publisher="The Gazette",
        url="https://elsewhere.example/a",
        language="en-GB",
        published_on=date(2025, 5, 3),
        date_inferred=False,
    )
    assert item.address == "a.html"
    assert item.reader.startswith("html/1 (trafilatura 2.")


def test_a_date_that_the_page_only_shows_counts_as_inferred() -> None:
    shown = PAGE.replace("2025-05-03T10:00:00Z", "").replace("By Ruth Okafor", '<time class="date">May 3, 2025</time>')
    item = text_of(shown.replace("CHARSET", "utf-8").encode())
    assert item.facts.published_on == date(2025, 5, 3)
    assert item.facts.date_inferred is True


def test_a_date_in_the_prose_is_not_the_pages_date() -> None:
    told = PAGE.replace("2025-05-03T10:00:00Z", "").replace("on Monday", "on 4 July 2019")
    facts = text_of(told.replace("CHARSET", "utf-8").encode()).facts
    assert facts.published_on is None
    assert facts.date_inferred is None


def test_a_page_that_contradicts_itself_on_its_day_says_so() -> None:
    said = PAGE.replace("<p>By Ruth Okafor</p>", "<p>Published 8 May 2025</p>").replace("CHARSET", "utf-8")
    item = text_of(said.encode())
    assert item.facts.published_on == date(2025, 5, 3)
    assert item.facts.date_inferred is True
    (warning,) = item.warnings
    assert "2025-05-03, 2025-05-08" in warning
    assert "--published-on" in warning


def test_a_page_without_an_article_is_refused_and_its_words_can_be_had() -> None:
    shell = PAGE[: PAGE.index("<article>")] + "<h1>Council approves budget</h1><p></p></body></html>"
    with pytest.raises(InputError, match="no text but headings, captions and links") as caught:
        text_of(shell.replace("CHARSET", "utf-8").encode())
    assert "--whole" in caught.value.hint
    whole = text_of(shell.replace("CHARSET", "utf-8").encode(), whole=True)
    assert "Council approves budget" in whole.text
    assert whole.warnings == ()


def test_what_a_page_hides_is_no_part_of_its_article_and_is_not_counted_as_shown() -> None:
    hidden = PAGE.replace("<p>By Ruth Okafor</p>", f"<p>By Ruth Okafor</p><p hidden>{FIRST[::-1]}</p>")
    item, plain = text_of(hidden.replace("CHARSET", "utf-8").encode()), text_of(page("utf-8"))
    assert item.text == plain.text
    assert item.kept_of == plain.kept_of


def test_how_much_of_the_page_was_kept_is_counted() -> None:
    item = text_of(page("utf-8"))
    assert item.kept_of is not None
    kept, visible = item.kept_of
    assert kept == len("".join(item.text.replace("- ", "").split()))
    whole = text_of(page("utf-8"), whole=True)
    assert whole.kept_of == (visible, visible)
    assert kept < visible


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "shift_jis"])
def test_the_declared_charset_is_used(charset: str) -> None:
    raw = page(charset) if charset != "shift_jis" else page("utf-8").replace(b"utf-8", b"shift_jis")
    if charset == "shift_jis":
        raw = raw.decode().replace("café", "カフェ").encode("shift_jis")
    item = text_of(raw)
    assert ("カフェ" if charset == "shift_jis" else "café") in item.text
    assert item.raw == raw


def test_xhtml_names_its_charset_in_its_first_line() -> None:
    html = '<?xml version="1.0" encoding="iso-8859-2"?>\n' + PAGE.replace('<meta charset="CHARSET">', "")
    assert "příští café" in text_of(html.replace("café", "příští café").encode("iso-8859-2")).text


def test_the_whole_page_can_be_taken_with_the_same_facts() -> None:
    item, article = text_of(page("utf-8"), whole=True), text_of(page("utf-8"))
    assert "Home page of the paper" in item.text
    assert "A reader disagrees with all of this" in item.text
    assert "Home page of the paper" not in article.text
    assert "document.write" not in item.text
    assert item.facts == article.facts
    assert item.kept_of == (len("".join(item.text.split())),) * 2
    assert (item.reader, item.form, article.form) == ("html/1 (whole page)", "whole", "")


def test_a_charset_that_the_server_names_outranks_the_pages_own_word() -> None:
    raw = page("utf-8").replace(b"utf-8", b"iso-8859-5").replace("café".encode(), "кафе".encode("cp1251"))
    (item,) = read_html(Material(address="a.html", raw=raw, charset="windows-1251"))
    assert "кафе" in item.text


def test_a_page_in_another_language_is_kept_with_its_language() -> None:
    sentence = "Совет утвердил бюджет в пять миллионов евро в понедельник после долгих споров в старой ратуше города."
    item = text_of(f'<!doctype html><html lang="ru"><body><article><p>{sentence}</p></article></body></html>'.encode())
    assert item.text == sentence
    assert item.facts.language == "ru"


def test_a_page_that_a_script_fills_is_refused() -> None:
    filled = b"<html><head><title>App</title></head><body><div id=root></div><script>run()</script></body></html>"
    with pytest.raises(InputError, match="shows no text") as caught:
        text_of(b"<!doctype html>" + filled)
    assert "save what you see as text" in caught.value.hint


def test_twenty_thousand_nested_tags_lose_no_word() -> None:
    body = f"<article><p>{FIRST}</p>" + "<div>" * 20_000 + f"<p>{SECOND}</p>" + "</div>" * 20_000
    item = text_of(f"<!doctype html><html><body>{body}</body></html>".encode())
    assert item.text == f"{FIRST}\n{SECOND}"
    assert item.reader == "html/1 (tags taken off)"
    assert item.kept_of == (len("".join(item.text.split())),) * 2
    assert "All of its words were taken" in item.warnings[0]


def test_what_stands_behind_a_part_that_is_too_deep_is_not_lost() -> None:
    """The parser drops the rest of such a page without an error."""
    body = f"<p>{FIRST}</p>" + "<font>" * 300 + "deep" + "</font>" * 300 + f"<p>{SECOND}</p>"
    assert text_of(f"<html><body>{body}</body></html>".encode()).text == f"{FIRST}\ndeep\n{SECOND}"


def test_a_page_that_takes_too_long_is_read_without_its_tags() -> None:
    slow = "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + f">{FIRST}</p>"  # attributes take quadratic time
    item = text_of(f"<html><body>{slow}</body></html>".encode(), seconds=1)
    assert item.text == FIRST
    assert item.reader == "html/1 (tags taken off)"


def test_a_parser_that_dies_costs_only_the_structure(monkeypatch: pytest.MonkeyPatch) -> None:
    for dead in ("/bin/false", "/nowhere/python"):
        monkeypatch.setattr(sys, "executable", dead)
        assert FIRST in text_of(page("utf-8")).text


def test_a_missing_library_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [entry for entry in sys.path if "site-packages" not in entry])
    with pytest.raises(InputError, match="a library is missing"):
        text_of(page("utf-8"))


def test_modules_in_the_current_folder_are_not_run(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("open('run', 'w')")
    (tmp_path / "trafilatura.py").write_text("open('run', 'w')")
    assert text_of(page("utf-8")).reader.startswith("html/1 (trafilatura")
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<" * 100_000,
        "<html><body>" + "<div " * 50_000,
        "<html><body><!--" * 10_000,
        "<html><body>" + "&" * 100_000,
        "<html><body><table>" + "<tr><td>x" * 5000,
        "<html><head><script type='application/ld+json'>" + "[" * 50_000,
        "<html><head><title>\x1b]0;x\x07\u202e</title><body><p>" + FIRST,
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><html><body><p>&b; ' + FIRST,
        "<html><body><p>\x01\x02\x1b[2J\ufffe\uffff" + FIRST * 3,
    ],
)
def test_a_hostile_page_is_one_text_or_one_failure(html: str, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(html.encode())
    (item,) = SourceReader(1_000_000).read(str(path))
    if isinstance(item, ReadFailure):
        assert item.error.hint
    else:
        assert "root:" not in item.text


@pytest.mark.parametrize("character", ["\x01", "\x0b", "\x0c", "\x1b", "\ufffe"])
def test_a_character_that_the_parser_refuses_costs_nothing_else(character: str) -> None:
    item = text_of(page("utf-8").replace(b"The council approved", f"The {character}council approved".encode()))
    assert item.reader.startswith("html/1 (trafilatura")
    assert FIRST in item.text


def test_a_very_long_title_is_not_taken() -> None:
    long = PAGE.replace("approves\nbudget", "x" * 5000).replace("CHARSET", "utf-8")
    assert text_of(long.encode()).facts.title == "Council approves budget"
    only = long.replace("<title>Council approves | The Gazette</title>", "").replace(
        "<h1>Council approves budget</h1>", ""
    )
    assert text_of(only.encode()).facts.title is None


def test_reading_html_says_nothing_and_loads_no_parser_here(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page("utf-8"))
    (tmp_path / "b.txt").write_text("The council met.")
    program = (
        "import sys\n"
        "from factcheck.ingest.sources import SourceReader\n"
        "for name in ('a.html', 'b.txt'):\n"
        "    assert [item.text for item in SourceReader(10**6).read(name)]\n"
        "print(sorted({'trafilatura', 'lxml', 'charset_normalizer'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
