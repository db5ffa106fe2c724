"""What the finders of clauses ask of a parsed sentence: subjects, finite verbs, noun phrases, and where things end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.parsing.tags import FINITE

SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
WH: Final = frozenset({"WDT", "WP", "WP$", "WRB"})
DASHES: Final = frozenset({"–", "—", "-", "--"})
EDGES: Final = frozenset({",", ";", ":", ".", "!", "?", "…", "..."}) | DASHES
"""Signs at which a stretch of words begins or ends."""
_TELLING: Final = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "prep", "amod", "dep"})
"""How what tells more of a noun depends on it."""
_OPENING: Final = frozenset({"“", "‘", "«", "„", "(", "[", "``"})
_CLOSING: Final = frozenset({"”", "’", "»", ")", "]", "''"})


def subject(sentence: ParsedSentence, verb: Token) -> Token | None:
    return sentence.child(verb, *SUBJECTS)


def is_verb(token: Token) -> bool:
    return token.word_class in {"VERB", "AUX"} or token.tag.startswith(("VB", "MD"))


def label_of(sentence: ParsedSentence, token: Token) -> str:
    """What the name, time or amount is that it is a part of; empty where it is of none."""
    entity = sentence.entity_at(token)
    return entity.label if entity is not None else ""


def finite_form(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The word that makes `verb` finite: itself, or its first auxiliary; None for an infinitive or a participle."""
    helping = sentence.children(verb, "aux", "auxpass")
    for token in (*helping, verb):
        if token.tag in FINITE:
            return token
    # Many forms are finite or not by what stands around them: with a subject and no auxiliary they are.
    bare = verb.tag in {"VBN", "VB"} and sentence.child(verb, "nsubj") and not helping
    return verb if bare and verb.relation in {"ROOT", "conj", "relcl"} else None


