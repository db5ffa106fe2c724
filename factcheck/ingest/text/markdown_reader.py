"""Reads Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.domain.sources import SourceFacts, SourceText
from factcheck.ingest.material import Material
from factcheck.ingest.structure.blocks import title_of
from factcheck.ingest.text.decoding import decode_visible
from factcheck.ingest.text.front_matter import parse
from factcheck.ingest.text.markdown_blocks import markdown_blocks

READER: Final = "markdown/1"


def read_markdown(material: Material) -> Sequence[SourceText]:
    """Make one text of the bytes of a Markdown file.

    The title is that of the front matter, else the heading at the top, if the text begins with one.

    Raises:
        InputError: If the bytes are no text, their charset can't be told, nothing on them is visible, or the front
            matter is wrong.
    """
    text = decode_visible(material.raw, declared=material.charset)
    facts, front_matter = parse(text)
    blocks = markdown_blocks(text, front_matter=front_matter)
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
