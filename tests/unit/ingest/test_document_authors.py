"""An author is a person or a body, and no login, machine or placeholder of a program."""

from __future__ import annotations

import pytest

from factcheck.ingest.document_authors import stated_author
from factcheck.ingest.document_readers import read_pdf
from factcheck.ingest.material import Material
from tests.unit.ingest.pdf_writer import make_pdf, page_of

TEXT = ["The Ferry Office of Harle, FOH, says that Marden grew."]


@pytest.mark.parametrize(
    "name",
    ["Ruth Okafor", "Okafor, Ruth", "RUTH OKAFOR", "R. Okafor", "Ruth van der Berg", "Tom Bassey; Ruth Okafor",
     "Ferry Office of Harle", "Channel 4 News", "FOH", "Marden", "王伟", "Ólafur Jónsson",
     "Ministry of Finance (Norvia)",
     "Jean-Luc D’Arc", "Tom Bassey and Ruth Okafor"],
)  # fmt: skip
def test_people_and_bodies_are_authors(name: str) -> None:
    assert stated_author(name, TEXT) == name


@pytest.mark.parametrize(
    "login",
    ["e516160", "jsmith", "j.smith", "Jsmith", "JSMITH", "Administrator", "admin", "user", "User", "Owner",
     "DESKTOP-7HJ2", "WS_0123", "HARLE\\rokafor", "ruth@harle.example", "Windows User", "Microsoft Office User",
     "Valued Customer", "Home PC",
     "anonymous", "(anonymous)", "Unknown", "", "  ", "python-docx", "host.harle.local", "rokafor2", "X", "12345",
     "Your Name"],
)  # fmt: skip
def test_logins_machines_and_placeholders_are_not(login: str) -> None:
    assert stated_author(login, TEXT) is None


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Ruth Okafor; e516160", "Ruth Okafor"),
        ("Ruth Okafor (rokafor)", "Ruth Okafor"),
        ("ruth@harle.example (Ruth Okafor)", "Ruth Okafor"),
        ("Ruth Okafor <ruth@harle.example>", "Ruth Okafor"),
    ],
)
def test_a_name_is_kept_without_the_login_beside_it(value: str, name: str) -> None:
    assert stated_author(value, TEXT) == name


def test_a_document_of_a_login_has_no_author() -> None:
    raw = make_pdf([page_of("The rent rises on the first of July.")], facts={"Author": "e516160"})
    (text,) = read_pdf(Material(address="a.pdf", raw=raw))
    assert getattr(text, "facts").author is None  # noqa: B009  # a failure has no facts
