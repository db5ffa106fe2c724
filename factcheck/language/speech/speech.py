"""Reported speech in one sentence: who says or believes what, and whether it is held to be so.

By the dependencies of the sentence: the clauses that complement a verb of saying, before it, behind it or around it;
what stands behind a noun of saying (`the claim of the council that …`); `according to`. A quoted clause makes any verb
one of saying: `She shrugged: “It is over.”`
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.speech.clauses import (
    around,
    called,
    clause_of,
    complements,
    denied_claims,
    is_finite,
    is_parted,
    quoted,
    quotes,
    that_clauses,
    time_of_saying,
)
from factcheck.language.speech.held import is_held, is_said
from factcheck.language.speech.quotations import is_mark, quotations
from factcheck.language.speech.sources import cited_by, owner_of, speaker_of
from factcheck.language.speech.speakers import is_first_person, phrase
from factcheck.language.speech.speech_verbs import (
    ACCUSING,
    BELIEVING,
    CALLING,
    DENYING,
    QUOTING,
    SAYING,
    STATEMENTS,
    TELLING,
    WEIGHING,
    WITHHOLDING,
)
from factcheck.language.speech.subjects import doer

_VERBS: Final = SAYING | BELIEVING | DENYING | WITHHOLDING | WEIGHING
_IN_WORDS: Final = frozenset({"opinion", "view", "word"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """That somebody said, believed, asked or denied something.

    Attributes:
        verb: What says so: `said`, `according`, the noun `claim`.
        speaker: The phrase that names who, whole; its words may have gaps where something was set off.
        contents: The roots of the clauses that were said, in order: what was said is `words_of` each. Empty where the
            sentence gives no clause: `denied this`, `announced cuts`. Of what isn't asserted also infinitives and
            gerunds: `denied taking bribes`, `asked them to leave`.
        asserts: Whether it was said, and the speaker holds the contents to be so: not what was denied, asked, proposed
            or doubted.
        is_said: Whether it took place: not where nobody said it, it was never said, or only might be.
        denies: Whether the speaker holds that the contents are not so.
        about: Whom or what the one content is said of, where that is no clause: `the plan` of `called the plan a farce`
            (content: farce), `the firm` of `accused the firm of lying` (content: lying). Else empty.
        saying: The words of the saying itself: who, to whom, when. What hangs on the verb and on no content.
    """

    verb: Token
    speaker: tuple[Token, ...]
    contents: tuple[Token, ...] = ()
    asserts: bool = True
    is_said: bool = True
    denies: bool = False
    about: tuple[Token, ...] = ()
    saying: tuple[Token, ...] = ()

    def words_of(self, sentence: ParsedSentence, content: Token) -> tuple[Token, ...]:
        """The tokens of one content, without those of the saying; quotation marks and signs at its ends may be left."""
        below = sentence.subtree(content)
        outside = {each.place for each in self.saying}
        if self.verb in below:
            others = (sentence.subtree(each) for each in self.contents if each != content)
            outside |= {each.place for other in others for each in other}
        return tuple(each for each in below if each.place not in outside)


@lru_cache(maxsize=1024)
def speeches(sentence: ParsedSentence) -> tuple[Speech, ...]:
    """All speech in the sentence, in the order of the words of saying; what was said may hold more speech.

    Time grows with the square of the sentence's tokens at worst, which the parser limits.
    """
    if not sentence.is_parsed:
        return ()
    finder = _Finder(sentence)
    found = [each for token in sentence.tokens if (each := finder.at(token)) is not None]
    withheld = {
        token.place
        for each in found
        if not each.asserts
        for content in each.contents
        for token in each.words_of(sentence, content)
    }
    return tuple(replace(each, asserts=False, denies=False) if each.verb.place in withheld else each for each in found)


def main_speech(sentence: ParsedSentence) -> Speech | None:
    """The speech that the sentence as a whole reports; None where its main clause says something else.

    Of a report of a report it is the inner one: who said the thing, not who passed it on (`according to the Mail, Ann
    Lee said A`); but where it stands in quotation marks, or with a pronoun, the outer one (`Ann Lee said she believes
    that A`). Outside of quotation marks, who says `I` is the author, and reports nobody.
    """
    found = speeches(sentence)
    if not found or sentence.tokens[-1].text == "?":
        return None
    quoted_words = quotations(sentence.tokens)
    main = next((each for each in found if each.verb.lemma not in WEIGHING and _covers(sentence, each)), None)
    if main is not None and is_first_person(main.speaker):
        return None
    while main is not None and main.asserts:
        inner = next((each for each in found if _is_inside(each, main) and not quoted_words.holds(each.verb)), None)
        if inner is None or not inner.asserts or inner.speaker[-1].tag == "PRP":
            break
        main = inner
    return main


def _covers(sentence: ParsedSentence, speech: Speech) -> bool:
    root = _first_clause(sentence)
    if root in (speech.verb, *speech.contents):
        return True
    head = sentence.head(speech.verb)
    if speech.verb.relation in {"pcomp", "xcomp"} and speech.contents:
        return clause_of(sentence, speech.verb) == root  # `was quoted as saying that A`, `went on to say that A`
    # A noun is the root where the parser found no main clause.
    return head == root and not is_finite(sentence, root) and speech.verb.relation in {"parataxis", "amod"}


def _first_clause(sentence: ParsedSentence) -> Token:
    """The root, or that of the first of clauses which semicolons join: the parser hangs them on the last."""
    first = sentence.root
    while True:
        before = next((each for each in sentence.children(first, "ccomp") if is_parted(sentence, each, first)), None)
        if before is None:
            return first
        first = before


def _is_inside(inner: Speech, outer: Speech) -> bool:
    """Whether what `outer` reports is itself that something was said."""
    return inner is not outer and inner.verb in outer.contents and bool(inner.contents)


class _Finder:
    """What looks for speech in one sentence."""

    def __init__(self, sentence: ParsedSentence) -> None:
        self._sentence = sentence
        self._quotations = quotations(sentence.tokens)

    def at(self, token: Token) -> Speech | None:
        """The speech that `token` tells of."""
        if token.lower == "according":
            return self._according(token)
        if token.word_class in {"VERB", "AUX"}:
            return self._citing(token) if token.lemma in QUOTING else self._by_verb(token)
        if token.word_class == "NOUN" and token.lemma in _IN_WORDS:
            return self._in_words(token)
        if token.word_class == "NOUN" and token.lemma in STATEMENTS:
            return self._by_noun(token)
        return None

    def _according(self, token: Token) -> Speech | None:
        """`According to the board, A`."""
        to = self._sentence.child(token, "prep")
        named = self._sentence.child(to, "pobj") if to is not None else None
        speaker = speaker_of(self._sentence, named) if named is not None else ()
        if named is None or not speaker:
            return None
        return self._beside(token, cited_by(self._sentence, self._sentence.head(token), named) or speaker)

    def _in_words(self, noun: Token) -> Speech | None:
        """`In the words of the board, A`, `A, in her view`."""
        owner = owner_of(self._sentence, noun)
        prefix = self._sentence.head(noun)
        speaker = speaker_of(self._sentence, owner) if owner is not None and prefix.lower == "in" else ()
        return self._beside(prefix, speaker) if speaker else None

    def _beside(self, token: Token, speaker: tuple[Token, ...]) -> Speech:
        """What says whose words a clause is, at either end of it or inside."""
        saying = self._sentence.subtree(token)
        at_end = saying[0].place == 0 or all(
            each.word_class == "PUNCT" for each in self._sentence.tokens[saying[-1].place + 1 :]
        )
        content = clause_of(self._sentence, self._sentence.root if at_end else token)
        return Speech(verb=token, speaker=speaker, contents=(content,) if content else (), saying=saying)

    def _citing(self, verb: Token) -> Speech | None:
        """`Newswire reported, citing the police, that A`, where the parser hangs the clause on `citing`."""
        contents = tuple(each for each in self._sentence.children(verb, "ccomp") if is_finite(self._sentence, each))
        source = self._sentence.child(verb, "dobj")
        speaker = speaker_of(self._sentence, source) if source is not None and contents else ()
        return self._with_saying(Speech(verb=verb, speaker=speaker, contents=contents)) if speaker else None

    def _by_verb(self, verb: Token) -> Speech | None:
        sentence = self._sentence
        direct = quoted(sentence, verb, self._quotations)
        is_known = verb.lemma in _VERBS or verb.lemma in TELLING
        words = quotes(sentence, verb, self._quotations) or (is_known and bool(direct))
        who = doer(sentence, verb) if is_known or words or verb.lemma in CALLING | ACCUSING | {"put"} else None
        if who is None and words and is_mark(sentence.tokens[verb.place - 1]):
            who = sentence.child(verb, "dobj", "attr")  # `“Why?” asked Lee`, read as if somebody asked her
        speaker = speaker_of(self._sentence, who, verb) if who is not None else ()
        if who is None or not speaker or self._quotations.holds(who) != self._quotations.holds(verb):
            return None  # `“Never,” he shouted`, `“Ask her,” he said`: one inside of the marks, the other outside
        speaker = cited_by(self._sentence, verb, who) or speaker
        said = is_said(sentence, verb, who, self._quotations)
        names = called(sentence, verb)
        if names is not None:
            about = phrase(sentence, names[0], verb=names[1])
            called_so = Speech(verb=verb, speaker=speaker, contents=names[1:], asserts=said, is_said=said, about=about)
            return self._with_saying(called_so)
        denied = denied_claims(sentence, verb)
        contents = denied or tuple(
            each for each in (complements(sentence, verb) if is_known else ()) if not self._goes_on(verb, each)
        )
        behind_colon = self._behind_colon(verb) if contents else ()
        contents = tuple(sorted({*contents, *direct, *behind_colon}, key=lambda each: each.place))
        if contents:
            held = is_held(sentence, verb, contents, is_quoted=set(contents) == set(direct))
            denies = said and not held and verb.lemma in DENYING and all(is_finite(sentence, each) for each in contents)
            reported = Speech(verb=verb, speaker=speaker, contents=contents, is_said=said, denies=denies)
            return self._with_saying(replace(reported, asserts=said and held), direct=direct)
        may_surround = verb.lemma in SAYING | BELIEVING | WITHHOLDING | {"put"}
        outer = around(sentence, verb, self._quotations) if may_surround else None
        if outer is not None:
            return self._around(verb, speaker, outer, asserts=said)
        if verb.lemma in BELIEVING and sentence.child(verb, "xcomp") is not None:
            return None  # `expects to win`: what one means to do
        if words or verb.lemma in TELLING or (verb.lemma in SAYING and sentence.child(verb, "xcomp") is not None):
            asserts = said and (words or verb.lemma not in DENYING | WITHHOLDING)
            return self._with_saying(Speech(verb=verb, speaker=speaker, asserts=asserts, is_said=said))
        return None

    def _around(self, verb: Token, speaker: tuple[Token, ...], outer: Token, *, asserts: bool) -> Speech:
        """A saying inside a clause, of which the parser may have given it the subject: `The dam, says Lee, is safe`."""
        subjects = self._sentence.children(verb, "nsubj")
        strays = {each.place for stray in subjects[:-1] for each in self._sentence.subtree(stray)}
        own = {each.place for each in self._sentence.subtree(verb)} - strays
        # A quoted clause doesn't reach over its marks, whatever the parser hangs on it.
        is_quoted = self._quotations.holds(outer)
        saying = tuple(
            each
            for each in self._sentence.subtree(outer)
            if each.place in own or (is_quoted and not self._quotations.holds(each))
        )
        return Speech(verb=verb, speaker=speaker, contents=(outer,), asserts=asserts, is_said=asserts, saying=saying)

    def _behind_colon(self, verb: Token) -> tuple[Token, ...]:
        """What is quoted behind a colon, where the parser hangs the verb before it on that: `Lee says it is: “B.”`"""
        head = self._sentence.head(verb)
        between = self._sentence.tokens[verb.place : head.place]
        is_quoted = self._quotations.holds(head) and not self._quotations.holds(verb)
        return (head,) if is_quoted and any(each.text == ":" for each in between) else ()

    def _goes_on(self, verb: Token, clause: Token) -> bool:
        """Whether a clause depends on something inside the quotation, and not on the verb outside, as it was read."""
        marks = self._sentence.children(clause, "mark")
        return not self._quotations.holds(verb) and any(map(self._quotations.holds, marks))

    def _by_noun(self, noun: Token) -> Speech | None:
        """`the claim of the council that A`: of somebody who is named beside it."""
        contents = that_clauses(self._sentence, noun)
        owner = owner_of(self._sentence, noun) if contents else None
        speaker = speaker_of(self._sentence, owner) if owner is not None else ()
        return self._with_saying(Speech(verb=noun, speaker=speaker, contents=contents)) if speaker else None

    def _with_saying(self, speech: Speech, *, direct: tuple[Token, ...] = ()) -> Speech:
        """The same with the words of the saying: those beneath the verb that are no content's.

        Args:
            direct: The contents in quotation marks, which don't reach over them, whatever the parser hangs on them.
        """
        said: set[int] = set()
        for content in speech.contents:
            if speech.verb in self._sentence.subtree(content):
                continue
            when = time_of_saying(self._sentence, speech.verb, content)
            said |= {
                each.place
                for each in self._sentence.subtree(content)
                if each not in when and (content not in direct or self._quotations.holds(each))
            }
        return replace(
            speech, saying=tuple(each for each in self._sentence.subtree(speech.verb) if each.place not in said)
        )
