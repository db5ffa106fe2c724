"""Where sentences end: the text that a row of sentences stands for, and the offsets of their ends in it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.evaluation.rows import Row


def rebuilt(sentences: Sequence[str], begins_paragraph: Sequence[bool]) -> tuple[str, frozenset[int]]:
    """The sentences in one text, and their ends: behind the last visible character of each.

    They are joined by a space, or by an empty line before one that begins a paragraph.
    """
    pieces: list[str] = []
    ends = []
    length = 0
    for number, (sentence, begins) in enumerate(zip(sentences, begins_paragraph, strict=True)):
        join = "" if number == 0 else "\n\n" if begins else " "
        pieces += [join, sentence]
        length += len(join) + len(sentence)
        ends.append(length - (len(sentence) - len(sentence.rstrip())))
    return "".join(pieces), frozenset(ends)


def located(row: Row, text: str, sentences: Sequence[str]) -> frozenset[int]:
    """The ends of `sentences` in the `text` of the same row.

    Raises:
        InputError: If they don't stand there in this order, or leave out something visible.
    """
    ends = []
    place = 0
    for sentence in map(str.strip, sentences):
        start = text.find(sentence, place)
        if start < 0 or text[place:start].strip():
            raise row.wrong(f'"text" doesn\'t go on with the sentence "{sentence[:60]}" at character {place}')
        place = start + len(sentence)
        ends.append(place)
    if text[place:].strip():
        raise row.wrong(f'"text" goes on behind the last sentence, from character {place}')
    return frozenset(ends)
