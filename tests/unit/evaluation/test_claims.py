"""Claims of labelled news: kinds, speakers, propositions, substitutions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck.domain.claims import Claim, ClaimKind, Substitution
from factcheck.domain.spans import Span
from factcheck.errors import InputError, UsageError
from factcheck.evaluation import claims, labelled
from factcheck.evaluation.labelled import LabelledSentence
from factcheck.evaluation.results import Result

Write = Callable[..., Path]

TEXT = (
    "The ferry sank. She said on Friday that nine people drowned, and the harbour was closed. "
    "Ann Hale, who runs it, left."
)
ARTICLE: dict[str, Any] = {"id": "ferry", "title": "Ferry", "text": TEXT, "published_on": "2024-03-04"}


def at(part: str) -> dict[str, int]:
    start = TEXT.index(part)
    return {"start": start, "end": start + len(part)}


def row(sentence: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"article": "ferry", "sentence": sentence, **at(sentence), "kind": kind, "speaker": None} | more


SANK = row("The ferry sank.", "event", propositions=[{"text": "The ferry sank.", "kind": "event", "speaker": None}])
SAID = row(
    "She said on Friday that nine people drowned, and the harbour was closed.",
    "quotation",
    speaker="She",
    propositions=[
        {
            "text": "She said on Friday that nine people drowned, and the harbour was closed.",
            "kind": "quotation",
            "speaker": None,
        },
        {"text": "Nine people drowned.", "kind": "statistic", "speaker": "She"},
        {"text": "The harbour was closed.", "kind": "event", "speaker": "She"},
    ],
    substitutions=[
        {"said": "She", **at("She"), "written": "Ann Hale", "inside": False},
        {"said": "Friday", **at("Friday"), "written": "Friday 1 March 2024", "inside": False},
    ],
)
LEFT = row(
    "Ann Hale, who runs it, left.",
    "event",
    propositions=[
        {"text": "Ann Hale left.", "kind": "event", "speaker": None},
        {"text": "Ann Hale runs it.", "kind": "office", "speaker": None},
    ],
    substitutions=[{"said": "it", **at("it, left"), "written": "the harbour", "inside": True}],
)
LEFT["substitutions"][0]["end"] = LEFT["substitutions"][0]["start"] + 2
NOTHING = row("The ferry sank.", "not_a_claim")


def claim(said: str, kind: str, *, checked: str | None = None, **more: Any) -> Claim:
    span = Span(**at(said))
    return Claim(
        id=f"c-{span.start}-{kind}",
        article_id="a-1",
        span=span,
        spans=(span,),
        said=said,
        checked=checked or said,
        kind=ClaimKind(kind),
        check_worthiness=0.5,
        detector="test",
        **more,
    )


def substitution(said: str, written: str) -> Substitution:
    return Substitution(span=Span(**at(said)), said=said, written=written, why="test")


SHE, FRIDAY = substitution("She", "Ann Hale"), substitution("Friday", "Friday 1 March 2024")
PERFECT = [
    claim("The ferry sank.", "event"),
    claim(
        SAID["sentence"],
        "quotation",
        checked="Ann Hale said on Friday 1 March 2024 that nine people drowned, and the harbour was closed.",
        speaker="Ann Hale",
        substitutions=(SHE, FRIDAY),
    ),
    claim("nine people drowned", "statistic", checked="Nine people drowned.", speaker="Ann Hale"),
    claim("the harbour was closed.", "event", speaker="Ann Hale"),
    claim("Ann Hale, who runs it, left.", "event", checked="Ann Hale left."),
    claim("Ann Hale, who runs it", "office", checked="Ann Hale runs it."),
]


@pytest.fixture
def read(write: Write) -> Callable[..., list[LabelledSentence]]:
    """Read label rows beside the article."""

    def of(*rows: Mapping[str, Any]) -> list[LabelledSentence]:
        write([ARTICLE], "test_articles.jsonl")
        return labelled.read(write(rows, "test_labels.jsonl"))

    return of


def score(sentences: list[LabelledSentence], found: list[Claim]) -> Result:
    return claims.score("file", "by", sentences, {"ferry": found})


def value(result: Result, name: str) -> float:
    return result.metrics[name].value


def test_labels_come_with_their_article(read: Callable[..., list[LabelledSentence]]) -> None:
    (sentence,) = read(SAID)
    assert sentence.article.published_on == date(2024, 3, 4)
    assert sentence.text == SAID["sentence"]
    assert [each.kind.value for each in sentence.propositions] == ["quotation", "statistic", "event"]
    assert [(each.said, each.inside) for each in sentence.substitutions] == [("She", False), ("Friday", False)]


def test_claims_as_labelled_score_1_in_everything(read: Callable[..., list[LabelledSentence]]) -> None:
    result = score(read(SANK, SAID, LEFT), PERFECT)
    assert {name: each.value for name, each in result.metrics.items()} == dict.fromkeys(result.metrics, 1.0)
    assert result.mistakes == ()
    assert (result.n, result.documents) == (3, 1)
    assert {name: each.n for name, each in result.metrics.items()} == {
        "kind_accuracy": 3,
        "kind_accuracy_propositions": 6,
        "split_precision": 6,
        "split_recall": 6,
        "split_f1": 6,
        "speaker_precision": 1,
        "speaker_recall": 1,
        "speaker_f1": 1,
        "substitution_precision": 2,
        "substitution_recall": 2,
        "substitution_f1": 2,
    }


def test_no_claims_are_right_only_where_nothing_is_claimed(read: Callable[..., list[LabelledSentence]]) -> None:
    assert value(score(read(NOTHING), []), "kind_accuracy") == 1
    result = score(read(SAID), [])
    assert {each.value for each in result.metrics.values()} == {0.0}
    assert result.confusions["sentences"] == {"quotation": {"none": 1}}
    assert [each.what for each in result.mistakes] == [
        "kind none, not quotation",
        "speaker missed",
        "substitution missed",
        "substitution missed",
        "proposition missed",
        "proposition missed",
        "proposition missed",
    ]


def test_the_kind_of_a_sentence_is_that_of_its_first_claim(read: Callable[..., list[LabelledSentence]]) -> None:
    result = score(read(LEFT), [PERFECT[5], PERFECT[4]])
    assert value(result, "kind_accuracy") == 0
    assert value(result, "kind_accuracy_propositions") == 1
    assert result.confusions["sentences"] == {"event": {"office": 1}}
    assert [each.what for each in result.mistakes] == ["kind office, not event"]


@pytest.mark.parametrize("found", [PERFECT[1:4][::-1], PERFECT[2:4]])
def test_a_sentence_that_somebody_says_all_of_is_a_quotation(
    read: Callable[..., list[LabelledSentence]], found: list[Claim]
) -> None:
    """Whether a claim of the saying covers the others, or all of them have a speaker."""
    assert value(score(read(SAID), found), "kind_accuracy") == 1


def test_a_wrong_kind_of_a_proposition_is_counted_and_listed(read: Callable[..., list[LabelledSentence]]) -> None:
    result = score(read(SANK), [claim("The ferry sank.", "opinion")])
    assert value(result, "kind_accuracy_propositions") == 0
    assert result.confusions["propositions"] == {"event": {"opinion": 1}}
    assert "proposition's kind opinion, not event" in [each.what for each in result.mistakes]


@pytest.mark.parametrize(("speaker", "right"), [("she", 1), ("Ann Hale", 1), ("Hale", 1), ("Bob Hale", 0), (None, 0)])
def test_a_speaker_is_right_by_any_of_its_names(
    read: Callable[..., list[LabelledSentence]], speaker: str | None, right: int
) -> None:
    result = score(read(SAID), [claim("nine people drowned", "statistic", speaker=speaker)])
    assert value(result, "speaker_recall") == right
    assert result.metrics["speaker_precision"].n == (0 if speaker is None else 1)
    assert value(result, "speaker_precision") == right


def test_a_speaker_where_none_is_labelled_costs_precision(read: Callable[..., list[LabelledSentence]]) -> None:
    found = [PERFECT[2], claim("The ferry sank.", "event", speaker="Bob")]
    result = score(read(SANK, SAID), found)
    assert (value(result, "speaker_precision"), value(result, "speaker_recall")) == (0.5, 1)


def test_a_substitution_needs_the_same_words_and_the_same_thing(read: Callable[..., list[LabelledSentence]]) -> None:
    found = [
        claim(
            SAID["sentence"],
            "quotation",
            speaker="She",
            substitutions=(substitution("She", "Bob Hale"), substitution("on Friday", "on Friday 1 March 2024")),
        ),
        claim("nine people drowned", "statistic", substitutions=(substitution("Friday", "1 March 2024"),)),
    ]
    result = score(read(SAID), found)
    assert value(result, "substitution_precision") == 1 / 3
    assert value(result, "substitution_recall") == 1 / 2
    assert [each.text.partition(":")[0] for each in result.mistakes if each.what == "substitution too many"] == [
        "She → Bob Hale",
        "on Friday → on Friday 1 March 2024",
    ]


def test_a_substitution_of_several_claims_counts_once(read: Callable[..., list[LabelledSentence]]) -> None:
    found = [replace(each, substitutions=(SHE,)) for each in PERFECT[1:4]]
    assert score(read(SAID), found).metrics["substitution_precision"].n == 1


@pytest.mark.parametrize(("written", "n"), [("the harbour", 0), ("Ann Hale", 1)])
def test_what_the_sentence_itself_explains_is_neither_asked_for_nor_counted_unless_wrong(
    read: Callable[..., list[LabelledSentence]], written: str, n: int
) -> None:
    (label,) = LEFT["substitutions"]
    made = Substitution(span=Span(label["start"], label["end"]), said="it", written=written, why="test")
    result = score(read(LEFT), [replace(PERFECT[4], substitutions=(made,))])
    assert result.metrics["substitution_recall"].n == 0
    assert result.metrics["substitution_precision"].n == n
    assert value(result, "substitution_precision") == 0


def test_a_claim_over_two_sentences_matches_neither_and_costs_precision(
    read: Callable[..., list[LabelledSentence]],
) -> None:
    both = claim(f"The ferry sank. {SAID['sentence']}", "event")
    result = score(read(SANK, SAID), [both])
    assert (value(result, "split_precision"), result.metrics["split_precision"].n) == (0, 1)


def test_propositions_are_compared_in_the_words_of_the_sentence(read: Callable[..., list[LabelledSentence]]) -> None:
    """The substitutions are undone: by its new words alone the claim would not be near enough."""
    long = Substitution(
        span=SHE.span, said="She", written="Ann Hale of the coast guard of Lindal, its chief", why="test"
    )
    checked = f"{long.written}{SAID['sentence'].removeprefix('She')}"
    found = claim(SAID["sentence"], "quotation", checked=checked, speaker="She", substitutions=(long,))
    assert value(score(read(SAID), [found]), "split_precision") == 1
    assert value(score(read(SAID), [replace(found, substitutions=())]), "split_precision") == 0


def test_a_change_of_form_is_kept_in_the_words_and_is_no_substitution(
    read: Callable[..., list[LabelledSentence]],
) -> None:
    form = replace(substitution("who", "Ann Hale"), is_form=True)
    found = claim("Ann Hale, who runs it", "office", checked="Ann Hale runs it.", substitutions=(form,))
    result = score(read(LEFT), [found])
    assert result.metrics["substitution_precision"].n == 0
    assert value(result, "split_precision") == 1


def test_a_speaker_may_have_the_name_that_another_sentence_explains(
    read: Callable[..., list[LabelledSentence]],
) -> None:
    guard = SANK | {"speaker": "LCG"}
    named = NOTHING | {"substitutions": [{"said": "The", **at("The"), "written": "Coast Guard", "inside": False}]}
    by_name = [claim("The ferry sank.", "event", speaker="Coast Guard")]
    assert value(score(read(guard, named), by_name), "speaker_recall") == 0
    assert value(score(read(guard | {"speaker": "The"}, named), by_name), "speaker_recall") == 1


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"article": "other"}, 'there is no article "other"'),
        ({"start": 1}, "doesn't stand at [1, 15)"),
        ({"kind": "gossip"}, '"kind" is "gossip", not one of statistic, event'),
        ({"speaker": 3}, '"speaker" is 3'),
        ({"propositions": [{"text": "x"}]}, 'propositions[0]: there is no "kind"'),
        ({"substitutions": [{"said": "sank", "start": 0, "end": 3, "written": "x"}]}, "substitutions[0]: "),
    ],
)
def test_a_label_that_does_not_fit_its_article_is_named(
    read: Callable[..., list[LabelledSentence]], change: dict[str, Any], why: str
) -> None:
    with pytest.raises(InputError) as caught:
        read(SANK, SANK | change)
    assert "test_labels.jsonl, line 2: " in caught.value.message
    assert why in caught.value.message


def test_a_wrong_date_of_an_article_is_named_with_the_articles_file(write: Write) -> None:
    write([ARTICLE | {"published_on": "yesterday"}], "test_articles.jsonl")
    with pytest.raises(InputError, match=r'test_articles.jsonl, line 1: "published_on" is "yesterday"'):
        labelled.read(write([SANK], "test_labels.jsonl"))


def test_a_file_whose_name_does_not_lead_to_its_articles_is_refused(write: Write) -> None:
    with pytest.raises(UsageError, match="can't be found"):
        labelled.read(write([SANK], "gold.jsonl"))


def test_missing_articles_are_one_clear_failure(write: Write) -> None:
    with pytest.raises(InputError, match=r"test_articles.jsonl can't be read"):
        labelled.read(write([SANK], "test_labels.jsonl"))
