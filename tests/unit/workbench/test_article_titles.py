"""What an article is called: as the one who adds it says, else as its source does, else as it begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.domain.sources import SourceFacts
from factcheck.workbench.adding import AddedArticle, add_articles
from tests.unit.workbench.conftest import Desk


def title_of(desk: Desk, name: str, text: str, facts: SourceFacts | None = None) -> str:
    Path(name).write_text(text, encoding="utf-8")
    (added,) = add_articles(desk.bench, [name], facts)
    assert isinstance(added, AddedArticle)
    return added.article.title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Dam breaks at Orrin\n\nThe dam at Orrin broke on Sunday.\n", "Dam breaks at Orrin"),
        (
            "The dam at Orrin broke on Sunday, and four villages were flooded.\n",
            "The dam at Orrin broke on Sunday, and",
        ),
    ],
)
def test_a_text_that_names_no_title_is_called_as_it_begins(desk: Desk, text: str, title: str) -> None:
    assert title_of(desk, "dam.txt", text).startswith(title)


def test_a_title_that_was_given_counts_before_all_others(desk: Desk) -> None:
    text = "Dam breaks at Orrin\n\nThe dam at Orrin broke on Sunday.\n"
    assert title_of(desk, "dam.txt", text, SourceFacts(title="A wet Sunday")) == "A wet Sunday"
