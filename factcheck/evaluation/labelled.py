"""The labelled news: articles, and what people say that each of their sentences claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factcheck.domain.claims import ClaimKind
from factcheck.domain.spans import Span
from factcheck.errors import UsageError
from factcheck.evaluation.rows import Row, read_all


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledArticle:
    """An article as its labels count it."""

    id: str
    title: str
    text: str
    published_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledProposition:
    """One thing that a sentence states, in the sentence's own words."""

    text: str
    kind: ClaimKind
    speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSubstitution:
    """Words that need others to stand alone.

    Attributes:
        span: Where they stand in the article.
        inside: True where the sentence itself explains them, so that only its parts need it.
    """

    span: Span
    said: str
    written: str
    inside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSentence:
    """One sentence of an article with all that was labelled."""

    line: int
    article: LabelledArticle
    span: Span
    kind: ClaimKind
    speaker: str | None
    propositions: tuple[LabelledProposition, ...]
    substitutions: tuple[LabelledSubstitution, ...]

    @property
    def text(self) -> str:
        return self.span.of(self.article.text)


def read(path: Path, *, limit: int | None = None) -> list[LabelledSentence]:
    """The labels in `path`, with their articles from the file beside it that has `articles` for `labels` in its name.

    Raises:
        UsageError: If the name of the file doesn't lead to the articles.
        InputError: Where a row has another form, or doesn't fit its article.
    """
    articles = {article.id: article for article in read_all(_articles_path(path), _article)}
    return read_all(path, lambda row: _sentence(row, articles), limit=limit)


def _articles_path(path: Path) -> Path:
    if "labels" not in path.name:
        raise UsageError(
            f"The articles of {path} can't be found: its name doesn't say where they are.",
            hint="Name the files alike: dev_labels.jsonl, and dev_articles.jsonl beside it.",
        )
    return path.with_name("articles".join(path.name.rsplit("labels", 1)))


def _article(row: Row) -> LabelledArticle:
    published = row.optional_text("published_on")
    try:
        published_on = date.fromisoformat(published) if published else None
    except ValueError:
        raise row.wrong(f'"published_on" is "{published}", not a date of the form YYYY-MM-DD') from None
    title = row.optional_text("title") or ""
    return LabelledArticle(id=row.text("id"), title=title, text=row.text("text"), published_on=published_on)


def _sentence(row: Row, articles: dict[str, LabelledArticle]) -> LabelledSentence:
    article = articles.get(row.text("article"))
    if article is None:
        raise row.wrong(f'there is no article "{row.text("article")[:60]}"')
    return LabelledSentence(
        line=row.line,
        article=article,
        span=_span(row, article, row.text("sentence")),
        kind=_kind(row),
        speaker=row.optional_text("speaker"),
        propositions=tuple(
            LabelledProposition(text=each.text("text"), kind=_kind(each), speaker=each.optional_text("speaker"))
            for each in row.rows("propositions")
        ),
        substitutions=tuple(_substitution(each, article) for each in row.rows("substitutions")),
    )


def _substitution(row: Row, article: LabelledArticle) -> LabelledSubstitution:
    said = row.text("said")
    return LabelledSubstitution(
        span=_span(row, article, said),
        said=said,
        written=row.text("written"),
        inside=row.has("inside") and row.flag("inside"),
    )


def _span(row: Row, article: LabelledArticle, said: str) -> Span:
    start, end = row.number("start"), row.number("end")
    if start > end or article.text[start:end] != said:
        raise row.wrong(f'"{said[:60]}" doesn\'t stand at [{start}, {end}) of the article "{article.id[:60]}"')
    return Span(start, end)


def _kind(row: Row) -> ClaimKind:
    try:
        return ClaimKind(row.text("kind"))
    except ValueError:
        kinds = ", ".join(ClaimKind)
        raise row.wrong(f'"kind" is "{row.text("kind")[:60]}", not one of {kinds}') from None
