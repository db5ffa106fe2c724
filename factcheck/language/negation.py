"""What a sentence denies: the word that denies, and what it reaches over.

The words are those of a closed class (`not`, `nobody`, `without`) and a few verbs of failing and denying; what each
reaches over is told by what it depends on. A denial before or behind what is denied is the same to it: `nobody` denies
the verb whose subject it is, `not` the clause of its verb, `without` what stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal

from factcheck.domain.parsed_text import ParsedSentence, ParsedText, Token
from factcheck.domain.spans import Span
from factcheck.language.word_lists import word_list

NegationKind = Literal["not", "never", "no", "without", "unable", "denied", "hardly", "ruled_out"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation:
    """One denial.

    Attributes:
        cue: The words that deny, with the auxiliary that they are written in one with: `didn't`, `failed to`.
        kind: What sort of words they are. `denied` and `ruled_out` say that somebody denies, not that it isn't so.
        scope: What is denied, from its first to its last word; it may hold the cue. None where nothing is.
    """

    cue: Span
    kind: NegationKind
    scope: Span | None


_ADVERBS: Final[dict[str, NegationKind]] = {
    "not": "not", "n't": "not", "never": "never", "nowhere": "no", "hardly": "hardly", "barely": "hardly",
    "scarcely": "hardly", "rarely": "hardly", "seldom": "hardly",
}  # fmt: skip
_PRONOUNS: Final = frozenset({"nobody", "none", "nothing", "neither"})
_DETERMINERS: Final = frozenset({"no", "neither"})
_FAILING: Final = frozenset({"fail", "refuse", "decline", "unable", "failure", "refusal", "inability"})
"""Before an infinitive they say that it isn't so."""
_LACKING: Final = frozenset({"lack", "absence"})
_DENIES_NOTHING: Final = {
    **dict.fromkeys(("not", "n't"), frozenset(word_list("only just merely least simply less fewer more"))),
    "no": frozenset(word_list("fewer less more later earlier sooner doubt wonder matter . )")),
    "nor": frozenset({"only"}),
    "nothing": frozenset({"but", "less"}),
    "without": frozenset({"doubt"}),
}
"""What makes no denial of the word before it: `not only`, `no fewer than`, `no doubt`, `nothing but`."""
_CLAUSES: Final = frozenset(word_list("ROOT ccomp xcomp advcl relcl acl pcomp parataxis csubj csubjpass"))
_OWN_WORLD: Final = frozenset(word_list("advcl parataxis conj cc punct mark preconj"))
"""What hangs on a clause and isn't denied with it: another clause, and the word that joins it."""
_NOMINAL: Final = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADP", "NUM"})
_OBJECTS: Final = ("dobj", "ccomp", "xcomp", "pobj", "nsubjpass")


def negations(parsed: ParsedText) -> list[Negation]:
    """The denials of a text, in the order of their cues; none in sentences that weren't parsed.

    Prefixes (`unofficial`) and opposites are not looked for, nor what stands inside a title (`I'm Not There`).
    """
    found = chain.from_iterable(_of_sentence(each) for each in parsed.sentences)
    return sorted(found, key=lambda each: each.cue)


def _of_sentence(sentence: ParsedSentence) -> Iterator[Negation]:
    for token in sentence.tokens:
        following = sentence.tokens[min(token.place + 1, len(sentence.tokens) - 1)]
        if following.lower not in _DENIES_NOTHING.get(token.lower, ()) and not _is_in_title(sentence, token):
            negation = _by_closed_word(sentence, token, following) or _by_verb(sentence, token, following)
            if negation is not None:
                yield negation


def _by_closed_word(sentence: ParsedSentence, token: Token, following: Token) -> Negation | None:
    low, both = token.lower, Span(token.start, following.end)
    if low == "no" and following.lower in ("longer", "one"):
        return Negation(cue=both, kind="no", scope=_clause(sentence, following))
    if low == "yet" and following.lower == "to":
        return Negation(cue=both, kind="not", scope=_clause(sentence, token))
    if low in _ADVERBS:
        return Negation(cue=_cue(sentence, token), kind=_ADVERBS[low], scope=_of_adverb(sentence, token, following))
    if low in _DETERMINERS and token.relation in ("det", "preconj"):
        return Negation(cue=token.span, kind="no", scope=_of_phrase(sentence, sentence.head(token)))
    if low in _PRONOUNS:
        return Negation(cue=token.span, kind="no", scope=_of_phrase(sentence, token))
    if low == "nor":
        head = sentence.head(token)
        joined = next((each for each in sentence.children(head, "conj") if each.place > token.place), head)
        return Negation(cue=token.span, kind="no", scope=_clause(sentence, joined))
    if low == "without":
        return Negation(cue=token.span, kind="without", scope=_span(sentence.subtree(token)[1:]))
    return None


