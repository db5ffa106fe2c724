"""What the finders of clauses ask of a parsed sentence: subjects, finite verbs, noun phrases, and where things end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from factcheck.domain.parsed_text import ParsedSentence, Token

SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
WH: Final = frozenset({"WDT", "WP", "WP$", "WRB"})
DASHES: Final = frozenset({"–", "—", "-", "--"})
_SET_OFF: Final = frozenset({",", "(", "["}) | DASHES
_TELLING: Final = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "prep", "amod", "dep"})
"""How what tells more of a noun depends on it."""
_ADVERBIAL: Final = frozenset({"prep", "npadvmod", "advmod", "dep"})
_OPENING: Final = frozenset({"“", "‘", "«", "„", "(", "[", "``"})
_CLOSING: Final = frozenset({"”", "’", "»", ")", "]", "''"})


def subject(sentence: ParsedSentence, verb: Token) -> Token | None:
    return sentence.child(verb, *SUBJECTS)


def auxiliaries(sentence: ParsedSentence, verb: Token) -> tuple[Token, ...]:
    return sentence.children(verb, "aux", "auxpass")


def is_verb(token: Token) -> bool:
    return token.word_class in {"VERB", "AUX"} or token.tag.startswith(("VB", "MD"))


def finite_form(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The word that makes `verb` finite: itself, or its first auxiliary; None for an infinitive or a participle."""
    for token in (*auxiliaries(sentence, verb), verb):
        if token.tag in FINITE:
            return token
    # Many forms are finite or not by what stands around them: with a subject and no auxiliary they are.
    bare = verb.tag in {"VBN", "VB"} and sentence.child(verb, "nsubj") and not auxiliaries(sentence, verb)
    return verb if bare and verb.relation in {"ROOT", "conj", "relcl"} else None


