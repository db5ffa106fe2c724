"""All signs of a sentence at once."""

from __future__ import annotations

from factcheck.claims.speaker import Attribution
from factcheck.claims.worthiness.signs import Signs, signs_of


def test_every_sign_of_a_sentence_is_read() -> None:
    assert signs_of(
        "On 4 May 2021 the Water Board reportedly said 31 people, more than ever, “died in the flood”."
    ) == Signs(
        number=True,
        date=True,
        name=True,
        attribution=Attribution("the Water Board", of_speech=True),
        quotes=True,
        past=True,
        comparison=True,
        hedge=True,
        forecast=False,
        opinion=False,
    )


def test_a_bare_sentence_has_no_sign() -> None:
    assert signs_of("Rain falls here.") == Signs(
        number=False,
        date=False,
        name=False,
        attribution=None,
        quotes=False,
        past=False,
        comparison=False,
        hedge=False,
        forecast=False,
        opinion=False,
    )


def test_an_act_put_down_to_someone_is_no_reported_speech() -> None:
    assert not signs_of("The board confirmed the leak.").reports_speech
    assert signs_of("The board confirmed that it leaked.").reports_speech
