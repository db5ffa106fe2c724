"""An author is the name of a person, or nobody."""

from __future__ import annotations

import pytest

from factcheck.ingest.html.author_names import author_names


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Ada Moss", ["Ada Moss"]),
        ("By Ada Moss", ["Ada Moss"]),
        ("Written by Ada Moss and Jon Tveit", ["Ada Moss", "Jon Tveit"]),
        ("View all posts by Ada Moss", ["Ada Moss"]),
        ("Posted by Ada Moss at 18:03", ["Ada Moss"]),
        ("Ada Moss July 10, 2015", ["Ada Moss"]),
        ("By Ada Moss 4 March 2019", ["Ada Moss"]),
        ("Ada Moss Monday, February 29 2016", ["Ada Moss"]),
        ("Ada Moss, Health Correspondent", ["Ada Moss"]),
        ("ADA MOSS", ["Ada Moss"]),
        ("Ada Moss | Email the author | amoss@post.example", ["Ada Moss"]),
        ("Ada Moss By Ada Moss", ["Ada Moss"]),
        ("Ada Moss; Ada Moss; ada moss", ["Ada Moss"]),
        ("Moss, Ada", ["Ada Moss"]),
        ("Ada Moss Fact checked by Jon Tveit", ["Ada Moss"]),
        ("Ada Moss Harle Herald", ["Ada Moss"]),
        ("Ada Moss for the Herald", ["Ada Moss"]),
        ("Pat O’Neill", ["Pat O’Neill"]),
        ("Jan van der Berg", ["Jan van der Berg"]),
        ("J. R. Moss", ["J. R. Moss"]),
        ("April May", ["April May"]),
        ("王小明", ["王小明"]),
    ],
)
def test_names_are_freed_of_what_stands_around_them(said: str, names: list[str]) -> None:
    assert author_names(said, ["Harle Herald"]) == names


@pytest.mark.parametrize(
    "said",
    [
        "", "admin", "Username", "Your account", "Sign in", "jdoe42", "ada", "@adamoss", "amoss@post.example",
        "https://post.example/ada", "Harle Herald", "Herald Staff", "The Editors", "News Desk", "Guest Contributor",
        "Hours ago Ada Moss", "Ministry of Health", "5 min read", "By our correspondent", "12 March 2020",
        "Updated March 2020", "Powered by Writely", "x" * 10_000, "A " * 5000,
    ],
)  # fmt: skip
def test_in_doubt_there_is_no_author(said: str) -> None:
    assert author_names(said, ["Harle Herald"]) == []