def _by_verb(sentence: ParsedSentence, token: Token, following: Token) -> Negation | None:
    lemma, after, both = token.lemma.lower(), following.lower, Span(token.start, following.end)
    verb = token.word_class == "VERB"
    if lemma in _FAILING and after == "to":
        infinitive = sentence.subtree(sentence.head(following))
        return Negation(
            cue=both, kind="unable", scope=_span(each for each in infinitive if each.start > following.start)
        )
    if verb and lemma == "deny":
        return Negation(cue=token.span, kind="denied", scope=_objects(sentence, token))
    if verb and lemma == "rule" and after == "out":
        return Negation(cue=both, kind="ruled_out", scope=_objects(sentence, token))
    if verb and lemma == "lack":
        return Negation(cue=token.span, kind="without", scope=_objects(sentence, token))
    if lemma in _LACKING and after == "of":
        return Negation(cue=both, kind="without", scope=_objects(sentence, following))
    return None


def _is_in_title(sentence: ParsedSentence, token: Token) -> bool:
    """`the film I'm Not There`: a capital behind a word, and none but the first."""
    before = sentence.tokens[token.place - 1] if token.place else None
    said = token.text
    return said[0].isupper() and said[1:].islower() and before is not None and before.text[-1].isalnum()


def _cue(sentence: ParsedSentence, token: Token) -> Span:
    """With the auxiliary that `n't` or `not` is written in one with."""
    before = sentence.tokens[token.place - 1] if token.place else token
    return Span(before.start if before.end == token.start else token.start, token.end)


def _of_adverb(sentence: ParsedSentence, token: Token, following: Token) -> Span | None:
    """The clause of the verb that it denies; of a noun that isn't the subject (`not the mayor`) the noun alone."""
    head = sentence.head(token)
    if token.place and sentence.tokens[token.place - 1].text in ",—–" and following.word_class in _NOMINAL:
        head = sentence.head(following) if following.word_class == "DET" else following  # "the mayor, not the council,"
    elif head.word_class not in _NOMINAL or "subj" in head.relation:
        return _clause(sentence, head)
    return _span(each for each in sentence.subtree(head) if each.place > token.place)


def _of_phrase(sentence: ParsedSentence, noun: Token) -> Span | None:
    """The clause in which nobody or nothing has a part; `with no warning` denies no more than the warning."""
    link = sentence.head(noun)
    if noun.relation == "pobj" and link.lower == "with":
        return _span(sentence.subtree(link)[1:])
    return _clause(sentence, noun)


def _clause(sentence: ParsedSentence, token: Token) -> Span | None:
    """The clause that a token stands in, without those that hang on it."""
    head = next((each for each in chain((token,), sentence.ancestors(token)) if _is_clause(each)), sentence.root)
    kept = [head]
    for child in sentence.children(head):
        if child.relation not in _OWN_WORLD or _is_denied_too(sentence, head, child):
            kept += sentence.subtree(child)
    dropped = {each.place for conj in kept if _is_contrast(sentence, conj) for each in sentence.subtree(conj)}
    return _span(each for each in kept if each.place not in dropped and each.lower != "but")


def _is_contrast(sentence: ParsedSentence, token: Token) -> bool:
    """`not the mayor but the chief`: what `but` joins holds."""
    before = (each.lower for each in sentence.children(sentence.head(token), "cc") if each.place < token.place)
    return token.relation == "conj" and "but" in before


def _is_clause(token: Token) -> bool:
    return token.relation in _CLAUSES or (token.relation == "conj" and token.word_class in ("VERB", "AUX"))


def _is_denied_too(sentence: ParsedSentence, head: Token, child: Token) -> bool:
    """`She did not call or write`: what `or` joins is denied with it."""
    return child.relation == "conj" and any(
        each.lower == "or" and each.place < child.place for each in sentence.children(head, "cc")
    )


def _objects(sentence: ParsedSentence, verb: Token) -> Span | None:
    return _span(chain.from_iterable(sentence.subtree(each) for each in sentence.children(verb, *_OBJECTS)))


def _span(tokens: Iterator[Token] | Sequence[Token]) -> Span | None:
    words = [each for each in tokens if each.word_class != "PUNCT"]
    return Span(min(each.start for each in words), max(each.end for each in words)) if words else None
