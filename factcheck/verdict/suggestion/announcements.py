"""Words that a passage gives to those of whom a claim says that they have said nothing yet."""

from __future__ import annotations

import re
from typing import Final

from factcheck.domain.spans import Span
from factcheck.language.stems import stem
from factcheck.verdict.details.details import Details

_SPEECH: Final = re.compile(
    r"\b(?:sa(?:y|ys|id)|statements?|comment(?:s|ed)?|announce(?:s|d|ments?)?|confirm(?:s|ed|ation)?|respon(?:se|d|ded)"
    r"|repl(?:y|ies|ied)|state[sd]?|post(?:s|ed)?|wr(?:ite|ites|ote)|told|tells?|sp(?:oke|eak|oken)|react(?:ed|ion)?"
    r"|made\s(?:it\s)?(?:known|public)|declar(?:e|es|ed|ation)|disclosed?|reveal(?:s|ed)?|publish(?:ed)?|comment)\b",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"[^,;:—–]+$")
_LOOK_BACK: Final = 60
_LIKE: Final = 5
"""Letters that two forms of a name share: `Iceland` and `Icelandic` do, `Norway` and `Norwegian` don't."""


def announcement(claim: Details, passage: Details) -> Span | None:
    """The first sentence of a passage in which those whom a claim calls silent say something on its matter.

    The claim must deny a saying. In the sentence a word of those who are silent stands shortly before the
    word for saying, and another word of the claim stands in the sentence.
    """
    silent = next((each for each in claim.negations if each.scope and _SPEECH.search(claim.text, each.cue.start)), None)
    if silent is None:
        return None
    speakers = _stems(claim, Span(0, silent.cue.start))
    matter = _stems(claim, Span(silent.cue.end, len(claim.text))) - speakers
    for sentence in passage.sentences:
        if passage.denies(sentence) or not _meet(matter, _stems(passage, sentence)):
            continue
        for said in _SPEECH.finditer(passage.text, sentence.start, sentence.end):
            clause = _CLAUSE.search(passage.text, max(sentence.start, said.start() - _LOOK_BACK), said.start())
            if clause and _meet(speakers, _stems(passage, Span(*clause.span()))):
                return sentence
    return None


def _stems(details: Details, span: Span) -> frozenset[str]:
    """The words that carry meaning and are no word for saying."""
    return frozenset(word.stem for word in details.words_in(span) if not _SPEECH.fullmatch(word.text)) - _VAGUE


_VAGUE: Final = frozenset(map(stem, ("official", "officials", "officially", "public", "publicly", "release", "issue")))


def _meet(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(
        one == other or (len(one) > _LIKE and len(other) > _LIKE and one[:_LIKE] == other[:_LIKE])
        for one in ours
        for other in theirs
    )
