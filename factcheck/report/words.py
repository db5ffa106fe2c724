"""The words that all reports share: statuses, stances, dates, and text from outside made safe to show.

A status and a stance are always a sign and a word, so that nothing depends on colour.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, tzinfo
from functools import cache
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from factcheck.domain.citations import Citation
from factcheck.domain.claims import Claim
from factcheck.domain.documents import DocumentKind
from factcheck.domain.lineage import ClaimStep, ambiguity_words, substitution_words
from factcheck.domain.reasons import Reason
from factcheck.domain.reviews import Act, ReviewEvent, ReviewState
from factcheck.domain.stances import Comparison, Difference, Stance, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Gap, Suggestion
from factcheck.language.display import visible

STATUS_SIGNS: Final[Mapping[Status, str]] = MappingProxyType(
    {
        Status.SUPPORTED: "✓",
        Status.REFUTED: "✗",
        Status.CONFLICTING: "⇄",
        Status.NOT_ENOUGH_EVIDENCE: "?",
        Status.NOT_CHECKABLE: "–",
        Status.IN_REVIEW: "◐",
        Status.UNREVIEWED: "○",
    }
)
"""One sign per status, in the order in which reports count them. None has an emoji form."""

STATUS_MEANINGS: Final[Mapping[Status, str]] = MappingProxyType(
    {
        Status.SUPPORTED: "The evidence quoted here bears the claim out.",
        Status.REFUTED: "The evidence quoted here speaks against the claim.",
        Status.CONFLICTING: "There is good evidence on both sides, and it is quoted.",
        Status.NOT_ENOUGH_EVIDENCE: (
            "What was found neither bears the claim out nor speaks against it. The claim may still be true or false."
        ),
        Status.NOT_CHECKABLE: "An opinion, a prediction or a wish: no evidence can settle it now.",
        Status.IN_REVIEW: "A person has begun to look at the claim and has not decided.",
        Status.UNREVIEWED: "No person has decided. What the machine suggests is not a verdict.",
    }
)

STANCE_SIGNS: Final[Mapping[StanceLabel, str]] = MappingProxyType(
    {StanceLabel.SUPPORTS: "+", StanceLabel.REFUTES: "−", StanceLabel.NEUTRAL: "·"}
)

STANCE_WORDS: Final[Mapping[StanceLabel, str]] = MappingProxyType(
    {
        StanceLabel.SUPPORTS: "supports the claim",
        StanceLabel.REFUTES: "refutes the claim",
        StanceLabel.NEUTRAL: "is neutral on the claim",
    }
)

COMPARISON_WORDS: Final[Mapping[Comparison, str]] = MappingProxyType(
    {
        Comparison.AGREES: "agrees",
        Comparison.DIFFERS: "differs",
        Comparison.NOT_COMPARABLE: "can't be compared",
        Comparison.ONLY_IN_CLAIM: "only in the claim",
    }
)

COMPARED_SHOWN: Final = 6
"""Most compared details that are shown per passage."""

NO_SOURCE: Final = "The source of these words is no longer beside the claim."

UNCITED: Final = "A person attached this passage, and the decision doesn't rest on it."

ALTERED: Final = "The stored document no longer has these words here: they are shown as they were when attached."

LIMITS: Final = (
    "A program picked the claims out of the text. It can miss one, or list something that isn't one.",
    "A status is the decision of the person who is named with it, on the claim as it is worded here and on the evidence"
    " quoted here. Suggestions come from a program that can be wrong; none of them counts as a decision.",
    "Only evidence that was put into the workbench could be found. That nothing was found doesn't mean that there is"
    " nothing.",
    "Quotations are the words of the copy that was kept when a source was read. The source may have changed since; the"
    " SHA-256 tells one copy from another.",
    "Title, author, publisher, date and address of a page are those that it gives of itself, unless somebody stated"
    " others when it was added.",
    "A note is written by the people who made this report. It says in their own words what a source reported, and is"
    " never a quotation of it.",
    "Characters that can't be seen or that reorder text are shown as signs in their place, such as ␛ or �.",
)

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# RFC 3986, sections 2 and 3.2.2, without user information (a name before the host can pass for the host), and with
# characters beyond ASCII as browsers accept them.
_WEB_ADDRESS: Final = re.compile(
    r"https?://(?:[\w.-]|%[0-9a-f]{2})+(?::\d{1,5})?(?:[/?#](?:[\w.~:/?#\[\]@!$&'()*+,;=-]|%[0-9a-f]{2})*)?",
    re.IGNORECASE,
)


def shown_status(state: ReviewState) -> Status:
    """The status of the decision in force; without one, `in_review` or `unreviewed` and never anything else."""
    if state.decision is not None and state.decision.status is not None:
        return state.decision.status
    return Status.IN_REVIEW if state.status is Status.IN_REVIEW else Status.UNREVIEWED


def status_words(status: Status) -> str:
    """The status as a report names it: an open one says that nobody has decided."""
    if status is Status.UNREVIEWED:
        return "not reviewed"
    return "in review, not decided" if status is Status.IN_REVIEW else status.words


_NO_CHARACTERS: Final = dict.fromkeys((0xFFFE, 0xFFFF), 0xFFFD)
"""Numbers that never stand for a character: XML can't hold them, and readers of PDF read something else."""


