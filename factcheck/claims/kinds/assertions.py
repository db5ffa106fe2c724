"""Which sentences assert something.

A sentence is left out only where a rule is sure: a claim too many costs a glance, a claim too few is never checked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factcheck.claims.kinds.figures import in_date
from factcheck.claims.kinds.main_clause import VERBS, main_clause
from factcheck.domain.parsed_text import Token

_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|\S{1,64}@\S{1,255}")
_OPENING: Final = r"""[\s"'“‘(\[*_–—-]*"""
_GREETING: Final = re.compile(
    _OPENING
    + r"""(?:
        (?:hello|hi|hey|bye|goodbye|cheers)(?=[\s,!.]|$)
      | (?:thanks|thank\s+you)(?=\s+(?:to\s+you|for|again|so|very|and|everyone|all)\b|[,!.]|$)
      | (?:welcome\s+(?:to|back)|good\s+(?:morning|afternoon|evening|night|luck)|congratulations)\b
      | (?:happy|merry)\s+(?:birthday|new\s+year|christmas|easter|holidays)\b
      | dear\s+(?:sir|madam|readers?|friends?|colleagues?|editor|all)\b
      | (?:photo|picture|image|video)s?\s*(?::|supplied|courtesy|by)
      | here(?:['’]s|\s+is|\s+are)\s+(?:what|how|why|where)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""What greets the reader, says where a picture is from, or leads over to what follows."""
_ANNOUNCED_FACT: Final = re.compile(
    _OPENING + r"(?:did\s+you\s+know|do\s+you\s+know\s+that)\b.{10}", re.IGNORECASE | re.DOTALL
)
_TAG: Final = re.compile(r",\s*(?:\w{2,7}n['’]t\s+(?:it|he|she|they|we|you|there)|right)\s*\?\W*$", re.IGNORECASE)
_ASKED: Final = re.compile(r"\?[?!]*(?P<close>[”\"’'»)\]*_]*)$")
_ABOUT_NOUNS: Final = frozenset({"relcl", "acl", "advcl", "pcomp"})
_NOTED: Final = frozenset({"note", "remember"})


def asserts(text: str, tokens: Sequence[Token] = (), *, english: bool = True) -> bool:
    """Whether the sentence `text` (plain words) says that something is, was or will be so.

    Questions, greetings, instructions to the reader, and fragments don't. Where `english` is False, or without the
    `tokens` of the sentence's parse, only what the wording alone shows is left out.
    """
    prose = _ADDRESS.sub(" ", text).strip()
    words = [word for word in prose.split() if any(letter.isalnum() for letter in word)]
    if not words or _is_question(prose):
        return False
    if not english or _is_without_cases(prose):
        return True
    if _GREETING.match(prose):
        return False
    return not tokens or not (_is_instruction(tokens) or _is_fragment(tokens))


def _is_without_cases(text: str) -> bool:
    """Whether `text` is mostly of a script without upper case, such as Chinese: then it isn't English."""
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(letter.lower() == letter.upper() for letter in letters) > len(letters)


def _is_question(text: str) -> bool:
    """Whether `text` asks. `He said: “Why?”` reports, and `did you know that …?` and `…, didn't they?` assert."""
    asked = _ASKED.search(text)
    if asked is None or _ANNOUNCED_FACT.match(text) or _TAG.search(text):
        return False
    quoted = max(text.rfind("“"), text.rfind('"', 0, asked.start()), text.rfind("«"))
    said_before = quoted > 0 and len(text[:quoted].split()) >= 2
    return not (said_before and asked["close"][:1] in {"”", '"', "»"})


def _is_instruction(tokens: Sequence[Token]) -> bool:
    """Whether its root is a bare verb that nobody is the subject of: `read more`. `Please note that …` asserts."""
    root = next((each for each in tokens if each.relation == "ROOT"), None)
    if root is None or root.tag != "VB":
        return False
    under = [each for each in tokens if each.head == root.place and each is not root]
    if root.lemma.lower() in _NOTED and any(each.relation == "ccomp" for each in under):
        return False
    return not any(
        each.relation in {"nsubj", "nsubjpass", "csubj", "expl"} or each.tag in {"MD", "TO"} for each in under
    )


def _is_fragment(tokens: Sequence[Token]) -> bool:
    """Whether it has no main clause and counts nothing: `A rare moment of cooperation.` `12 dead` says something."""
    if any(each.tag == "CD" and not in_date(tokens, at) for at, each in enumerate(tokens)):
        return False
    clause = main_clause(tokens)
    if clause is None:
        # A parser may take `dropped` for a participle: then it is in doubt.
        return not any(each.tag in VERBS for each in tokens)
    return clause.tokens[clause.verb].relation in _ABOUT_NOUNS
