"""Text from articles, evidence and people is shown and never obeyed, on every screen."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from textual import events
from textual.widgets import Input, TextArea

from factcheck.domain.articles import Block, BlockKind
from factcheck.domain.claims import Ambiguity, Substitution
from factcheck.domain.documents import DocumentKind
from factcheck.domain.lineage import ClaimStep, StepAct, wording_of
from factcheck.domain.reasons import Reason, ReasonCode
from factcheck.domain.reviews import Act, Draft, Quote, ReviewEvent
from factcheck.domain.spans import Span
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.settings import Settings
from factcheck.tui.app import ReviewApp
from tests.patience import PATIENCE
from tests.tui.sample import AT, Bench, article_of, claim_of, document_of, suggestion_of
from tests.tui.stage import Seat, Stage

pytestmark = pytest.mark.slow

HOSTILE = (
    "[/]",
    "[/red] closes nothing",
    "[@click=app.quit]press me[/]",
    "[link=file:///etc/passwd]here[/link]",
    "[#ff0]yellow[/#ff0] [bold",
    "\x1b]0;a new title\x07 and \x1b[2J\x1b[31m",
    "\x9b31m C1 \x90 \x9d52;c;aGk=\x9c",
    "\u202edesrever\u202c \u2066isolated\u2069 \u200e",
    "a" * 5_000,
    "漢字" * 800,
    "👩‍👩‍👧 family é̂̃ \u200b",
    "line\r\nline\rline\x85line\u2028line\x0bline\x0cline",
    "\x00\x7f\ud800",
    "\t tabs \t and  \u00a0 spaces",
    "%s {0} $text-error ${x} `rm` <b>&amp;</b>",
)
# What a terminal could obey: any control character but those that the drawing itself writes.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def fill_with(bench: Bench, *texts: str) -> None:
    """A workbench in which every text that comes from outside is one of these: one article and claim for each."""
    for number, text in enumerate(texts):
        # A database can't hold lone surrogates, and equal texts would be one article.
        _add(bench, f"{number}{text}".encode("utf-8", "replace").decode())


def _add(bench: Bench, text: str) -> None:
    said = f"Claim: {text} is so."
    whole = f"{text}\n{said}\n{text}"
    blocks = (
        Block(span=Span(0, len(text)), kind=BlockKind.HEADING),
        Block(span=Span(len(text) + 1, len(text) + 1 + len(said)), kind=BlockKind.PARAGRAPH),
    )
    article = article_of(whole, blocks, title=text)
    claim = claim_of(article, said)
    made = Substitution(span=claim.span, said=text, written=text, why=text)
    unclear = Ambiguity(span=claim.span, said=text, why=text, candidates=(text,))
    claim = replace(claim, substitutions=(made,), ambiguities=(unclear,))
    documents = [
        document_of(text, kind, f"https://e.example/{kind}/{text}", f"Evidence: {text}")
        for kind in (DocumentKind.NEWS, DocumentKind.NOTE)
    ]
    passages = [passage for _, found in documents for passage in found]
    bench.claims.append(claim)
    suggestion = suggestion_of(claim, passages, Status.REFUTED, [StanceLabel.REFUTES, StanceLabel.NEUTRAL])
    gap = replace(suggestion.gaps[0], note=text)
    suggestion = replace(
        suggestion, model=text, reasons=(Reason(code=ReasonCode.PASSAGE_SUPPORTS, words=text),), gaps=(gap,)
    )
    with bench.open() as opened, opened.database.transaction():
        opened.articles.add(article, whole.encode())
        opened.claims.add([claim])
        for document, found in documents:
            opened.documents.add(document, found, document.text.encode())
        opened.suggestions.add(suggestion, checked=claim.checked)
        # Past the rules for names: an older program may not have had them.
        decision = ReviewEvent(
            number=0, claim_id=claim.id, act=Act.DECIDE, by=text, at=AT, revision=1, status=Status.REFUTED,
            rationale=text, without_evidence=text, quotes=(Quote(passage_id=passages[0].id, text=passages[0].text),),
        )  # fmt: skip
        opened.reviews.add(decision)
        # Back and forth, so that the decision still counts.
        now = wording_of(claim)
        other = replace(now, checked=text, speaker=text)
        step = ClaimStep(
            number=0,
            claim_id=claim.id,
            act=StepAct.EDIT,
            by=text,
            at=AT,
            revision=2,
            reason=text,
            before=now,
            after=other,
        )
        first = opened.steps.add(step).number
        back = replace(step, act=StepAct.RESTORE, revision=3, before=other, after=now, takes_back=first)
        opened.steps.add(back)
        opened.reviews.save_draft(Draft(claim_id=claim.id, by="Ana", at=AT, rationale=text))


async def visit_everything(seat: Seat) -> None:
    """Every screen that shows text from outside, looked at for what a terminal would obey."""
    panes_at_once = seat.app.size.width > 100
    for _ in seat.bench.claims:
        for keys in (("h",), ("escape", "o"), ("escape", "s"), ("escape",)) if panes_at_once else ("2", "3", "4"):
            await seat.press(*keys)
            assert not OBEYED.search(seat.text.replace("\n", ""))
        await seat.press("1", "y", "j")
        assert not OBEYED.search(seat.app.clipboard.replace("\n", "").replace("\t", ""))
    await seat.press("a", "w", "escape", "f", "escape", "v", "v", "S", "R", "u")
    assert not OBEYED.search(seat.text.replace("\n", ""))
    assert seat.app.is_running


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_hostile_text_is_shown_and_not_obeyed(empty_bench: Bench, size: tuple[int, int]) -> None:
    fill_with(empty_bench, *HOSTILE)
    Stage(empty_bench).play(visit_everything, size=size)


def test_brackets_of_an_article_are_shown_as_they_are(empty_bench: Bench) -> None:
    fill_with(empty_bench, "[@click=app.quit]press me[/]")

    async def play(seat: Seat) -> None:
        assert "[@click=app.quit]press me[/]" in seat.text
        lines = seat.text.split("\n")
        row = next(number for number, line in enumerate(lines) if "press me" in line)
        await seat.pilot.click(offset=(lines[row].index("press me") + 2, row))
        await seat.settle()
        assert seat.app.is_running

    Stage(empty_bench).play(play)


texts = st.text(
    alphabet=st.one_of(
        st.sampled_from("[]/@=#\\\"'$\x1b\x07\x9b\u202e\u2066\r\n\t\x00 ab漢"), st.characters(codec="utf-8")
    ),
    max_size=300,
)


@given(st.lists(texts, min_size=4, max_size=4))
@settings(
    max_examples=3,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_text_can_be_looked_at(tmp_path_factory: pytest.TempPathFactory, several: list[str]) -> None:
    bench = Bench(Settings(db=str(tmp_path_factory.mktemp("any") / "claims.db"), busy_seconds=PATIENCE))
    with bench.open():
        pass
    fill_with(bench, *several)
    Stage(bench).play(visit_everything)


def test_what_is_pasted_into_a_field_is_made_visible(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("s")
        field = seat.screen.query_one(TextArea)
        field.post_message(events.Paste("one\x1b[2J\r\ntwo \u202e [/]"))
        await seat.settle()
        assert field.text == "one␛[2J\ntwo � [/]"
        line = seat.screen.query_one(Input)
        line.post_message(events.Paste("a\x1b\x9bb\nc"))
        await seat.settle()
        assert line.value == "a␛�b c"
        assert not OBEYED.search(seat.text.replace("\n", ""))

    stage.play(play)


def test_the_real_output_of_the_driver_holds_nothing_but_our_own_codes(
    empty_bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written to the terminal, byte for byte: titles, the clipboard and clearing are not among it."""
    fill_with(empty_bench, "\x1b]0;a new title\x07 \x1b]52;c;aGk=\x07 \x1b[2J \x9b2J")
    written: list[str] = []

    async def run() -> None:
        app = ReviewApp(empty_bench.settings, reviewer="Ana")
        async with app.run_test(size=(120, 40)) as pilot:
            assert app._driver is not None
            monkeypatch.setattr(app._driver, "write", written.append)
            seat = Seat(pilot, empty_bench)
            await seat.settle()
            app.refresh(layout=True)
            await visit_everything(seat)

    asyncio.run(run())
    output = "".join(written)
    # Textual itself sets the shape of the pointer, and copies to the clipboard where we ask it to.
    output = re.sub("\x1b\\](22;[a-z]*|52;c;[A-Za-z0-9+/=]{40,})\x07", "", output)
    for code in ("\x1b]", "\x1b[2J", "\x07", "\x9b", "\x9d"):
        assert code not in output
