"""Where the clauses stand that were said: before a verb of saying, behind it, or around it."""

from __future__ import annotations

from typing import Final

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.parsing.tags import FINITE, PROPER
from factcheck.language.speech.quotations import Quotations
from factcheck.language.speech.speakers import is_time
from factcheck.language.speech.speech_verbs import (
    ACCUSING,
    BELIEVING,
    CALLING,
    DENYING,
    SAYING,
    STATEMENTS,
    WEIGHING,
    WITHHOLDING,
)

_PAUSES: Final = frozenset({",", "?", "!"})
_SUBJECTS: Final = ("nsubj", "nsubjpass", "expl", "csubj")


def is_finite(sentence: ParsedSentence, token: Token) -> bool:
    """Whether it is the verb of a clause that has a tense, or its participle: `fell`, `has fallen`.

    A participle that has a subject and nothing before it is a past tense, which is often the same word.
    """
    auxiliaries = [each for each in sentence.children(token, "aux", "auxpass") if each.place < token.place]
    past = token.tag == "VBN" and not auxiliaries and sentence.child(token, "nsubj") is not None
    return past or token.tag in FINITE or any(each.tag in FINITE for each in auxiliaries)


def clause_of(sentence: ParsedSentence, token: Token) -> Token | None:
    """The verb of the finite clause that holds `token`."""
    return next((each for each in (token, *sentence.ancestors(token)) if is_finite(sentence, each)), None)


def complements(sentence: ParsedSentence, verb: Token) -> tuple[Token, ...]:
    """What complements a verb of saying: `said that A`, `A, she said`, `asked them to go`, `denied lying`."""
    bare = verb.lemma in WITHHOLDING | WEIGHING | DENYING
    found = [
        each
        for each in sentence.children(verb, "ccomp", "xcomp")
        if (
            is_finite(sentence, each) or sentence.child(each, *_SUBJECTS) is not None or (bare and each.tag[:2] == "VB")
        )
        and (each.relation == "ccomp" or bare)
        and not is_parted(sentence, each, verb)
    ]
    return tuple(found) or _behind_an_object(sentence, verb)


def is_parted(sentence: ParsedSentence, content: Token, verb: Token) -> bool:
    """Whether a semicolon parts a clause from the verb behind it: then it is a sentence of its own."""
    return any(each.text == ";" for each in sentence.tokens[content.place : verb.place])


def _behind_an_object(sentence: ParsedSentence, verb: Token) -> tuple[Token, ...]:
    """`told the court that A`, where the parser takes the clause for one of the court."""
    if verb.lemma not in SAYING | BELIEVING:
        return ()
    objects = [
        *sentence.children(verb, "dobj"),
        *(sentence.child(each, "pobj") for each in sentence.children(verb, "prep")),
    ]
    return tuple(
        clause
        for each in objects
        if each is not None and each.place > verb.place
        for clause in that_clauses(sentence, each)
    )


def that_clauses(sentence: ParsedSentence, noun: Token) -> tuple[Token, ...]:
    """The clauses with `that` which say what a noun means, and are not relative: `the claim that the dam was safe`."""
    return tuple(
        each
        for each in sentence.children(noun, "acl", "relcl", "ccomp")
        if each.place > noun.place
        and is_finite(sentence, each)
        and sentence.child(each, "nsubj", "nsubjpass", "expl") is not None
        and any(mark.lower == "that" for mark in sentence.children(each, "mark"))
    )


def quoted(sentence: ParsedSentence, verb: Token, quotations: Quotations) -> tuple[Token, ...]:
    """The clauses on a verb that stand in quotation marks, subject and all, where the verb stands outside."""
    if quotations.holds(verb):
        return ()
    found = []
    for each in sentence.children(verb):
        subject = sentence.child(each, *_SUBJECTS)
        marks = sentence.children(each, "mark")
        if (
            is_finite(sentence, each)
            and quotations.holds(each)
            and (subject is None or quotations.holds(subject))
            and all(map(quotations.holds, marks))
        ):
            found.append(each)
    return tuple(found)


