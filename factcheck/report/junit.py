"""Rows of a scoring as JUnit XML, the form in which CI systems read what passed and what failed.

A claim is a test case; a claim that a gate stops is a failure, and one of those that was known before is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO, Final, Literal, TypeAlias
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from factcheck.language.display import one_line, visible

Outcome: TypeAlias = Literal["passed", "failed", "known"]

# Beside what `visible` replaces, XML 1.0 has no place for these two of each plane.
_NO_XML: Final = re.compile("[\ufffe\uffff]")


def write_junit(
    rows: Iterable[tuple[Mapping[str, Any], Outcome]], out: BinaryIO, *, tests: int, failures: int, skipped: int
) -> None:
    """Write a test case for each row, as its JSON line holds it; text from outside stays text."""
    xml = XMLGenerator(out, encoding="utf-8", short_empty_elements=True)
    xml.startDocument()
    counts = {"tests": str(tests), "failures": str(failures), "skipped": str(skipped), "errors": "0"}
    _start(xml, "testsuites", counts)
    _start(xml, "testsuite", {"name": "factcheck score", **counts})
    for row, outcome in rows:
        xml.characters("\n")
        named = (row["article"] or {}).get("title") or row["source"]
        _start(xml, "testcase", {"classname": _line(named), "name": _line(row["checked"])})
        if outcome != "passed":
            _told(xml, row, outcome)
        xml.endElement("testcase")
    xml.endElement("testsuite")
    xml.endElement("testsuites")
    xml.endDocument()


def _told(xml: XMLGenerator, row: Mapping[str, Any], outcome: Outcome) -> None:
    sure = "" if row["confidence"] is None else f" ({row['confidence']:.4f})"
    message = f"{row['status'].replace('_', ' ')}{sure}"
    if outcome == "known":
        _start(xml, "skipped", {"message": f"known already: {message}"})
        xml.endElement("skipped")
        return
    decided = [each for each in row["passages"] if each["id"] == row["deciding_passage_id"]]
    quotes = [f"{each['document']['address']}: “{each['text']}”" for each in decided]
    _start(xml, "failure", {"type": row["status"], "message": message})
    xml.characters(
        _text("\n".join([row["source"], *(f"{each['code']} {each['words']}" for each in row["reasons"]), *quotes]))
    )
    xml.endElement("failure")


def _start(xml: XMLGenerator, name: str, attributes: Mapping[str, str]) -> None:
    xml.startElement(name, AttributesImpl(attributes))


def _line(text: str) -> str:
    return _NO_XML.sub("\ufffd", one_line(text))


def _text(text: str) -> str:
    return _NO_XML.sub("\ufffd", visible(text))
