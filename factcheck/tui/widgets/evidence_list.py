"""The evidence of one claim: what was attached first, then what was found, best first."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.content import Span as Styled

from factcheck.domain.documents import DocumentKind
from factcheck.domain.reasons import Reason
from factcheck.domain.stances import Comparison, Difference
from factcheck.domain.views import EvidenceView
from factcheck.tui.safe import safe, safe_line
from factcheck.tui.signs import COMPARISON_SIGNS, COMPARISON_STYLES, FAINT, MACHINE, stance_content
from factcheck.tui.widgets.card_list import CardList


class EvidenceList(CardList[EvidenceView]):
    """Passages as cards: how each is cited, its words, why it was found, what it is said to say."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self.deciding: str | None = None
        self.counter: str | None = None
        self.remarks: Mapping[str, Reason] = {}
        self.shows_machine = True

    def card(self, index: int, width: int) -> Content:
        view = self.items[index]
        # One line: all of a long address is in the passage's own dialog, and in what is copied.
        citation = citation_content(view).truncate(width, ellipsis=True)
        lines = [self._head(index, view, width), citation, quote_content(view, marks=self.shows_machine)]
        if self.shows_machine and (remark := self.remarks.get(view.passage.id)):
            lines.append(safe_line(f"  {remark}", MACHINE, most=200))
        if view.stance and self.shows_machine:
            lines += [_difference(each) for each in view.stance.differences if each.is_telling]
        if index < len(self.items) - 1:
            lines.append(Content(""))
        return Content("\n").join(lines)

    def _head(self, index: int, view: EvidenceView, width: int) -> Content:
        parts = [Content.styled(f"{index + 1}", FAINT)]
        if view.quote:
            parts.append(Content.styled("● attached", "bold $text-accent"))
            if view.quote.stance:
                parts += [Content("as"), stance_content(view.quote.stance)]
        if view.stance and self.shows_machine:
            # The machine's reading is always called so, also where a person has attached the passage.
            parts.append(Content.assemble(("machine: ", MACHINE), stance_content(view.stance.label)))
        if self.deciding == view.passage.id and self.shows_machine:
            parts.append(Content.styled("★ decided", MACHINE))
        elif self.counter == view.passage.id and self.shows_machine:
            parts.append(Content.styled("☆ strongest on the other side", MACHINE))
        left, right = Content(" ").join(parts), Content.styled(scores(view), FAINT)
        gap = width - left.cell_length - right.cell_length
        return Content.assemble(left, " " * gap if gap > 0 else "\n  ", right)


def citation_content(view: EvidenceView) -> Content:
    """The citation's line; a note says that it is one."""
    return safe_line(view.citation.line, "$text-primary", most=400)


def quote_content(view: EvidenceView, *, marks: bool = True) -> Content:
    """The passage, with what was compared marked. A note's words get no quotation marks: they are nobody's."""
    opening, closing = ("", "") if view.citation.kind is DocumentKind.NOTE else ("“", "”")
    words = safe(view.passage.text)
    if marks and view.stance:
        spans = [
            Styled(each.passage_span.start, min(each.passage_span.end, len(words)), _mark(each))
            for each in view.stance.differences
            if each.passage_span and each.passage_span.start < len(words)
        ]
        if view.stance.span and view.stance.span.end <= len(words):
            spans.insert(0, Styled(view.stance.span.start, view.stance.span.end, "italic"))
        words = words.add_spans(spans)
    return Content.assemble(opening, words, closing)


def scores(view: EvidenceView) -> str:
    """Both scores of the search, to explain why a passage is here."""
    if view.match is None:
        return "chosen by hand"
    words = "–" if view.match.lexical_score is None else f"{view.match.lexical_score:.1f}"
    meaning = "–" if view.match.vector_score is None else f"{view.match.vector_score:.2f}"
    return f"words {words} · meaning {meaning}"


def _mark(difference: Difference) -> str:
    return "bold underline" if difference.comparison is Comparison.DIFFERS else "underline"


def _difference(difference: Difference) -> Content:
    sign = COMPARISON_SIGNS[difference.comparison]
    words = difference.comparison.value.replace("_", " ")
    return Content.assemble(
        Content.styled(f"  {sign} {difference.aspect} {words}: ", COMPARISON_STYLES[difference.comparison]),
        safe_line(difference.note, most=200),
    )