def quotes(sentence: ParsedSentence, verb: Token, quotations: Quotations) -> bool:
    """Whether words in quotation marks hang on a verb as what was said, also if they are no clause: `“Never,” he said`.

    They begin the sentence and end with a pause, or a colon stands before them, or a comma and it is a verb of saying.
    """
    tokens = sentence.tokens
    for first, last in quotations.stretches:
        if first <= verb.place <= last or all(each.head != verb.place for each in tokens[first : last + 1]):
            continue
        before = tokens[first - 2].text if first > 1 else ""
        ending = {each.text for each in tokens[last : last + 3]}
        if before == ":" or (first <= 1 and ending & _PAUSES) or (before == "," and verb.lemma in SAYING):
            return True
    return False


def around(sentence: ParsedSentence, verb: Token, quotations: Quotations) -> Token | None:
    """The clause into which a saying is put: `The dam, she said, is safe`, `as she put it, the dam is safe`.

    The parser may hang a saying on the quotation, however it takes it.
    """
    head = sentence.head(verb)
    if not is_finite(sentence, head) or head.place == verb.place:
        return None
    if verb.relation == "parataxis" or (quotations.holds(head) and not quotations.holds(verb)):
        return head
    is_as = any(each.lower == "as" for each in sentence.children(verb, "mark", "advmod"))
    objects = sentence.children(verb, "dobj")
    puts_it = verb.lemma == "put" and any(each.lower == "it" for each in objects)
    # Whoever tells, tells somebody: `as he told the court, the dam is safe`.
    may = puts_it or not objects or verb.lemma == "tell"
    return head if verb.relation == "advcl" and is_as and may else None


def called(sentence: ParsedSentence, verb: Token) -> tuple[Token, Token] | None:
    """What is called, and what it is called: `called the plan a farce`; who is accused, and of doing what."""
    whom = sentence.child(verb, "dobj", "nsubjpass")
    if verb.lemma in CALLING:
        small = next((each for each in sentence.children(verb, "ccomp") if not is_finite(sentence, each)), None)
        if small is not None:
            whom = sentence.child(small, *_SUBJECTS)
        what = small or _predicate(sentence, verb, whom) or _behind(sentence, "as", verb, whom)
    elif verb.lemma in ACCUSING:
        what = _behind(sentence, "of", verb, whom)
    else:
        return None
    return (whom, what) if whom is not None and what is not None and what.tag not in PROPER else None


def _predicate(sentence: ParsedSentence, verb: Token, whom: Token | None) -> Token | None:
    """What follows whom or what is called something, also where the parser takes it for an apposition."""
    following = (*sentence.children(verb, "oprd", "npadvmod"), *(sentence.children(whom, "appos") if whom else ()))
    return next((each for each in following if each.place > verb.place and not _is_apart(sentence, each)), None)


def _is_apart(sentence: ParsedSentence, token: Token) -> bool:
    """Whether it is a time, or stands behind a comma."""
    return is_time(sentence, token) or sentence.tokens[sentence.subtree(token)[0].place - 1].text == ","


def _behind(sentence: ParsedSentence, word: str, *holders: Token | None) -> Token | None:
    """What stands behind a preposition that hangs on one of `holders`."""
    for holder in holders:
        for each in sentence.children(holder, "prep") if holder is not None else ():
            if each.lower == word:
                return sentence.child(each, "pobj", "pcomp", "amod")
    return None


def denied_claims(sentence: ParsedSentence, verb: Token) -> tuple[Token, ...]:
    """`dismissed claims that A`."""
    if verb.lemma not in DENYING:
        return ()
    return tuple(
        clause
        for each in sentence.children(verb, "dobj")
        if each.lemma in STATEMENTS
        for clause in that_clauses(sentence, each)
    )


def time_of_saying(sentence: ParsedSentence, verb: Token, content: Token) -> tuple[Token, ...]:
    """The time between a verb and a clause without `that`, which belongs to the verb: `said on Monday it would …`."""
    subject = sentence.child(content, *_SUBJECTS)
    if subject is None or sentence.child(content, "mark") is not None:
        return ()
    begin = sentence.subtree(subject)[0].place
    return tuple(
        token
        for each in sentence.children(content, "prep", "npadvmod")
        if is_time(sentence, each)
        for token in sentence.subtree(each)
        if verb.place < token.place < begin
    )
