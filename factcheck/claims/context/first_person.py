"""What `I` and `my` stand for in quoted words, in the journalist's form: `I [Ann Lee] am leaving`.

A name in the place of the word would break the agreement of its verb, and hide that somebody speaks of themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.claims.context.pronouns import possessive
from factcheck.claims.context.scene import Found, Scene
from factcheck.domain.claims import Ambiguity, Substitution
from factcheck.domain.parsed_text import Token

_SINGULAR: Final = frozenset({"i", "me", "my", "mine"})
_OWNING: Final = frozenset({"my", "mine"})
_PRONOUNS: Final = frozenset({"he", "she", "it", "they", "who", "i", "we", "you", "one"})


def first_person(scene: Scene, found: Sequence[Found]) -> Iterator[Found]:
    """What the first person stands for where somebody is quoted.

    Args:
        found: What stands for the other words of the sentence; it tells who `she` is that says it.
    """
    if not scene.speaker:
        return
    speaker = _in_full(scene, found)
    for token in scene.sentence.tokens:
        if not (token.word_class == "PRON" and token.has("Person=1") and _is_quoted(scene, token)):
            continue
        if token.lower in _SINGULAR and speaker:
            name = possessive(speaker) if token.lower in _OWNING else speaker
            yield Substitution(span=token.span, said=token.text, written=f"{token.text} [{name}]", why="who is quoted")
        else:
            candidates = (speaker,) if speaker else ()
            yield Ambiguity(span=token.span, said=token.text, why="nothing says who is meant", candidates=candidates)


def _is_quoted(scene: Scene, token: Token) -> bool:
    """Whether a token stands in a quotation; all do where the sentence has no marks, for it stands inside one."""
    return not scene.quotations.stretches or scene.quotations.holds(token)


def _in_full(scene: Scene, found: Sequence[Found]) -> str:
    """The speaker by the whole name; empty for a pronoun that nothing explains."""
    low = scene.speaker.lower()
    for each in found:
        if isinstance(each, Substitution) and each.said.lower() == low:
            return each.written
    if low in _PRONOUNS:
        return ""
    words = tuple(low.split())
    known = [each for each in scene.memory.with_word(words[-1]) if each.words[-len(words) :] == words]
    return known[0].name if len(known) == 1 else scene.speaker
