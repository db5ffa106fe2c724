"""What a PDF's layout says: answers of forms, numbers of lines, divided words, the pages' own lines, titles, large
letters. Each kind in several documents made here."""

from __future__ import annotations

import pytest

from factcheck.ingest.document_readers import read_pdf
from factcheck.ingest.material import Material
from factcheck.ingest.pdf.text import pdf_text
from tests.unit.ingest.pdf_writer import Words, lines_from, make_pdf, page_of

BODY = (
    "The council of Harle met on Monday and approved a budget of 5 million crowns for the harbour and its ferries.",
    "The mayor said that the bridge over the river cost 62 million crowns, and that the school stayed open all year.",
    "Nobody spoke against it, and the vote was held before noon, as the town's clerk had asked on the day before.",
)


def pieces(*pages: list[Words], kind: str = "", **facts: str) -> list[str]:
    """The words of each piece on one line; of one kind, where it is named."""
    found = pdf_text(make_pdf(pages, facts=facts or None))["pieces"]
    return [" ".join(words.split()) for its_kind, words in found if its_kind == kind or not kind]


def prose(*pages: list[Words]) -> list[str]:
    found = pdf_text(make_pdf(pages))["pieces"]
    return [" ".join(words.split()) for kind, words in found if kind in ("paragraph", "list_item")]


# Forms


def form(answers: list[str], *, asked: float, answered: float) -> list[Words]:
    """A form of so many fields, each a question and its answer below it."""
    questions = [
        "Describe the incident, with the place, the time and all that were present, and do not name persons:",
        "State what the office found, and which steps were taken in the weeks behind the incident:",
        "Describe the household in which the child lived, and who else came to the house of the family:",
        "List the services that the parents had from the office in the five years before the incident:",
    ]
    page, top = [Words("Summary of an incident", 760, size=15)], 730.0
    for question, answer in zip(questions, answers, strict=True):
        page.append(Words(question, top, size=asked))
        for line in answer.split("\n"):
            top -= answered * 1.3
            page.append(Words(line, top, size=answered))
        top -= 20
    return page


SHORT = ["Both sisters were placed with an aunt", "Two", "The boy lived with his mother", "None"]
ANSWERS = [
    "The boy was brought to the hospital on Monday, and he was\nnot awake. He died two days later.",
    "The police opened an inquiry. Two sisters were placed with an aunt.",
    "The boy lived with his mother and one sister.",
    "None.",
]


@pytest.mark.parametrize(("asked", "answered"), [(8, 10), (8, 12), (9, 11), (12, 9)])
def test_the_answers_of_a_form_are_prose_however_large_they_are(asked: float, answered: float) -> None:
    page = form(ANSWERS, asked=asked, answered=answered)
    found = prose(page)
    assert [each.replace("\n", " ") for each in ANSWERS if each.replace("\n", " ") not in found] == []
    headings = pieces(page, kind="heading")
    assert headings[0] == "Summary of an incident"
    assert all(each.endswith(":") for each in headings[1:])
    assert len(headings) == 5


def test_answers_without_a_full_stop_are_no_headings() -> None:
    page = form(SHORT, asked=8, answered=12)
    (text,) = read_pdf(Material(address="a.pdf", raw=make_pdf([page])))
    blocks = {block.span.of(text.text): block.kind.value for block in text.blocks}
    assert [blocks[answer] for answer in SHORT] == ["paragraph"] * 4


def test_an_answer_below_its_question_in_the_same_letters_is_no_heading() -> None:
    assert pieces(form(ANSWERS, asked=11, answered=11), kind="heading") == ["Summary of an incident"]


def test_large_sentences_in_a_text_of_small_letters_are_no_headings() -> None:
    page = [
        Words("The harbour", 760, size=18),
        *page_of(*BODY, top=730),
        Words("The dam held for two days and then it broke at night.", 560, size=14),
    ]
    assert pieces(page, kind="heading") == ["The harbour"]
    assert "The dam held for two days and then it broke at night." in prose(page)


def test_headings_with_a_mark_behind_them_stay_headings() -> None:
    page = [Words("Is it enough?", 760, size=14), *page_of(BODY[0], top=730), Words("1. Costs.", 650, size=14)]
    assert pieces([*page, *page_of(BODY[1], top=630)], kind="heading") == ["Is it enough?", "1. Costs."]


