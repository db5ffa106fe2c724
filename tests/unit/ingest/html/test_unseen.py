"""What a page hides from its reader, or strikes out, is none of its text."""

from __future__ import annotations

import pytest

from factcheck.ingest.html.tree import page_tree, words_of
from factcheck.ingest.html.unseen import drop_unseen

SHOWN = "The ferry to Halsund runs every hour from six in the morning, and a ticket costs four crowns for grown-ups."


def seen(body: str, head: str = "") -> str:
    tree = page_tree(f"<html><head>{head}</head><body><p>{SHOWN}</p>{body}</body></html>")
    drop_unseen(tree)
    return words_of(tree).removeprefix(SHOWN).strip()


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>Gone</p>",
        '<p hidden="until-found">Gone</p>',
        '<p style="display:none">Gone</p>',
        '<p style="color:red; DISPLAY : none !important">Gone</p>',
        '<div style="visibility: hidden"><p>Gone</p></div>',
        '<div style="position:absolute;left:-9999px">Gone</div>',
        "<dialog>Gone</dialog>",
        "<template><p>Gone</p></template>",
        '<div aria-hidden="true">Gone</div>',
        '<span class="sr-only">Gone</span>',
        '<amp-sidebar layout="nodisplay">Gone</amp-sidebar>',
    ],
)
def test_what_an_attribute_hides_is_taken_out_and_what_follows_stays(hidden: str) -> None:
    assert seen(f"{hidden} Here.") == "Here."


@pytest.mark.parametrize(
    ("rules", "element"),
    [
        (".gone{display:none}", '<p class="lead gone">Gone</p>'),
        ("#old { visibility : hidden }", '<p id="old">Gone</p>'),
        ("h3, p.v2 ,#x{display:none}", '<p class="v2">Gone</p>'),
        ("/* .a{} */ .gone.now{margin:0;display:none}", '<p class="gone now">Gone</p>'),
        ("@media print{.b{display:block}} .gone{display:none}", '<p class="gone">Gone</p>'),
        (".gone{display:block} .gone{display:none}", '<p class="gone">Gone</p>'),
    ],
)
def test_what_a_rule_of_the_pages_own_style_hides_is_taken_out(rules: str, element: str) -> None:
    assert seen(f"{element} Here.", f"<style>{rules}</style>") == "Here."


@pytest.mark.parametrize(
    ("rules", "element"),
    [
        ("@media print{.a{display:none}}", '<p class="a">Here.</p>'),
        ("@keyframes k{from{visibility:hidden}to{visibility:visible}} .a{animation:k 1s}", '<p class="a">Here.</p>'),
        (".a{display:none} .a.open{display:block}", '<p class="a open">Here.</p>'),
        (".a{display:none} .a{display:block}", '<p class="a">Here.</p>'),
        (".a{display:none}", '<p class="a" style="display:block">Here.</p>'),
        (".menu .a{display:none}", '<p class="a">Here.</p>'),
        (".a:hover{display:none}", '<p class="a">Here.</p>'),
        ("body{visibility:hidden} p{color:red}", "<p>Here.</p>"),
        (".b{display:none}", '<p class="a">Here.</p>'),
        ("}.a{", '<p class="a">Here.</p>'),
        ("", "<dialog open>Here.</dialog>"),
        ("", '<p><span aria-hidden="true">H</span>ere.</p>'),
    ],
)
def test_what_is_shown_stays(rules: str, element: str) -> None:
    assert seen(element, f"<style>{rules}</style>") == "Here."


@pytest.mark.parametrize(
    "struck",
    [
        "<s>13</s>",
        "<del>13</del>",
        "<strike>13</strike>",
        '<span style="text-decoration: line-through">13</span>',
        '<span style="text-decoration-line:line-through">13</span>',
        '<span class="red">13</span>',
    ],
)
def test_struck_out_words_are_not_asserted(struck: str) -> None:
    assert seen(f"<p>It has {struck} 31 gates.</p>", "<style>.red{text-decoration: red line-through}</style>") == (
        "It has 31 gates."
    )


def test_a_page_that_hides_all_of_its_text_until_a_script_has_run_keeps_it() -> None:
    tree = page_tree(
        f'<html><body><h1>Ferry</h1><div id="app" style="display:none"><p>{SHOWN} {SHOWN}</p></div></body>'
    )
    assert drop_unseen(tree) is True
    assert SHOWN in words_of(tree)


def test_an_article_that_a_style_hides_with_its_heading_waits_for_a_script() -> None:
    style = "<style>.grid{visibility:hidden}</style>"
    news = f'<div class="grid"><a href=/x>{SHOWN}</a></div>'
    tree = page_tree(
        f"<html><head>{style}</head><body><p>{SHOWN}</p>{news}"
        f'<div class="grid"><h1>Ferry</h1><p>It ran.</p></div></body></html>'
    )
    assert drop_unseen(tree) is True
    assert words_of(tree) == f"{SHOWN} Ferry It ran."


def test_a_short_text_is_not_replaced_by_a_long_hidden_one() -> None:
    tree = page_tree(f"<html><body><p>{SHOWN}</p><div hidden>{'Terms and conditions apply. ' * 80}</div></body></html>")
    assert drop_unseen(tree) is False
    assert words_of(tree) == SHOWN


def test_styles_of_any_length_and_form_are_read_once() -> None:
    for css in ("@media{" * 50_000, ".a{display:none}" * 50_000, "{" * 100_000, "/*" * 100_000, ".a" * 100_000):
        assert seen("Here.", f"<style>{css}</style>") == "Here."
