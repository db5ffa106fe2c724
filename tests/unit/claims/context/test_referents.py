"""What is kept in mind of an article."""

from __future__ import annotations

from factcheck.claims.context.referents import MOST_NAMED, MOST_PHRASES, Referent, Referents
from factcheck.domain.spans import Span


def referent(name: str, **more: object) -> Referent:
    return Referent(name=name, words=tuple(name.lower().split()), source=Span(0, 1), **more)  # type: ignore[arg-type]


def test_a_referent_is_found_by_its_name_its_acronym_its_words_and_its_nouns() -> None:
    memory = Referents()
    bank = referent("Leeds Bank", acronym=("lb",))
    bank.called("bank", {"leeds"})
    memory.add(bank)
    assert memory.named(("leeds", "bank")) is memory.named(("lb",)) is bank
    assert memory.with_word("leeds") == memory.with_noun("bank") == [bank]
    assert "leeds" in memory
    assert "hull" not in memory
    assert memory.named(("leeds",)) is None
    assert memory.with_noun("leeds") == []


def test_what_is_only_described_by_a_name_has_no_short_one() -> None:
    memory = Referents()
    memory.add(referent("Leeds office", is_name=False))
    assert memory.with_word("leeds") == []


def test_only_so_many_names_are_remembered_the_last_ones() -> None:
    memory = Referents()
    for number in range(MOST_NAMED + 1):
        memory.add(referent(f"Ann {number}"))
    assert memory.named(("ann", "0")) is None
    assert memory.named(("ann", "1")) is not None


def test_only_so_many_descriptions_are_kept() -> None:
    one = referent("Ann Lee")
    for number in range(MOST_PHRASES + 5):
        one.called(str(number), ())
    assert len(one.phrases) == MOST_PHRASES


def test_near_are_those_of_this_sentence_and_two_before_the_last_first_and_each_once() -> None:
    memory = Referents()
    old, first, second = referent("Old"), referent("First"), referent("Second")
    for number, each in enumerate((old, first, second, first)):
        each.mentioned(number, 100, "nsubj")
        memory.touch(each)
    assert memory.near(3) == [first, second]


def test_a_weight_halves_with_each_sentence_and_adds_up() -> None:
    one = referent("Ann Lee")
    one.mentioned(0, 100, "nsubj")
    assert (one.salience(0), one.salience(2)) == (100, 25)
    one.mentioned(1, 80, "dobj")
    assert (one.salience(1), one.role) == (130, "dobj")


def test_of_several_mentions_in_a_sentence_the_weightiest_counts() -> None:
    one = referent("Ann Lee")
    for weight, role in ((100, "nsubj"), (60, "pobj"), (120, "nsubjpass")):
        one.mentioned(0, weight, role)
    assert (one.salience(0), one.role) == (120, "nsubjpass")


def test_most_labels_tell_a_place_and_a_person() -> None:
    one = referent("Ann Lee")
    one.labels.update(["PERSON", "GPE"])
    assert (one.seems_person, one.is_place) == (False, False)
    one.labels.update(["PERSON"])
    assert one.seems_person
    assert not referent("Ann Lee", is_person=False).seems_person


def test_whom_the_parser_takes_for_a_body_may_be_a_person_where_they_act() -> None:
    one = referent("Uma Holt", role="nsubj")
    one.labels.update(["ORG"])
    assert one.may_be_person
    for more in ({"role": "dobj"}, {"is_plural": True}, {"is_name": False}, {"is_person": False}):
        assert not referent("Uma Holt", **({"role": "nsubj"} | more)).may_be_person
    one.labels.update(["GPE"])
    assert not one.may_be_person
    assert not referent("Chapter: One", role="nsubj").may_be_person
    assert not referent("One Two Three Four Five", role="nsubj").may_be_person


def test_what_names_another_by_a_pronoun_does_not_explain() -> None:
    assert referent("Ann Lee").is_explaining
    described = [Referent(name=name, words=(), source=Span(0, 1)) for name in ("the dam", "his father", "")]
    assert [each.is_explaining for each in described] == [True, False, False]


def test_a_name_behind_the_is_written_with_it() -> None:
    assert referent("University of Tarn", has_article=True).in_full == "the University of Tarn"
    assert referent("Ann Lee").in_full == "Ann Lee"
