"""Words that deny: `not`, `never`, `without`, `yet to`, `failed to`, `denied`."""

from __future__ import annotations

import re
from typing import Final

from factcheck.domain.spans import Span

# The alternatives begin with different words, so that each place of a text is tried once.
_CUE: Final = re.compile(
    r"""\b(?:
        (?:[^\W\d_]{1,8}n['’]t) | cannot | not | never | neither | nor | none | nobody | nothing | nowhere | without
      | no\s(?:one|longer) | no
      | (?:(?:has|have|had|is|are|was|were)\s)?yet\sto
      | fail(?:s|ed|ing)?\sto | failure\sto | unable\sto | refus(?:e|es|ed|ing|al)\sto | declin(?:e|es|ed|ing)\sto
      | den(?:y|ies|ied|ying) | hardly | barely | scarcely | rarely | seldom
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_A_DENIAL: Final = re.compile(
    r"""no(?:\.?\s?[0-9] | \s(?:fewer|less|more|later|earlier|sooner)\sthan | \s(?:doubt|wonder|matter)\b)
      | not(?:\s(?:only|just|merely|least|simply)\b | \s(?:less|fewer|more)\sthan) | nor\sonly
      | nothing\s(?:but|less\sthan) | without\sdoubt""",
    re.IGNORECASE | re.VERBOSE,
)


def negations(text: str) -> list[Span]:
    """Where `text` denies something: the cue itself, in order, without overlap.

    `not only`, `no fewer than` and `No. 10` deny nothing. Prefixes (`unofficial`) and opposites are not looked for.
    """
    return [
        Span(match.start(), match.end())
        for match in _CUE.finditer(text)
        if not _NOT_A_DENIAL.match(text, match.start())
    ]
