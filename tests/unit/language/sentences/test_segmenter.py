"""Sentences by the shipped model and its rules, on real text and on hostile text."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.domain.spans import Span
from factcheck.errors import ModelError
from factcheck.language.sentences import boundary_features, boundary_model
from factcheck.language.sentences.guard import WINDOW, is_sound
from factcheck.language.sentences.segmenter import SHA256, BoundarySplitter
from tests.growth import growing_faster


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in BoundarySplitter().split(text)]


def test_the_name_tells_which_weights_it_uses() -> None:
    assert BoundarySplitter().name == f"boundaries/2 ({SHA256[:8]})"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Former U.S. President Ann Lee spoke. He left.", ["Former U.S. President Ann Lee spoke.", "He left."]),
        (
            "She said, “Is it big???”—a remark that hints at more. It ended.",
            ["She said, “Is it big???”—a remark that hints at more.", "It ended."],
        ),
        ("They met on Jan. 5 in Paris. It rained.", ["They met on Jan. 5 in Paris.", "It rained."]),
        ("It cost $3.5 million. Nobody paid.", ["It cost $3.5 million.", "Nobody paid."]),
        ("Use tools, e.g. a hammer. Then stop.", ["Use tools, e.g. a hammer.", "Then stop."]),
        ("He waited... and left. She stayed.", ["He waited... and left.", "She stayed."]),
        ("He left... She stayed.", ["He left...", "She stayed."]),
        ("He moved to the U.S. She stayed. They met.", ["He moved to the U.S.", "She stayed.", "They met."]),
        ("It opened at 5 p.m. Dr. Lee spoke.", ["It opened at 5 p.m.", "Dr. Lee spoke."]),
        ("At 5 p.m. Dr. Lee spoke. He sang.", ["At 5 p.m. Dr. Lee spoke.", "He sang."]),
        ("The call is at 9 a.m. Eastern on Monday. Dial in.", ["The call is at 9 a.m. Eastern on Monday.", "Dial in."]),
        ("There were approx. 300 people. They sang.", ["There were approx. 300 people.", "They sang."]),
        ("Write to info@example.org. Or see https://example.org/a.b?c=1. Thanks.",
         ["Write to info@example.org.", "Or see https://example.org/a.b?c=1.", "Thanks."]),
        ("“Why now?” Lee asked. Nobody knew.", ["“Why now?” Lee asked.", "Nobody knew."]),
        ('He said "stop!" and ran. They stayed.', ['He said "stop!" and ran.', "They stayed."]),
        ("Yeah. That works.", ["Yeah.", "That works."]),
        ("She works at Yahoo! in sales. He sings.", ["She works at Yahoo! in sales.", "He sings."]),
        ("It is . . . not so. They left . . . . Then he came.",
         ["It is . . . not so.", "They left . . . .", "Then he came."]),
        ("1) Wash it 2) Dry it 3) Fold it", ["1) Wash it", "2) Dry it", "3) Fold it"]),
        ("• Wash it • Dry it", ["• Wash it", "• Dry it"]),
    ],
)  # fmt: skip
def test_hard_cases_are_split_as_a_reader_would(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The river rose again on\nMonday and the town of\nAveling was cut off. It\nrained.",
         ["The river rose again on\nMonday and the town of\nAveling was cut off.", "It\nrained."]),
        ("- item one\n- item two", ["- item one", "- item two"]),
        ("Shopping list\nBread\nMilk", ["Shopping list", "Bread", "Milk"]),
        ("A short heading\nThe council met for the third time this year and it voted for the new bridge.",
         ["A short heading", "The council met for the third time this year and it voted for the new bridge."]),
        ("One para\n\nanother one.", ["One para", "another one."]),
        ("He came with\r\n\r\nher.", ["He came with", "her."]),
        ("He came with\u2029her.", ["He came with", "her."]),
    ],
)  # fmt: skip
def test_a_line_s_end_is_a_sentence_s_only_where_the_line_was_not_wrapped(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("今天下雨。河水上涨了！他们走了吗？", 3),
        ("「雨だ。」彼は言った。", 2),
        ("Der Fluss stieg an. Niemand wurde verletzt.", 2),
        ("Le fleuve est monté. Personne n’a été blessé.", 2),
        ("ارتفع النهر. لم يصب أحد.", 2),
        ("Река поднялась. Никто не пострадал.", 2),
    ],
)
def test_other_languages_full_stops_end_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_nothing_visible_is_lost_where_a_script_has_no_spaces() -> None:
    assert sentences("雨。」「風。 b") == ["雨。」", "「風。", "b"]


HOSTILE = (
    *(".", "“", "(", '"', "a\n", "\x00", "\r\n", "\u200b", "U.S. ", "(a. ", "。", "x", "\ud800", "\u202eא. ", "1. "),
    *("• ", ". ", '."', "at 5 p.m. ", "- a\n"),
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_thousands_of_one_sign_do_not_get_lost(unit: str) -> None:
    text = unit * 6_000  # more than a block of the network's, and longer than a window
    spans = BoundarySplitter().split(text)
    assert is_sound(text, spans)
    assert all(len(span) > 0 for span in spans)


def test_a_long_text_of_one_sign_takes_time_by_its_length_alone() -> None:
    BoundarySplitter().split("Loaded.")
    assert growing_faster(BoundarySplitter().split, HOSTILE) == []


def test_a_sentence_that_never_ends_comes_in_pieces_cut_at_white_space() -> None:
    text = "word " * 20_000
    spans = BoundarySplitter().split(text)
    assert is_sound(text, spans)
    assert max(map(len, spans)) <= WINDOW
    assert {span.of(text)[:4] for span in spans} == {"word"}
    assert max(map(len, BoundarySplitter().split("x" * 50_000))) <= WINDOW


def test_what_stands_far_away_does_not_change_what_is_found_here() -> None:
    """The network reads in blocks; a block's border must not show."""
    text = "The river rose by 3.5 metres on Jan. 5, the U.S. agency said. "
    found = BoundarySplitter().split(text * 2000)
    assert {span.of(text * 2000) for span in found} == {text.strip()}
    assert len(found) == 2000


