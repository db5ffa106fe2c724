"""The backend that `docs/adding-a-backend.md` builds keeps the contract, as it stands on the page."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

from factcheck.interfaces import SentenceSplitter
from tests.contracts.sentence_splitter_contract import SentenceSplitterContract

GUIDE = Path(__file__).parent.parent.parent / "docs" / "adding-a-backend.md"


def module_of_the_guide() -> ModuleType:
    code = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)[0]
    module = ModuleType("mark_splitter")
    exec(compile(code, str(GUIDE), "exec"), module.__dict__)  # our own page
    return module


class TestSplitterOfTheGuide(SentenceSplitterContract):
    def make(self) -> SentenceSplitter:
        made: SentenceSplitter = module_of_the_guide().MarkSplitter()
        return made