def shown(text: str) -> str:
    """`text` with what can't be seen made visible, one character for one, so that offsets still hold.

    Line ends of any system become line feeds: a carriage return before a line feed turns into a space.
    """
    return visible(text.replace("\r\n", " \n").replace("\r", "\n")).translate(_NO_CHARACTERS)


def folded(text: str) -> str:
    """`text` made visible, on one line, its white space single."""
    return " ".join(shown(text).split())


def day(when: date | None, *, inferred: bool = False) -> str:
    """`23 May 2025`, with "(inferred)" where the date was worked out; "no date" where there is none."""
    if when is None:
        return "no date"
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}" + (" (inferred)" if inferred else "")


def in_utc(when: datetime) -> datetime:
    """`when` in UTC; a time without a zone is taken to be in UTC, as all times of a workbench are."""
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)


@cache
def zone_of(name: str) -> tzinfo:
    """The time zone of this IANA name; UTC for a name that isn't known here."""
    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown; not a name at all; a folder of the database
        return UTC


def moment(when: datetime, zone: str = "UTC") -> str:
    """`24 May 2025, 14:03 UTC`, or in another zone, with UTC beside it: `24 May 2025, 17:03 EEST (14:03 UTC)`."""
    utc = in_utc(when)
    local = utc.astimezone(zone_of(zone))
    if local.tzinfo is UTC:
        return f"{day(utc.date())}, {utc:%H:%M} UTC"
    beside = f"{utc:%H:%M} UTC" if local.date() == utc.date() else f"{day(utc.date())}, {utc:%H:%M} UTC"
    return f"{day(local.date())}, {local:%H:%M} {local:%Z} ({beside})"


def stamp(when: datetime) -> str:
    """ISO 8601 with Z, for programs: `2025-05-24T14:03:00Z`."""
    return in_utc(when).replace(tzinfo=None).isoformat() + "Z"


def is_web_address(address: str) -> bool:
    """True if a report may link to `address`: http or https, and no character that hides where the link goes."""
    return address.isprintable() and visible(address) == address and _WEB_ADDRESS.fullmatch(address) is not None


def host_of(address: str) -> str:
    """The host of a web address that a report may link to, without `www.`; empty for any other address."""
    return (urlsplit(address).hostname or "").removeprefix("www.") if is_web_address(address) else ""


def published(citation: Citation) -> str:
    """Who published a document, and when: `note on Radio Elbmark, 2026-02-05`; the host stands for an unnamed one."""
    publisher = folded(citation.publisher or "") or host_of(citation.address)
    by = f"note on {publisher}" if publisher else "note"
    return ", ".join(filter(None, (by if citation.kind is DocumentKind.NOTE else publisher, citation.when)))


def searched(suggestion: Suggestion) -> str:
    """Which passages were searched: `33 passages, by words and by meaning (all-MiniLM-L6-v2@53aa51172d14)`."""
    name, *numbers = suggestion.index.rsplit(" ", 2)
    if len(numbers) == 2 and numbers[1].isdecimal():
        return f"{numbers[1]} passage{'' if numbers[1] == '1' else 's'}, by words and by meaning ({name})"
    return suggestion.index or "no passages"