def test_what_a_colon_announces_is_no_heading() -> None:
    page = [
        Words("Findings of the office, with the steps that were taken in the weeks behind the incident:", 700),
        Words("Both sisters were placed with an aunt", 672),
        *page_of(*BODY, top=644),
    ]
    (text,) = read_pdf(Material(address="a.pdf", raw=make_pdf([page])))
    blocks = {block.span.of(text.text): block.kind.value for block in text.blocks}
    assert blocks["Both sisters were placed with an aunt"] == "paragraph"


# Numbers of lines

SPEECH = """The above matter came on for
argument before the court at noon.
MR. MERTON: The county paid 40,000 crowns
for the land in 1998. It sold the land for
9 million in 2006, and it has not said who
bought it. The record shows that
12 boats were sold with it.
JUSTICE ORDE: To whom was it sold?
MR. MERTON: To the Alden company."""
SPOKEN = " ".join(SPEECH.split())


def numbered(text: str, start: int = 1, *, every: int = 1, apart: bool = False, right: bool = False) -> list[Words]:
    """Each line with its number before it, or behind it; `apart` writes all numbers first, and then the lines."""
    lines = lines_from(text, left=100)
    numbers = [
        Words(f"{start + place:>2}".replace(" ", "  "), line.top, 480 if right else 72)
        for place, line in enumerate(lines)
        if (start + place) % every == 0
    ]
    if apart:
        return numbers + lines
    return sorted(numbers + lines, key=lambda line: (-line.top, line.left))


@pytest.mark.parametrize(
    "page",
    [
        numbered(SPEECH),
        numbered(SPEECH, apart=True),
        numbered(SPEECH, 20),
        numbered(SPEECH, 101),
        numbered(SPEECH, right=True),
        numbered(SPEECH + "\n" + SPEECH, every=5),
        numbered(SPEECH + "\n" + SPEECH, every=5, apart=True),
        lines_from("\n".join(f"{number} {line}" for number, line in enumerate(SPEECH.split("\n"), 1))),
        lines_from("\n".join(f"{number}   {line}" for number, line in enumerate(SPEECH.split("\n"), 8))),
    ],
)
def test_the_numbers_of_lines_are_taken_off_and_those_of_the_text_stay(page: list[Words]) -> None:
    words = " ".join(pieces(page))
    assert words in {SPOKEN, f"{SPOKEN} {SPOKEN}"}


def test_numbers_that_go_on_from_page_to_page_or_begin_anew_are_taken_off_a_short_last_page_too() -> None:
    last = "The boats are in the harbour still."
    for start in (1, 10):
        pages = numbered(SPEECH), numbered(last, start)
        assert " ".join(pieces(*pages)) == f"{SPOKEN} {last}"


@pytest.mark.parametrize(
    "text",
    [
        "1 Norvia 45,000\n2 Harle 32,000\n3 Marden 29,500\n4 Suland 12,000\n5 Alden 9,000\n6 Orde 4,000",
        "1 The council met in May.\n2 The mayor spoke for an hour.\n3 Nobody was against it.\n"
        "4 The vote was held.\n5 The bridge was opened in June.\n6 The school stayed closed.",
        "2014 was a year of floods, and\n2015 was worse for the towns in\n2016 the dam was built, and it has\n"
        "2017 stones. It was opened in\n2018 by the mayor of the town.",
        "3 million crowns were paid to the\n12 towns on the river, of which\n4 had no dam. The others had\n"
        "9 dams of stone and earth, and\n2 of them broke in the year.",
    ],
)
def test_ranks_items_and_years_at_the_beginning_of_lines_are_no_numbers_of_lines(text: str) -> None:
    assert " ".join(pieces(lines_from(text))) == " ".join(text.split())


# Divided words


def test_divided_words_are_joined_on_a_page_and_over_its_end() -> None:
    first = lines_from(
        "The inhabi-\ntants of Dunmore paid the govern-\nment for twenty-\nfive boats in 2019-\n20, and the harb-"
    )
    second = lines_from("our grew by a third.")
    assert pieces(first, second) == [
        "The inhabitants of Dunmore paid the government for twenty-five boats in 2019-20,"
        " and the harbour grew by a third."
    ]


# The pages' own lines


