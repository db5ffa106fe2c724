"""`eval claims`: kinds, speakers, propositions and substitutions of labelled sentences, in their articles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.spans import Span
from factcheck.evaluation import split
from factcheck.evaluation.labelled import LabelledSentence, LabelledSubstitution
from factcheck.evaluation.propositions import matched
from factcheck.evaluation.ranking import Tally
from factcheck.evaluation.results import Confusion, Mistake, Result
from factcheck.evaluation.wordings import same_thing

NOTHING: Final = "none"
"""The kind of a sentence in which no claim was found; right where the label says that it claims nothing."""


def score(file: str, by: str, sentences: Sequence[LabelledSentence], found: Mapping[str, Sequence[Claim]]) -> Result:
    """How the claims that begin in each sentence compare with its labels; the articles are the documents.

    A proposition is compared in the words of the sentence: substitutions are undone before, and measured by themselves.
    One that the sentence itself explains is neither asked for nor counted, unless it is wrong; changes of form, which
    explain nothing, never are. A speaker is right by any name that the labels give, `he` or whom `he` stands for.

    Args:
        found: The claims of each article, by the id that the labels know it by.
    """
    aliases = _aliases(sentences)
    seen = [_see(each, found[each.article.id], aliases[each.article.id]) for each in sentences]
    tally = Tally([sentence.article.id for sentence in sentences])
    pairs = [len(each.pairs) for each in seen]
    measures = {
        "kind_accuracy": tally.share([each.kind_is_right for each in seen], [1] * len(seen)),
        "kind_accuracy_propositions": tally.share([_same_kinds(each) for each in seen], pairs),
    }
    groups: dict[str, tuple[Sequence[int], Sequence[int], Sequence[int]]] = {
        "split": (pairs, [len(each.claims) for each in seen], [len(each.gold.propositions) for each in seen]),
        "speaker": (
            [each.speaker_is_right for each in seen],
            [each.speaker_is_right + len(each.wrong_speakers) for each in seen],
            [each.gold.speaker is not None for each in seen],
        ),
        "substitution": (
            [len(each.right_places) for each in seen],
            [len(each.right_places) + len(each.wrong_substitutions) for each in seen],
            [len(_needed(each.gold)) for each in seen],
        ),
    }
    for name, counts in groups.items():
        measures |= {f"{name}_{metric}": measure for metric, measure in tally.retrieval(*counts).items()}
    return Result(
        file=file,
        by=by,
        n=len(sentences),
        documents=tally.documents,
        metrics=tally.figures(measures),
        confusions={"sentences": _confusion(_kinds(seen)), "propositions": _confusion(_proposition_kinds(seen))},
        mistakes=tuple(mistake for each in seen for mistake in _mistakes(each)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A sentence with what was found in it.

    Attributes:
        wordings: The claims in the sentence's own words.
        pairs: Matched (claim, proposition).
        wrong_speakers: Speakers that were found and aren't the sentence's.
        right_places: The needed substitutions that were found.
        wrong_substitutions: Span and words of the others, each once: several claims of a sentence share theirs.
    """

    gold: LabelledSentence
    claims: tuple[Claim, ...]
    wordings: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]
    speaker_is_right: bool
    wrong_speakers: tuple[str, ...]
    right_places: frozenset[int]
    wrong_substitutions: tuple[tuple[Span, str], ...]

    @property
    def kind(self) -> str:
        """That of its first claim, unless somebody says all of it: the rule by which sentences are labelled."""
        if not self.claims:
            return NOTHING
        if all(claim.speaker is not None for claim in self.claims) or any(map(self._is_all_quoted_by, self.claims)):
            return ClaimKind.QUOTATION.value
        return self.claims[0].kind.value

    @property
    def kind_is_right(self) -> bool:
        return self.kind == self.gold.kind.value or (self.kind == NOTHING and not self.gold.kind.is_claim)

    def _is_all_quoted_by(self, claim: Claim) -> bool:
        return claim.kind is ClaimKind.QUOTATION and all(claim.span.covers(other.span) for other in self.claims)


def _see(sentence: LabelledSentence, found: Sequence[Claim], aliases: Mapping[str, str]) -> _Seen:
    claims = tuple(claim for claim in found if sentence.span.start <= claim.span.start < sentence.span.end)
    wordings = tuple(map(_own_words, claims))
    speakers = tuple(dict.fromkeys(claim.speaker for claim in claims if claim.speaker is not None))
    names = _names(sentence, aliases)
    wrong_speakers = tuple(each for each in speakers if not any(same_thing(each, name) for name in names))
    made = (each for claim in claims for each in claim.substitutions if not each.is_form)
    substitutions = tuple(dict.fromkeys((each.span, each.written) for each in made))
    return _Seen(
        gold=sentence,
        claims=claims,
        wordings=wordings,
        pairs=tuple(matched(wordings, [each.text for each in sentence.propositions])),
        speaker_is_right=len(wrong_speakers) < len(speakers),
        wrong_speakers=wrong_speakers,
        right_places=frozenset(
            place
            for place in _needed(sentence)
            if any(_is_right(each, sentence.substitutions[place]) for each in substitutions)
        ),
        wrong_substitutions=tuple(
            each for each in substitutions if not any(_is_right(each, gold) for gold in sentence.substitutions)
        ),
    )