def limits(suggestion: Suggestion) -> str:
    """The thresholds of a suggestion: `supports 0.55, refutes 0.885`."""
    return ", ".join(f"{name} {value:g}" for name, value in suggestion.thresholds.items())


def counted(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(names: Sequence[str]) -> str:
    """`Ana`, `Ana and Ben`, `Ana, Ben and Cai`."""
    return " and ".join((*([", ".join(names[:-1])] if names[1:] else ()), *names[-1:]))


def suggested(suggestion: Suggestion) -> str:
    """What was suggested, and by what: `refuted (trained cross-encoder, stance@1a2b3c)`."""
    return f"{suggestion.words} ({suggestion.model}, {suggestion.version})"


def confidence(suggestion: Suggestion) -> str:
    """The probability of a calibrated model in words, or that there is none."""
    if suggestion.confidence is None:
        return "It gives no probability."
    return f"Its probability: {suggestion.confidence:.2f}."


def ended(by: ReviewEvent) -> str:
    """How a decision ended: by a withdrawal, or by the next decision."""
    return "withdrawn" if by.act is Act.WITHDRAW else "superseded"


def ended_by_rewording(step: ClaimStep, zone: str = "UTC") -> str:
    """How a decision ended that was made on an earlier wording."""
    return f"no longer in force, because {step.by} changed the claim's wording, {moment(step.at, zone)}"


def standing_alone(claim: Claim) -> tuple[str, ...]:
    """What the wording puts in place of words of the article and why, and what is unclear; one line each."""
    return (*map(substitution_words, claim.substitutions), *map(ambiguity_words, claim.ambiguities))


def reused(decision: ReviewEvent) -> str:
    """That a decision repeats another claim's; empty where it doesn't."""
    return "" if decision.reuses is None else f"The decision repeats decision {decision.reuses}, made on another claim."


def readings(by_person: StanceLabel | None, by_machine: Stance | None) -> tuple[str, ...]:
    """What a passage says of the claim, and who says so; the person first. At least one sentence."""
    told = []
    if by_person is not None:
        told.append(f"{STANCE_SIGNS[by_person]} {STANCE_WORDS[by_person]}, in the reviewer's reading")
    if by_machine is not None:
        told.append(f"{STANCE_SIGNS[by_machine.label]} {STANCE_WORDS[by_machine.label]}, in the machine's reading")
        told += [
            f"the machine compared: {compared_detail(each)}"
            for each in [each for each in by_machine.differences if each.is_telling][:COMPARED_SHOWN]
        ]
    return tuple(told) or ("nobody has said whether it supports or refutes the claim",)


def compared_detail(difference: Difference) -> str:
    """A compared detail in words: `3 of 4 ≠ 3 (differs, FC111)`."""
    return f"{difference.note} ({COMPARISON_WORDS[difference.comparison]}, {difference.code.value})"


def gap_words(gap: Gap, checked: str) -> str:
    """What no passage covers: `Not covered: “on Friday” (no passage has it, FC220)`."""
    return f"Not covered: “{gap.span.of(checked)}” ({gap.note}, {gap.code.value})"


def reasoned(reason: Reason) -> str:
    """A reason and its code: `A compared detail refutes it: 3 ≠ 4. (FC111)`."""
    return f"{reason.words} ({reason.code.value})"


def parts_played(decisive: bool, counter: bool, remark: Reason | None) -> tuple[str, ...]:
    """What part a passage plays in the machine's suggestion; empty for one of many."""
    played = ((decisive, "it decided the machine's suggestion"), (counter, "it is the strongest on the other side"))
    return (
        *(words for plays, words in played if plays),
        *((f"according to the machine: {reasoned(remark)}",) if remark else ()),
    )


def makers(
    deciders: Sequence[str], detectors: Sequence[str], models: Sequence[str]
) -> tuple[tuple[str, Sequence[str]], ...]:
    """Who and what contributed to a report, each group with its label; empty groups are left out."""
    groups = (("Decisions by", deciders), ("Claims found by", detectors), ("Suggestions by", models))
    return tuple((label, names) for label, names in groups if names)
