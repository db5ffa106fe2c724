"""The words of offices: their heads, what they are in charge of, and what says whether they are still held."""

from __future__ import annotations

from typing import Final

from factcheck.language.word_lists import word_list

HEADS: Final = frozenset(
    word_list(
        """president minister premier chancellor mayor governor senator congressman congresswoman congressperson
        ambassador commissioner chairman chairwoman chairperson spokesman spokeswoman spokesperson secretary
        ombudsman sheriff bishop archbishop cardinal pope rabbi treasurer commander principal dean rector consul envoy
        ceo cfo premier attorney prosecutor councillor councilman councilwoman lawmaker legislator mp taoiseach emir
        sultan emperor empress king queen prince princess duke duchess"""
    )
)
"""An office wherever they stand."""
WEAK_HEADS: Final = frozenset(
    word_list(
        "head chief chair leader director speaker general judge justice captain coach editor manager officer whip"
    )
)
"""Words with other meanings too: an office where a portfolio stands before, or `of` or a person's name behind them."""
PORTFOLIOS: Final = frozenset(
    word_list(
        """prime vice defence defense foreign finance interior health education justice home economy economic trade
        energy transport transportation labour labor culture sports sport agriculture environment climate housing
        treasury press police fire army navy party state cabinet city county district executive security national
        intelligence affairs attorney solicitor surgeon chief managing general financial operating opposition
        parliamentary planning immigration development science technology digital communications campaign football
        basketball cricket rugby head majority minority house senate lord team club company board editor budget tax
        first works welfare pensions equalities families water tourism privatisation infrastructure"""
    )
)
"""What may stand between a modifier and the head: `defence minister`, `vice president`, `police chief`."""
SENSES_OF_GENERAL: Final = frozenset(
    {"attorney", "secretary", "director", "surgeon", "solicitor", "inspector", "auditor"}
)
"""`attorney general`: here `general` is the end of the office and no rank."""
LONG_FORMS: Final = (
    ("secretary", "of", "state"), ("chief", "of", "staff"), ("head", "of", "state"), ("head", "of", "government"),
    ("chancellor", "of", "the", "exchequer"), ("speaker", "of", "the", "house"), ("leader", "of", "the", "opposition"),
    ("chief", "executive"), ("member", "of", "parliament"), ("member", "of", "congress"), ("first", "lady"),
)  # fmt: skip
MODIFIERS: Final = frozenset(
    word_list(
        """former ex acting interim deputy assistant incoming outgoing late current then sitting new newly elected
        re-elected caretaker honorary co under junior senior previous ousted deposed retired exiled self-proclaimed
        longtime provisional transitional appointed first second third next last one-time long-serving vice future
        would-be nominated designated impeached"""
    )
)
STANDING: Final = frozenset(
    word_list("former acting interim caretaker then current sitting outgoing incoming ousted deposed retired")
)
"""Those that may also stand before what it is an office of: `former U.S. president`."""
AFTER: Final = frozenset(word_list("elect designate emeritus nominee"))
"""What follows an office, after a hyphen or a space: `president-elect`."""
DETERMINERS: Final = frozenset(word_list("the a an its their his her our this that"))
COPULAS: Final = (
    ("who", "is"), ("who", "was"), ("has", "been"), ("had", "been"), ("served", "as"), ("serves", "as"),
    ("resigned", "as"), ("works", "as"), ("worked", "as"), ("is",), ("was",), ("became",), ("becomes",), ("remains",),
    ("remained",),
)  # fmt: skip
"""What may stand between a holder and an office; the longer ones first."""
