"""An open workbench: its database, and the parts that work on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.interfaces import (
    CheckWorthiness,
    ClaimDetector,
    Clock,
    Encoder,
    Reader,
    SentenceSplitter,
    StanceModel,
    TextParser,
    VectorIndex,
)
from factcheck.language.parsing.parses import Parses
from factcheck.settings import Settings
from factcheck.store.articles import ArticleRepository
from factcheck.store.claims import ClaimRepository
from factcheck.store.database import Database
from factcheck.store.reviews import ReviewRepository
from factcheck.store.steps import StepRepository
from factcheck.store.suggestions import SuggestionRepository

if TYPE_CHECKING:
    from factcheck.store.documents import DocumentRepository
    from factcheck.store.lexical_index import FtsIndex
    from factcheck.store.vectors import VectorRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The implementations behind the seams, each made at its first use: some take seconds to load."""

    make_reader: Callable[[], Reader]
    make_splitter: Callable[[], SentenceSplitter]
    make_parser: Callable[[], TextParser]
    make_detector: Callable[[SentenceSplitter, TextParser], ClaimDetector]
    make_rules: Callable[[], CheckWorthiness]
    make_worthiness: Callable[[Encoder], CheckWorthiness]
    make_encoder: Callable[[], Encoder]
    make_passage_encoder: Callable[[Encoder], Encoder]
    make_stance_model: Callable[[SentenceSplitter], StanceModel]
    make_index: Callable[[int], VectorIndex]
    load_index: Callable[[Path, str], VectorIndex]


class Bench:
    """One database, and whatever of the parts has been needed so far. For one thread."""

    def __init__(self, database: Database, parts: Parts, settings: Settings, clock: Clock) -> None:
        self.database = database
        self.settings = settings
        self.now = clock
        self.articles = ArticleRepository(database)
        self.claims = ClaimRepository(database)
        self.suggestions = SuggestionRepository(database)
        self.reviews = ReviewRepository(database)
        self.steps = StepRepository(database)
        self.parts = parts

    @property
    def index_folder(self) -> Path:
        """Where the index files stand: beside the database, and made again from it whenever they are gone."""
        return index_folder_of(self.database.path)

    # These three speak to the database through SQLAlchemy, which a list of claims doesn't need and waits for.

    @cached_property
    def documents(self) -> DocumentRepository:
        from factcheck.store.documents import DocumentRepository

        return DocumentRepository(self.database)

    @cached_property
    def lexical(self) -> FtsIndex:
        from factcheck.store.lexical_index import FtsIndex

        return FtsIndex(self.database)

    @cached_property
    def vectors(self) -> VectorRepository:
        from factcheck.store.vectors import VectorRepository

        return VectorRepository(self.database)

    @cached_property
    def reader(self) -> Reader:
        return self.parts.make_reader()

    @cached_property
    def splitter(self) -> SentenceSplitter:
        return self.parts.make_splitter()

    @cached_property
    def detector(self) -> ClaimDetector:
        return self.parts.make_detector(self.splitter, self.parser)

    @cached_property
    def parser(self) -> TextParser:
        return self.parts.make_parser()

    @cached_property
    def parses(self) -> Parses:
        """The parses of claims and passages, each made once."""
        return Parses(self.parser.parse_each, self.splitter.split)

    @cached_property
    def rules(self) -> CheckWorthiness:
        """Scores at once and in any language, roughly."""
        return self.parts.make_rules()

    @cached_property
    def worthiness(self) -> CheckWorthiness:
        """Scores on the encoder's vectors, in English."""
        return self.parts.make_worthiness(self.encoder)

    @cached_property
    def encoder(self) -> Encoder:
        """Of claims and of what is searched for."""
        return self.parts.make_encoder()

    @cached_property
    def passage_encoder(self) -> Encoder:
        """Of passages: the same model, perhaps in fewer bits. The vectors of both compare, and have one name."""
        return self.parts.make_passage_encoder(self.encoder)

    @cached_property
    def stance_model(self) -> StanceModel:
        return self.parts.make_stance_model(self.splitter)


def index_folder_of(database: Path) -> Path:
    """Where the index files of a workbench stand, whether it is there or not."""
    return database.with_name(database.name + ".index")
