"""Addresses are fetched from a real server on this machine; who may be asked is decided before anyone is."""

from __future__ import annotations

import gzip
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path

import pytest

from factcheck.domain.sources import ReadFailure, SourceText
from factcheck.errors import InputError
from factcheck.ingest.fetching import MOST_REDIRECTS, Fetcher
from factcheck.ingest.resolving import resolve
from factcheck.ingest.sources import SourceReader

Answer = Callable[[BaseHTTPRequestHandler], None]
SENTENCE = "The council approved a budget of 5 million euros on Monday, after a debate of nine hours in the café."
PAGE = f"<!doctype html><html lang=en><body><article><h1>Budget</h1><p>{SENTENCE}</p></article></body></html>"
FEED = (
    "<rss version='2.0'><channel><title>The Gazette</title>"
    + "".join(
        f"<item><title>Item {n}</title><link>https://gazette.example/{n}</link>"
        f"<description>Text {n}.</description></item>"
        for n in (1, 2)
    )
    + "</channel></rss>"
)
TLS = Path(__file__).parent / "gazette.example.pem"
"""A certificate of nobody, and its key: for these tests only, until the year 2126."""


class Site:
    """What the server answers, by path, and what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.port = 0
        self.names: list[str | None] = []

    def url(self, path: str, *, host: str = "gazette.example", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def page(self, path: str, body: str | bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        raw = body.encode() if isinstance(body, str) else body

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(200)
            for name, value in {"Content_Type": kind, "Content_Length": str(len(raw)), **headers}.items():
                if value:
                    request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(raw)

        self.answers[path] = answer

    def status(self, path: str, status: int, location: str = "") -> None:
        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            if location:
                request.send_header("Location", location)
            request.send_header("Content-Length", "0")
            request.end_headers()

        self.answers[path] = answer


def server_of(site: Site, tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers.items())))
            try:
                site.answers[self.path](self)
            except OSError:  # who asked has gone
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Who asked may go away at any time."""

    server = Server(("127.0.0.1", 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    yield from server_of(Site())


@pytest.fixture
def safe_site() -> Iterator[Site]:
    """The same behind TLS, which notes the name that it was greeted with."""
    site = Site()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS)
    context.sni_callback = lambda _socket, name, _context: site.names.append(name)
    yield from server_of(site, context)


def here(_host: str, _port: int, _seconds: float) -> Sequence[str]:
    """Every name is this machine's."""
    return ["127.0.0.1"]


def anyone(_address: IPv4Address | IPv6Address) -> bool:
    return True


def fetcher(max_bytes: int = 1_000_000, *, seconds: float = 20) -> Fetcher:
    return Fetcher(max_bytes, seconds=seconds, resolve=here, allowed=anyone)


def refused(fetch: Fetcher, source: str) -> InputError:
    with pytest.raises(InputError) as caught:
        fetch.fetch(source)
    assert caught.value.hint
    return caught.value


def test_a_page_is_fetched_with_all_that_is_known_of_its_retrieval(site: Site) -> None:
    site.page("/a?b=c", PAGE)
    begun = datetime.now(UTC)
    (item,) = SourceReader(1_000_000, fetch=fetcher().fetch).read(site.url("/a?b=c#part"))
    assert isinstance(item, SourceText)
    assert SENTENCE in item.text
    assert item.raw == PAGE.encode()
    assert item.address == site.url("/a?b=c")
    assert item.retrieval is not None
    assert item.retrieval.asked == site.url("/a?b=c#part")
    assert item.retrieval.address == site.url("/a?b=c")
    assert (item.retrieval.status, item.retrieval.content_type) == (200, "text/html; charset=utf-8")
    assert begun <= item.retrieval.retrieved_at <= datetime.now(UTC)
    ((_, headers),) = site.asked
    assert headers["Host"] == f"gazette.example:{site.port}"
    assert headers["User-Agent"].startswith("factcheck/")
    assert "Cookie" not in headers


def test_this_machine_is_never_asked_by_default(site: Site) -> None:
    site.page("/", PAGE)
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]", "0.0.0.0"):
        error = refused(Fetcher(), site.url("/", host=host))
        assert "no public address" in error.message, host
    assert site.asked == []


def test_one_private_address_among_public_ones_refuses_the_name(site: Site) -> None:
    both = Fetcher(resolve=lambda *_: ["93.184.215.14", "10.0.0.1"])
    assert "leads to 10.0.0.1" in refused(both, "http://gazette.example/").message


def test_a_redirect_is_followed_and_the_last_address_kept(site: Site) -> None:
    site.status("/old", 301, "/new")
    site.status("/new", 307, "newest?x=1")
    site.page("/newest?x=1", PAGE)
    material = fetcher().fetch(site.url("/old"))
    assert material.address == site.url("/newest?x=1")
    assert material.retrieval is not None
    assert material.retrieval.asked == site.url("/old")


