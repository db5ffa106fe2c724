"""What stands for the short form of a name that was told in full before: `Mr Key`, `Brenna`, `KCNA`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.claims.context import naming
from factcheck.claims.context.mentions import Mention, text_of
from factcheck.claims.context.referents import Referent
from factcheck.claims.context.scene import Found, Scene, unclear
from factcheck.domain.claims import Substitution
from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.domain.spans import Span

_SMALL: Final = frozenset({"ADP", "DET", "CCONJ"})


def short_name(scene: Scene, name: Mention) -> Iterator[Found]:
    """What stands for a name, and keep in mind whom it names."""
    sentence, memory = scene.sentence, scene.memory
    words = naming.words_of(sentence, name)
    known = naming.known_as(memory, sentence, name)
    if len(known) > 1:
        yield unclear(name, sentence, "several of that name are mentioned", known)
    referent = known[0] if len(known) == 1 else _spelled_out(scene, name)
    if referent is None:
        referent = Referent(
            name=name.text(sentence),
            words=words,
            source=name.span(sentence),
            is_plural=name.is_plural and name.has_determiner,
            has_article=naming.has_article(sentence, name),
        )
        memory.add(referent)
    if len(name.text(sentence)) >= len(referent.name):
        scene.in_full.add(referent)
    elif known and referent not in scene.in_full and not (referent.seems_person and len(words) > 1):
        yield _in_full(sentence, name, referent)
    naming.learn(sentence, name, referent)
    scene.count(referent, name)


def _in_full(sentence: ParsedSentence, name: Mention, referent: Referent) -> Substitution:
    styles = [each for each in name.title if naming.is_style(each)]
    first = styles[0].place if styles else name.first
    if referent.is_place and name.has_determiner:
        first -= 1  # `the South`
    tokens = sentence.tokens[first : name.last + 1]
    return Substitution(
        span=Span(tokens[0].start, tokens[-1].end),
        said=text_of(tokens),
        written=referent.name if name.has_determiner else referent.in_full,
        why="the full name stands earlier",
        source=referent.source,
    )


def _spelled_out(scene: Scene, acronym: Mention) -> Referent | None:
    """What the words right before an acronym stand for, if it is theirs."""
    sentence = scene.sentence
    end = _end_of_long_form(sentence, acronym)
    for referent, mentioned in scene.here.items():
        for each in mentioned:
            if each.last == end and _is_acronym_of(acronym.text(sentence), each.tokens(sentence)):
                if not referent.words:
                    scene.memory.add(referent)
                referent.acronym = naming.words_of(sentence, acronym)
                scene.in_full.add(referent)
                return referent
    return None


def _is_acronym_of(letters: str, words: Sequence[Token]) -> bool:
    """Whether these are the first letters of the words, with or without those of small ones: `KCNA`, `DHSC`."""
    firsts = [each.text[0].lower() for each in words if each.text[0].isalnum()]
    weighty = [each.text[0].lower() for each in words if each.text[0].isalnum() and each.word_class not in _SMALL]
    return len(letters) > 1 and letters.isupper() and list(letters.lower()) in (firsts, weighty)


def _end_of_long_form(sentence: ParsedSentence, name: Mention) -> int | None:
    """Where the words end that stand before an acronym in brackets, or before `, or` and it."""
    before = [each.text for each in sentence.tokens[max(0, name.first - 2) : name.first]]
    if before[-1:] in (["("], ["["]):
        return name.first - 2
    return name.first - 3 if before == [",", "or"] else None
