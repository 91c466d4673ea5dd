"""Former sentences are found by digests, neighbours, order and words, and none is found where two would do."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.alignment import LEAST_LIKENESS, AlignedSentence, SentenceFate, align, likeness
from knowledge.evidence import EvidenceLock, digest
from knowledge.text.sentences import number_sentences

FORMER = (
    "Le pont de Valmorel reste fermé.",
    "La mairie l'a annoncé lundi à la radio locale.",
    "Le maire n'a pas voulu en dire davantage.",
    "Trois câbles sur douze sont usés, selon un rapport des experts.",
    "Le maire n'a pas voulu en dire davantage.",
    "Les riverains demandent une passerelle provisoire avant l'automne.",
)
RIVERAINS = "Les riverains exigent une passerelle provisoire avant l'automne prochain."


def aligned(former: tuple[str, ...], present: tuple[str, ...], *, was: bool = True) -> tuple[AlignedSentence, ...]:
    """An alignment of texts, a sentence a paragraph."""
    texts = ["\n".join(sentences) for sentences in (former, present)]
    lock = EvidenceLock.of(texts[0].encode(), [])
    wordings = {digest(each.text): each.text for each in number_sentences(texts[0])} if was else {}
    return align(lock.sentences, number_sentences(texts[1]), wordings)


def fates(
    former: tuple[str, ...], present: tuple[str, ...], *, was: bool = True
) -> list[tuple[SentenceFate, ...] | object]:
    """Return the fate of each former sentence, and the numbers found for it."""
    return [(each.fate, each.found) for each in aligned(former, present, was=was)]


def kept(*numbers: int) -> list[object]:
    return [(SentenceFate.KEPT, (number,)) for number in numbers]


@pytest.mark.parametrize("was", [False, True])
def test_a_sentence_inserted_at_the_top_moves_all_others(was: bool) -> None:
    assert fates(FORMER, ("Mis à jour mardi.", *FORMER), was=was) == kept(2, 3, 4, 5, 6, 7)


@pytest.mark.parametrize("was", [False, True])
def test_a_paragraph_that_moved_is_found(was: bool) -> None:
    assert fates(FORMER, (*FORMER[3:], *FORMER[:2]), was=was)[3:] == kept(1, 2, 3)


def test_apostrophes_and_spaces_change_no_sentence() -> None:
    present = tuple(each.replace("'", "’").replace("câbles", "ca\u0302bles").replace(" ", "\u00a0") for each in FORMER)
    assert fates(FORMER, present, was=False) == kept(1, 2, 3, 4, 5, 6)


def test_a_reworded_sentence_is_found_only_by_the_former_text() -> None:
    present = (*FORMER[:5], "Mis à jour mardi.", RIVERAINS)
    assert fates(FORMER, present, was=False)[5] == (SentenceFate.GONE, ())
    last = aligned(FORMER, present)[5]
    assert (last.fate, last.present_number, last.former, last.present) == (
        SentenceFate.REWORDED,
        7,
        FORMER[5],
        RIVERAINS,
    )
    assert LEAST_LIKENESS < likeness(FORMER[5], RIVERAINS) < 100


def test_another_sentence_in_the_same_place_is_no_rewording() -> None:
    present = (*FORMER[:5], "Le préfet, lui, se rendra sur place jeudi avec les pompiers.")
    assert fates(FORMER, present)[5] == (SentenceFate.GONE, ())


def test_the_same_sentence_twice_is_told_apart_by_its_neighbours() -> None:
    assert fates(FORMER, (FORMER[0], "Mardi.", *FORMER[1:]), was=False) == kept(1, 3, 4, 5, 6, 7)
    assert fates(FORMER, (*FORMER[:2], *FORMER[3:]), was=False) == [
        *kept(1, 2),
        (SentenceFate.GONE, ()),
        *kept(3, 4, 5),
    ]
    assert fates(FORMER, (*FORMER[:4], FORMER[5]), was=False) == [*kept(1, 2, 3, 4), (SentenceFate.GONE, ()), *kept(5)]
    assert fates(FORMER, (*FORMER[3:], *FORMER[:3]), was=False) == kept(4, 5, 6, 1, 2, 3)


def test_the_same_sentence_as_often_as_before_keeps_its_order() -> None:
    former = ("Avant.", "Non.", "Non.", "Après.", "Non.", "Fin.")
    present = ("Avant.", "Mardi.", "Non.", "Mercredi.", "Non.", "Après.", "Jeudi.", "Non.", "Samedi.", "Fin.")
    assert fates(former, present, was=False) == kept(1, 3, 5, 6, 8, 10)


SPOKE = ("Pont.", "Anne a parlé à midi.", "Oui.", "Benoît a parlé à une heure.", "Oui.", "Fin.")
ANNE, BENOIT = "Anne a discouru à midi.", "Benoît a discouru à une heure."


@pytest.mark.parametrize("was", [False, True])
@pytest.mark.parametrize(
    ("former", "present"),
    [
        (SPOKE, ("Pont.", BENOIT, "Oui.", ANNE, "Oui.", "Fin.")),
        (("Pont.", *SPOKE[2:5], SPOKE[1], "Fin."), ("Pont.", "Oui.", ANNE, "Oui.", BENOIT, "Fin.")),
        (("Pont.", *SPOKE[1:3], *SPOKE[3:5]), ("Pont.", "Mardi.", BENOIT, "Oui.", ANNE, "Oui.")),
    ],
)
def test_the_same_sentence_beside_reworded_ones_that_changed_places_is_not_certain(
    former: tuple[str, ...], present: tuple[str, ...], was: bool
) -> None:
    places = tuple(number for number, text in enumerate(present, 1) if text == "Oui.")
    found = [fate for text, fate in zip(former, fates(former, present, was=was), strict=True) if text == "Oui."]
    assert found == [(SentenceFate.AMBIGUOUS, places)] * 2


def test_rows_of_the_same_sentences_beside_unknown_ones_are_not_certain() -> None:
    former = ("Pont.", "Anne.", "Non.", "Oui.", "Benoît.", "Non.", "Oui.", "Fin.")
    present = ("Pont.", "Bruno.", "Non.", "Oui.", "Annie.", "Non.", "Oui.", "Fin.")
    found = fates(former, present)
    assert found[2] == found[5] == (SentenceFate.AMBIGUOUS, (3, 6))
    assert found[3] == found[6] == (SentenceFate.AMBIGUOUS, (4, 7))


def test_one_of_the_same_sentences_whose_block_is_new_or_gone_is_not_certain() -> None:
    once, twice = ("Pont.", "Anne a ri.", "Oui.", "Fin."), ("Pont.", "Anne.", "Oui.", "Benoît.", "Oui.", "Fin.")
    assert fates(once, twice)[2] == (SentenceFate.AMBIGUOUS, (3, 5))
    assert {fates(twice, once)[each] for each in (2, 4)} == {(SentenceFate.AMBIGUOUS, (3,))}


def test_the_same_sentence_beside_sentences_reworded_in_their_places_is_found_by_the_former_text() -> None:
    present = ("Pont.", ANNE, "Oui.", BENOIT, "Oui.", "Fin.")
    assert [each.present_number for each in aligned(SPOKE, present)] == [1, 2, 3, 4, 5, 6]
    assert fates(SPOKE, present, was=False)[2] == (SentenceFate.AMBIGUOUS, (3, 5))


def test_the_same_sentence_on_both_sides_of_a_reworded_one_is_certain() -> None:
    former = ("Pont.", "Oui.", "Anne a parlé à midi.", "Oui.", "Fin.")
    found = fates(former, ("Pont.", "Oui.", "Le préfet se tait.", "Oui.", "Fin."), was=False)
    assert found == [*kept(1, 2), (SentenceFate.GONE, ()), *kept(4, 5)]


@pytest.mark.parametrize("was", [False, True])
def test_one_of_the_same_sentences_that_may_be_either_is_neither(was: bool) -> None:
    former = ("Avant.", "Non.", "Peut-être un.", "Non.", "Après.")
    found = fates(former, ("Avant.", "Mardi.", "Non.", "Jeudi.", "Après."), was=was)
    assert found[1] == found[3] == (SentenceFate.AMBIGUOUS, (3,))


def test_a_sentence_that_now_stands_twice_is_not_certain() -> None:
    former = ("Avant.", "Peut-être un.", "Non.", "Oui alors.", "Après.")
    found = fates(former, ("Avant.", "Mardi.", "Non.", "Jeudi.", "Non.", "Samedi.", "Après."), was=False)
    assert found[2] == (SentenceFate.AMBIGUOUS, (3, 5))


def test_two_sentences_that_are_as_like_it_are_both_left() -> None:
    former = (*FORMER[:1], "Le dix mai, trois personnes ont traversé le pont.", FORMER[5])
    twins = ("Le dix mai, quatre personnes ont traversé le pont.", "Le dix mai, cinq personnes ont traversé le pont.")
    assert fates(former, (FORMER[0], *twins, FORMER[5]))[1] == (SentenceFate.AMBIGUOUS, (2, 3))


def test_of_two_the_one_in_its_place_is_preferred() -> None:
    former = (*FORMER[:1], "Le dix mai, trois personnes ont traversé le pont.", FORMER[5])
    near, far = "Le dix mai, quatre personnes ont traversé le pont.", "Le six mai, cinq personnes ont traversé ce pont."
    assert fates(former, (FORMER[0], near, FORMER[5], far))[1] == (SentenceFate.REWORDED, (2,))


@pytest.mark.parametrize("was", [False, True])
def test_a_line_broken_in_a_sentence_is_a_split(was: bool) -> None:
    first, second = "Les riverains demandent une passerelle", "provisoire avant l'automne."
    assert fates(FORMER, (*FORMER[:5], first, second), was=was)[5] == (SentenceFate.SPLIT, (6, 7))


def test_a_sentence_that_became_two_is_a_split() -> None:
    present = (*FORMER[:5], "Les riverains demandent une passerelle.", "Il la leur faut avant l'automne.")
    assert fates(FORMER, present)[5] == (SentenceFate.SPLIT, (6, 7))


def test_two_sentences_that_became_one_are_merged() -> None:
    former = ("Avant.", "Les experts ont vu trois câbles usés.", "Le pont tiendra jusqu'en automne.", "Après.")
    present = ("Avant.", "Les experts ont vu trois câbles usés, mais le pont tiendra jusqu'en automne.", "Après.")
    assert fates(former, present) == [*kept(1), (SentenceFate.MERGED, (2,)), (SentenceFate.MERGED, (2,)), *kept(3)]


def test_a_sentence_added_behind_a_reworded_one_is_no_part_of_it() -> None:
    present = (*FORMER[:5], RIVERAINS, "Le préfet se rendra sur place.")
    assert fates(FORMER, present)[5] == (SentenceFate.REWORDED, (6,))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("Oui, hier.", "oui hier", 100), ("un deux trois quatre", "un deux six quatre", 75), ("un", "deux", 0)],
)
def test_likeness_is_the_share_of_words_in_the_same_order(one: str, other: str, expected: float) -> None:
    assert likeness(one, other) == expected


WORDS = st.lists(st.sampled_from(["Pont.", "Câble.", "Non.", "Oui.", "Mai.", "Le pont est fermé.", "Le pont fermera."]))


@given(former=WORDS, present=WORDS, was=st.booleans())
def test_no_sentence_is_taken_twice_and_none_by_digest_that_is_not_the_same(
    former: list[str], present: list[str], was: bool
) -> None:
    found = aligned(tuple(former), tuple(present), was=was)
    assert [each.number for each in found] == list(range(1, len(former) + 1))
    taken = [each.present_number for each in found if each.present_number is not None]
    assert len(taken) == len(set(taken))
    for each in found:
        if each.fate is SentenceFate.KEPT and each.present_number is not None:
            assert former[each.number - 1] == present[each.present_number - 1]
        if each.fate is SentenceFate.REWORDED and each.present_number is not None:
            assert likeness(former[each.number - 1], present[each.present_number - 1]) >= LEAST_LIKENESS


@given(seed=st.integers(0, 10_000), removed=st.integers(0, 5), added=st.integers(0, 5))
def test_distinct_sentences_are_found_wherever_they_are(seed: int, removed: int, added: int) -> None:
    chance = random.Random(seed)
    former = [f"Phrase numéro {number} sur le pont." for number in range(20)]
    present = chance.sample(former, 20 - removed)
    for number in range(added):
        present.insert(chance.randrange(len(present) + 1), f"Ajout {number} du matin.")
    for each in aligned(tuple(former), tuple(present), was=False):
        text = former[each.number - 1]
        assert each.present_number == (present.index(text) + 1 if text in present else None)


WORDINGS = ("Maire{0} parle{0} du{0} pont{0}.", "Maire{0} reparle{0} du{0} pont{0}.", "Préfet{0} se{0} tait{0}.")


@given(
    blocks=st.lists(
        st.tuples(st.booleans(), st.sampled_from([(), ("Oui.",), ("Non.", "Oui."), ("Oui.", "Oui.")])), max_size=4
    ),
    reworded=st.lists(st.integers(0, 2), min_size=4, max_size=4),
    chance=st.randoms(use_true_random=False),
    was=st.booleans(),
)
def test_a_repeated_sentence_is_certain_only_with_the_one_that_it_belongs_to(
    blocks: list[tuple[bool, tuple[str, ...]]], reworded: list[int], chance: random.Random, was: bool
) -> None:
    def text(block: int, rewording: int) -> list[tuple[str, int]]:
        leads, sentences = blocks[block]
        own, same = [(WORDINGS[rewording].format(block), block)], [(each, block) for each in sentences]
        return own + same if leads else same + own

    def article(order: list[int], rewordings: list[int]) -> list[tuple[str, int]]:
        return [("Pont.", -1), *(each for block in order for each in text(block, rewordings[block])), ("Fin.", -1)]

    order = list(range(len(blocks)))
    former = article(order, [0] * 4)
    if len(order) > 1:
        one, other = chance.sample(order, 2)
        order[one], order[other] = order[other], order[one]
    present = article(order, reworded)
    for each in aligned(tuple(text for text, _ in former), tuple(text for text, _ in present), was=was):
        if each.present_number is not None:
            assert former[each.number - 1][1] == present[each.present_number - 1][1]
