"""The words of a claim as they are checked: its clause, with what stands for some of its words put in their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck.claims.clause_rules import Clause, worded
from factcheck.domain.claims import Ambiguity, Substitution
from factcheck.domain.spans import Span
from factcheck.language.tagging import Token, token_of


@dataclass(frozen=True, slots=True)
class Explained:
    """What of a sentence's explanations belongs to one claim of it."""

    substitutions: tuple[Substitution, ...]
    ambiguities: tuple[Ambiguity, ...]

    @classmethod
    def of(cls, found: Iterable[Substitution | Ambiguity], spans: Sequence[Span]) -> Explained:
        """Those inside `spans`; a word whose explanation stands there too needs no other."""
        inside = [each for each in found if any(span.covers(each.span) for span in spans)]
        return cls(
            substitutions=tuple(
                each
                for each in inside
                if isinstance(each, Substitution)
                and not (each.source and any(span.covers(each.source) for span in spans))
            ),
            ambiguities=tuple(each for each in inside if isinstance(each, Ambiguity)),
        )

    def outside(self, spans: Sequence[Span]) -> Explained:
        """Those that stand in none of `spans`: words that are quoted stay as they were said."""
        return Explained(
            substitutions=tuple(
                each for each in self.substitutions if not any(span.covers(each.span) for span in spans)
            ),
            ambiguities=self.ambiguities,
        )

    def with_changes(self, clause: Clause, said: str, *, offset: int, main: Span) -> Explained:
        """These, and what was put in or rewritten so that the clause can stand alone."""
        changes = []
        for token in clause:
            span = Span(offset + token.start, offset + token.end)
            was = said[token.start : token.end]
            if token.text != was and token.text.strip():
                about = token.text == "This"
                why = "what the sentence says before" if about else "so that it stands alone"
                source = Span(main.start, span.start) if about and main.start < span.start else None
                changes.append(
                    Substitution(span=span, said=was, written=token.text, why=why, source=source, is_form=True)
                )
        merged = sorted((*self.substitutions, *changes), key=lambda each: (each.span.start, each.span.end))
        return replace(self, substitutions=tuple(merged))


def quoted_spans(tokens: Clause, *, offset: int) -> tuple[Span, ...]:
    """What stands between quotation marks, of which some may be open at the end or at the beginning."""
    found = []
    first = next((token.tag for token in tokens if token.tag in {"“", "”"}), "")
    start = 0 if first == "”" else None
    for token in tokens:
        if token.tag == "“":
            start = token.start
        elif token.tag == "”" and start is not None:
            found.append(Span(offset + start, offset + token.end))
            start = None
    if start is not None and tokens:
        found.append(Span(offset + start, offset + tokens[-1].end))
    return tuple(found)


def spans_of(clause: Clause, *, offset: int, said: str) -> tuple[Span, ...]:
    """Where the words of `clause` stand, in order, words with only white space between them as one; at least one."""
    real = sorted({(token.start, token.end) for token in clause if token.end > token.start})
    spans: list[Span] = []
    for start, end in real:
        if spans and not said[spans[-1].end : start].strip():
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return tuple(span.shifted(offset) for span in spans)


def in_place(said: str, substitutions: Sequence[Substitution], *, offset: int) -> str:
    """`said`, which begins at `offset`, with the substitutions made."""
    pieces, place = [], 0
    for each in substitutions:
        start, end = each.span.start - offset, each.span.end - offset
        pieces += [said[place:start], _cased(each.written, is_first=not said[:start].strip(" “\"'‘("))]
        place = end
    return "".join([*pieces, said[place:]])


def put_together(clause: Clause, said: str, substitutions: Sequence[Substitution], *, offset: int) -> str:
    """The sentence that `clause` makes, with the substitutions made."""
    made: list[Token] = []
    for token in clause:
        found = next(
            (each for each in substitutions if each.span.start - offset <= token.start < each.span.end - offset), None
        )
        if found is None or token.start == token.end:
            made.append(token)
        elif token.start == found.span.start - offset or not made or made[-1].text != found.written:
            # `council's`: the ending of a possessive stays.
            ending = (
                said[max(token.start, found.span.end - offset) : token.end]
                if token.end > found.span.end - offset
                else ""
            )
            made.append(token_of(token.start, token.end, found.written + ending, "NNP"))
        elif token.end > found.span.end - offset:
            made[-1] = token_of(
                made[-1].start, token.end, made[-1].text + said[found.span.end - offset : token.end], "NNP"
            )
        else:
            made[-1] = made[-1]._replace(end=token.end)
    return worded(tuple(made), said)


def _cased(words: str, *, is_first: bool) -> str:
    return words[0].upper() + words[1:] if is_first and words else words
