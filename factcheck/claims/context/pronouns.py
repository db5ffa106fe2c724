"""Whom and what `he`, `she`, `it` and `they` may mean.

After Lappin and Leass (see `salience`): those are left out that number, gender or syntax rule out, and the others are
weighed. What is chosen must outweigh the next by a margin.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from factcheck.claims.context.mentions import Mention
from factcheck.claims.context.referents import Referent
from factcheck.claims.context.salience import role_of
from factcheck.claims.context.scene import Found, Scene, cased, unclear
from factcheck.domain.claims import Substitution
from factcheck.domain.parsed_text import ParsedSentence, Token

Sort = Literal["he", "she", "it", "they"]

_SORTS: Final[dict[str, Sort]] = {
    **dict.fromkeys(("he", "him", "his"), "he"),
    **dict.fromkeys(("she", "her", "hers"), "she"),
    **dict.fromkeys(("it", "its"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs"), "they"),
}  # type: ignore[dict-item]
MARGIN: Final[dict[Sort, float]] = {"he": 1.5, "she": 1.5, "it": 2.0, "they": 1.6}
"""How many times whom a pronoun means must outweigh the next. With 1.3 for people, 131 of 156 that went back to another
sentence were right on the texts below, with 1.5 it was 130 of 150, with 2.0 104 of 119."""
SPOKEN_OF: Final = 250.0
"""The weight from which the text is about a referent: that of a subject of this sentence or of the last two. On the
biographies, interviews, essays and travel guides of GUM, 159 of 172 `he` and `she` went back to such a person."""
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_SEEMING: Final = frozenset({"seem", "appear", "take", "happen", "turn"})
_INTRODUCING: Final = frozenset({"that", "whether", "to", "if", "when", "who"})
_CLAUSES: Final = frozenset({"ccomp", "xcomp", "csubj", "advcl", "relcl", "acl"})


def pronoun(scene: Scene, mention: Mention, before: dict[Sort, Referent]) -> Iterator[Found]:
    """What stands for a pronoun of the third person, and keep in mind whom it means.

    Args:
        before: Whom the pronouns before it in its sentence mean; the same one means the same again.
    """
    sentence, token = scene.sentence, mention.head
    sort = sort_of(token)
    if sort is None or is_empty(sentence, token) or (sort not in before and _may_follow(sentence, token)):
        return
    fitting = [each for each in scene.memory.near(scene.number) if _may_mean(scene, token, sort, each)]
    role = role_of(sentence, token)
    best = before.get(sort)
    if best not in fitting:
        best = scene.best(fitting, margin=MARGIN[sort], role=role)
        if best is not None and best.name and not _is_sure(best, sort, role, scene.number):
            best = None
    if best is None or not best.is_explaining:
        if named := [each for each in fitting if each.name]:
            yield unclear(mention, sentence, "several fit", named)
        if best is None:
            best = scene.nobody(mention, gender=sort if sort in {"he", "she"} else "", is_plural=sort == "they")
        else:
            scene.count(best, mention)
        before[sort] = best
        return
    before[sort] = best
    if sort in {"he", "she"} and (len(fitting) == 1 or best.salience(scene.number) >= SPOKEN_OF):
        best.gender, best.is_person = sort, True
    scene.count(best, mention)
    yield Substitution(
        span=mention.span(sentence),
        said=token.text,
        written=cased(_put(token, best.in_full), token.text),
        why="the only one who fits" if len(fitting) == 1 else "the one who is spoken of",
        source=scene.source(best),
    )


def _may_mean(scene: Scene, token: Token, sort: Sort, referent: Referent) -> bool:
    """Whether nothing forbids it: agreement, syntax, or that somebody who is quoted says `I` of themselves."""
    speaks = bool(scene.speaker) and scene.speaker == referent.name and scene.quotations.holds(token)
    return (
        fits(referent, sort)
        and not speaks
        and not any(is_ruled_out(scene.sentence, token, other) for other in scene.here.get(referent, ()))
    )


def possessive(name: str) -> str:
    """`Ann Lee's`, `the campaigners'`."""
    return name + ("'" if name.endswith("s") else "'s")


def _put(pronoun: Token, name: str) -> str:
    return possessive(name) if pronoun.tag == "PRP$" or pronoun.lower in {"hers", "theirs"} else name


def sort_of(token: Token) -> Sort | None:
    """Which of the four a pronoun is a form of."""
    return _SORTS.get(token.lower)


def is_empty(sentence: ParsedSentence, token: Token) -> bool:
    """Whether an `it` stands for nothing: `It is cheaper to mend a roof`, `It seems that …`, `It is the price that …`.

    By its clause: it is the subject of a verb behind which a clause with `to`, `that` or the like says what is meant;
    or what it is said to be is a time.
    """
    if token.lower != "it" or token.relation not in _SUBJECTS:
        return False
    verb = sentence.head(token)
    after = [each for each in sentence.children(verb) if each.place > verb.place]
    told = [each for each in after if each.relation in {"acomp", "attr", "oprd"}]
    if any(_is_time(sentence, each) for each in told):
        return True
    said = [each for one in told for each in sentence.children(one)]
    if told or verb.lemma in _SEEMING:
        said += after
    return any(each.relation in _CLAUSES and _is_introduced(sentence, each) for each in said)


def _is_introduced(sentence: ParsedSentence, verb: Token) -> bool:
    return any(each.lower in _INTRODUCING for each in sentence.children(verb, "mark", "aux", "advmod", "nsubj"))


def _is_time(sentence: ParsedSentence, token: Token) -> bool:
    entity = sentence.entity_at(token)
    return entity is not None and entity.label in {"TIME", "DATE"}


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


def _is_sure(referent: Referent, sort: Sort, role: str, sentence: int) -> bool:
    """Whether a pronoun goes back to the likeliest of its referents often enough.

    A person is what the last sentences were about, by the weights or as the subject of a verb; what is no person must
    be as well, be named or be people, and have the same role: too many of `it` and `they` stand for what was said,
    and not for what was mentioned.
    """
    if sort in {"he", "she"}:
        return referent.is_name and (referent.role == "nsubj" or referent.salience(sentence) >= SPOKEN_OF)
    if referent.role not in _SUBJECTS or not (role in _SUBJECTS or referent.sentence == sentence):
        return False
    if sort == "they":
        return bool(referent.is_person)
    return bool(referent.words) and referent.salience(sentence) >= SPOKEN_OF


def _may_follow(sentence: ParsedSentence, pronoun: Token) -> bool:
    """Whether what a pronoun means may stand behind it: `Leaving his office, Lee said`.

    It is part of what stands before the subject of the sentence, and that subject is a name.
    """
    subject = sentence.child(sentence.root, "nsubj", "nsubjpass")
    return subject is not None and subject.word_class == "PROPN" and pronoun.place < sentence.subtree(subject)[0].place
