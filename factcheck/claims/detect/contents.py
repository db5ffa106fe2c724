"""What is said in a sentence, each as a sentence of its own, and whose words the clauses in it are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.clauses.grammar import WH, is_plural
from factcheck.claims.clauses.part import Part, put_in, rewritten
from factcheck.claims.clauses.relatives import spoken_of
from factcheck.claims.clauses.wording import tidy
from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.inflection import past
from factcheck.language.speech.quotations import quotations
from factcheck.language.speech.speakers import is_first_person
from factcheck.language.speech.speech import Speech, speeches
from factcheck.language.speech.speech_verbs import ACCUSING


class Contents:
    """The contents of all speech in one sentence.

    Attributes:
        parts: Each that somebody holds to be so.
        places: Where those stand that are clauses, by the place of their root.
        withheld: The roots of what nobody asserts: nothing in it is a fact.
    """

    def __init__(self, sentence: ParsedSentence) -> None:
        self._sentence = sentence
        self._quotations = quotations(sentence.tokens)
        self._of: dict[int, Speech] = {}
        self._reports: dict[int, Speech] = {}
        withheld: set[int] = set()
        for speech in speeches(sentence):
            if speech.asserts:
                self._reports[speech.verb.place] = speech
                self._of |= {content.place: speech for content in speech.contents}
                continue
            withheld |= {content.place for content in speech.contents}
        self.withheld = frozenset(withheld)
        asserted = [self._part(place, speech) for place, speech in self._of.items() if place not in withheld]
        self.places = {
            part.head.place: range(part.words[0].place, part.words[-1].place + 1)
            for part in asserted
            if part.words and not self._of[part.head.place].about
        }
        self.parts = [part for part in asserted if not self._is_passed_on(part.head)]

    def _part(self, place: int, speech: Speech) -> Part:
        root = self._sentence.tokens[place]
        words = _words(self._sentence, speech, root)
        if words and words[0].tag in WH:
            # `which she said would cost 3 million`
            words = (*spoken_of(self._sentence, speech.verb), *words[1:])
        if speech.about:
            words = _said_of(self._sentence, root, speech, words)
        return Part(head=root, taken=frozenset(), words=words)

    def _is_passed_on(self, root: Token) -> bool:
        """Whether what was said is itself that somebody said something, which is told by what that one said."""
        inner = self._reports.get(root.place)
        return inner is not None and bool(inner.contents) and not self._quotations.holds(root)

    def reported_by(self, verb: Token) -> tuple[Token, ...]:
        """Who says what the clause of `verb` reports; empty where it reports nothing."""
        speech = self._reports.get(verb.place)
        return speech.speaker if speech is not None else ()

    def speaker_of(self, part: Part) -> tuple[Token, ...]:
        """Whose words a part is: the innermost named one's, else the innermost; empty for the author's."""
        around = self._around(part)
        speakers = [self._of[place].speaker for place in self._roots(part.head) if place in around]
        named = (each for each in speakers if any(token.word_class != "PRON" for token in each))
        # Who says `I` is whoever says all of it.
        others = (each for each in speakers if not is_first_person(each))
        return next(named, next(others, speakers[0] if speakers else ()))

    def taken_from(self, part: Part | None, others: Sequence[Part]) -> frozenset[int]:
        """The places that `others` take from `part`, or from the sentence itself.

        Not those in which it stands, and not those of what is only said in it: a report keeps that whole.
        """
        around = self._around(part) if part is not None else frozenset()
        return frozenset(
            place
            for other in others
            if other is not part
            and not (part is not None and part.head.place in other.taken)
            and self._around(other) <= around
            for place in other.taken
        )

    def _around(self, part: Part) -> frozenset[int]:
        """The contents that a part belongs to.

        What explains a noun in words that aren't quoted is the article's own.
        """
        return frozenset(
            place
            for place in self._roots(part.head)
            if not part.explains or self._quotations.holds(self._sentence.tokens[place])
        )

    def _roots(self, token: Token) -> Iterator[int]:
        """The roots of all that is said in which `token` stands, the innermost first."""
        saying: set[int] = set()
        for each in (token, *self._sentence.ancestors(token)):
            saying.add(each.place)
            speech = self._of.get(each.place)
            if speech is not None and speech.verb.place not in saying:
                yield each.place


def _words(sentence: ParsedSentence, speech: Speech, content: Token) -> tuple[Token, ...]:
    words = speech.words_of(sentence, content)
    return tidy([each for each in words if not (_is_that(each) and each.head == content.place)])


def _is_that(token: Token) -> bool:
    return token.relation == "mark" and token.lower == "that"


def _said_of(sentence: ParsedSentence, root: Token, speech: Speech, words: tuple[Token, ...]) -> tuple[Token, ...]:
    """`called the plan a farce` → `the plan is a farce`; `accused the firm of lying` → `the firm lied`."""
    many = is_plural(sentence, speech.about[-1])
    if root.tag != "VBG" or speech.verb.lemma not in ACCUSING:
        return (*speech.about, put_in("are" if many else "is", "VBZ", at=words[0]), *words)
    # `lie` has two pasts, and nobody is accused of resting.
    form = "lied" if root.lemma == "lie" else past(root.lower, root.lemma, plural=many)
    made = rewritten(root, form, "VBD")
    return (*speech.about, *(made if each is root else each for each in words))
