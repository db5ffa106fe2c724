"""The parser: a pipeline of spaCy over the sentences that our own splitter found.

spaCy is imported when the first text is parsed: it takes a second. It would load torch, which it only needs for models
that aren't taken here, and its command line; both are kept from it.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from pathlib import Path
from sys import intern
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from factcheck.domain.parsed_text import Entity, ParsedSentence, ParsedText, Token
from factcheck.domain.spans import Span
from factcheck.errors import FactcheckError, ModelError
from factcheck.language.parsing.components import unused
from factcheck.language.parsing.late_import import kept_out, stood_in_for

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as Read

LONGEST: Final = 3_000
"""Characters of a sentence that is still parsed. A longer one is a list or no sentence, and the rules that read a parse
take more than linear time in the length of a sentence."""
MOST_TOKENS: Final = 300
"""Tokens of a sentence that is still parsed, for the same reason; it bounds the memory of a batch too."""
AT_ONCE: Final = 128
"""Sentences that go through the network together: larger batches aren't faster here, and take more memory."""
_ONE_AT_A_TIME: Final = Lock()
"""Held while a parser loads or parses, which changes what all modules and what all its texts share."""
_PORTION: Final = 16 * AT_ONCE
"""Sentences after which spaCy's memory of their words is given back, and other threads have their turn."""
_KEPT_OUT: Final = frozenset({"torch", "tensorflow", "mxnet", "cupy"})
_NOT_NEEDED: Final = ("spacy.cli.info", "info")
"""Its command line is a third of what spaCy imports."""
_SPACE: Final = re.compile(r"\s+")
_MARKS: Final = r"""[?!.,;…]+(?=[”“"»])|[”“"»«]|(?<=[”“"»])[—–-]"""
_TANGLE: Final = re.compile(r"[^\w\s]{60}")
"""Signs in a row that are no writing: taking them apart takes time that grows with their number squared."""
_HALF: Final = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs, which no encoding of Unicode has."""


class SpacyParser:
    """A `TextParser` by a pipeline of spaCy, loaded when the first text is parsed. For any number of threads.

    Each sentence is parsed by itself, and alike whatever is parsed with it.

    Args:
        folder: Holds the pipeline; whether it is the right one is checked by whoever names it.
        name: The pipeline and its version: another one finds other claims.
        language: ISO 639-1 code of what it reads.
    """

    def __init__(self, folder: Path, *, name: str, language: str) -> None:
        self._folder = folder
        self._name = name
        self._language = language

    @property
    def name(self) -> str:
        return self._name

    @property
    def language(self) -> str:
        return self._language

    def parse(self, text: str, sentences: Sequence[Span]) -> ParsedText:
        """See `TextParser.parse`."""
        return self.parse_each([(text, sentences)])[0]

    def parse_each(self, texts: Sequence[tuple[str, Sequence[Span]]]) -> list[ParsedText]:
        """See `TextParser.parse_each`.

        Raises:
            ModelError: If the pipeline can't be loaded.
        """
        asked = iter([(text, span) for text, sentences in texts for span in sentences])
        parsed: list[ParsedSentence] = []
        while portion := list(islice(asked, _PORTION)):
            with _ONE_AT_A_TIME, self._pipeline.memory_zone():
                parsed += _parsed(self._pipeline, portion)
        read = iter(parsed)
        return [
            ParsedText(text=text, sentences=tuple(islice(read, len(sentences))), language=self._language)
            for text, sentences in texts
        ]

    @cached_property
    def _pipeline(self) -> Language:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of other libraries, about things that the digest settles
                return _load(self._folder)
        except FactcheckError:
            raise
        except Exception as error:  # whatever a library raises over a file that isn't as it should be
            raise ModelError(
                f"The parser in {self._folder} can't be loaded: {str(error) or type(error).__name__}",
                hint="Install it again, or name another one with --parser; `none` reads no grammar.",
            ) from error


def _load(folder: Path) -> Language:
    with kept_out(_KEPT_OUT), stood_in_for(*_NOT_NEEDED):
        from spacy.util import load_config, load_model_from_config

    config = load_config(folder / "config.cfg", interpolate=True)
    excluded = unused(config)
    with kept_out(_KEPT_OUT), _exact_products():
        pipeline = load_model_from_config(config, exclude=excluded).from_disk(folder, exclude=excluded)
    _cut_at_marks(pipeline)
    return pipeline


def _cut_at_marks(pipeline: Language) -> None:
    """Has quotation marks cut from the words that they are written to: `over”—a remark` is one word to spaCy."""
    tokenizer: Any = pipeline.tokenizer  # compiled, without types
    if hasattr(tokenizer, "infix_finditer"):  # one that isn't spaCy's own has rules of its own
        within = tokenizer.infix_finditer
        own = [within.__self__.pattern] if within is not None else []
        tokenizer.infix_finditer = re.compile("|".join([*own, _MARKS])).finditer


@contextmanager
def _exact_products() -> Iterator[None]:
    """Networks that are made in this block multiply in float64, and round to float32 afterwards.

    In float32 the last bits of a row depend on how many rows are multiplied with it and on the processor, so that a
    sentence might be parsed otherwise in another batch. In float64 such differences are lost in the rounding.
    """
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    class ExactOps(NumpyOps):  # type: ignore[misc]  # thinc's class has no types
        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: ANN401
            left, right = (x.T if trans1 else x), (y.T if trans2 else y)
            product = (left.astype("float64") @ right.astype("float64")).astype("float32")
            if out is None:
                return product
            out[:] = product
            return out

    before = get_current_ops()
    set_current_ops(ExactOps(use_blis=False))
    try:
        yield
    finally:
        set_current_ops(before)


def _parsed(pipeline: Language, asked: Sequence[tuple[str, Span]]) -> list[ParsedSentence]:
    docs = [_doc(pipeline, span.of(text)) for text, span in asked]
    read = pipeline.pipe((doc for doc in docs if doc is not None), batch_size=AT_ONCE)
    return [
        ParsedSentence(span=span) if doc is None else _sentence(text, span, next(read))
        for (text, span), doc in zip(asked, docs, strict=True)
    ]


def _doc(pipeline: Language, said: str) -> Doc | None:
    """The tokens of a sentence, which the parser isn't to divide; None where it isn't to be parsed."""
    # Line ends, indents and wide spaces look like words to the parser.
    plain = _HALF.sub("\ufffd", _SPACE.sub(" ", said))
    if not 0 < len(plain) <= LONGEST or _TANGLE.search(plain):
        return None
    doc = pipeline.make_doc(plain)
    if not 0 < len(doc) <= MOST_TOKENS or any(token.is_space for token in doc):
        return None
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


def _sentence(text: str, span: Span, doc: Doc) -> ParsedSentence:
    starts = _starts(text, span)
    return ParsedSentence(
        span=span,
        tokens=tuple(_token(token, starts, text) for token in doc),
        entities=tuple(Entity(label=intern(each.label_), first=each.start, last=each.end - 1) for each in doc.ents),
    )


def _token(token: Read, starts: Sequence[int], text: str) -> Token:
    start = starts[token.idx]
    end = starts[token.idx + len(token) - 1] + 1
    # Most of these words come again and again, and each is kept once.
    return Token(
        place=token.i,
        start=start,
        end=end,
        text=intern(text[start:end]),
        tag=intern(token.tag_),
        word_class=intern(token.pos_),
        lemma=intern(token.lemma_),
        morphology=intern(str(token.morph)),
        head=token.head.i,
        relation=intern(token.dep_),
    )


def _starts(text: str, span: Span) -> list[int]:
    """For each character of the plain sentence, where it stands in the text."""
    found: list[int] = []
    place = span.start
    for match in _SPACE.finditer(text, span.start, span.end):
        found += range(place, match.start() + 1)
        place = match.end()
    return [*found, *range(place, span.end)]
