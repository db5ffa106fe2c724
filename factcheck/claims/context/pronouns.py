"""Whom and what `he`, `she`, `it` and `they` may mean.

After Lappin and Leass (see `salience`): those are left out that number, gender or syntax rule out, and the others are
weighed. What is chosen must outweigh the next by a margin.
"""

from __future__ import annotations

from typing import Final, Literal

from factcheck.claims.context.mentions import Mention
from factcheck.claims.context.people import is_human
from factcheck.claims.context.referents import Referent
from factcheck.domain.parsed_text import ParsedSentence, Token

Sort = Literal["he", "she", "it", "they"]

_SORTS: Final[dict[str, Sort]] = {
    **dict.fromkeys(("he", "him", "his"), "he"),
    **dict.fromkeys(("she", "her", "hers"), "she"),
    **dict.fromkeys(("it", "its"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs"), "they"),
}  # type: ignore[dict-item]
SPOKEN_OF: Final = 250.0
"""The weight from which the text is about a referent: that of a subject of this sentence or of the last two. On the
biographies, interviews, essays and travel guides of GUM, 159 of 172 `he` and `she` went back to such a person."""
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_CLAUSES: Final = frozenset({"ccomp", "xcomp", "csubj", "advcl", "relcl", "acl"})


def sort_of(token: Token) -> Sort | None:
    """Which of the four a pronoun is a form of."""
    return _SORTS.get(token.lower)


def is_empty(sentence: ParsedSentence, token: Token) -> bool:
    """Whether an `it` stands for nothing: `It is cheaper to mend a roof`, `It seems that …`, `It is raining`.

    By its clause: it is the subject of a verb that a clause without a subject of its own, or one with `that` or
    `whether`, follows; or what it is said to be is a time.
    """
    if token.lower != "it":
        return False
    verb = sentence.head(token)
    if token.relation == "expl":
        return True
    if token.relation not in {"nsubj", "nsubjpass"}:
        return False
    after = [each for each in sentence.children(verb) if each.place > verb.place]
    told = [each for each in after if each.relation in {"acomp", "attr", "oprd"}]
    inner = [each for one in told for each in sentence.children(one)]
    for each in (*after, *inner):
        if each.relation == "relcl" and each in inner and verb.lemma == "be":
            return True  # `It is the price that counts`
        if each.relation in _CLAUSES and (told or verb.lemma in {"seem", "appear", "take", "happen", "turn"}):
            marks = [word.lower for word in sentence.children(each, "mark", "aux", "advmod", "nsubj")]
            if each.relation == "xcomp" and "to" in marks or {"that", "whether", "to", "if", "when", "who"} & set(marks):
                return True
    return any(sentence.entity_at(each) is not None and sentence.entity_at(each).label in {"TIME", "DATE"} for each in told)  # type: ignore[union-attr]


def fits(referent: Referent, sort: Sort) -> bool:
    """Whether number and sort agree."""
    if sort == "they":
        return referent.is_plural
    if referent.is_plural:
        return False
    if sort == "it":
        return not referent.seems_person
    return (referent.seems_person or referent.may_be_person) and referent.gender in {"", sort}


def is_ruled_out(sentence: ParsedSentence, pronoun: Token, other: Mention) -> bool:
    """Whether syntax forbids that a pronoun goes back to another mention of its sentence.

    It can't be another argument of its own verb (`Lee saw him`), nor the phrase that it stands in (`his father`).
    """
    if pronoun.relation == "poss":
        owned = sentence.head(pronoun)
        verb = sentence.head(owned)
        if owned.relation == "attr" and other.head.relation == "nsubj" and sentence.head(other.head) is verb:
            return True  # `Smoking is its main cause`
        return any(each.place == other.head.place for each in sentence.ancestors(pronoun) if each.word_class != "VERB")
    return _governor(sentence, pronoun) == _governor(sentence, other.head) or any(
        each.place == other.head.place for each in sentence.ancestors(pronoun) if each.word_class in {"NOUN", "PROPN"}
    )


def _governor(sentence: ParsedSentence, token: Token) -> int:
    """The verb whose argument it is, straight or behind a preposition; of joined verbs the first."""
    each = token
    while each.relation in {"conj", "appos"} and sentence.head(each).word_class in {"NOUN", "PROPN", "PRON"}:
        each = sentence.head(each)
    each = sentence.head(each)
    while each.word_class == "ADP" and each.head != each.place:
        each = sentence.head(each)
    if each.word_class not in {"VERB", "AUX"}:
        return -1 - token.place  # an argument of no verb
    while each.relation == "conj" and sentence.child(each, "nsubj", "nsubjpass") is None:
        each = sentence.head(each)
    return each.place


def is_sure(referent: Referent, sort: Sort, role: str, sentence: int) -> bool:
    """Whether a pronoun goes back to the likeliest of its referents often enough.

    A person is what the last sentences were about, by the weights or as the subject of a verb; what is no person must be
    as well, be named or be people, and have the same role: too many of `it` and `they` stand for what was said, and not
    for what was mentioned.
    """
    if not referent.name:
        return True
    if sort in {"he", "she"}:
        return referent.is_name and (referent.role == "nsubj" or referent.salience(sentence) >= SPOKEN_OF)
    if referent.role not in _SUBJECTS or not (role in _SUBJECTS or referent.sentence == sentence):
        return False
    if sort == "they":
        return bool(referent.is_person)
    return bool(referent.words) and referent.salience(sentence) >= SPOKEN_OF


def is_person_noun(noun: Mention) -> bool:
    """Whether a description is of a person or of people."""
    return is_human(noun.head)


def may_follow(sentence: ParsedSentence, pronoun: Token) -> bool:
    """Whether what a pronoun means may stand behind it: `Leaving his office, Lee said`.

    It is part of what stands before the subject of the sentence, and that subject is a name.
    """
    subject = sentence.child(sentence.root, "nsubj", "nsubjpass")
    return (
        subject is not None
        and subject.word_class == "PROPN"
        and pronoun.place < sentence.subtree(subject)[0].place
    )
