"""A desk's priorities in factcheck.toml: read as typed values, refused with what stands there and what would do."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.domain.claims import ClaimKind
from factcheck.domain.priorities import Priorities, Recency, Topic
from factcheck.errors import UsageError
from factcheck.settings import load_settings

WHOLE = """
top_k = 3

[priorities.topics.health]
words = ["vaccine", "waiting list"]
weight = 0.2

[priorities.topics."sport & play"]
words = ["match"]
weight = -1

[priorities.kinds]
statistic = 0.1

[priorities.speakers]
"Ana Ruiz" = 0.3

[priorities.recency]
days = 7
weight = 0.1
"""


def write(text: str) -> None:
    Path("factcheck.toml").write_text(text, encoding="utf-8")


def refused(text: str) -> UsageError:
    write(text)
    with pytest.raises(UsageError) as caught:
        load_settings(environment={})
    assert caught.value.hint
    return caught.value


def test_without_the_table_a_desk_has_no_rules() -> None:
    assert load_settings(environment={}).priorities == Priorities()


def test_every_rule_is_read_and_says_that_it_came_from_the_file() -> None:
    write(WHOLE)
    found = load_settings(environment={})
    assert found.priorities == Priorities(
        topics={
            "health": Topic(words=("vaccine", "waiting list"), weight=0.2),
            "sport & play": Topic(words=("match",), weight=-1.0),
        },
        kinds={ClaimKind.STATISTIC: 0.1},
        speakers={"Ana Ruiz": 0.3},
        recency=Recency(days=7, weight=0.1),
    )
    rules = ("topics.health", "topics.sport & play", "kinds.statistic", "speakers.Ana Ruiz", "recency")
    names = {f"priorities.{rule}" for rule in rules}
    assert found.came_from == dict.fromkeys(names | {"top_k"}, "factcheck.toml")
    assert found.top_k == 3


def test_each_part_may_stand_alone() -> None:
    write("[priorities.speakers]\nBo = 1\n")
    assert load_settings(environment={}).priorities == Priorities(speakers={"Bo": 1.0})


@pytest.mark.parametrize(
    ("text", "unknown", "meant"),
    [
        ("[prioritys]\n", "'prioritys'", "'priorities'"),
        ("[priorities.topic.health]\n", "'topic'", "'topics'"),
        ("[priorities.kinds]\nstatistics = 0.1\n", "'statistics'", "'statistic'"),
        ("[priorities.topics.health]\nword = ['a']\nweight = 1\n", "'word'", "'words'"),
        ("[priorities.recency]\nday = 1\nweight = 1\n", "'day'", "'days'"),
    ],
)
def test_an_unknown_key_is_refused_with_the_one_that_was_meant(text: str, unknown: str, meant: str) -> None:
    error = refused(text)
    assert unknown in error.message
    assert f"Did you mean {meant}?" in error.hint


@pytest.mark.parametrize("kind", ["question", "not_a_claim"])
def test_a_kind_that_is_no_claim_has_no_weight(kind: str) -> None:
    assert kind in refused(f"[priorities.kinds]\n{kind} = 0.1\n").message


@pytest.mark.parametrize("weight", ["1.01", "-2", "true", "nan", "inf", "'0.2'", "[0.1]", "{}", "2026-01-01"])
@pytest.mark.parametrize(
    ("form", "where"),
    [
        ("[priorities.topics.health]\nwords = ['a']\nweight = {}\n", "topics.health.weight"),
        ("[priorities.kinds]\nevent = {}\n", "kinds.event"),
        ("[priorities.speakers]\n'Ana Ruiz' = {}\n", "speakers.Ana Ruiz"),
        ("[priorities.recency]\ndays = 1\nweight = {}\n", "recency.weight"),
    ],
)
def test_a_weight_outside_the_scale_is_refused_with_its_place(form: str, where: str, weight: str) -> None:
    assert f"{where} must be a number from -1 to 1" in refused(form.replace("{}", weight)).message


@pytest.mark.parametrize("words", ["'vaccine'", "[]", "['']", "['…']", "[1]", "['a', true]", "{}"])
def test_words_that_could_not_be_found_are_refused(words: str) -> None:
    error = refused(f"[priorities.topics.health]\nwords = {words}\nweight = 0.1\n")
    assert "topics.health.words must be a list of words" in error.message


@pytest.mark.parametrize("days", ["0", "-1", "nan", "inf", "true", "'7'"])
def test_days_that_are_no_stretch_of_time_are_refused(days: str) -> None:
    assert "recency.days must be" in refused(f"[priorities.recency]\ndays = {days}\nweight = 0.1\n").message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("priorities = 1\n", "priorities must be a table"),
        ("priorities = []\n", "priorities must be a table"),
        ("[priorities]\ntopics = ['health']\n", "topics must be a table"),
        ("[priorities.topics]\nhealth = ['vaccine']\n", "topics.health must be a table"),
        ("[priorities]\nkinds = 0.1\n", "kinds must be a table"),
        ("[priorities]\nspeakers = 'Ana Ruiz'\n", "speakers must be a table"),
        ("[priorities]\nrecency = 7\n", "recency must be a table"),
        ("[priorities.recency]\n", "recency in factcheck.toml has no days and no weight."),
        ("[priorities.topics.health]\nweight = 0.1\n", "topics.health in factcheck.toml has no words."),
    ],
)
def test_a_part_of_the_wrong_form_is_refused(text: str, message: str) -> None:
    assert message in refused(text).message
