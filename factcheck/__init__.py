"""factcheck: claims out of an article, evidence beside them, and a decision that a person signs.

::

    with factcheck.open("claims.db") as bench:
        bench.add("story.html")
        bench.add_evidence("notes/")
        bench.match()
        bench.report("report.html")

Importing it loads nothing: what is named here is fetched when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from factcheck.api.models import Models
    from factcheck.api.opening import open  # noqa: A004
    from factcheck.api.scoring import score
    from factcheck.api.workbench import Workbench
    from factcheck.domain.articles import Article
    from factcheck.domain.citations import Citation
    from factcheck.domain.claims import Claim, ClaimKind
    from factcheck.domain.documents import Document, DocumentKind, Passage
    from factcheck.domain.lineage import ClaimStep
    from factcheck.domain.media import Authenticity, Media, MediaKind
    from factcheck.domain.priorities import Ranked
    from factcheck.domain.progress import Progress, Stage
    from factcheck.domain.reasons import Reason, ReasonCode
    from factcheck.domain.reviews import NewDecision, Quote, ReviewEvent, ReviewState
    from factcheck.domain.scores import ScoreRow
    from factcheck.domain.sources import ReadFailure
    from factcheck.domain.spans import Span
    from factcheck.domain.stances import Stance, StanceLabel
    from factcheck.domain.statuses import Status
    from factcheck.domain.suggestions import Suggestion
    from factcheck.domain.views import ClaimRow, ClaimView, EvidenceView, Occurrence, ReportRows
    from factcheck.errors import (
        ConflictError,
        DamageError,
        FactcheckError,
        InputError,
        ModelError,
        PartialError,
        StoreError,
        UsageError,
    )
    from factcheck.settings import Settings, load_settings
    from factcheck.workbench.adding import AddedArticle, AddedDocument

__all__ = [
    "AddedArticle",
    "AddedDocument",
    "Article",
    "Authenticity",
    "Citation",
    "Claim",
    "ClaimKind",
    "ClaimRow",
    "ClaimStep",
    "ClaimView",
    "ConflictError",
    "DamageError",
    "Document",
    "DocumentKind",
    "EvidenceView",
    "FactcheckError",
    "InputError",
    "Media",
    "MediaKind",
    "ModelError",
    "Models",
    "NewDecision",
    "Occurrence",
    "PartialError",
    "Passage",
    "Progress",
    "Quote",
    "Ranked",
    "ReadFailure",
    "Reason",
    "ReasonCode",
    "ReportRows",
    "ReviewEvent",
    "ReviewState",
    "ScoreRow",
    "Settings",
    "Span",
    "Stage",
    "Stance",
    "StanceLabel",
    "Status",
    "StoreError",
    "Suggestion",
    "UsageError",
    "Workbench",
    "__version__",
    "load_settings",
    "open",
    "score",
]

_MODULES = {
    "api.models": "Models",
    "api.opening": "open",
    "api.scoring": "score",
    "api.workbench": "Workbench",
    "domain.articles": "Article",
    "domain.citations": "Citation",
    "domain.claims": "Claim ClaimKind",
    "domain.documents": "Document DocumentKind Passage",
    "domain.lineage": "ClaimStep",
    "domain.media": "Authenticity Media MediaKind",
    "domain.priorities": "Ranked",
    "domain.progress": "Progress Stage",
    "domain.reasons": "Reason ReasonCode",
    "domain.reviews": "NewDecision Quote ReviewEvent ReviewState",
    "domain.scores": "ScoreRow",
    "domain.sources": "ReadFailure",
    "domain.spans": "Span",
    "domain.stances": "Stance StanceLabel",
    "domain.statuses": "Status",
    "domain.suggestions": "Suggestion",
    "domain.views": "ClaimRow ClaimView EvidenceView Occurrence ReportRows",
    "errors": "ConflictError DamageError FactcheckError InputError ModelError PartialError StoreError UsageError",
    "settings": "Settings load_settings",
    "workbench.adding": "AddedArticle AddedDocument",
}
"""Where each of these stands."""

if not TYPE_CHECKING:  # a checker would believe that every name is there

    def __getattr__(name: str) -> object:
        module = next((place for place, names in _MODULES.items() if name in names.split()), None)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"{__name__}.{module}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
