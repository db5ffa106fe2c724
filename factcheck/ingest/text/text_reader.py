"""Reads plain text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.domain.sources import SourceFacts, SourceText
from factcheck.ingest.material import Material
from factcheck.ingest.structure.blocks import text_blocks, title_of
from factcheck.ingest.structure.hyphenation import Hyphenation
from factcheck.ingest.text.decoding import decode_visible
from factcheck.ingest.text.front_matter import parse

READER: Final = "text/2"


def read_text(material: Material) -> Sequence[SourceText]:
    """Make one text of the bytes of a plain text file.

    Words that are divided at the ends of its lines are joined, so that they are found and read as what they are. The
    title is that of the front matter, else the heading at the top, if the text begins with one.

    Raises:
        InputError: If the bytes are no text, their charset can't be told, nothing on them is visible, or the front
            matter is wrong.
    """
    text = decode_visible(material.raw, declared=material.charset)
    text = Hyphenation(text.splitlines()).undivided(text)
    facts, front_matter = parse(text)
    blocks = text_blocks(text, front_matter=front_matter)
    facts = facts.over(SourceFacts(title=title_of(text, blocks)))
    return [
        SourceText(
            address=material.address,
            raw=material.raw,
            text=text,
            blocks=blocks,
            reader=READER,
            facts=facts,
            retrieval=material.retrieval,
        )
    ]
