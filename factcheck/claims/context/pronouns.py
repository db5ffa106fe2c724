"""Whom `he`, `she`, `it` and `I` mean, where only one can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.claims.clause_rules import Clause, depth
from factcheck.claims.context.name_mentions import Name
from factcheck.domain.claims import Ambiguity, Substitution
from factcheck.domain.spans import Span
from factcheck.language.tagging import Token

_GENDERS: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_OWN: Final = frozenset({"i", "me", "my", "mine"})
_OPEN: Final = frozenset({"we", "us", "our", "ours"})
_POSSESSIVES: Final = frozenset({"his", "its", "my"})
_WINDOW: Final = 2
"""Sentences back that a person may have been named in."""


def pronouns(
    tokens: Clause, *, offset: int, speaker: str, sentence: int, mine: Sequence[Name], before: Sequence[Name]
) -> Iterator[Substitution | Ambiguity]:
    """What the pronouns of one sentence stand for.

    Args:
        speaker: Whose words the quoted ones are; empty where nobody is named.
        sentence: The number of this sentence.
        mine: Its names.
        before: The names of the sentences before it, whole.
    """
    if speaker:
        yield from own_words(tokens, offset=offset, speaker=speaker)
    for place, token in enumerate(tokens):
        word = token.lower
        span = Span(offset + token.start, offset + token.end)
        quoted = depth(tokens, place) > 0 or bool(speaker)
        if word in _OPEN and quoted:
            yield Ambiguity(
                span=span, said=token.text, why="nothing says who is meant", candidates=(speaker,) if speaker else ()
            )
        elif word in _GENDERS and token.tag in {"PRP", "PRP$"} and not (depth(tokens, place) > 0):
            others = any(
                each.tag == "NN" and tokens[at - 1].tag == "DT" for at, each in enumerate(tokens[:place]) if at
            )
            yield from _person(span, token, sentence=sentence, mine=mine, before=before, owned_inside=others)


def own_words(tokens: Sequence[Token], *, offset: int, speaker: str) -> Iterator[Substitution]:
    """What `I` and `my` stand for where it is known who speaks."""
    for token in tokens:
        if token.lower in _OWN and (token.lower != "i" or token.text == "I"):
            yield _put(Span(offset + token.start, offset + token.end), token, speaker, "who is quoted")


def _person(
    span: Span, token: Token, *, sentence: int, mine: Sequence[Name], before: Sequence[Name], owned_inside: bool
) -> Iterator[Substitution | Ambiguity]:
    gender = _GENDERS[token.lower]
    if any(name.is_person and name.is_subject and name.span.start > span.start for name in mine):
        return  # `Leaving his office, Lee said`: the name may follow
    near = [name for name in mine if name.span.end <= span.start and name.is_person]
    near = [_whole(name, before) for name in near]
    recent = [name for name in before if name.sentence >= sentence - _WINDOW and name.is_person]
    # `the officer could not reach his superior`: what owns or is acted on goes back to its own sentence first.
    free = token.lower in {"he", "she"} or not owned_inside
    last = [name for name in recent if name.sentence == sentence - 1]
    for names in (near, last, recent) if free else (near,):
        fitting: dict[str, Name] = {}
        for name in names:
            known = name.gender
            if known in {"", gender}:
                fitting.setdefault(name.text, name)
        if not fitting:
            continue
        sure = {text: name for text, name in fitting.items() if name.is_sure or name.gender == gender}
        if len(fitting) == 1 and sure and _is_plain(next(iter(sure.values())), gender, sentence):
            (name,) = sure.values()
            yield _put(span, token, name.text, "the only one who fits", source=name.span)
        elif len(fitting) > 1:
            agreed = [name for name in fitting.values() if name.gender == gender]
            if len(agreed) == 1 and agreed[0].is_subject and names is not recent:
                yield _put(span, token, agreed[0].text, "the only one who fits", source=agreed[0].span)
            else:
                yield Ambiguity(span=span, said=token.text, why="several fit", candidates=tuple(fitting))
        return


def _is_plain(name: Name, gender: str, sentence: int) -> bool:
    """Whether a name can be meant: its gender is known, or it is what its sentence, this or the last, is about."""
    return name.gender == gender or (name.is_subject and name.sentence >= sentence - 1)


def _whole(name: Name, before: Sequence[Name]) -> Name:
    """The whole name that the article gave before; `name` itself where it gave none."""
    known = [each for each in before if each.words[-len(name.words) :] == name.words]
    return known[-1] if known and len({each.words for each in known}) == 1 else name


def _put(span: Span, token: Token, name: str, why: str, source: Span | None = None) -> Substitution:
    owned = token.tag == "PRP$" or token.lower in _POSSESSIVES
    written = (name + ("'" if name.endswith("s") else "'s")) if owned else name
    return Substitution(span=span, said=token.text, written=written, why=why, source=source)
