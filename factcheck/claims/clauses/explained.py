"""What of a sentence's explanations belongs to one claim of it, and the claim's words with them in their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck.claims.clauses.wording import worded
from factcheck.domain.claims import Ambiguity, Substitution
from factcheck.domain.parsed_text import Token
from factcheck.domain.spans import Span


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

    def with_changes(self, words: Sequence[Token], text: str, *, main: Span) -> Explained:
        """These, and what was put in or rewritten so that `words` can stand alone.

        Args:
            main: Where the sentence stands of which they are a part.
        """
        changes = []
        for token in words:
            was = text[token.start : token.end]
            if token.text != was:
                about = token.text == "This"
                why = "what the sentence says before" if about else "so that it stands alone"
                source = Span(main.start, token.start) if about and main.start < token.start else None
                changes.append(
                    Substitution(span=token.span, said=was, written=token.text, why=why, source=source, is_form=True)
                )
        merged = sorted((*self.substitutions, *changes), key=lambda each: (each.span.start, each.span.end))
        return replace(self, substitutions=tuple(merged))


def in_place(text: str, span: Span, substitutions: Sequence[Substitution]) -> str:
    """What stands at `span`, with the substitutions made."""
    pieces, place = [], span.start
    for each in substitutions:
        is_first = not text[span.start : each.span.start].strip(" “\"'‘(")
        pieces += [text[place : each.span.start], _cased(each.written, is_first=is_first)]
        place = each.span.end
    return "".join([*pieces, text[place : span.end]])


def put_together(words: Sequence[Token], text: str, substitutions: Sequence[Substitution]) -> str:
    """The sentence that `words` make, with the substitutions made."""
    made: list[Token] = []
    for token in words:
        found = next((each for each in substitutions if each.span.start <= token.start < each.span.end), None)
        if found is None or token.start == token.end:
            made.append(token)
            continue
        # `council's`: the ending of a possessive stays.
        ending = text[max(token.start, found.span.end) : token.end]
        if token.start == found.span.start or not made or not made[-1].text.startswith(found.written):
            made.append(replace(token, text=found.written + ending, word_class="PROPN"))
        else:
            made[-1] = replace(made[-1], end=token.end, text=made[-1].text + ending)
    return worded(made, text)


def _cased(words: str, *, is_first: bool) -> str:
    return words[0].upper() + words[1:] if is_first and words else words