def _needed(sentence: LabelledSentence) -> list[int]:
    """The places of the substitutions without which the whole sentence doesn't stand alone."""
    return [place for place, each in enumerate(sentence.substitutions) if not each.inside]


def _is_right(found: tuple[Span, str], gold: LabelledSubstitution) -> bool:
    span, written = found
    return span == gold.span and same_thing(written, gold.written)


def _own_words(claim: Claim) -> str:
    """`checked` with its substitutions undone but for changes of form; one that isn't found there is passed over."""
    text, place = claim.checked, 0
    for each in claim.substitutions:
        if each.is_form or not each.written:
            continue
        pattern = re.compile(re.escape(each.written), re.IGNORECASE)
        if there := pattern.search(text, place) or pattern.search(text):
            text = text[: there.start()] + each.said + text[there.end() :]
            place = there.start() + len(each.said)
    return text


def _names(sentence: LabelledSentence, aliases: Mapping[str, str]) -> list[str]:
    """What the speaker may be called: as the sentence says, with its substitutions made, or by another name of it."""
    if sentence.speaker is None:
        return []
    made = [
        each.written.join(re.split(rf"\b{re.escape(each.said)}\b", sentence.speaker, maxsplit=1, flags=re.IGNORECASE))
        for each in sentence.substitutions
    ]
    return [name for each in (sentence.speaker, *made) for name in (each, aliases.get(each, each))]


def _aliases(sentences: Sequence[LabelledSentence]) -> dict[str, dict[str, str]]:
    """By article, what stands for words that have the same meaning in every label: `United Nations` for `UN`."""
    written: dict[str, dict[str, set[str]]] = {}
    for sentence in sentences:
        ours = written.setdefault(sentence.article.id, {})
        for each in sentence.substitutions:
            ours.setdefault(each.said, set()).add(each.written)
    return {
        article: {said: words.pop() for said, words in ours.items() if len(words) == 1}
        for article, ours in written.items()
    }


def _same_kinds(seen: _Seen) -> int:
    return sum(seen.claims[mine].kind is seen.gold.propositions[other].kind for mine, other in seen.pairs)


def _kinds(seen: Sequence[_Seen]) -> list[tuple[str, str]]:
    return [(each.gold.kind.value, each.kind) for each in seen]


def _proposition_kinds(seen: Sequence[_Seen]) -> list[tuple[str, str]]:
    return [
        (each.gold.propositions[other].kind.value, each.claims[mine].kind.value)
        for each in seen
        for mine, other in each.pairs
    ]


def _confusion(kinds: Sequence[tuple[str, str]]) -> Confusion:
    table: dict[str, dict[str, int]] = {}
    for label, found in sorted(kinds):
        row = table.setdefault(label, {})
        row[found] = row.get(found, 0) + 1
    return table


def _mistakes(seen: _Seen) -> list[Mistake]:
    gold = seen.gold
    wrong: list[tuple[str, str]] = []
    if not seen.kind_is_right:
        wrong.append((f"kind {seen.kind}, not {gold.kind}", gold.text))
    for mine, other in seen.pairs:
        kind, label = seen.claims[mine].kind, gold.propositions[other].kind
        if kind is not label:
            wrong.append((f"proposition's kind {kind}, not {label}", gold.propositions[other].text))
    if gold.speaker is not None and not seen.speaker_is_right:
        wrong.append(("speaker missed", f"{gold.speaker}: {gold.text}"))
    wrong += [("speaker too many", f"{name}: {gold.text}") for name in seen.wrong_speakers]
    for each in (gold.substitutions[place] for place in _needed(gold) if place not in seen.right_places):
        wrong.append(("substitution missed", f"{each.said} → {each.written}: {gold.text}"))
    for span, written in seen.wrong_substitutions:
        wrong.append(("substitution too many", f"{span.of(gold.article.text)} → {written}: {gold.text}"))
    propositions = split.mistakes(gold.line, seen.wordings, [each.text for each in gold.propositions])
    return [
        *(Mistake(line=gold.line, what=what, text=text) for what, text in wrong),
        *(Mistake(line=gold.line, what=f"proposition {each.what}", text=each.text) for each in propositions),
    ]