def test_weights_that_were_changed_are_refused(tmp_path: Path) -> None:
    changed = tmp_path / "weights.safetensors"
    changed.write_bytes(boundary_model.WEIGHTS.read_bytes()[:-1] + b"\x01\x02")
    with pytest.raises(ModelError, match="changed or cut"):
        boundary_model.read(changed, sha256=SHA256)


def test_weights_that_are_missing_are_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="can't be read"):
        boundary_model.read(tmp_path / "none.safetensors", sha256=SHA256)


def test_importing_and_naming_the_splitter_loads_no_numpy() -> None:
    program = (
        "import sys\nfrom factcheck.language.sentences.segmenter import BoundarySplitter\nBoundarySplitter().name\n"
    )
    check = "sys.exit(bool({'numpy', 'safetensors', 'torch'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program + check], check=False).returncode == 0


def test_words_stand_where_they_are_said_to_stand() -> None:
    text = " The dam\u3000broke。Then\n\nit \U0001f600 rained."
    words = boundary_features.words_of(text)
    assert words is not None
    spans = [Span(start, end).of(text) for start, end in zip(words.starts, words.ends, strict=True)]
    assert spans == ["The", "dam", "broke。", "Then", "it", "\U0001f600", "rained."]
    assert words.after.tolist() == [0, 0, 3, 2, 0, 0, 2]


@pytest.mark.parametrize(
    "text",
    [
        "The dose was doubled in the trial of Harlow et al. [2004] in which 300 women took part.",
        "Marten et al. [2011] counted 40 towns, and Orde et al. (2004a) counted 12 of them again.",
        "The comments on Docket No. FAA-2020-0795 must be sent by the fifth of May.",
        "The judge closed Case No. CV-2019-114 in March, after Docket Nos. HO-11 and HO-12.",
        "The plane, reg. no. N-123AB, crashed into the dam of Marden in 2004.",
        "It was filed as Bill No. HB 214 by the senator of the county.",
        "The law, Pub. L. No. 116-136, gave 2 million to the ferries.",
        "The rule rests on 42 U.S.C. § 1983, on 5 U.S.C. 552 and on 85 Fed. Reg. 47698.",
        "Under Reg. No. AB-12 and Ref. No. XK/22 the case was closed.",
        "Last week, the former head of the F.B.I. James Merton resigned over a letter.",
        "The inquiry of May was led by the deputy director of the C.I.A. Tom Bassey.",
        "The former president of the N.A.A.C.P. Ben Hollis, who lives in Harle, spoke to 300 people.",
        "The A.C.L.U. Texas office filed a suit in the same month.",
    ],
)
def test_a_stop_that_shortens_a_source_a_number_or_an_office_ends_no_sentence(text: str) -> None:
    assert sentences(text + " Nobody was hurt.") == [text, "Nobody was hurt."]


@pytest.mark.parametrize(
    "expected",
    [
        ["This was found by Marten et al.", "The towns were counted in 2011."],
        ["He joined the F.B.I.", "James was his best friend."],
        ["He joined the F.B.I.", "The office was in Harle."],
        ["Was he in?", "No.", "FAA-2020 was the name of the ship."],
        ["He said no.", "Then he left."],
        ["Docket No. HO-2020-12 was closed in May.", "Regulation No. B-12 was repealed in 2019."],
        ["The dam broke on Friday.", "Minister Orde resigned."],
        ["It came on for argument at 1:01 p.m.", "MR. MERTON: The county paid 40,000 crowns."],
    ],
)
def test_the_same_stops_end_sentences_where_one_begins_behind_them(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected
