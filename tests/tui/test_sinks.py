"""Text reaches the screen through `safe` only: a grep, made of the syntax tree.

Textual takes a plain `str` as markup in many places. Whatever is put into one of these sinks must be a constant of
ours, something that `safe` or one of our own content functions made, or be named below: think before you add to it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck.tui

FOLDER = Path(factcheck.tui.__file__).parent
FILES = sorted(FOLDER.rglob("*.py"))

MADE_SAFE = {"safe", "safe_line", "shortened", "Content", "now", "range", "len"}
"""Calls that give text that is safe, besides those whose names end with `_content` and our own methods."""

KNOWN_SAFE = {
    # Our own ids, numbers, words and times.
    "_NO_ARTICLES", "_NO_EVIDENCE", "_NONE_SHOWN.format(self.state.filter.name)",
    "STANCE_SIGNS[stance]", "STATUS_SIGNS[status]", "attached", "claim.id", "count", "decision.at",
    "difference.aspect", "done", "event.at", "event.claim_id", "event.number", "event.withdraws", "filtered", "found",
    "here", "index + 1", "key.shown", "key.tooltip", "passage_id", "quote.passage_id", "row.claim.check_worthiness",
    "scores(view)", "self._claim_view.claim.id", "self.loaded.view.claim.id", "self.state.decided", "shown", "sign",
    "stance.value", "suggestion_words(suggestion)", "suggestion_words(row.suggestion, short=short)", "status.words",
    "total",
    "view.draft.at", "withdrawal.at", "withdrawal.claim_id", "words", "when", "which.name.ljust(max(0, width - 8))",
    "claim_ids", "decision.reuses", "event.reuses", "seen.claim.id", "seen.similarity", "step.at", "step.number",
    # Content, which stays what it was made of.
    "article", "closing", "facts", "head", "last", "left", "line.of(self.content.plain).replace('\\t', ' ')",
    "machine", "message", "mine", "opening", "right", "rests", "said", "self._title", "subtitle", "status",
    "tail", "taken_back", "text", "title", "what", "worth",
    # Paddings.
    "' ' * (_STATUS_CELLS - status.cell_length)", "' ' * (room - text.cell_length)", "' ' * gap",
}  # fmt: skip

MARKUP = {"Static", "Label", "Button", "update"}
SINKS = {"Static", "Label", "Button", "Option", "Collapsible", "Checkbox", "Content", "styled", "assemble", "update"}
TITLES = {"border_title", "border_subtitle", "tooltip", "title", "sub_title"}


def parts(expression: ast.expr) -> Iterator[ast.expr]:
    """What of an expression becomes text without having been made safe."""
    if isinstance(expression, ast.Constant):
        return
    if isinstance(expression, ast.JoinedStr):
        for value in expression.values:
            if isinstance(value, ast.FormattedValue):
                yield from parts(value.value)
    elif isinstance(expression, ast.IfExp):
        yield from parts(expression.body)
        yield from parts(expression.orelse)
    elif isinstance(expression, ast.Starred | ast.GeneratorExp | ast.ListComp):
        yield from parts(expression.value if isinstance(expression, ast.Starred) else expression.elt)
    elif isinstance(expression, ast.Tuple) and expression.elts:
        yield from parts(expression.elts[0])
    elif isinstance(expression, ast.Call) and joins_strings(expression):
        yield from parts(expression.args[0])
    elif not (isinstance(expression, ast.Call) and is_safe_call(expression)):
        yield expression


def joins_strings(call: ast.Call) -> bool:
    """`", ".join(…)`, which is as safe as what it joins; the `join` of a content joins contents."""
    return (
        isinstance(call.func, ast.Attribute) and call.func.attr == "join" and isinstance(call.func.value, ast.Constant)
    )


def is_safe_call(call: ast.Call) -> bool:
    function = call.func
    name = (
        function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    )
    if name in MADE_SAFE or name.endswith("_content"):
        return True
    # Our own methods and functions with an underscore give content; those of content itself stay content.
    return name.startswith("_") or name in {"styled", "assemble", "join", "truncate", "stylize", "stylize_before"}


def unsafe(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in ("from_markup", "from_rich_text", "Text", "escape", "render_str"):
                yield f"line {node.lineno}: {name} is not to be used here"
            if name == "notify" and not any(
                each.arg == "markup" and ast.unparse(each.value) == "False" for each in node.keywords
            ):
                yield f"line {node.lineno}: notify takes markup unless it is told not to"
            if name in SINKS and node.args:
                texts = node.args if name == "assemble" else node.args[:1]
                yield from reported(node.lineno, texts, markup=name in MARKUP)
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Attribute) and target.attr in TITLES for target in node.targets
        ):
            yield from reported(node.lineno, [node.value], markup=True)


def reported(line: int, texts: list[ast.expr], *, markup: bool) -> Iterator[str]:
    for text in texts:
        if markup and isinstance(text, ast.Constant) and isinstance(text.value, str) and "[" in text.value:
            yield f"line {line}: a bracket in {text.value!r}"
        for part in parts(text):
            if ast.unparse(part) not in KNOWN_SAFE:
                yield f"line {line}: {ast.unparse(part)}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_nothing_reaches_a_sink_but_through_safe(path: Path) -> None:
    if path.name in ("safe.py", "signs.py"):
        return
    assert list(unsafe(ast.parse(path.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    "planted",
    [
        "Static(claim.said)",
        "Label(f'{article.title}')",
        "widget.border_title = article.title",
        "self.say(Content(view.citation.line))",
        "Content.assemble('by ', decision.by)",
        "Content.assemble((claim.checked, 'bold'))",
        "Content.styled(draft.rationale, 'bold')",
        "panel.update(error.message)",
        "Content.from_markup('x')",
        "app.notify('x')",
        "Static('[b]x')",
        "Content(', '.join(claim.said for claim in claims))",
        "button.tooltip = document.title if document else 'none'",
    ],
)
def test_the_search_finds_a_planted_sink(planted: str) -> None:
    assert list(unsafe(ast.parse(planted)))


def test_every_exception_of_the_list_is_still_needed() -> None:
    met: set[str] = set()
    for path in FILES:
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                met |= {ast.unparse(part) for text in node.args for part in parts(text)}
            elif isinstance(node, ast.Assign):
                met |= {ast.unparse(part) for part in parts(node.value)}
    assert met >= KNOWN_SAFE
