"""Who is heard in each sentence of an article: a quotation may run over sentences and paragraphs, attributed once.

Which sentences stand in a quotation is told by its marks. Whose it is, is said by a sentence beside it: one that goes
on behind the quotation (`“A. B,” said X.`), one that began it (`X disagreed: “A. B.”`), or the last that told a
speaker (`“A,” X said. “B.”`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.speech.quotations import Quotations, closing, is_mark, quotations
from factcheck.language.speech.speakers import name_of
from factcheck.language.speech.speech import Speech, main_speech


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who is heard in one sentence.

    Attributes:
        speaker: The words of the sentence itself that tell who says what it reports; empty where it reports nothing.
        name: The name in them, without rank, title and office; where there is none, the words as they stand.
        is_quoted: Whether all of it stands in a quotation. Then it has no `speaker`, whatever is reported inside.
        attributed_by: Of a quoted sentence, the number of the one that says whose words these are, counted from 0 over
            all sentences of the article; None where none does.
    """

    speaker: tuple[Token, ...] = ()
    name: str = ""
    is_quoted: bool = False
    attributed_by: int | None = None


class Voices:
    """Reads an article paragraph by paragraph, in its order; what is quoted over several keeps its speaker.

    Time is linear in the sentences. Only a quotation that ends in a later call isn't seen to be attributed there.
    """

    def __init__(self) -> None:
        self._number = 0
        self._speaking: int | None = None
        self._before: _Read | None = None

    def of(self, paragraphs: Sequence[Sequence[ParsedSentence]]) -> list[list[Voice]]:
        """Who is heard in each sentence of the next paragraphs."""
        read = _read(paragraphs)
        behind = _attributed_behind(read)
        voices: list[list[Voice]] = [[] for _ in paragraphs]
        for at, sentence in enumerate(read):
            if sentence.begins_paragraph and not _goes_on(self._before, sentence):
                self._speaking = None
            voices[sentence.paragraph].append(self._voice(sentence, behind[at]))
            self._before = sentence
            self._number += 1
        return voices

    def _voice(self, sentence: _Read, behind: int | None) -> Voice:
        if sentence.is_quoted:
            by = self._speaking if behind is None else self._number + behind
            return Voice(is_quoted=True, attributed_by=by)
        if sentence.speech is None:
            return Voice()
        self._speaking = self._number
        speaker = sentence.speech.speaker
        return Voice(speaker=speaker, name=name_of(sentence.parsed, speaker))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What tells of one sentence who is heard.

    Attributes:
        paragraph: The number of its paragraph.
        speech: What it reports, itself outside of quotation marks; None where nobody said it.
        is_quoted: Whether every word stands in quotation marks.
        is_open: Whether a quotation goes on behind it.
    """

    parsed: ParsedSentence
    paragraph: int
    begins_paragraph: bool
    quotations: Quotations
    speech: Speech | None
    is_quoted: bool
    is_open: bool

    @property
    def only_tells_who(self) -> bool:
        """`Ann Lee asked.`: whose words those before it are, and nothing else."""
        speech = self.speech
        return (
            speech is not None
            and not speech.contents
            and not self.quotations.stretches
            and self.parsed.child(speech.verb, "dobj", "prep", "xcomp", "ccomp") is None
        )

    @property
    def announces(self) -> bool:
        return bool(self.parsed.tokens) and self.parsed.tokens[-1].text == ":"


def _read(paragraphs: Sequence[Sequence[ParsedSentence]]) -> list[_Read]:
    found = []
    for number, sentences in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else ()
        goes_on = bool(following) and quotations(following[0].tokens).begins
        last_marks = {token.text: at for at, each in enumerate(sentences) for token in each.tokens if is_mark(token)}
        open_mark = ""
        for at, parsed in enumerate(sentences):
            marks = quotations(parsed.tokens, open_mark=open_mark)
            # A mark that nothing closes is a slip, or no quotation mark.
            is_closed = any(last_marks.get(each, -1) > at for each in closing(marks.open_mark))
            open_mark = marks.open_mark if is_closed or goes_on else ""
            is_quoted = all(marks.holds(each) or is_mark(each) or not each.text.isalnum() for each in parsed.tokens)
            is_quoted = is_quoted and bool(marks.stretches)
            speech = None if is_quoted else main_speech(parsed)
            found.append(
                _Read(
                    parsed=parsed,
                    paragraph=number,
                    begins_paragraph=at == 0,
                    quotations=marks,
                    speech=speech if speech is not None and speech.is_said else None,
                    is_quoted=is_quoted,
                    is_open=bool(open_mark),
                )
            )
    return found


def _attributed_behind(read: Sequence[_Read]) -> list[int | None]:
    """For each sentence how many further on stands the one that attributes it, if it goes on there; from the end."""
    found: list[int | None] = [None for _ in read]
    for at in range(len(read) - 2, -1, -1):
        here, after = read[at], read[at + 1]
        if here.is_open:
            further = found[at + 1] if after.is_quoted else None
            found[at] = 1 if after.speech is not None else None if further is None else further + 1
        elif after.only_tells_who and not after.begins_paragraph:
            found[at] = 1
    return found


def _goes_on(before: _Read | None, first: _Read) -> bool:
    """Whether whoever spoke last still does so in a new paragraph: it is quoted, as what stands before it is."""
    if before is None or not first.quotations.begins:
        return False
    return bool(before.quotations.stretches) or before.announces