def is_clausal(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a clause hangs from `token`: it is a verb, or has a subject of its own."""
    return is_verb(token) or subject(sentence, token) is not None


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
    places = trimmed(sentence, (each.place for each in sentence.subtree(token)))
    tokens = sentence.tokens
    if not places or is_balanced(tokens[places.start : places.stop]):
        return places
    first, last = places.start, places.stop
    for start, stop in ((first, last - 1), (first + 1, last), (first, last + 1), (first - 1, last)):
        changed = tokens[last - 1] if stop < last else tokens[first] if start > first else None
        added = tokens[last] if last < stop <= len(tokens) else tokens[start] if 0 <= start < first else None
        mark = changed or added
        if mark is not None and _is_mark(mark) and start < stop and is_balanced(tokens[start:stop]):
            return trimmed(sentence, range(start, stop))
    return places


def _is_mark(token: Token) -> bool:
    return token.text in _OPENING | _CLOSING | {'"'}


def trimmed(sentence: ParsedSentence, places: Iterable[int]) -> range:
    """From the first to the last of `places` that holds a word, or that opens or closes a pair of marks."""
    kept = [place for place in places if not _is_joint(sentence.tokens[place])]
    return range(min(kept), max(kept) + 1) if kept else range(0)


def _is_joint(token: Token) -> bool:
    return token.text in {",", ";", ":", ".", "!", "?", "…", "..."} or token.text in DASHES


def is_whole(sentence: ParsedSentence, token: Token, places: range) -> bool:
    """Whether all words at `places` depend on `token`: nothing of another clause stands between them."""
    inside = {each.place for each in sentence.subtree(token)}
    return all(place in inside or sentence.tokens[place].word_class == "PUNCT" for place in places)


def is_balanced(tokens: Iterable[Token]) -> bool:
    """Whether every bracket and every quotation mark that opens is closed, and none closes that wasn't opened."""
    depth, straight = 0, 0
    for token in tokens:
        if token.text == '"':
            straight += 1
        elif token.text in _OPENING:
            depth += 1
        elif token.text in _CLOSING and token.tag not in {"POS"}:
            depth -= 1
            if depth < 0:
                return False
    return depth == 0 and straight % 2 == 0


def before(sentence: ParsedSentence, places: range) -> Token | None:
    """The token straight before `places`."""
    return sentence.tokens[places.start - 1] if places.start else None


def behind(sentence: ParsedSentence, places: range) -> Token | None:
    return sentence.tokens[places.stop] if places.stop < len(sentence.tokens) else None


def is_set_off(sentence: ParsedSentence, places: range) -> bool:
    """Whether a comma or a dash stands before `places`."""
    sign = before(sentence, places)
    return sign is not None and (sign.text == "," or sign.text in DASHES)


def is_opening(sentence: ParsedSentence, places: range) -> bool:
    """Whether no word of the sentence stands before `places`."""
    return all(token.word_class == "PUNCT" for token in sentence.tokens[: places.start])


def inset(sentence: ParsedSentence, places: range, noun: Token | None = None) -> frozenset[int]:
    """`places` with the commas or dashes that set them off; the second one stays where what is before it needs it.

    Args:
        noun: What they tell more of. `In Leeds, which is large, he sang` keeps a comma, `Ann, who is tall, sang` doesn't.
    """
    first, last = places.start, places.stop
    sign, closing = before(sentence, places), behind(sentence, places)
    if sign is not None and sign.text in _SET_OFF:
        first -= 1
    closes = closing is not None and closing.text == (sign.text if sign is not None and sign.text in _SET_OFF else ",")
    if closes and not (noun is not None and _is_fronted(sentence, noun, places)):
        last += 1
    return frozenset(range(first, last))


def _is_fronted(sentence: ParsedSentence, noun: Token, places: range) -> bool:
    """Whether `noun` is in something that stands before the clause it belongs to, or something else is set off behind it."""
    after = sentence.tokens[places.stop + 1] if places.stop + 1 < len(sentence.tokens) else None
    if after is not None and (after.tag in {"VBG", "RB"} or after.relation == "mark"):
        return True
    for token in (noun, *sentence.ancestors(noun)):
        head = sentence.head(token)
        if token.relation in {"advcl", "ccomp"} and head.place >= places.stop:
            return True
        if is_verb(head) and head.place >= places.stop:
            return token.relation in _ADVERBIAL
    return False


def to_the_comma(sentence: ParsedSentence, noun: Token, places: range) -> range:
    """`places` up to the sign that closes them: `editor at large at the Gazette` of `Ann, editor at large at the Gazette,`."""
    inside = {each.place for each in sentence.subtree(noun)}
    stop = places.stop
    while stop in inside and sentence.tokens[stop].word_class != "PUNCT" and sentence.tokens[stop].relation != "cc":
        stop += 1
    return range(places.start, stop)


def noun_phrase(sentence: ParsedSentence, noun: Token) -> tuple[Token, ...]:
    """The noun with what belongs to it, without what is set off by commas; and joined nouns: `Ann and her brother`."""
    gone: set[int] = set()
    inside = sentence.subtree(noun)
    for token in inside:
        if token.relation == "mark" and token.head == noun.place:
            gone.add(token.place)
        if token is noun or token.place in gone or token.place < noun.place or token.relation not in _TELLING:
            continue
        places = region(sentence, token)
        if places and places.start > noun.place and is_set_off(sentence, places):
            gone.update(inset(sentence, to_the_comma(sentence, noun, places)))
    kept = [token for token in inside if token.place not in gone]
    entity = sentence.entity_at(noun)
    if entity is not None and entity.first < kept[0].place:
        # `the Liberty & Conscience Fund`: a name stays whole.
        start = entity.first - (entity.first > 0 and sentence.tokens[entity.first - 1].relation == "det")
        kept = [*sentence.tokens[start : kept[0].place], *kept]
    places = trimmed(sentence, (token.place for token in kept))
    return tuple(token for token in kept if token.place in places)


def is_plural(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether a verb that follows `noun` is in the plural: `cuts are`, `Ann and Bob are`, `they are`."""
    if noun.relation in SUBJECTS:
        form = finite_form(sentence, sentence.head(noun))
        if form is not None and (form.tag == "VBZ" or form.lower == "was"):
            return False
        if form is not None and (form.tag == "VBP" or form.lower == "were"):
            return noun.lower != "i"
    if any(each.lower == "and" for each in sentence.children(noun, "cc")):
        return True
    return (
        noun.tag in {"NNS", "NNPS"} or noun.has("Number=Plur") or noun.lower in {"they", "we", "you", "these", "those"}
    )
