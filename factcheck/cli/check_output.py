"""What `factcheck check` prints: the first look, and what came out when the models had read.

Plain lines, wrapped: a first look has to be there before a library for tables would be imported.
"""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

import click

from factcheck.cli.output import COLOURS, GLYPHS, counted, shortened
from factcheck.domain.first_looks import FirstLook, FirstLooks, LookOutcome
from factcheck.language.display import one_line

if TYPE_CHECKING:
    from factcheck.workbench.findings import Finding

_WIDEST: Final = 110
_NARROWEST: Final = 40
_LEAST_OF_CLAIM: Final = 20
_INDENT: Final = "    "
_SIGNS: Final = {
    LookOutcome.DIFFERS: ("≠", "red"),
    LookOutcome.NOTHING: ("?", "yellow"),
    LookOutcome.PARTLY: ("~", "yellow"),
    LookOutcome.SAME_WORDS: ("=", "green"),
    LookOutcome.NOT_CHECKABLE: ("–", "cyan"),
}
"""Sign and colour of an outcome; its words stand beside them always."""
_SUMS: Final = {LookOutcome.DIFFERS: "differing", LookOutcome.SAME_WORDS: "in the same words"}
"""As a sum names them, where that is not how one is called."""


def print_first_look(looks: FirstLooks, *, is_whole: bool) -> None:
    """Print what comparing found.

    Args:
        is_whole: Whether nothing else will follow. Else only what differs is shown: the rest would be told twice.
    """
    claims = counted(len(looks.looks), "claim")
    _paragraph(
        f"First look: {claims} beside {counted(looks.passages, 'passage')} of {counted(looks.documents, 'source')}, by"
        " their words, numbers, dates and names. Nothing has been read yet: what differs is a place to look at, and no"
        " verdict."
    )
    for each in looks.looks:
        if each.outcome is LookOutcome.DIFFERS:
            source = each.evidence.citation.line if each.evidence else ""
            _block(*_headed(each), each.claim.checked, [*each.because, f"“{each.quote}”", source])
    click.echo()
    if is_whole:
        rest = list(LookOutcome)[1:]
        _lines((*_headed(look), look.claim.checked) for each in rest for look in looks.looks if look.outcome is each)
        click.echo()
    counts = Counter(each.outcome for each in looks.looks)
    summary = ", ".join(f"{counts[each]} {_SUMS.get(each, each.words)}" for each in LookOutcome if counts[each])
    _paragraph(f"{claims}: {summary}." if summary else f"{claims}.")
    if not is_whole:
        _paragraph("Now the models read; what they make of it follows.")
        # Where output is kept back until there is more of it, this is the line that must not wait.
        sys.stdout.flush()


def print_findings(found: Sequence[Finding]) -> None:
    """Print what the models make of it: what is refuted first, the rest in one line each, and what it comes to."""
    full = [each for each in found if each.rank.is_told_in_full]
    for finding in full:
        quotes = [line for each in finding.quotes for line in (f"“{each.words}”", each.source)]
        _block(*_signed(finding), finding.claim, [*finding.because, *quotes])
    if full:
        click.echo()
    _lines((*_signed(each), each.claim) for each in found if not each.rank.is_told_in_full)
    counts = Counter(each.rank.words for each in found)
    summary = ", ".join(f"{count} {words}" for words, count in counts.items())
    click.echo()
    _paragraph(f"{counted(len(found), 'claim')}{summary and ': '}{summary}.")


def _headed(look: FirstLook) -> tuple[str, str]:
    sign, colour = _SIGNS[look.outcome]
    return f"{sign} {look.outcome.words}", colour


def _signed(finding: Finding) -> tuple[str, str]:
    return f"{GLYPHS[finding.suggested]} {finding.status}", COLOURS[finding.suggested]


def _block(head: str, colour: str, claim: str, lines: Iterable[str]) -> None:
    """A claim with what there is to say of it, each line of it wrapped."""
    click.echo()
    # The head's spaces are not broken at, so that the colour can be put on it behind the wrapping.
    first, *rest = _wrapped(f"{head.replace(' ', _HELD)}  {one_line(claim)}", later=_INDENT)
    click.echo(click.style(head, fg=colour) + first[len(head) :])
    for line in rest:
        click.echo(line)
    for line in filter(None, map(one_line, lines)):
        for part in _wrapped(line, first=_INDENT, later=_INDENT):
            click.echo(part)


def _lines(rows: Iterable[tuple[str, str, str]]) -> None:
    """Claims in one line each, cut off where the line is full."""
    told = list(rows)
    widest = max((len(head) for head, _, _ in told), default=0)
    for head, colour, claim in told:
        words = shortened(claim, max(_width() - widest - 2, _LEAST_OF_CLAIM))
        click.echo(f"{click.style(head, fg=colour)}{' ' * (widest - len(head))}  {words}")


def _paragraph(text: str) -> None:
    for line in _wrapped(text):
        click.echo(line)


_HELD: Final = "\u00a0"


def _wrapped(text: str, *, first: str = "", later: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _width(),
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]


def _width() -> int:
    """Of a terminal its own, within bounds; elsewhere always the same, so that equal input gives equal bytes."""
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDEST
    return min(max(columns, _NARROWEST), _WIDEST)
