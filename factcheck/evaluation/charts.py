"""Charts of judged claims: what was taken for what, how far a confidence can be believed, what leaving out buys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from factcheck.evaluation.calibration import PRECISIONS
from factcheck.evaluation.results import Figure, JudgedResult
from factcheck.evaluation.svg import BLUE, FAINT, INK, QUIET, RED, Drawing, Plot

_WIDTH: Final = 560
_HEADING: Final = 72
_LONGEST_NAME: Final = 48
_TOPS: Final = (0.1, 0.2, 0.3, 0.4, 0.5, 1.0)
"""Where the axis of the risk may end."""


def confusion(result: JudgedResult) -> str:
    """The table of labels and answers, each cell as dark as its share of the label."""
    table = result.confusions["labels"]
    columns = [*result.labels, *sorted({said for row in table.values() for said in row} - set(result.labels))]
    left, cell, tall = 140, min(130, (_WIDTH - 160) // len(columns)), 62
    top = _HEADING + 42
    drawing = _drawing(
        result,
        "Confusion",
        "; ".join(
            f"labelled {label}: " + ", ".join(f"{row.get(column, 0)} said {column}" for column in columns)
            for label, row in table.items()
        ),
        height=top + tall * len(table) + 24,
    )
    drawing.text(left + cell * len(columns) / 2, _HEADING + 12, "what was said", anchor="middle")
    drawing.text(20, top + tall * len(table) / 2, "label", anchor="middle", upright=True)
    for place, column in enumerate(columns):
        drawing.text(left + (place + 0.5) * cell, top - 8, column, anchor="middle", size=11, fill=QUIET)
    for line, (label, row) in enumerate(table.items()):
        of = sum(row.values())
        y = top + line * tall
        drawing.text(left - 8, y + tall / 2 - 2, label, anchor="end", size=11, fill=QUIET)
        drawing.text(left - 8, y + tall / 2 + 13, f"n = {of}", anchor="end", size=11, fill=QUIET)
        for place, column in enumerate(columns):
            share = row.get(column, 0) / of if of else 0.0
            x, ink = left + place * cell, "#ffffff" if share > 0.55 else INK
            drawing.rectangle(x + 1, y + 1, cell - 2, tall - 2, fill="#f2f4f7")
            drawing.rectangle(x + 1, y + 1, cell - 2, tall - 2, fill=BLUE, opacity=share)
            middle = x + cell / 2
            drawing.text(middle, y + 28, str(row.get(column, 0)), anchor="middle", size=15, fill=ink, bold=True)
            drawing.text(middle, y + 46, f"{100 * share:.0f} %", anchor="middle", size=11, fill=ink)
    return drawing.document()


def reliability(result: JudgedResult) -> str:
    """The share of right answers in each bin of confidence, and below it how many answers each bin holds."""
    bins = result.reliability
    error = result.metrics["ece"]
    drawing = _drawing(
        result,
        "Reliability",
        f"Expected calibration error {_interval(error)} in {len(bins)} bins. "
        + "; ".join(
            f"mean confidence {each.confidence:.2f}: {each.right:.2f} right of {each.n}"
            for each in bins
            if each.confidence is not None and each.right is not None
        ),
        height=570,
    )
    drawing.text(
        20, _HEADING, f"Expected calibration error: {_interval(error)}, {len(bins)} bins.", size=11, fill=QUIET
    )
    plot = Plot(drawing, left=80, top=_HEADING + 16, width=440, height=330, x_to=1, y_to=1)
    plot.axes("confidence: how likely it is said to be right", "share that is right")
    drawing.line([plot.at(0, 0), plot.at(1, 1)], stroke=QUIET, dashed=True)
    x, y = plot.at(0.03, 0.93)
    drawing.text(x, y, "dashed: as often right as it says; below: too sure", size=11, fill=QUIET)
    points = [plot.at(each.confidence, each.right or 0) for each in bins if each.confidence is not None]
    if points:
        drawing.line(points, stroke=BLUE, width=2)
    for x, y in points:
        drawing.circle(x, y, 4, fill=BLUE)
    below = Plot(drawing, left=80, top=494, width=440, height=50, x_to=1, y_to=max(1, *(each.n for each in bins)) * 1.0)
    drawing.text(38, 519, "answers", anchor="middle", upright=True)
    for each in bins:
        (start, high), (end, floor) = below.at(each.low, each.n), below.at(each.high, 0)
        drawing.rectangle(start + 1, high, end - start - 2, floor - high, fill=BLUE, opacity=0.55)
        drawing.text((start + end) / 2, high - 4, str(each.n), anchor="middle", size=10, fill=QUIET)
    drawing.line([below.at(0, 0), below.at(1, 0)], stroke=INK)
    return drawing.document()


def risk_coverage(result: JudgedResult) -> str:
    """The share of wrong answers where only the surest rows are answered."""
    curve = result.risk_coverage
    covered = {percent: result.metrics[f"coverage_at_{percent}"] for percent in PRECISIONS}
    notes = [f"{_share(figure)} answered at {percent} % precision" for percent, figure in covered.items()]
    drawing = _drawing(
        result,
        "Risk and coverage",
        "; ".join(
            [*notes, *(f"{each.risk:.3f} wrong at {each.coverage:.2f}" for each in curve[:: len(curve) // 10 or 1])]
        ),
        height=500,
    )
    drawing.text(20, _HEADING, f"{'; '.join(notes)}.", size=11, fill=QUIET)
    top = next(each for each in _TOPS if each >= max([0.1, *(point.risk for point in curve)]))
    plot = Plot(drawing, left=80, top=_HEADING + 16, width=440, height=360, x_to=1, y_to=top)
    plot.axes(
        "coverage: share of the rows that is answered, the surest first", "risk: share of the answers that is wrong"
    )
    for percent in PRECISIONS:
        risk = 1 - percent / 100
        drawing.line([plot.at(0, risk), plot.at(1, risk)], stroke=RED, dashed=True)
        x, y = plot.at(1, risk)
        drawing.text(x - 4, y - 4, f"{percent} % precision", anchor="end", size=11, fill=RED)
        if covered[percent].value:
            drawing.circle(*plot.at(covered[percent].value, risk), 4, fill=RED)
    if curve:
        drawing.line([plot.at(each.coverage, each.risk) for each in curve], stroke=BLUE, width=2)
    return drawing.document()


CHARTS: Final[Mapping[str, Callable[[JudgedResult], str]]] = MappingProxyType(
    {"confusion": confusion, "reliability": reliability, "risk-coverage": risk_coverage}
)
"""Every chart by its name in a file."""


def _drawing(result: JudgedResult, what: str, description: str, *, height: int) -> Drawing:
    """A sheet that says what it shows, of which file, and of how many rows."""
    name = PurePath(result.file).name
    shown = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
    about = f"n = {result.n}, labels {', '.join(result.labels)}; by {result.by}"
    drawing = Drawing(title=f"{what}: {name}", description=f"{about}. {description}.", width=_WIDTH, height=height)
    drawing.text(20, 26, f"{what}: {shown}", size=16, bold=True)
    drawing.text(20, 46, about if len(about) <= 90 else f"{about[:89]}…", size=11, fill=QUIET)
    drawing.line([(20, 52), (_WIDTH - 20, 52)], stroke=FAINT)
    return drawing


def _interval(figure: Figure) -> str:
    return f"{figure.value:.3f} ({figure.low:.3f} – {figure.high:.3f})" if figure.n else "–"


def _share(figure: Figure) -> str:
    return f"{100 * figure.value:.0f} % ({100 * figure.low:.0f} – {100 * figure.high:.0f})" if figure.value else "none"
