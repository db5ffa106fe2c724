"""Participles between commas and `with` phrases, made sentences; and the form that they take."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Apart = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge collapsed on Monday, killing nine people.",
         ["The bridge collapsed on Monday.", "This killed nine people."]),
        ("A storm hit the coast, killing nine people and wounding two.",
         ["A storm hit the coast.", "This killed nine people.", "This wounded two."]),
        ("The rule applies to all, leaving no room for doubt.",
         ["The rule applies to all.", "This leaves no room for doubt."]),
        ("She left the party, becoming an independent.", ["She left the party.", "She became an independent."]),
        ("The mayor, speaking in Leeds, praised the nurses.",
         ["The mayor praised the nurses.", "The mayor spoke in Leeds."]),
        ("Ruth Okafor, born in Accra, won the race.", ["Ruth Okafor won the race.", "Ruth Okafor was born in Accra."]),
        ("The firm, based in Turin, makes shoes.", ["The firm makes shoes.", "The firm is based in Turin."]),
        ("Founded in 1908, the club won two cups.", ["The club won two cups.", "The club was founded in 1908."]),
        ("The tower, built in 1901 and restored in 1988, is 61 metres high.",
         ["The tower is 61 metres high.", "The tower was built in 1901.", "The tower was restored in 1988."]),
        ("The firm has planned two meetings, with the first meeting set for May.",
         ["The firm has planned two meetings.", "The first meeting is set for May."]),
        ("The team won the cup, with the medal going to Ann Lee.",
         ["The team won the cup.", "The medal went to Ann Lee."]),
        ("The borough of Kelsey, with 45,000 fewer residents, runs nine libraries.",
         ["The borough of Kelsey runs nine libraries.", "The borough of Kelsey has 45,000 fewer residents."]),
        ("The crowd ran when the roof fell, causing a jam.",
         ["The crowd ran when the roof fell.", "This caused a jam."]),
    ],
)  # fmt: skip
def test_a_participle_becomes_a_verb_of_its_own(apart: Apart, text: str, expected: list[str]) -> None:
    assert sorted(apart(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Speaking on Monday, she praised the nurses.",
        "The men working there were paid.",
        "The council will close the pool, cutting 40 jobs.",
        "The crowd will run if the roof falls, causing a jam.",
        "He sat at the door, his hands trembling.",
        "Ann Lee lives in Leeds with her brother.",
        "The firm paid nine men, including the cook.",
        "The bad thing is the whole, exhausting business of work.",
    ],
)
def test_what_only_looks_like_one_stays(apart: Apart, text: str) -> None:
    assert apart(text) == [text]
