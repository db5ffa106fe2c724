"""Sets of tags and labels that several rules ask for, by the schemes of spaCy's English pipelines."""

from __future__ import annotations

from typing import Final

FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of what makes a clause, by the Penn Treebank: a verb with a tense, or a modal."""
PROPER: Final = frozenset({"NNP", "NNPS"})
"""Tags of proper nouns."""
TIMES: Final = frozenset({"DATE", "TIME"})
"""Labels of entities that say when, by OntoNotes 5."""