@pytest.mark.parametrize("inside", ["http://10.0.0.1/feed", "http://localhost/feed", "http://[::1]/feed"])
def test_a_feed_that_redirects_to_a_private_address_is_refused(site: Site, inside: str) -> None:
    """The first address is allowed here, as if it were public; the one it leads to is looked at for itself."""
    site.status("/feed", 302, inside)
    outside = Fetcher(
        resolve=lambda host, *rest: ["127.0.0.1"] if host == "gazette.example" else resolve(host, *rest),
        allowed=lambda address: str(address) == "127.0.0.1" and len(site.asked) == 0,
    )
    (item,) = SourceReader(1_000_000, fetch=outside.fetch).read(site.url("/feed"))
    assert isinstance(item, ReadFailure)
    assert "no public address" in item.error.message
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    "there", ["file:///etc/passwd", "ftp://gazette.example/", "http://a:b@gazette.example/", "//["]
)
def test_a_redirect_to_what_is_no_web_address_is_refused(site: Site, there: str) -> None:
    site.status("/", 302, there)
    refused(fetcher(), site.url("/"))


def test_redirects_come_to_an_end(site: Site) -> None:
    site.status("/", 302, "/")
    assert f"more than {MOST_REDIRECTS} times" in refused(fetcher(), site.url("/")).message
    assert len(site.asked) == MOST_REDIRECTS + 1


@pytest.mark.parametrize(("status", "says"), [(404, "404: Not Found"), (403, "403"), (500, "500"), (204, "204")])
def test_a_page_that_is_not_there_is_one_clear_failure(site: Site, status: int, says: str) -> None:
    site.status("/", status)
    assert says in refused(fetcher(), site.url("/")).message


def test_what_is_no_text_is_refused_by_its_content_type(site: Site) -> None:
    site.page("/", b"\x89PNG", "image/png")
    assert "image/png" in refused(fetcher(), site.url("/")).message


def test_too_much_is_refused_while_it_comes(site: Site) -> None:
    site.page("/", b"x" * 300_000, "text/plain")
    assert "larger than 0.1 MB" in refused(fetcher(100_000), site.url("/")).message


def test_a_packed_page_is_unpacked_and_limited_by_what_it_unpacks_to(site: Site) -> None:
    site.page("/good", gzip.compress(PAGE.encode()), Content_Encoding="gzip")
    assert fetcher().fetch(site.url("/good")).raw == PAGE.encode()
    site.page("/bomb", gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")
    assert "larger than 1 MB" in refused(fetcher(), site.url("/bomb")).message
    site.page("/cut", gzip.compress(PAGE.encode())[:-12], Content_Encoding="gzip")
    assert "broke off" in refused(fetcher(), site.url("/cut")).message
    site.page("/odd", b"x", Content_Encoding="br")
    assert "packed as br" in refused(fetcher(), site.url("/odd")).message
    site.page("/wrong", b"not packed", Content_Encoding="gzip")
    assert "can't be fetched" in refused(fetcher(), site.url("/wrong")).message


def test_what_stands_behind_a_packed_page_is_bounded_and_its_members_are_one_page(site: Site) -> None:
    first, second = gzip.compress(PAGE[:40].encode()), gzip.compress(PAGE[40:].encode())
    site.page("/two", first + second, Content_Encoding="gzip")
    assert fetcher().fetch(site.url("/two")).raw == PAGE.encode()
    site.page("/padded", first + second + bytes(70_000), Content_Encoding="gzip")
    assert fetcher().fetch(site.url("/padded")).raw == PAGE.encode()
    site.page("/cut", first + second[:-5], Content_Encoding="gzip")
    assert "broke off" in refused(fetcher(), site.url("/cut")).message
    sent = []

    def pour(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + first)
        for _ in range(500):  # 500 MB, if somebody takes them
            request.wfile.write(bytes(1_000_000))
            sent.append(1)

    site.answers["/pour"] = pour
    assert "larger than 1 MB" in refused(fetcher(), site.url("/pour")).message
    assert len(sent) < 100
    site.page("/members", gzip.compress(bytes(600_000)) * 2, Content_Encoding="gzip")
    assert "larger than 1 MB" in refused(fetcher(), site.url("/members")).message


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize("size", [b"-5", b"-1", b"-7fffffffffffffffffff", b"x", b"", b"5;" + b"x" * 70_000])
def test_a_chunk_of_no_size_is_one_failure_and_the_other_sources_go_on(site: Site, size: bytes) -> None:
    site.answers["/"] = lambda request: request.wfile.write(CHUNKED + size + b"\r\n" + b"a" * 9999)  # type: ignore[assignment]
    site.page("/good", PAGE)
    reader = SourceReader(1_000_000, fetch=fetcher().fetch)
    (bad,), (good,) = (list(reader.read(site.url(path))) for path in ("/", "/good"))
    assert isinstance(bad, ReadFailure)
    assert "can't be fetched" in bad.error.message
    assert isinstance(good, SourceText)


def test_a_chunk_that_says_minus_one_is_not_read_to_the_end(site: Site) -> None:
    sent = []

    def pour(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(CHUNKED + b"-1\r\n")
        for _ in range(200):
            request.wfile.write(bytes(1_000_000))
            sent.append(1)

    site.answers["/"] = pour
    assert "below 0" in refused(fetcher(), site.url("/")).message
    assert len(sent) < 100


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\n" + b"X-Y: z\r\n" * 2000 + b"\r\n",
        b"HTTP/1.1 99999 OK\r\n\r\n",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"HTTP/1.1 two hundred\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://[::1:80/\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\nContent-Type: text/plain\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip, gzip\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\nContent-Type: \xff\xfe/;;charset*=x''%ff\r\n\r\nx",
    ],
)
def test_a_malformed_answer_is_one_clear_failure(site: Site, head: bytes) -> None:
    site.answers["/"] = lambda request: request.wfile.write(head)  # type: ignore[assignment]
    refused(fetcher(), site.url("/"))


