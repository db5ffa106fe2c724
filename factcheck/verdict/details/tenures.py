"""Who holds which office, and since or until when, as far as a text says it: its titles, oaths and resignations."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, Literal, NamedTuple

from factcheck.domain.spans import Span
from factcheck.language.names.same_names import same_name
from factcheck.language.offices.offices import Office
from factcheck.language.word_lists import word_list
from factcheck.verdict.details.date_ranges import date_ranges
from factcheck.verdict.details.details import Details

Standing = Literal["holds", "former", "acting", "future"]
_FORMER: Final = frozenset(word_list("former ex late previous ousted deposed retired one-time then exiled emeritus"))
_ACTING: Final = frozenset(word_list("acting interim caretaker provisional transitional"))
_FUTURE: Final = frozenset(
    word_list("elect designate nominee incoming future would-be designated nominated appointed newly")
)
_TELLING_NOTHING: Final = frozenset(word_list("current sitting new longtime long-serving re-elected honorary elected"))
_TOOK: Final = re.compile(
    r"\b(?:sworn\sin|(?:took|takes|taken|taking)\s(?:(?:the|this|that|his|her|an|up)\s)?(?:oath|office)|inaugurat(?:ed|ion)"
    r"|assumed\s(?:the\s)?office|became|has\sbeen|been\sin\soffice)\b",
    re.IGNORECASE,
)
_LEFT: Final = re.compile(
    r"\b(?:resign(?:s|ed|ation)|stepped\s(?:down|aside)|left\s(?:the\s)?(?:office|post|politics|job)|retire[sd]?"
    r"|(?:was|were|been)\s(?:removed|ousted|dismissed|sacked|impeached|succeeded|replaced|voted\sout|defeated)|died"
    r"|(?:lost|ended)\s(?:the|his|her|their)\s(?:election|vote|seat|term|office)|(?:term|tenure)\sended|until|till)\b",
    re.IGNORECASE,
)
_LONGEST: Final = 4
"""Years after which an oath tells no longer that an office is held, nor a resignation that it isn't: a term."""


class Tenure(NamedTuple):
    """What one place of a text says of a holder and an office.

    Attributes:
        span: The office, as it stands there.
        of: What it is an office of, as it stands there; "" where that isn't said.
        rest: Modifiers that make it another office (`deputy`, `47th`).
        event: The day on which the holder took it (`holds`) or left it (`former`); None for a mere title.
    """

    span: Span
    words: str
    standing: Standing
    of: str
    rest: frozenset[str]
    event: date | None = None


def tenure_of(text: str, office: Office, event: date | None = None) -> Tenure:
    """An office with what its modifiers say of whether it is held."""
    given = set(office.modifiers)
    standing: Standing = "holds"
    if given & _FUTURE:
        standing = "future"
    elif given & _FORMER:
        standing = "former"
    elif given & _ACTING:
        standing = "acting"
    rest = frozenset(each for each in given - _FORMER - _ACTING - _FUTURE - _TELLING_NOTHING if not each[0].isdigit())
    return Tenure(office.span, office.words, standing, office.of.of(text) if office.of else "", rest, event)


def tenures(details: Details, holder: str, on: date | None) -> list[Tenure]:
    """What a text of the day `on` says of the offices of `holder`."""
    text, found = details.text, list[Tenure]()
    mine = [each.span for each in details.names if same_name(holder, each.span.of(text))]
    for office in details.offices:
        sentence = details.sentence_at(office.span.start)
        here = any(sentence.covers(each) for each in mine)
        titled = office.holder is not None and same_name(holder, office.holder.of(text))
        if not here or not (titled or office.holder is None):
            continue
        took, left = _day_of(details, sentence, _TOOK, on), _day_of(details, sentence, _LEFT, on)
        plain = tenure_of(text, office)
        if left is not None:
            found.append(plain._replace(standing="former", event=left))
        elif (ended := _LEFT.search(text, sentence.start, sentence.end)) is not None:
            # "Mayor Ann Lee resigned", "Ann Lee resigned as mayor": of the second nobody can tell when it ended.
            is_title = titled and office.span.start < ended.start()
            found.append(plain if is_title else plain._replace(standing="future"))
        elif took is not None and plain.standing in ("holds", "acting"):
            found.append(plain._replace(event=took))
        elif (
            titled
            or _TOOK.search(text, sentence.start, office.span.start)
            or _NAMED.search(text, sentence.start, office.span.start)
        ):
            found.append(plain)
    return found


_NAMED: Final = re.compile(r"\b(?:named|appointed|elected|chosen|sworn\sin)\b", re.IGNORECASE)


def _day_of(details: Details, sentence: Span, event: re.Pattern[str], on: date | None) -> date | None:
    """The last day of the first date behind the words of an event, in the same sentence."""
    match = event.search(details.text, sentence.start, sentence.end)
    if match is None:
        return None
    days = [each for each in date_ranges(details, on) if each.is_known and sentence.covers(each.mention.span)]
    behind = [each for each in days if each.mention.span.start >= match.end()] or days
    return behind[0].mention.end if behind else None


def is_recent(event: date, on: date) -> bool:
    """Whether `event` lies before `on`, by no more than a term."""
    return event <= on and (on - event).days <= 366 * _LONGEST
