"""Which components of a pipeline are loaded: those whose results are read, and only spaCy's own.

A configuration names the functions that make a pipeline, of registries that any installed package can add to. Only
names that begin with `spacy.` are taken, so that a pipeline consists of data, whoever made it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from factcheck.errors import ModelError

_NEEDED: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("depends on what", frozenset({"parser"})),
    ("is what part of speech", frozenset({"tagger", "morphologizer"})),
    ("is a form of what", frozenset({"lemmatizer", "trainable_lemmatizer"})),
)
"""What a pipeline must be able to tell of words, and the factories of spaCy that do."""
_TAKEN: Final = frozenset({"tok2vec", "attribute_ruler", "ner"}).union(*(factories for _, factories in _NEEDED))
_CALLED: Final = ("before_creation", "after_creation", "after_pipeline_creation")
_HINT: Final = "Take a pipeline that spaCy trained of its own components, such as en_core_web_sm."


def unused(config: Mapping[str, Any]) -> list[str]:
    """The names of the components that needn't be loaded.

    Args:
        config: The configuration of a pipeline, with its variables put in.

    Raises:
        ModelError: If the others don't tell what is needed of words, or need code that isn't spaCy's.
    """
    pipeline, components = _parts(config)
    factories = {name: components.get(name, {}).get("factory") for name in pipeline}
    taken = {name: components[name] for name, factory in factories.items() if factory in _TAKEN}
    for what, able in _NEEDED:
        if able.isdisjoint(map(factories.get, taken)):
            raise ModelError(
                f"The pipeline doesn't tell which word {what}: it has no {' or '.join(sorted(able))}.", hint=_HINT
            )
    nlp = config["nlp"]
    foreign = [*_foreign(taken), *_foreign(nlp), *(name for name in _CALLED if nlp.get(name) is not None)]
    if foreign:
        raise ModelError(f"The pipeline needs code that isn't spaCy's own: {', '.join(foreign[:5])}.", hint=_HINT)
    return [name for name in pipeline if name not in taken]


def _parts(config: Mapping[str, Any]) -> tuple[list[str], Mapping[str, Mapping[str, Any]]]:
    """The names of the pipeline, in its order, and what is said of each."""
    nlp, components = config.get("nlp"), config.get("components")
    pipeline = nlp.get("pipeline") if isinstance(nlp, Mapping) else None
    if isinstance(pipeline, list) and isinstance(components, Mapping):
        described = all(isinstance(each, Mapping) for each in components.values())
        if described and all(isinstance(name, str) for name in pipeline):
            return pipeline, components
    raise ModelError("The configuration doesn't name the pipeline's components.", hint=_HINT)


def _foreign(value: object) -> Iterator[str]:
    """The functions that are named anywhere in `value`, and aren't spaCy's."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            if str(key).startswith("@"):
                if not (isinstance(each, str) and each.startswith("spacy.")):
                    yield str(each)
            else:
                yield from _foreign(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _foreign(each)
