"""Words of few classes, and sets of tags, that the rules for parts of speech share."""

from __future__ import annotations

from typing import Final

from factcheck.language.word_lists import word_list

BE: Final = frozenset(
    word_list("""
    be am is are was were been being 's 're 'm isn't aren't wasn't weren't ain't
""")
)

HAVE: Final = frozenset(word_list("have has had having haven't hasn't hadn't 've"))

DO: Final = frozenset(word_list("do does did don't doesn't didn't"))

MODALS: Final = frozenset(
    word_list("""
    will would shall should can could may might must won't wouldn't shan't shouldn't can't cannot couldn't mustn't
    mightn't
""")
)

CLOSED: Final = {
    **dict.fromkeys(MODALS, "MD"),
    **dict.fromkeys(word_list("is has does isn't hasn't doesn't"), "VBZ"),
    **dict.fromkeys(word_list("are am have do aren't haven't don't"), "VBP"),
    **dict.fromkeys(word_list("was were had did wasn't weren't hadn't didn't said"), "VBD"),
    **dict.fromkeys(
        word_list("""i he she it we they you him them me us himself herself itself themselves
"""),
        "PRP",
    ),
    **dict.fromkeys(word_list("his my your our their its"), "PRP$"),
    **dict.fromkeys(word_list("who whom whoever"), "WP"),
    **dict.fromkeys(word_list("which what"), "WDT"),
    **dict.fromkeys(word_list("when where why how"), "WRB"),
    **dict.fromkeys(
        word_list("""
    the a an this these those each every some any no all both another either neither
"""),
        "DT",
    ),
    **dict.fromkeys(word_list("and or but nor yet"), "CC"),
    **dict.fromkeys(word_list("not n't never also then only still now already just later"), "RB"),
    **dict.fromkeys(
        word_list("""
    although though because while whereas since if unless until whether after before as than
"""),
        "IN",
    ),
    **dict.fromkeys(
        word_list("""
    of in on at by for from with into over under about against between through during without
"""),
        "IN",
    ),
    **dict.fromkeys(word_list("dr. mr. mrs. ms. prof. gen. sen. rep. lt. col. capt. gov. st."), "NNP"),
    "there": "EX",
    "that": "IN",
    "to": "TO",
    "been": "VBN",
    "being": "VBG",
    "having": "VBG",
    "whose": "WP$",
    "her": "PRP$",
}

NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "FW"})

FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD", "PRP+VBZ"})
"""Tags of what makes a clause: a verb with a tense, or a modal."""

PAST_TAGS: Final = frozenset({"VBD", "VBN"})
