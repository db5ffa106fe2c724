"""Words that deny: `not`, `never`, `without`, `yet to`, `failed to`, `denied`."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from factcheck.domain.spans import Span

# The alternatives begin with different words, so that each place of a text is tried once.
_CUE: Final = re.compile(
    r"""\b(?:
        (?:[^\W\d_]{1,8}n['’]t) | cannot | not | never | neither | nor | none | nobody | nothing | nowhere | without
      | no\s(?:one|longer) | no
      | (?:(?:has|have|had|is|are|was|were)\s)?yet\sto
      | fail(?:s|ed|ing)?\sto | failure\sto | unable\sto | refus(?:e|es|ed|ing|al)\sto | declin(?:e|es|ed|ing)\sto
      | den(?:y|ies|ied|ying) | rul(?:e|es|ed|ing)\sout | lack(?:s|ed|ing)? | absence\sof
      | hardly | barely | scarcely | rarely | seldom
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_A_DENIAL: Final = re.compile(
    r"""no\) | no(?:\.?\s?[0-9] | \s(?:fewer|less|more|later|earlier|sooner)\sthan | \s(?:doubt|wonder|matter)\b)
      | not(?:\s(?:only|just|merely|least|simply)\b | \s(?:less|fewer|more)\sthan) | nor\sonly
      | nothing\s(?:but|less\sthan) | without\sdoubt""",
    re.IGNORECASE | re.VERBOSE,
)
_BREAK: Final = re.compile(
    r"[,;:!?—–\n]|\.(?=\s|$|[\"”’)])|\s-\s|\b(?:but|because|although|though|while|whereas|unless|until)\b",
    re.IGNORECASE,
)
"""Where a clause ends, roughly."""
_FIRST_VISIBLE: Final = re.compile(r"\S")

DenialKind = Literal["not", "never", "no", "without", "unable", "denied", "hardly", "ruled_out"]
_KINDS: Final[tuple[tuple[tuple[str, ...], DenialKind], ...]] = (
    (("never",), "never"),
    (("no", "none", "nobody", "nothing", "nowhere", "neither", "nor"), "no"),
    (("without", "lack", "absence"), "without"),
    (("fail", "unable", "refus", "declin"), "unable"),
    (("den",), "denied"),
    (("hardly", "barely", "scarcely", "rarely", "seldom"), "hardly"),
    (("rul",), "ruled_out"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """One denial.

    Attributes:
        cue: The words that deny: `did not` has `not`, `has yet to` all three.
        kind: What sort of words they are. `denied` and `ruled_out` say that somebody denies, not that it isn't so.
        scope: From the first word behind the cue to the end of its clause; None where nothing stands there.
    """

    cue: Span
    kind: DenialKind
    scope: Span | None


def denials(text: str) -> list[Denial]:
    """The denials of `text` with what each reaches over, in order of the cues; scopes may hold later cues.

    A scope goes forward only: `Nobody came` has `came`, and what stands before a cue is not in it.
    """
    ends = [*(match.start() for match in _BREAK.finditer(text)), len(text)]
    # Without the white space before each end; by clauses, so that a long text is walked over once.
    trimmed = [start + len(text[start:end].rstrip()) for start, end in pairwise([0, *ends])]
    found: list[Denial] = []
    for cue in negations(text):
        place = bisect_left(ends, cue.end)
        first = _FIRST_VISIBLE.search(text, cue.end, ends[place])
        scope = Span(first.start(), trimmed[place]) if first else None
        found.append(Denial(cue=cue, kind=_kind(cue.of(text).lower()), scope=scope))
    return found


def _kind(cue: str) -> DenialKind:
    first = cue.split()[0]
    if first in ("not", "cannot") or first.endswith(("n't", "n’t")):
        return "not"
    # "no longer" and "no one" begin with a whole word, the others by their stem.
    for stems, kind in _KINDS:
        if first in stems or (kind not in ("no", "never") and first.startswith(stems)):
            return kind
    return "not"


def negations(text: str) -> list[Span]:
    """Where `text` denies something: the cue itself, in order, without overlap.

    `not only`, `no fewer than`, `No. 10` and the title `I'm Not There` deny nothing. Prefixes (`unofficial`) and
    opposites are not looked for.
    """
    return [
        Span(match.start(), match.end())
        for match in _CUE.finditer(text)
        if not _NOT_A_DENIAL.match(text, match.start()) and not _is_in_title(text, match)
    ]


def _is_in_title(text: str, match: re.Match[str]) -> bool:
    """`the film I'm Not There`: a capital behind a word, and none but the first."""
    said, before = match[0], text[max(0, match.start() - 2) : match.start()]
    return said[0].isupper() and said[1:].islower() and before[-1:] == " " and before[:1].isalnum()