def book(heads: list[str], *, feet: list[str] | None = None, top: float = 770) -> list[list[Words]]:
    """Pages with one of the paragraphs each, that ends in the middle of a sentence, and heads and feet."""
    pages = []
    for number, head in enumerate(heads):
        text = lines_from(
            f"The town was shelled for {number + 40} days, and no one in the camp believed that it would end.\n"
            "The general had asked for ten thousand men in the month of May, and did not get one.\n"
            "Only one shell fell near the tent of the doctor, who had left it an hour before, and it"
        )
        if number:
            text = [
                *lines_from("tore a hole in the ground that was large enough for a horse, and no one was hurt by it."),
                *[Words(line.text, line.top - 14) for line in text],
            ]
        foot = [Words(feet[number], 40, size=9)] if feet else []
        pages.append([Words(head, top, 230, 9), *text, *foot])
    return pages


HEADS = [
    ["THE SIEGE OF LORNE. 49", "50 THE SIEGE OF LORNE.", "THE SIEGE OF LORNE. 51"],
    ["THE SIEGE OF LORNE. 49", "50 THE SIEGE OF LOBNE.", "THE SIEGF OF LORNE. 51"],
    ["49", "50", "51"],
    ["- 49 -", "- 50 -", "- 51 -"],
    ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"],
    ["xi", "xii", "xiii"],
    ["The Siege of Lorne", "The Siege of Lorne", "The Siege of Lorne"],
    ["The Siege 49", "50 A Diary of Lorne", "The Siege 51", "52 A Diary of Lorne"],
    ["The First Summer 49", "50 A Diary", "The Second Summer 51", "52 A Diary"],
    ["Chapter 1 | 49", "50 | A Diary", "Chapter 1 | 51"],
    ["49 THE SIEGE", "THE SIEGE 50"],
    ["Journal of Lorne, Vol. 12, No. 3"],
    ["Page 3"],
]


@pytest.mark.parametrize("heads", HEADS)
@pytest.mark.parametrize("at_foot", [False, True])
def test_heads_and_feet_are_the_pages_own_and_sentences_go_on_over_them(heads: list[str], at_foot: bool) -> None:
    pages = book(heads, top=40) if at_foot else book(heads)
    assert pieces(*pages, kind="boilerplate") == heads
    whole = " ".join(prose(*pages))
    assert whole.count("and it tore a hole in the ground") == len(heads) - 1


def test_a_head_is_no_title_and_gives_none() -> None:
    pages = book(HEADS[0])
    assert pdf_text(make_pdf(pages))["title"] is None


def test_a_note_in_small_print_does_not_end_the_sentence_above_it() -> None:
    first, second = book(["49", "50"])
    note = Words("1 See the diary of the doctor, in the archive of Lorne.", 80, size=8)
    found = prose([*first, note], second)
    assert any("and it tore a hole" in each for each in found)
    assert "1 See the diary of the doctor, in the archive of Lorne." in found


def test_a_name_at_the_top_of_a_page_goes_on_with_the_sentence() -> None:
    first = lines_from(
        "The flood of the year came in the night, and the river rose by two feet in the town of\n"
        "Alden. It carried away the bridge of boats, and with it the carts and the horses of old"
    )
    second = lines_from("Merton, who had come for the fair. The tents of the company were flooded for a week.")
    assert any("horses of old Merton, who had come" in each for each in prose(first, second))


@pytest.mark.parametrize(
    "note",
    ["VerDate Sep<11>2014 16:21 Aug 05, 2020 Jkt 250001", "jdoe on HARLE7 with RULES", "Downloaded in May 2020."],
)
def test_lines_that_are_turned_at_the_margin_are_not_the_texts(note: str) -> None:
    page = [*page_of(*BODY), Words(note, 40, 20, 6, turned=True)]
    assert pieces(page, kind="boilerplate") == [note]


def test_a_page_of_which_all_is_turned_is_read_as_any_other() -> None:
    page = [Words(line.text, line.left, 700 - line.top + 72, line.size, turned=True) for line in page_of(*BODY)]
    assert pieces(page) == list(BODY)


def test_a_head_in_the_letters_of_the_text_right_above_it_is_the_pages_own() -> None:
    for heads in (["HARLE WATER BOARD 2019"] * 4, ["12 Report of the Board", "Report of the Board 13"]):
        pages = [
            lines_from(f"{head}\nThe board met {number} times in the year and has\napproved the repair of the dam.")
            for number, head in enumerate(heads, 3)
        ]
        assert pieces(*pages, kind="boilerplate") == heads


def test_names_and_numbers_in_the_margin_beside_the_text_are_the_pages_own() -> None:
    pages = []
    for number, page in enumerate(book([""] * 7)):
        left = 40 if number % 2 else 500
        heads = [Words("Shift work", 706, left, 13), Words("on boats", 692, left, 13)]
        text = [Words(line.text, line.top, 110) for line in page if line.text]
        pages.append([*text, *heads, Words(str(162 + number), 640, left, 13)])
    assert pieces(*pages, kind="heading") == []
    assert pieces(*pages, kind="boilerplate").count("on boats") == 7
    assert " ".join(prose(*pages)).count("and it tore a hole in the ground") == 6


def test_the_date_of_a_letter_is_a_date_line() -> None:
    page = [Words("Water Board of Harle", 780, size=16), Words("5 May 2021", 750), *page_of(BODY[0], top=720)]
    (text,) = read_pdf(Material(address="a.pdf", raw=make_pdf([page])))
    assert [block.kind.value for block in text.blocks] == ["heading", "dateline", "paragraph"]


def test_headings_that_a_page_begins_or_ends_with_are_the_texts() -> None:
    pages = [
        [*page_of(*BODY, top=740), Words(f"{number}. Costs of the {word}", 60)]
        for number, word in enumerate(["harbour", "bridge", "school"], 4)
    ]
    assert pieces(*pages, kind="boilerplate") == []


# Titles


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("", "Rules for Ferries; Speed in the Harbour"),
        ("Rules for Ferries", "Rules for Ferries"),
        ("Microsoft Word - rules_v2.doc", "Rules for Ferries; Speed in the Harbour"),
        ("untitled", "Rules for Ferries; Speed in the Harbour"),
        ("HO-2020-17", "Rules for Ferries; Speed in the Harbour"),
        ("rules final.indd", "Rules for Ferries; Speed in the Harbour"),
        ("PowerPoint Presentation", "Rules for Ferries; Speed in the Harbour"),
        ("Letter to the tenants of Elm Court", "Rules for Ferries; Speed in the Harbour"),
    ],
)
def test_the_title_is_what_the_page_shows_in_its_largest_words(said: str, title: str) -> None:
    page = [
        Words("47698 Proposed Rules", 770),
        Words("Harle Gazette / Vol. 85, No. 152 / Thursday, August 6, 2020", 756, 180, 9),
        Words("Rules for Ferries;", 730, size=14),
        Words("Speed in the Harbour", 714, size=14),
        *page_of(*BODY, top=690),
    ]
    assert pdf_text(make_pdf([page], facts={"Title": said} if said else None))["title"] == title
    assert pieces(page, kind="boilerplate") == [
        "47698 Proposed Rules",
        "Harle Gazette / Vol. 85, No. 152 / Thursday, August 6, 2020",
    ]


# Large letters


def test_a_large_letter_beside_its_paragraph_is_put_before_it() -> None:
    lines = [
        "he harbour of Orrmouth handled 816,000 tonnes of grain",
        "in 2013, and it is the largest of the ports that",
        "the county has built in the last twenty years of work",
    ]
    beside = [Words(line, 700 - 14 * number, 100) for number, line in enumerate(lines)]
    below = lines_from("and it will grow again by the end of the year, the mayor of the town said.", 658)
    right = "The harbour of Orrmouth handled 816,000 tonnes of grain"
    for page in ([Words("T", 672, 72, 40), *beside, *below], [*beside, *below, Words("T", 672, 72, 40)]):
        assert pieces(page)[0].startswith(right)
        assert pdf_text(make_pdf([page]))["title"] != "T"
        assert "T" not in pieces(page)


# Pages without text


def test_pages_that_show_only_pictures_are_told() -> None:
    shows = make_pdf([page_of(*BODY), [Words("X", 10)], []]).replace(
        b"BT /F 11.0 Tf 1 0 0 1 72.0 10 Tm (X) Tj ET", b"0 0 200 200 re f                           "
    )
    (text,) = read_pdf(Material(address="a.pdf", raw=shows))
    (warning,) = text.warnings
    assert "1 of the 3 pages have no text" in warning
    assert "(2)" in warning
    assert "ocrmypdf" in warning