def in_past(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether the clause of `verb` is in the past: `fell`, `was sold`; not `has sold`, which is of the present."""
    form = finite_form(sentence, verb)
    return form is not None and form.tag in {"VBD", "VBN"}


def clause_of(sentence: ParsedSentence, token: Token) -> Token | None:
    """The verb of the clause in which `token` stands."""
    return next(filter(is_verb, sentence.ancestors(token)), None)


def region(sentence: ParsedSentence, token: Token) -> range:
    """The places from the first to the last word of what depends on `token`; signs at the two ends are left out.

    A quotation mark or a bracket whose partner the parser hung elsewhere comes in, or stays out.
    """
    tokens, places = sentence.tokens, trimmed(sentence, (each.place for each in sentence.subtree(token)))
    if not places or is_balanced(tokens[places.start : places.stop]):
        return places
    for start, stop in ((0, -1), (1, 0), (0, 1), (-1, 0)):
        other = range(max(0, places.start + start), min(len(tokens), places.stop + stop))
        changed = set(other) ^ set(places)
        is_mark = bool(changed) and tokens[changed.pop()].text in _OPENING | _CLOSING | {'"'}
        if is_mark and is_balanced(tokens[other.start : other.stop]):
            return trimmed(sentence, other)
    return places


def trimmed(sentence: ParsedSentence, places: Iterable[int]) -> range:
    """From the first to the last of `places` that holds a word, or that opens or closes a pair of marks."""
    kept = [place for place in places if sentence.tokens[place].text not in EDGES]
    return range(min(kept), max(kept) + 1) if kept else range(0)


def is_whole(sentence: ParsedSentence, token: Token, places: range) -> bool:
    """Whether all words at `places` depend on `token`: nothing of another clause stands between them."""
    inside = {each.place for each in sentence.subtree(token)}
    return all(place in inside or sentence.tokens[place].word_class == "PUNCT" for place in places)


def is_balanced(tokens: Iterable[Token]) -> bool:
    """Whether every bracket and every quotation mark that opens is closed, and none closes that wasn't opened."""
    depth, straight = 0, 0
    for token in tokens:
        straight += token.text == '"'
        depth += (token.text in _OPENING) - (token.text in _CLOSING and token.tag != "POS")
        if depth < 0:
            return False
    return depth == 0 and straight % 2 == 0


def before(sentence: ParsedSentence, places: range) -> str:
    """What stands straight before `places`; empty at the beginning of the sentence."""
    return sentence.tokens[places.start - 1].text if places.start else ""


def behind(sentence: ParsedSentence, places: range) -> str:
    return sentence.tokens[places.stop].text if places.stop < len(sentence.tokens) else ""


def is_set_off(sentence: ParsedSentence, places: range) -> bool:
    """Whether a comma or a dash stands before `places`."""
    return bool(places) and before(sentence, places) in DASHES | {","}


def is_opening(sentence: ParsedSentence, places: range) -> bool:
    """Whether no word of the sentence stands before `places`, and a comma behind."""
    return behind(sentence, places) == "," and all(
        token.word_class == "PUNCT" for token in sentence.tokens[: places.start]
    )


def inset(sentence: ParsedSentence, places: range, around: Token) -> frozenset[int]:
    """`places` with the commas or dashes that set them off; the second one stays where the words around need it.

    Args:
        around: What they belong to. `In Leeds, which is large, he sang` keeps one, `Ann, who is tall, sang` doesn't.
    """
    first, last = places.start, places.stop
    sign = before(sentence, places) if is_set_off(sentence, places) else ","
    first -= is_set_off(sentence, places)
    last += behind(sentence, places) == sign and not _needs_comma(sentence, around, places)
    return frozenset(range(first, last))


def _needs_comma(sentence: ParsedSentence, token: Token, places: range) -> bool:
    """Whether `token` ends something that stands before its clause, or something else is set off behind `places`."""
    after = sentence.tokens[places.stop + 1 : places.stop + 2]
    verb = token if is_verb(token) else clause_of(sentence, token)
    goes_on = bool(after) and (after[0].tag in {"VBG", "RB"} or after[0].relation == "mark")
    if goes_on and verb is not None and verb.place <= token.place:
        return True
    for each in (token, *sentence.ancestors(token)):
        if is_verb(sentence.head(each)) and each.head >= places.stop:
            return each.relation in {"prep", "npadvmod", "advmod", "dep", "advcl", "ccomp"}
    return False


def to_the_comma(sentence: ParsedSentence, noun: Token, places: range) -> range:
    """`places` up to the sign that closes them, of what depends on `noun`: `editor at large at the Gazette,`."""
    inside = {each.place for each in sentence.subtree(noun)}
    stop = places.stop
    while stop in inside and sentence.tokens[stop].word_class != "PUNCT" and sentence.tokens[stop].relation != "cc":
        stop += 1
    return range(places.start, stop)


def noun_phrase(sentence: ParsedSentence, noun: Token) -> tuple[Token, ...]:
    """The noun with what belongs to it, without what is set off by commas; and joined nouns: `Ann and her brother`."""
    inside = sentence.subtree(noun)
    gone = {token.place for token in inside if token.relation == "mark" and token.head == noun.place}
    for token in inside:
        if token.place > noun.place and token.relation in _TELLING and token.place not in gone:
            places = region(sentence, token)
            if is_set_off(sentence, places) and places.start > noun.place:
                gone.update(inset(sentence, to_the_comma(sentence, noun, places), noun))
    kept = [token for token in inside if token.place not in gone]
    entity = sentence.entity_at(noun)
    if entity is not None and entity.first < kept[0].place:
        kept = [*sentence.tokens[entity.first : kept[0].place], *kept]  # `the Liberty & Conscience Fund`
    places = trimmed(sentence, (token.place for token in kept))
    return tuple(token for token in kept if token.place in places)


def is_plural(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether a verb that follows `noun` is in the plural: `cuts are`, `Ann and Bob are`, `they are`."""
    form = finite_form(sentence, sentence.head(noun)) if noun.relation in SUBJECTS else None
    if form is not None and (form.tag in {"VBZ", "VBP"} or form.lower in {"was", "were"}):
        return (form.tag == "VBP" or form.lower == "were") and noun.lower != "i"
    joined = any(each.lower == "and" for each in sentence.children(noun, "cc"))
    return joined or noun.tag in {"NNS", "NNPS"} or noun.has("Number=Plur") or noun.lower in {"they", "we", "you"}
