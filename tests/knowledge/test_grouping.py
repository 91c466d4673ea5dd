"""Questions that mean the same come together, whatever words they were asked in; others stay apart."""

from __future__ import annotations

import random
import string
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.grouping import AskedQuestion, Grouping, QuestionGroup, groups
from knowledge.library import Library

ALIKE = {
    "fr": ["combien de temps a duré l'appel ?", "durée de l'appel", "l'appel a duré combien de temps"],
    "en": ["how long did the call last?", "how long was the call", "how long the call lasted"],
    "ru": ["сколько длился звонок", "длительность звонка", "как долго длился звонок?"],
    "uk": ["скільки тривала розмова", "тривалість розмови", "як довго тривала розмова?"],
}
APART = {
    "fr": [
        "Qu'a dit Trump à Poutine ?",
        "Pourquoi Trump a appelé Poutine",
        "Quand Trump a appelé Poutine",
        "trump poutine gaz",
    ],
    "en": [
        "Trump and Putin on Crimea",
        "Trump and Putin on gas",
        "why did Trump call Putin",
        "when did Trump call Putin",
    ],
    "ru": [
        "Трамп и Путин про газ",
        "Трамп и Путин про Крым",
        "почему Трамп звонил Путину",
        "когда Трамп звонил Путину",
    ],
    "uk": ["Трамп і Путін про газ", "Трамп і Путін про Крим", "чому Трамп дзвонив Путіну", "коли Трамп дзвонив Путіну"],
}
WORDS = st.sampled_from("qui quand appel durée trump poutine otan paix combien temps le la ? l'appel kan".split())
ASKED = st.builds(
    AskedQuestion,
    st.sampled_from(["fr", "en", "uk", "de"]),
    st.lists(WORDS, max_size=5).map(" ".join) | st.text(max_size=20),
)


def asked(language: str, *texts: str) -> list[AskedQuestion]:
    return [AskedQuestion(language, text) for text in texts]


def together(found: list[QuestionGroup]) -> list[tuple[int, ...]]:
    return [group.positions for group in found]


@pytest.mark.parametrize("language", ALIKE)
def test_three_wordings_of_one_question_come_together(language: str, library: Library) -> None:
    assert together(groups(asked(language, *ALIKE[language]))) == [(0, 1, 2)]
    assert together(groups(asked(language, *ALIKE[language]), library.lexicon)) == [(0, 1, 2)]


@pytest.mark.parametrize("language", APART)
def test_questions_that_share_names_stay_apart(language: str, library: Library) -> None:
    assert len(groups(asked(language, *APART[language]), library.lexicon)) == 4
    everything = groups(asked(language, *ALIKE[language], *APART[language]), library.lexicon)
    assert together(everything)[0] == (0, 1, 2)
    assert len(everything) == 5


def test_the_same_question_about_another_person_stays_apart(library: Library) -> None:
    questions = asked("en", "Who is Peskov?", "Who is Fogel?", "who's peskov", "who is mr. fogel")
    assert together(groups(questions, library.lexicon)) == [(0, 2), (1, 3)]


def test_one_word_swallows_no_question() -> None:
    assert len(groups(asked("fr", "l'appel", "durée de l'appel", "qui a confirmé l'appel", "l'appel et l'otan"))) == 4


def test_a_typo_is_no_other_question() -> None:
    questions = asked("en", "who paid for the prisoner", "who payed for the prisonner", "so who paid for the prisoner")
    assert together(groups(questions)) == [(0, 1, 2)]


def test_a_chain_of_neighbours_joins_no_strangers() -> None:
    chain = (
        ["rouge bleu vert jaune"] * 3
        + ["bleu vert jaune noir"] * 2
        + ["vert jaune noir blanc", "jaune noir blanc gris"]
    )
    found = groups(asked("fr", *chain))
    assert not any({0, 6} <= set(group.positions) for group in found)


def test_a_group_is_shown_in_the_wording_that_was_used_most() -> None:
    found = groups(
        asked("fr", "durée de l'appel", "Combien de temps a duré l'appel ?", "combien de temps a duré l’appel")
    )
    assert [group.text for group in found] == ["Combien de temps a duré l'appel ?"]
    assert groups(asked("fr", *ALIKE["fr"]))[0].text == ALIKE["fr"][0], "the first of several"


def test_the_most_asked_comes_first_then_the_oldest() -> None:
    found = groups(asked("en", "one apple", "two pears", "three plums", "two pears!", "four figs"))
    assert together(found) == [(1, 3), (0,), (2,), (4,)]


def test_languages_stay_apart() -> None:
    assert len(groups([AskedQuestion("fr", "NATO"), AskedQuestion("en", "NATO"), AskedQuestion("de", "NATO")])) == 3


def test_what_holds_no_word_is_one_group() -> None:
    assert together(groups(asked("uk", "👍", "?!", ""))) == [(0, 1, 2)]
    assert groups([]) == []


@given(st.lists(ASKED, max_size=25))
def test_every_question_is_in_one_group_of_its_language(questions: list[AskedQuestion]) -> None:
    found = groups(questions)
    assert sorted(position for group in found for position in group.positions) == list(range(len(questions)))
    for group in found:
        assert {questions[position].language for position in group.positions} == {group.language}
        assert group.text in {questions[position].text for position in group.positions}
        assert list(group.positions) == sorted(group.positions)
    assert found == sorted(found, key=lambda group: (-len(group.positions), group.positions))
    assert groups(questions) == found


@given(st.lists(ASKED, max_size=25), st.randoms(use_true_random=False))
def test_the_order_of_the_questions_changes_no_group(questions: list[AskedQuestion], chance: random.Random) -> None:
    order = list(range(len(questions)))
    chance.shuffle(order)
    shuffled = groups([questions[position] for position in order])
    assert {frozenset(order[position] for position in group.positions) for group in shuffled} == {
        frozenset(group.positions) for group in groups(questions)
    }


@given(st.lists(ASKED, min_size=1, max_size=15))
def test_a_question_asked_again_joins_its_group(questions: list[AskedQuestion]) -> None:
    found = groups([*questions, *questions])
    assert all(
        (position in group.positions) == (position + len(questions) in group.positions)
        for group in found
        for position in range(len(questions))
    )


@pytest.mark.slow
def test_five_thousand_questions_take_seconds(library: Library, record_property: Callable[[str, object], None]) -> None:
    texts = [variant for variant in library.variants if variant.language == "fr"]
    questions = [AskedQuestion("fr", variant.text) for variant in (texts * 2)[:5000]]
    start = time.process_time()
    found = groups(questions, library.lexicon)
    seconds = time.process_time() - start
    record_property("figures", f"5,000 questions fall into {len(found)} groups in {seconds:.1f} s.")
    assert seconds < 20


def drawn(chance: random.Random, letters: str, shortest: int, longest: int) -> str:
    """A word of nobody's language."""
    return "".join(chance.choices(letters, k=chance.randint(shortest, longest)))


def attacks() -> dict[str, Callable[[random.Random], str]]:
    """Return questions that somebody may ask again and again to make grouping slow, by kind."""
    latin, both = string.ascii_lowercase, "абвгдежзиклмнопрст" + string.ascii_lowercase
    chance = random.Random(1)
    shared = [drawn(chance, latin, 4, 9) for _ in range(600)]
    names = "trump poutine zelensky otan ukraine russie appel paix kiev moscou hegseth vance fogel".split()

    def typo(word: str, chance: random.Random) -> str:
        place = chance.randrange(1, len(word))
        return word[:place] + chance.choice(latin) + word[place + 1 :]

    return {
        "random characters": lambda chance: "".join(chance.choices(string.printable[:95], k=499)),
        "no spaces": lambda chance: drawn(chance, latin, 499, 499),
        "short words": lambda chance: "".join(chance.choices(latin + "    ", k=199)),
        "shared words": lambda chance: " ".join(chance.sample(shared, 20)),
        "typos of shared words": lambda chance: " ".join(typo(word, chance) for word in chance.sample(shared, 20)),
        "four typos": lambda chance: " ".join(
            [*chance.sample(shared, 12), *(typo(word, chance) for word in chance.sample(shared, 4))]
        ),
        "one word differs": lambda chance: " ".join([*shared[:12], drawn(chance, latin, 8, 8)]),
        "two alphabets": lambda chance: " ".join(drawn(chance, both, 3, 9) for _ in range(28)),
        "few words": lambda chance: " ".join(drawn(chance, both, 4, 9) for _ in range(4)),
        "names": lambda chance: " ".join([*chance.sample(names, 6), chance.choice(shared)]),
        "all alike": lambda _: "combien de temps a duré l'appel",
    }


@pytest.mark.slow
@pytest.mark.parametrize("kind", attacks())
def test_ten_thousand_questions_take_seconds_whatever_they_are(
    library: Library, record_property: Callable[[str, object], None], kind: str
) -> None:
    chance = random.Random(2)
    questions = [AskedQuestion("fr", attacks()[kind](chance)) for _ in range(10_000)]
    grouping = Grouping(library.lexicon)
    seconds = []
    for more in (AskedQuestion("fr", "une question"), AskedQuestion("fr", "une autre")):
        questions.append(more)
        start = time.process_time()
        found = grouping.groups(questions)
        seconds.append(time.process_time() - start)
    record_property("figures", f"{kind}: {len(found)} groups in {seconds[0]:.1f} s, then in {seconds[1]:.1f} s.")
    assert max(seconds) < 12, "some on a machine of one's own, minutes if each is held against all"


@pytest.mark.slow
def test_the_time_grows_with_the_number_of_questions(library: Library) -> None:
    chance = random.Random(3)
    texts = [attacks()["random characters"](chance) for _ in range(600)]
    start = time.process_time()
    groups([AskedQuestion("fr", text) for text in texts], library.lexicon)
    assert time.process_time() - start < 1, "it was more than two"


def test_a_long_question_is_alike_only_to_itself() -> None:
    long = "combien de temps a duré l'appel entre les deux présidents " * 5
    found = groups(asked("fr", long, f"{long} ?", f"{long} hier", long.upper()))
    assert together(found) == [(0, 1, 3), (2,)]


def test_a_question_of_many_words_is_alike_only_to_itself() -> None:
    many = "a b c d e f g h i j k l m n o p q r s t u v w x y z qui"
    found = groups(asked("fr", many, f"{many} ?", f"{many} quoi", many.upper()))
    assert together(found) == [(0, 1, 3), (2,)]


@given(st.lists(ASKED, max_size=12), st.lists(ASKED, max_size=6))
def test_what_was_grouped_before_changes_no_group(earlier: list[AskedQuestion], more: list[AskedQuestion]) -> None:
    grouping = Grouping()
    grouping.groups(earlier)
    grouping.groups([*earlier, *more])
    assert grouping.groups(more) == groups(more)
    assert grouping.groups([*earlier, *more]) == groups([*earlier, *more])
