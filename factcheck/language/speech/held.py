"""Whether a speaker holds what is said to be so: not what was never said, was asked, or what nobody said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.speech.clauses import is_finite
from factcheck.language.speech.quotations import Quotations
from factcheck.language.speech.speech_verbs import DENYING, FAILING, SAYING, WEIGHING, WITHHOLDING

_NOBODY: Final = frozenset({"no", "nobody", "none", "neither", "nothing", "not", "few", "hardly", "nor"})
_NEVER: Final = frozenset({"never", "hardly", "scarcely", "barely", "nor", "neither"})
_MAYBE: Final = frozenset({"may", "might", "could", "should", "would", "must"})
_IF: Final = frozenset({"if", "unless", "whether", "lest", "until"})
_ASKING: Final = frozenset({"whether", "if"})
_CONTROLLED: Final = frozenset({"xcomp", "pcomp"})
_COMPLEMENTS: Final = frozenset({"acl", "ccomp"})


def is_said(sentence: ParsedSentence, verb: Token, speaker: Token, quotations: Quotations) -> bool:
    """Whether somebody did what the verb says: not `nobody said`, `never said`, `if she says`, `did she say …?`."""
    return not (
        sentence.subtree(speaker)[0].lower in _NOBODY
        or any(each.lower in _NOBODY for each in sentence.children(speaker, "det"))
        or _is_negated(sentence, verb, quotations)
        or any(each.lower in _MAYBE for each in sentence.children(verb, "aux"))
        or any(each.lower in _IF for each in sentence.children(verb, "mark"))
        or _is_question(sentence, verb, speaker)
    )


def is_held(sentence: ParsedSentence, verb: Token, contents: Sequence[Token], *, is_quoted: bool) -> bool:
    """Whether who says it holds the contents to be so: not what they ask, demand, doubt or deny."""
    if is_quoted:
        return True
    if any(_is_asked(sentence, each) or not _is_indicative(sentence, each) for each in contents):
        return False
    return verb.lemma in SAYING or verb.lemma not in DENYING | WITHHOLDING | WEIGHING


def _is_negated(sentence: ParsedSentence, verb: Token, quotations: Quotations) -> bool:
    while True:
        if any(
            each.relation in {"neg", "preconj"}
            or (each.relation in {"advmod", "cc"} and each.lower in _NEVER and each.place < verb.place)
            for each in sentence.children(verb)
            if quotations.holds(verb) or not quotations.holds(each)
        ):
            return True
        head = sentence.head(verb)
        if verb.relation in _COMPLEMENTS and any(each.lower == "no" for each in sentence.children(head, "det")):
            return True  # `no evidence that she said …`
        if verb.relation in _CONTROLLED:
            if head.lemma in FAILING or head.lower == "without":
                return True
        elif verb.relation not in {"conj", "prep", "ccomp"} or not _is_or(sentence, verb, head):
            return False
        verb = head


def _is_or(sentence: ParsedSentence, verb: Token, head: Token) -> bool:
    """Whether a verb has the negation of the one before it: `did not confirm or say`, `not true that she said`."""
    return (verb.relation in {"prep", "ccomp"} and head.place < verb.place) or any(
        each.lower in {"or", "nor"} for each in sentence.children(head, "cc") if each.place < verb.place
    )


def _is_question(sentence: ParsedSentence, verb: Token, speaker: Token) -> bool:
    return verb.place == sentence.root.place and any(
        each.place < speaker.place for each in sentence.children(verb, "aux")
    )


def _is_asked(sentence: ParsedSentence, content: Token) -> bool:
    """Whether a clause is asked about: `whether it is safe`, `which of them lied`."""
    return any(each.lower in _ASKING for each in sentence.children(content, "mark")) or any(
        each.tag.startswith("W")
        for child in (content, *sentence.children(content))
        for each in (child, *sentence.children(child, "det", "amod", "advmod", "poss"))
        if child.relation in {"advmod", "nsubj", "nsubjpass", "dobj", "attr", "pobj", "acomp"}
        and child.place < content.place
        and each.relation != "mark"
    )


def _is_indicative(sentence: ParsedSentence, content: Token) -> bool:
    """Whether a clause says how things are: finite, or with a subject and `to`; not `that she resign`."""
    return is_finite(sentence, content) or (
        sentence.child(content, "nsubj", "nsubjpass") is not None
        and any(each.lower == "to" for each in sentence.children(content, "aux"))
    )
