"""How a report came about: who and what took part, in which order, and with which limits."""

from __future__ import annotations

from typing import Final

from factcheck.report.outline import Outline
from factcheck.report.words import makers, moment, zone_of

STEPS: Final = (
    "A program cuts the article into claims and says where each of them stands.",
    "It looks for passages in the documents that were put into the workbench, by words and by meaning. A model reads each"
    " passage beside the claim, and numbers, dates, names, offices, negations and speakers are compared one by one.",
    "A person reads, attaches the passages that count, writes why, and signs with name and time. Nothing is erased: what"
    " is decided anew or withdrawn stays in the record, and is told under “Corrections”.",
    "Each quotation was compared with the stored copy of its document when it was signed, and again when this report was"
    " written. Passages whose publishers have one owner, or that are nearly word for word the same, count as one origin.",
)
"""The method, one sentence or two for each step."""

LEFT_OUT: Final = "What the machine suggested, and what only the machine found, is left out of this report."


def facts_of(report: Outline) -> tuple[tuple[str, str], ...]:
    """Label and text of each thing that is known of how the report was made, without the articles' own."""
    told = [("Made with", f"factcheck {report.version}, {moment(report.generated_at, report.zone)}")]
    if report.organisation.name:
        told.append(("Published by", report.organisation.name))
    told.append(("Times", _times(report)))
    if report.partial:
        told.append(("Selection", report.partial))
    told += [(label, "; ".join(names)) for label, names in makers(report.deciders, report.detectors, report.models)]
    if report.searches:
        told.append(("Searched", "; ".join(report.searches)))
    if report.thresholds:
        told.append(("Thresholds", "; ".join(report.thresholds)))
    if not report.with_machine:
        told.append(("Suggestions", LEFT_OUT))
    return tuple(told)


def _times(report: Outline) -> str:
    if zone_of(report.zone) is zone_of("UTC"):
        return "in UTC"
    return f"in the time zone of whoever wrote this report ({report.zone}), with UTC beside"