def test_a_connection_that_breaks_off_is_a_failure_and_no_short_text(site: Site) -> None:
    site.page("/", PAGE, Content_Length=str(len(PAGE) + 100))
    assert "broke off" in refused(fetcher(), site.url("/")).message


def test_an_empty_answer_is_refused(site: Site) -> None:
    site.page("/", b"")
    assert "is empty" in refused(fetcher(), site.url("/")).message


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_server_that_drips_does_not_get_more_time_by_it(site: Site, part: str) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        if part == "body":
            request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
        for _ in range(600):
            request.wfile.write(b"x")
            request.wfile.flush()
            time.sleep(0.05)

    site.answers["/"] = drip
    assert "within 0.5 seconds" in refused(fetcher(seconds=0.5), site.url("/")).message


def test_nonsense_instead_of_an_answer_is_one_clear_failure(site: Site) -> None:
    for path, nonsense in (
        ("/a", b"\x16\x03\x01 nonsense\r\n\r\n"),
        ("/b", b""),
        ("/c", b"HTTP/1.1 200 OK\r\nX: " + b"x" * 99999),
    ):
        site.answers[path] = lambda request, sent=nonsense: request.wfile.write(sent)  # type: ignore[misc]
        assert "can't be fetched" in refused(fetcher(), site.url(path)).message


def test_nobody_there_is_one_clear_failure() -> None:
    assert "can't be fetched" in refused(fetcher(), "http://gazette.example:1/").message
    assert "can't be fetched" in refused(Fetcher(resolve=lambda *_: []), "http://gazette.example/").message


def test_a_name_that_nobody_has_is_one_clear_failure() -> None:
    assert "can't be fetched" in refused(Fetcher(), "http://nobody.invalid/").message


def test_a_name_that_is_looked_up_for_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    stop = threading.Event()
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: stop.wait(20) and [])
    assert "within 0.2 seconds" in refused(Fetcher(seconds=0.2), "http://gazette.example/").message
    stop.set()


def test_proxies_of_the_environment_are_not_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    site.page("/", PAGE)
    assert fetcher().fetch(site.url("/")).raw == PAGE.encode()


def test_tls_is_greeted_with_the_name_and_asks_for_its_certificate(safe_site: Site) -> None:
    safe_site.page("/", PAGE)
    trusting = Fetcher(resolve=here, allowed=anyone, make_tls=lambda: ssl.create_default_context(cafile=TLS))
    assert trusting.fetch(safe_site.url("/", scheme="https")).raw == PAGE.encode()
    assert safe_site.names == ["gazette.example"]
    error = refused(trusting, safe_site.url("/", scheme="https", host="herald.example"))
    assert "doesn't prove" in error.message
    assert "doesn't prove" in refused(fetcher(), safe_site.url("/", scheme="https")).message
    assert len(safe_site.asked) == 1


def test_the_format_follows_the_content_type_then_the_address(site: Site) -> None:
    site.page("/story", PAGE.replace("<!doctype html>", "<!-- x -->"), "text/html")
    site.page("/story.md", "# Title\n\nText.", "text/plain")
    site.page("/data.jsonl", '{"text": "One."}\n{"text": "Two."}\n', "application/octet-stream")
    site.page("/feed", FEED, "text/xml")
    site.page("/feed2", FEED, "text/html")
    site.page("/plain", "Just text.", "")
    readers = {
        path: [
            item.reader.split()[0]
            for item in SourceReader(10**6, fetch=fetcher().fetch).read(site.url(path))
            if isinstance(item, SourceText)
        ]
        for path in site.answers
    }
    assert readers == {
        "/story": ["html/1"],
        "/story.md": ["markdown/1"],
        "/data.jsonl": ["jsonl/1", "jsonl/1"],
        "/feed": ["feed/1", "feed/1"],
        "/feed2": ["feed/1", "feed/1"],
        "/plain": ["text/1"],
    }


def test_the_charset_that_the_server_names_is_used(site: Site) -> None:
    site.page("/", "Das Café in der Größe.".encode("cp1250"), "text/plain; charset=windows-1250")
    (item,) = SourceReader(10**6, fetch=fetcher().fetch).read(site.url("/"))
    assert isinstance(item, SourceText)
    assert item.text == "Das Café in der Größe."
