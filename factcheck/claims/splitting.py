"""Several claims out of one sentence: its coordinated, relative, participle and appositive parts, each for itself.

Each rule takes a clause apart where it is sure of both halves, or leaves it whole: a sentence that stays together costs
a person one edit, a fragment that lost its subject misleads. What a rule must put in or change (`is`, `this`, `marked`
for `marking`) is a token of its own and is shown as a substitution.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from factcheck.claims.clauses import (
    SUBORDINATORS,
    Clause,
    depth,
    finite_places,
    first_finite,
    is_clause,
    noun_phrase_before,
    put_in,
    rewritten,
    starts_clause,
    starts_verb_phrase,
    trimmed,
    verb_group_start,
)
from factcheck.claims.reports import Report
from factcheck.language.irregular_verbs import past_of_gerund
from factcheck.language.tagging import FINITE, Token

_MOST: Final = 12
"""A sentence gives at most so many claims; one with more is a list, and stays whole from there on."""

_CONTRASTS: Final = frozenset({"while", "although", "though", "whereas"})
_OF_THE_EVENT: Final = frozenset(
    """marking prompting sparking triggering meaning resulting raising bringing underscoring highlighting signalling
    signaling suggesting indicating reflecting causing""".split()
)
"""Participles whose subject is what the main clause says: `the talks failed, leaving both sides …`."""

_PREPOSITIONS: Final = frozenset(
    """including according following regarding concerning depending excluding during pending owing notwithstanding
    considering barring starting beginning""".split()
)


def split(clause: Clause) -> list[Clause]:
    """The parts of `clause`, the tokens of one sentence, in the order of the text; one, itself, where it stays whole."""
    parts = _parts(trimmed(clause), _MOST)
    return [part for part, _ in sorted(zip(parts, range(len(parts)), strict=True), key=lambda each: (_place(each[0]), each[1]))]


def _place(clause: Clause) -> int:
    return min((token.start for token in clause if token.end > token.start), default=0)


def _parts(clause: Clause, most: int) -> list[Clause]:
    if most > 1 and len(clause) > 5:
        for rule in _RULES:
            found = rule(clause)
            if found and len(found) > 1 and all(is_clause(part) for part in found):
                left = most
                parts: list[Clause] = []
                for part in found:
                    parts += _parts(part, max(1, left - len(found) + 1))
                    left = most - len(parts)
                return parts
    return [clause]


def explained(clause: Clause, said: Report) -> tuple[Clause, list[Clause]]:
    """A report without what its head explains about the speaker, and each of those explanations for itself.

    `Ann Lee, the mayor, said A` → `Ann Lee said A`, `Ann Lee is the mayor`.
    """
    head = said.head
    comma, spoke = put_in(",", at=head[-1].end, tag=","), put_in("spoke", at=head[-1].end, tag="VBD")
    # `said Ann Lee, the mayor` has its verb first: without it, and with one behind, it is like the others.
    inverted = head[0].is_finite
    padded = (*head[1:], comma, spoke) if inverted else head
    for rule in (_ages, _relative, _title_first, _apposition, _loose_apposition):
        found = rule(padded) if len(padded) > 3 else None
        facts = [part for part in (found or ())[1:] if is_clause(part)]
        if found and facts:
            kept = set(found[0])
            gone = {token for token in head[inverted:] if token not in kept}
            return trimmed(tuple(token for token in clause if token not in gone)), facts
    return clause, []


def _loose_apposition(clause: Clause) -> list[Clause] | None:
    """`Ann Lee, the doctor who led the study, spoke`: as `_apposition`, with a clause in it."""
    place = next((at for at, token in enumerate(clause) if token.text == ","), 0)
    if not place or clause[-2].text != "," or clause[place + 1].lower not in {"the", "a", "an"} or clause[place - 1].tag != "NNP":
        return None
    named, inner = clause[:place], clause[place + 1 : -2]
    if any(token.text == "," for token in inner) or not inner:
        return None
    return [(*named, clause[-1]), (*named, put_in("is", at=clause[place].start, tag="VBZ"), *inner)]


def _at_semicolons(clause: Clause) -> list[Clause] | None:
    ends = [place for place, token in enumerate(clause) if token.text == ";" and depth(clause, place) == 0]
    if not ends:
        return None
    starts = [0, *(end + 1 for end in ends)]
    return [trimmed(clause[start:end]) for start, end in zip(starts, [*ends, len(clause)], strict=True)]


def _relative(clause: Clause) -> list[Clause] | None:
    """`X, who runs Y, left` → `X left`, `X runs Y`."""
    for place in range(1, len(clause) - 2):
        if clause[place].text != "," or clause[place + 1].lower not in {"who", "which"} or depth(clause, place):
            continue
        antecedent = noun_phrase_before(clause, place)
        verb = starts_verb_phrase(clause, place + 2)
        if not antecedent or verb is None or clause[verb].tag == "VBN":
            continue
        end = _insert_end(clause, place)
        if end is None:
            continue
        main = (*clause[:place], *clause[end:])
        subject = _predicated(clause, place - len(antecedent)) or antecedent
        if clause[place + 1].lower == "which" and _is_effect(clause, verb) and first_finite(clause[:place]) is not None:
            subject = (put_in("This", at=clause[place + 1].start, tag="DT"),)
        return [trimmed(main), trimmed((*subject, *clause[place + 2 : end]))]
    return None


_EFFECTS: Final = frozenset("affected caused prompted meant surprised angered forced triggered sparked means".split())


def _is_effect(clause: Clause, verb: int) -> bool:
    """`A, which surprised B`: whether the verb says what the whole of A did."""
    return any(token.lower in _EFFECTS for token in clause[verb : verb + 3])


_STATES: Final = frozenset("located based known owned situated intended meant used designed called named".split())


def _participial_insert(clause: Clause) -> list[Clause] | None:
    """`X, born in Y, left` → `X left`, `X was born in Y`."""
    for place in range(1, len(clause) - 3):
        token = clause[place + 1]
        if clause[place].text != "," or token.tag != "VBN" or depth(clause, place) or token.lower in {"compared", "followed"}:
            continue
        named = noun_phrase_before(clause, place)
        end = _insert_end(clause, place)
        if not named or end is None or end == len(clause) or len(named) == place and place > 12:
            continue
        plural = named[-1].tag in {"NNS", "NNPS"} or any(each.lower == "and" for each in named)
        word = ("are" if plural else "is") if token.lower in _STATES else ("were" if plural else "was")
        verb = put_in(word, at=token.start, tag="VBD")
        return [trimmed((*clause[:place], *clause[end:])), trimmed((*named, verb, *clause[place + 1 : end]))]
    return None


def _predicate_relative(clause: Clause) -> list[Clause] | None:
    """`X is a Y who runs Z` → `X is a Y`, `X runs Z`."""
    for place in range(4, len(clause) - 2):
        if clause[place].lower not in {"who", "which"} or clause[place - 1].text == "," or depth(clause, place):
            continue
        named = noun_phrase_before(clause, place)
        start = place - len(named)
        subject = _predicated(clause, start)
        verb = starts_verb_phrase(clause, place + 1)
        if not subject or clause[start].lower not in {"a", "an"} or verb is None or clause[verb].tag == "VBN":
            continue
        return [trimmed(clause[:place]), trimmed((*subject, *clause[place + 1 :]))]
    return None


def _predicated(clause: Clause, start: int) -> Clause:
    """`X` of `X is a Y`, where `a Y` begins at `start`: what is said of the one is said of the other; else nothing."""
    if start < 2 or clause[start].lower not in {"a", "an", "the"} or clause[start - 1].lower not in {"is", "was", "are", "were"}:
        return ()
    return _subject(clause, start - 1)


def _insert_end(clause: Clause, start: int) -> int | None:
    """Where what begins with the comma at `start` ends: before the verb of the main clause, or at the end of all.

    None where that isn't plain.
    """
    # `He says that X, who …, left`: the verb that is still to come is the one of the innermost clause.
    inner = max((at + 1 for at in range(start) if clause[at].lower in SUBORDINATORS and clause[at].tag == "IN"), default=0)
    has_verb = first_finite(clause[inner:start]) is not None
    for place in range(start + 2, len(clause)):
        if clause[place].text != "," or depth(clause, place):
            continue
        if not has_verb and starts_verb_phrase(clause, place + 1) is not None:
            return place + 1
        if has_verb and place + 1 < len(clause) and clause[place + 1].lower in {"and", "but"}:
            follows = place + 2
            if starts_verb_phrase(clause, follows) is not None or starts_clause(clause, follows) is not None:
                return place
    return len(clause) if has_verb else None


def _apposition(clause: Clause) -> list[Clause] | None:
    """`X, the head of Y, left` → `X left`, `X is the head of Y`."""
    for place in range(1, len(clause) - 2):
        if clause[place].text != "," or depth(clause, place):
            continue
        named = noun_phrase_before(clause, place)
        end = _noun_phrase_end(clause, place + 1)
        if not named or end is None or not _is_apposition(clause, named, place, end):
            continue
        is_plural = named[-1].tag in {"NNS", "NNPS"} or any(token.lower == "and" for token in named)
        verb = put_in("are" if is_plural else "is", at=clause[place].start, tag="VBZ")
        rest = clause[end + 1 :] if end < len(clause) else ()
        return [trimmed((*clause[:place], *rest)), trimmed((*named, verb, *clause[place + 1 : end]))]
    return None


def _noun_phrase_end(clause: Clause, start: int) -> int | None:
    """Where the noun phrase at `start` ends: at a comma or the end of the clause, with no verb in it."""
    if start >= len(clause) or clause[start].tag not in {"DT", "JJ", "NN", "PRP$"} or clause[start].lower in {"this", "that", "each", "both", "all", "same"}:
        return None
    for place in range(start, min(len(clause), start + 16)):
        token = clause[place]
        if token.text == ",":
            return place
        if token.tag in FINITE | {"WDT", "WP", "WRB", "VBG", "CC", "PRP", "EX", "MD"} or token.lower in SUBORDINATORS or token.text in {";", ":"} or token.tag == "“":
            return None
    return len(clause) if len(clause) - start <= 16 else None


def _is_apposition(clause: Clause, named: Clause, place: int, end: int) -> bool:
    inner = clause[place + 1 : end]
    titled = inner[0].tag == "DT" and named[-1].tag == "NNP"
    if not (titled or any(token.tag in {"NN", "NNS"} for token in inner)) or not any(token.tag == "NNP" for token in (*named, *inner)):
        return False
    if clause[place + 1].tag == "JJ" and not any(token.tag == "NN" for token in inner[:4]):
        return False
    if end == len(clause):
        # At the end: only a proper name, explained with an article, and no list before it.
        return (
            named[-1].tag == "NNP"
            and inner[0].lower in {"the", "a", "an"}
            and not any(token.text == "," for token in clause[:place])
        )
    follows = clause[end + 1 :] if end < len(clause) else ()
    before_verb = first_finite(clause[:place]) is None
    if before_verb:
        return bool(follows) and starts_verb_phrase(clause, end + 1) is not None
    return named[-1].tag == "NNP" and bool(follows) and follows[0].lower not in {"and", "or"} and inner[0].tag == "DT" and follows[0].tag not in {"DT", "NNP", "JJ"}


def _title_first(clause: Clause) -> list[Clause] | None:
    """`their solicitor, Ann Lee, left` → `Ann Lee left`, `Ann Lee is their solicitor`."""
    for place in range(1, len(clause) - 3):
        if clause[place].text != "," or clause[place + 1].tag != "NNP" or depth(clause, place):
            continue
        end = place + 1
        while end < len(clause) and clause[end].tag == "NNP":
            end += 1
        title = noun_phrase_before(clause, place)
        start = place - len(title)
        if end - place - 1 < 2 or end >= len(clause) - 1 or clause[end].text != "," or not title:
            continue
        if title[-1].tag != "NN" and not (title[-1].tag == "NNP" and title[0].tag in {"DT", "POS", "PRP$"}):
            continue
        if title[0].tag not in {"DT", "PRP$", "POS", "NNP"} or title[0].lower in {"this", "that"} or starts_verb_phrase(clause, end + 1) is None or start > 6:
            continue
        name = clause[place + 1 : end]
        verb = put_in("is", at=clause[place].start, tag="VBZ")
        return [trimmed((*clause[:start], *name, *clause[end + 1 :])), (*name, verb, *title)]
    return None


def _of_whom(clause: Clause) -> list[Clause] | None:
    """`A hit 60 people, of whom 12 died` → `A hit 60 people`, `of 60 people, 12 died`."""
    for place in range(3, len(clause) - 4):
        if clause[place].text != "," or clause[place + 1].lower != "of" or clause[place + 2].lower not in {"whom", "which"}:
            continue
        antecedent = noun_phrase_before(clause, place) or clause[: first_finite(clause) or 0]
        if clause[place - 1].is_noun and not any(token.tag in {"CD", "NNS"} for token in antecedent):
            antecedent = clause[: first_finite(clause) or 0]
        if antecedent and not depth(clause, place):
            comma = put_in(",", at=clause[place + 2].end, tag=",")
            return [trimmed(clause[:place]), trimmed((clause[place + 1], *antecedent, comma, *clause[place + 3 :]))]
    return None


def _ranking(clause: Clause) -> list[Clause] | None:
    """`A rose by 3 %, the largest rise since May` → `A rose by 3 %`, `this was the largest rise since May`."""
    for place in range(4, len(clause) - 3):
        after = clause[place + 1 : place + 4]
        if clause[place].text != "," or after[0].lower != "the" or depth(clause, place) or not is_clause(clause[:place]):
            continue
        ranks = any(token.tag in {"JJS", "RBS"} or token.lower in {"first", "second", "third", "last", "only"} for token in after[1:])
        if not ranks or any(token.text == "," or token.is_finite for token in clause[place + 1 :]):
            continue
        this = put_in("This", at=clause[place].start, tag="DT")
        return [trimmed(clause[:place]), (this, put_in("was", at=clause[place].start, tag="VBD"), *clause[place + 1 :])]
    return None


def _infinitives(clause: Clause) -> list[Clause] | None:
    """`X voted to do A and to do B` → `X voted to do A`, `X voted to do B`."""
    for place in range(4, len(clause) - 2):
        if clause[place].lower != "and" or clause[place + 1].tag != "TO" or clause[place + 2].tag != "VB" or depth(clause, place):
            continue
        verb = first_finite(clause)
        first = next((at for at in range(verb or 0, place) if clause[at].tag == "TO" and clause[at + 1].tag == "VB"), None)
        if verb is not None and first is not None:
            return [trimmed(clause[:place]), trimmed((*clause[:first], *clause[place + 1 :]))]
    return None


def _ages(clause: Clause) -> list[Clause] | None:
    """`Ann Lee, 45, left` → `Ann Lee left`, `Ann Lee is 45`."""
    for place in range(1, len(clause) - 3):
        age = clause[place + 1]
        if clause[place].text == "," and clause[place + 2].text == "," and age.text.isdigit() and 0 < int(age.text) < 120:
            named = noun_phrase_before(clause, place)
            if named and named[-1].tag == "NNP" and not depth(clause, place):
                verb = put_in("is", at=age.start, tag="VBZ")
                goes_on = place + 2 if clause[place + 3].lower in {"who", "which"} else place + 3
                return [trimmed((*clause[:place], *clause[goes_on:])), (*named, verb, age)]
    return None


def _contrast(clause: Clause) -> list[Clause] | None:
    """`Although A, B` and `A, while B` → `A`, `B`."""
    if clause[0].lower in _CONTRASTS:
        for place in range(3, len(clause) - 2):
            if clause[place].text == "," and starts_clause(clause, place + 1) is not None and is_clause(clause[1:place]):
                return [trimmed(clause[1:place]), trimmed(clause[place + 1 :])]
        return None
    for place in range(3, len(clause) - 3):
        if clause[place].lower in _CONTRASTS and clause[place - 1].text == "," and not depth(clause, place):
            if starts_clause(clause, place + 1) is not None:
                return [trimmed(clause[:place]), trimmed(clause[place + 1 :])]
    return None


def _coordination(clause: Clause) -> list[Clause] | None:
    """`A, and B` → `A`, `B`, where both have a subject and a verb; what `that` governs governs both."""
    for place in range(3, len(clause) - 2):
        if clause[place].lower not in {"and", "but", "so", "yet"} or depth(clause, place):
            continue
        left = trimmed(clause[:place])
        start = place + 1
        if starts_clause(clause, start) is None or not is_clause(left) or _is_list(clause, place):
            continue
        if clause[place - 1].text != "," and _joins_nouns(clause, place):
            continue
        right = clause[start:]
        if right[0].lower in {"that", "who", "which"}:
            continue
        governor = _governor(left)
        if governor and clause[place].lower == "and" and clause[place - 1].text != ",":
            right = (*governor, *right)
        return [left, trimmed(right)]
    return None


def _joins_nouns(clause: Clause, place: int) -> bool:
    """`his television and film career`, `North and South Korea`, `posts 542 and 543`, `because A and B`."""
    before, after = clause[place - 1].tag, clause[place + 1].tag
    if after in {"NN", "JJ", "VBG", "VBN"} or (before == after and after in {"NNP", "CD"}):
        return True
    verb = first_finite(clause[:place]) or 0
    return any(token.lower in {"because", "if", "when", "after", "before", "until", "unless"} for token in clause[verb:place])


def _is_list(clause: Clause, place: int) -> bool:
    """Whether the conjunction joins nouns and not clauses: `met Ann and the men who …`, `… and a fall and rose`."""
    verb = starts_clause(clause, place + 1)
    if verb is None or clause[verb_group_start(clause, verb) - 1].tag == "CC":
        return True
    if any(token.tag in {"WDT", "WP"} for token in clause[place + 1 : verb]):
        return True
    last = finite_places(clause[:place])
    return not last or (place - last[-1] == 1 and clause[place - 1].text != ",")


def _side_by_side(clause: Clause) -> list[Clause] | None:
    """`A, B` and `A – B` with a subject and a verb on both sides, and `A, where B`."""
    for place in range(3, len(clause) - 3):
        token = clause[place]
        if token.text not in {",", "–", "—", ":", "however"} or depth(clause, place):
            continue
        start = place + 1
        while start < len(clause) and clause[start].lower in {"where", "however", "then", "instead", "therefore", "and", "but"}:
            start += 1
        left, right = trimmed(clause[:place]), trimmed(clause[start:])
        begins = {"DT", "PRP", "PRP$", "NNP", "NNS", "EX", "PRP+VBZ"} | ({"JJ", "NN"} if token.text == ":" else set())
        if not right or right[0].tag not in begins or not is_clause(left):
            continue
        verb = starts_clause(clause, start)
        if verb is None or any(each.text == "," for each in clause[start:verb]) or clause[0].lower in SUBORDINATORS:
            continue
        if _speaks(clause, verb) or clause[verb_group_start(clause, verb) - 1].tag == "CC":
            continue
        return [left, right]
    return None


_SPEAKING: Final = frozenset("said says say told tells added adds wrote writes explained argued claimed thinks believes".split())


def _speaks(clause: Clause, verb: int) -> bool:
    """`A, the minister said`: whether the verb reports what stands before it."""
    return clause[verb].lower in _SPEAKING


def _governor(left: Clause) -> Clause:
    """`X found that` of `X found that A`: what stands before the last `that` after a verb; empty where there is none."""
    for place in range(len(left) - 1, 0, -1):
        if left[place].lower == "that" and left[place - 1].tag in FINITE | {"VBN", "VB"}:
            return left[: place + 1]
    return ()


def _verb_phrases(clause: Clause) -> list[Clause] | None:
    """`X did A and did B` → `X did A`, `X did B`; what stands before the first verb is kept before the second."""
    for place in range(2, len(clause) - 1):
        token = clause[place]
        joins = token.lower in {"and", "but"} or (token.text == "," and clause[place + 1].lower == "then")
        if not joins or depth(clause, place):
            continue
        verb = starts_verb_phrase(clause, place + 1)
        if verb is None or len(clause) - verb < 2:
            continue
        first = _matching_verb(clause, place, clause[verb])
        if first is None:
            continue
        shared = clause[: verb_group_start(clause, first)]
        auxiliary: tuple[Token, ...] = ()
        if clause[verb].tag == "VBN":
            auxiliary = tuple(each for each in clause[first:place] if each.tag in FINITE or each.lower in {"been", "be", "being"})[:2]
        return [trimmed(clause[:place]), trimmed((*shared, *auxiliary, *clause[place + 1 :]))]
    return None


def _matching_verb(clause: Clause, conjunction: int, verb: Token) -> int | None:
    """The verb before the conjunction that shares its subject with `verb`; None where a relative clause is between."""
    for place in range(conjunction - 1, 0, -1):
        token = clause[place]
        if token.text in {";", ":"} or (token.lower in {"who", "which"} and clause[place - 1].text != ","):
            return None
        if token.tag == "WDT" or token.lower in {"because", "if", "when", "after", "before", "since", "until", "as"}:
            if token.tag != "IN" or any(each.tag in FINITE for each in clause[place + 1 : conjunction]):
                return None
        if token.tag not in FINITE:
            continue
        if verb.tag == "VBN":
            # A participle needs the auxiliary of the first: `was found and taken`.
            return place if any(each.tag == "VBN" for each in clause[place + 1 : conjunction]) else None
        if (token.tag == "VBD") == (verb.tag == "VBD") or place == finite_places(clause)[0]:
            return place
        if not any(each.lower == "that" for each in clause[:place]):
            return place
    return None


def _participle(clause: Clause) -> list[Clause] | None:
    """`A, leaving B` → `A`, `this left B`; `X ran, becoming Y` → `X ran`, `X became Y`."""
    verb = first_finite(clause)
    if verb is None or clause[verb].tag == "MD" or clause[verb].lower in {"will", "would"}:
        return None
    for place in range(verb + 1, len(clause) - 2):
        token = clause[place + 1]
        if clause[place].text != "," or token.tag != "VBG" or token.lower in _PREPOSITIONS or depth(clause, place):
            continue
        rest = clause[place + 2 :]
        if not rest or rest[0].is_sign or any(each.text == "," and starts_verb_phrase(clause, place + 2 + at + 1) is not None for at, each in enumerate(rest)):
            continue
        past = rewritten(token, past_of_gerund(token.lower), "VBD")
        rest = _in_the_past(rest)
        who = _subject(clause, verb)
        acts = bool(who) and (who[-1].tag == "PRP" or who[0].tag == "NNP") and token.lower not in _OF_THE_EVENT
        if not acts or (token.lower == "making" and rest[0].tag == "PRP"):
            subject: Clause = (put_in("This", at=token.start, tag="DT"),)
        else:
            subject = who
        return [trimmed(clause[:place]), trimmed((*subject, past, *rest))]
    return None


def _in_the_past(rest: Clause) -> Clause:
    """`making it and serving it`: what follows `and` in -ing becomes past too, so that it can be taken apart."""
    return tuple(
        rewritten(token, past_of_gerund(token.lower), "VBD")
        if place and token.tag == "VBG" and rest[place - 1].lower == "and"
        else token
        for place, token in enumerate(rest)
    )


def _subject(clause: Clause, verb: int) -> Clause:
    """The subject of the verb at `verb`, without what is fronted before a comma."""
    end = verb_group_start(clause, verb)
    commas = [place for place in range(end) if clause[place].text == ","]
    start = commas[-1] + 1 if commas and clause[0].tag in {"IN", "RB", "TO", "VBG", "VBN"} else 0
    return clause[start:end]


def _counts(clause: Clause) -> list[Clause] | None:
    """`freed 27 soldiers and 12 civilians` → one for each count, where each can be checked alone."""
    verb = first_finite(clause)
    if verb is None:
        return None
    for place in range(verb + 2, len(clause) - 2):
        if clause[place].lower != "and" or clause[place + 1].tag != "CD":
            continue
        left = noun_phrase_before(clause, place)
        while left and left[0].tag != "CD":
            left = left[1:]
        end = place + 2
        while end < len(clause) and clause[end].tag in {"NN", "NNS", "JJ", "NNP", "VBN"} and not (clause[end].tag == "VBN" and clause[end - 1].is_noun):
            end += 1
        right = clause[place + 1 : end]
        if len(left) < 2 or len(right) < 2 or not left[-1].is_noun or left[-1].tag == "CD" or right[-1].tag in {"CD", "JJ"}:
            continue
        start = place - len(left)
        before = clause[start - 1].lower if start else ""
        if before in {"between", "from", "of", "to"} or any(token.lower == "respectively" for token in clause):
            continue
        return [trimmed((*clause[:place], *clause[end:])), trimmed((*clause[:start], *clause[place + 1 :]))]
    return None


_RULES: Final[tuple[Callable[[Clause], list[Clause] | None], ...]] = (
    _at_semicolons,
    _ages,
    _relative,
    _participial_insert,
    _predicate_relative,
    _title_first,
    _of_whom,
    _apposition,
    _ranking,
    _contrast,
    _coordination,
    _side_by_side,
    _participle,
    _verb_phrases,
    _infinitives,
    _counts,
)
