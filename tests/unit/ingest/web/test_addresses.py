"""Which machines may be asked: only those on the open internet, however an address is written."""

from __future__ import annotations

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.ingest.web.addresses import DENIED, is_address, is_public, web_address


@pytest.mark.parametrize("ip", ["93.184.215.14", "8.8.8.8", "1.1.1.1", "2606:2800:21f:cb07::1", "2a00:1450:4001::1"])
def test_a_public_address_may_be_asked(ip: str) -> None:
    assert is_public(ip_address(ip))


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "198.18.0.1",
        "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
        "168.63.129.16",
        "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b::808:808",
        "64:ff9b:1::1", "100::1", "2001::1", "2001:0:53aa:64c:0:0:f5ff:fffe", "2001:2::1", "2001:20::1",
        "2001:db8::1", "2002:7f00:1::", "2002:808:808::1", "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1",
        "fec0::1", "ff02::1",
    ],
)  # fmt: skip
def test_an_address_that_may_lead_inside_is_never_asked(ip: str) -> None:
    assert not is_public(ip_address(ip))


@given(st.ip_addresses())
def test_no_address_of_a_denied_network_or_outside_of_the_given_out_ones_is_public(ip: object) -> None:
    address = ip_address(str(ip))
    if any(address in network for network in DENIED if network.version == address.version):
        assert not is_public(address)
    if is_public(address):
        assert address.is_global
        assert not address.is_multicast


@pytest.mark.parametrize(
    ("source", "url", "host", "port"),
    [
        ("https://gazette.example", "https://gazette.example/", "gazette.example", 443),
        ("HTTP://A.example:8080/a b?q=ü#x", "http://a.example:8080/a%20b?q=%C3%BC", "a.example", 8080),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4", "xn--bcher-kva.example", 443),
        ("https://gazette.example/a%20b", "https://gazette.example/a%20b", "gazette.example", 443),
        ("http://[2a00:1450::1]:81/", "http://[2a00:1450::1]:81/", "2a00:1450::1", 81),
        ("https://gazette.example/\udcff", "https://gazette.example/%ED%B3%BF", "gazette.example", 443),
        ("http://2130706433/", "http://2130706433/", "2130706433", 80),
    ],
)  # fmt: skip
def test_an_address_is_taken_apart(source: str, url: str, host: str, port: int) -> None:
    address = web_address(source)
    assert (address.url, address.host, address.port) == (url, host, port)


@pytest.mark.parametrize(
    "source",
    [
        "ftp://gazette.example/a", "file:///etc/passwd", "gopher://127.0.0.1:70/", "https://", "http:///a",
        "https://ana:secret@gazette.example/", "https://ana@gazette.example/", "http://gazette.example:99999/",
        "http://gazette.example:x/", "http://[::1", "https://\u2024\u2024/", "http://a\r\nHost: b/",
        "https://" + "ä" * 99, "https://a b/",
    ],
)  # fmt: skip
def test_what_is_no_address_that_can_be_asked_is_one_clear_failure(source: str) -> None:
    with pytest.raises(InputError) as caught:
        web_address(source)
    assert caught.value.hint
    assert "secret" not in caught.value.message


@given(st.text(st.characters(codec=None)).map(lambda text: f"https://{text}"))
def test_any_address_is_taken_apart_or_refused_and_never_splits_a_request(source: str) -> None:
    try:
        address = web_address(source)
    except InputError:
        return
    for part in (address.target, address.host_and_port):
        assert part.isascii()
        assert part.isprintable()
        assert " " not in part


@pytest.mark.parametrize(("source", "meant"), [("HTTPS://a", True), ("ftp://a", True), ("a.txt", False), ("-", False)])
def test_an_address_is_never_taken_for_a_file(source: str, meant: bool) -> None:
    assert is_address(source) is meant
