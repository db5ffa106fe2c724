"""Tables of claims and evidence for people, by rich."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.cli.output import COLOURS, shortened, status_words
from factcheck.domain.priorities import Ranked
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion
from factcheck.domain.views import ClaimRow, EvidenceView
from factcheck.language.display import one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def claims_table(console: Console, rows: Sequence[ClaimRow]) -> None:
    """One line or two per claim, in the order of the text."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("claim", no_wrap=True)
    table.add_column("status", no_wrap=True)
    table.add_column("suggested", no_wrap=True)
    table.add_column("worth", justify="right", no_wrap=True)
    table.add_column("what it says", ratio=1)
    for row in rows:
        table.add_row(
            row.claim.id,
            coloured(row.status),
            suggested(row.suggestion),
            f"{row.claim.check_worthiness:.2f}",
            plain(shortened(row.claim.checked, 160)),
        )
    console.print(table)


def ranked_table(console: Console, order: Sequence[tuple[ClaimRow, Ranked | None]]) -> None:
    """The claims in the order of the desk, each with why it stands where it stands."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("claim", no_wrap=True)
    table.add_column("status", no_wrap=True)
    table.add_column("priority", justify="right", no_wrap=True)
    table.add_column("what it says", ratio=2)
    table.add_column("because", ratio=1)
    for row, place in order:
        score = row.claim.check_worthiness if place is None else place.score
        reasons = (*(place.reasons if place else ()), *row.claim.reasons)
        table.add_row(
            row.claim.id,
            coloured(row.status),
            f"{score:.2f}",
            plain(shortened(row.claim.checked, 160)),
            plain(", ".join(reasons)),
        )
    console.print(table)


def coloured(status: Status) -> Text:
    """A status as people read it."""
    from rich.text import Text

    return Text(status_words(status), style=COLOURS[status])


def suggested(suggestion: Suggestion | None) -> Text:
    """What the machine suggests, in italics: never to be taken for a decision."""
    from rich.text import Text

    if suggestion is None:
        return Text("not matched", style="dim")
    return Text(suggestion.words, style=f"italic {COLOURS[suggestion.status]}")


def plain(text: str) -> Text:
    """Text from outside, as one visible line that nothing is read into."""
    from rich.text import Text

    return Text(one_line(text))


def paragraph(console: Console, text: str, *, indent: int = 0, style: str = "") -> None:
    """Print text from outside, wrapped, each line of it indented alike."""
    from rich.padding import Padding

    console.print(Padding(plain(text), (0, 0, 0, indent)), style=style)


def scores(view: EvidenceView) -> str:
    """How a passage was found, for those who ask why."""
    if view.match is None:
        return "attached by hand"
    words = "–" if view.match.lexical_score is None else f"{view.match.lexical_score:.1f}"
    meaning = "–" if view.match.vector_score is None else f"{view.match.vector_score:.2f}"
    return f"words {words}, meaning {meaning}"
