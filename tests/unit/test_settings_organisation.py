"""Who publishes, and with which scale: what factcheck.toml may say of it, and how it is told what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.domain.organisation import Organisation, Rating
from factcheck.domain.statuses import Status
from factcheck.errors import UsageError
from factcheck.settings import Settings, load_settings

HOUSE = """
top_k = 3

[organisation]
name = "  Harbour   Desk "
url = "https://harbour.example"
review_url = "https://harbour.example/checks/{article}#{claim}"

[[ratings]]
name = "False"
status = "refuted"
value = 1

[[ratings]]
name = "Mostly false"
status = "refuted"
value = 2

[[ratings]]
name = "Satire"
status = "not_checkable"
"""


def settings(folder: Path, text: str) -> Settings:
    (folder / "factcheck.toml").write_text(text, encoding="utf-8")
    return load_settings(environment={}, folder=folder)


def test_a_house_and_its_scale_are_read(tmp_path: Path) -> None:
    found = settings(tmp_path, HOUSE)
    assert found.organisation == Organisation(
        name="Harbour Desk",
        url="https://harbour.example",
        review_url="https://harbour.example/checks/{article}#{claim}",
        ratings=(
            Rating(name="False", status=Status.REFUTED, value=1),
            Rating(name="Mostly false", status=Status.REFUTED, value=2),
            Rating(name="Satire", status=Status.NOT_CHECKABLE),
        ),
    )
    assert found.came_from == dict.fromkeys(
        (
            "organisation.name",
            "organisation.url",
            "organisation.review_url",
            "ratings.False",
            "ratings.Mostly false",
            "ratings.Satire",
            "top_k",
        ),
        "factcheck.toml",
    )


def test_nothing_of_it_is_needed(tmp_path: Path) -> None:
    assert load_settings(environment={}, folder=tmp_path).organisation == Organisation()
    assert settings(tmp_path, '[organisation]\nname = "Desk"\n').organisation == Organisation(name="Desk")


def test_the_address_of_a_review_is_filled_in_with_ids_and_nothing_else() -> None:
    house = Organisation(review_url="https://harbour.example/{article}?c={claim}")
    assert house.review_address("a-1", "c-2") == "https://harbour.example/a-1?c=c-2"
    assert house.review_address("{claim}", 'c/2"') == "https://harbour.example/%7Bclaim%7D?c=c%2F2%22"
    assert Organisation().review_address("a-1", "c-2") == ""


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("organisation = 3", ["organisation", "a table"]),
        ("[organisation]\nnam = 'x'", ["organisation", "'nam'", "name"]),
        ("[organisation]\nname = ' '", ["organisation.name"]),
        ("[organisation]\nname = 7", ["organisation.name"]),
        ('[organisation]\nname = "a\\u001bb"', ["organisation.name"]),
        ("[organisation]\nurl = 'harbour.example'", ["organisation.url"]),
        ("[organisation]\nreview_url = 'https://harbour.example/{id}'", ["organisation.review_url", "{claim}"]),
        ("[organisation]\nreview_url = 'https://harbour.example/{claim:>9}'", ["organisation.review_url"]),
        ("[organisation]\nreview_url = 'javascript:{claim}'", ["organisation.review_url"]),
        ("ratings = 'False'", ["ratings", "a list of tables"]),
        ("[ratings]\nFalse = 'refuted'", ["ratings", "a list of tables"]),
        ("[[ratings]]\nname = 'False'", ["ratings, number 1,", "no status"]),
        ("[[ratings]]\nstatus = 'refuted'", ["ratings, number 1,", "no name"]),
        ("[[ratings]]\nname = 'False'\nstatus = 'false'", ["ratings, number 1, status", "'false'", "refuted"]),
        ("[[ratings]]\nname = 'Open'\nstatus = 'unreviewed'", ["ratings, number 1, status", "'unreviewed'"]),
        ("[[ratings]]\nname = 'False'\nstatus = ['refuted', 'supported']", ["ratings, number 1, status"]),
        ("[[ratings]]\nname = 'False'\nstatus = 'refuted'\nvalue = 0", ["ratings, number 1, value"]),
        ("[[ratings]]\nname = 'False'\nstatus = 'refuted'\nvalue = 1.5", ["ratings, number 1, value"]),
        ("[[ratings]]\nname = 'False'\nstatus = 'refuted'\nvalue = true", ["ratings, number 1, value"]),
        ("[[ratings]]\nname = 'False'\nstatus = 'refuted'\nvalues = 1", ["ratings, number 1,", "'values'"]),
        (
            "[[ratings]]\nname = 'False'\nstatus = 'refuted'\n[[ratings]]\nname = 'FALSE'\nstatus = 'supported'",
            ["ratings", "twice", "one status"],
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_key_and_table(tmp_path: Path, text: str, named: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        settings(tmp_path, text)
    told = f"{caught.value.message} {caught.value.hint}"
    assert [each for each in [*named, "factcheck.toml"] if each not in told] == []
    assert caught.value.hint
