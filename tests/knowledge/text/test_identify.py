"""The language of a short question is told, or said not to be told."""

from math import isclose

import numpy as np
import pytest
from articles import sole
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.library import Library
from knowledge.parameters import Parameters
from knowledge.text.identify import LanguageIdentifier
from knowledge.text.normalise import LONGEST_TEXT

TEXTS = {
    "fr": [
        "Quand la passerelle ferme-t-elle ?",
        "Qui est la maire de Lorvault ?",
        "combien de temps durent les travaux",
    ],
    "en": ["When does the footbridge close?", "Who is the mayor of Lorvault?", "how long will the works take"],
    "ru": ["Когда закроют мост?", "Кто мэр города?", "сколько продлятся работы"],
    "uk": ["Коли закриють міст?", "Хто мер міста?", "скільки триватимуть роботи"],
}
IDENTIFIER = LanguageIdentifier.learn(TEXTS, names=frozenset({"lorvault", "arnaud"}))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Pourquoi le pont est-il fermé ?", "fr"),
        ("c koi le probleme", "fr"),
        ("what is wrong with the cable", "en"),
        ("who said so", "en"),
        ("почему закрыли мост", "ru"),
        ("что говорит мэр", "ru"),
        ("чому закрили міст", "uk"),
        ("що сталося з містом учора", "uk"),
    ],
)
def test_a_question_of_a_few_words_is_told(text: str, language: str) -> None:
    assert IDENTIFIER.identify(text) == language


@pytest.mark.parametrize("text", ["", "?", "2014", "Lorvault", "ARNAUD Lorvault", "🙂", "12 / 5"])
def test_names_numbers_and_signs_tell_no_language(text: str) -> None:
    assert IDENTIFIER.identify(text) is None
    assert len({round(share, 6) for share in IDENTIFIER.probabilities(text).values()}) == 1


def test_words_that_several_languages_have_in_common_tell_none() -> None:
    known = LanguageIdentifier.learn({"fr": ["une réaction vive"], "en": ["a strong reaction"]})
    assert known.identify("réaction") is None
    assert known.identify("réaction vive") == "fr"
    assert known.identify("strong reaction") == "en"


def test_an_n_gram_that_no_language_has_speaks_for_none() -> None:
    known = LanguageIdentifier.learn({"fr": ["pont"] * 40, "en": ["bridge"]})
    one, other = known.probabilities("жжж").values()
    assert isclose(one, other, abs_tol=0.05)


def test_the_spelling_of_names_orders_languages_that_nothing_else_tells_apart() -> None:
    own = {"ru": frozenset({"зеленский"}), "uk": frozenset({"зеленський"})}
    names = frozenset({"зеленский", "зеленський"})
    known = LanguageIdentifier.learn(TEXTS, names=names, own_names=own)
    assert known.plausible("Зеленський") == ("uk", "ru")
    assert known.plausible("Зеленский") == ("ru", "uk")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wann wird die Brücke wieder geöffnet und warum dauert das so lange?", "de"),
        ("¿Cuándo volverá a abrir la pasarela y por qué tardan tanto?", "es"),
        ("Kiedy ponownie otworzą kładkę i dlaczego to tak długo trwa?", "pl"),
    ],
)
def test_a_question_in_a_language_that_is_not_served_is_told(text: str, language: str) -> None:
    assert IDENTIFIER.identify(text) == language


def test_without_texts_no_language_is_likely() -> None:
    nothing = LanguageIdentifier.learn({})
    assert nothing.probabilities("hello there") == {}
    assert nothing.identify("hello") is None


def test_the_languages_are_those_of_the_texts() -> None:
    assert tuple(IDENTIFIER.languages) == ("fr", "en", "ru", "uk")


@pytest.mark.parametrize("code", ["xx", "tlh", "pt-BR", "zh-Hant"])
def test_a_code_that_no_model_knows_is_served_like_any_other(code: str) -> None:
    identifier = LanguageIdentifier.learn({code: ["nuqneH bIQ", "bortaS qaq"], "en": TEXTS["en"]})
    assert identifier.identify("nuqneH bortaS") == code
    assert identifier.identify("Wann wird die Brücke wieder geöffnet und warum dauert das so lange?") == "de"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=LONGEST_TEXT))
def test_the_probabilities_of_any_text_sum_to_1(text: str) -> None:
    shares = IDENTIFIER.probabilities(text)
    assert shares.keys() == TEXTS.keys()
    assert all(0.0 <= share <= 1.0 for share in shares.values())
    assert isclose(sum(shares.values()), 1.0)
    IDENTIFIER.identify(text)


def test_the_library_tells_its_own_questions_apart(library: Library) -> None:
    (article,) = library.articles
    asked = [(code, entry.title(code)) for entry in article.entries for code in article.served]
    wrong = [(code, text) for code, text in asked if sole(library).matcher.match(text).language not in {code, None}]
    assert len(wrong) <= len(asked) // 100, wrong


def kept() -> Parameters:
    return Parameters.from_bytes(IDENTIFIER.parameters().to_bytes())


def test_it_knows_all_words_of_its_own_texts_in_their_alphabet(library: Library) -> None:
    texts: dict[str, list[str]] = {code: [] for code in ("fr", "uk")}
    for each in sole(library).variants:
        if each.language in texts:
            texts[each.language].append(each.text)
    identifier = LanguageIdentifier.learn(texts)
    for code, some in texts.items():
        own = [text for text in some if identifier.is_in_alphabet(text, code)]
        assert len(own) > len(some) / 2
        assert all(identifier.known_share(text) == 1.0 for text in own)


def test_an_identifier_that_was_kept_says_the_same() -> None:
    again = LanguageIdentifier.restore(kept(), tuple(TEXTS), names=IDENTIFIER.names)
    for text in (*(text for texts in TEXTS.values() for text in texts), "Arnaud Lorvault", "who", "Quando chiude?", ""):
        assert again.probabilities(text) == IDENTIFIER.probabilities(text)
        assert again.identify(text) == IDENTIFIER.identify(text)
        assert again.plausible(text) == IDENTIFIER.plausible(text)
        assert again.known_share(text) == IDENTIFIER.known_share(text)


def test_no_identifier_is_made_of_what_is_not_right() -> None:
    parameters = kept()
    arrays, words = parameters.arrays, parameters.words
    likelihood = arrays["likelihood"]
    for wrong in (
        Parameters({**arrays, "likelihood": likelihood[:-1]}, words),
        Parameters({**arrays, "likelihood": likelihood[:, :-1]}, words),
        Parameters({**arrays, "likelihood": likelihood * np.nan}, words),
        Parameters({**arrays, "likelihood": -likelihood}, words),
        *(Parameters({**arrays, name: some[:-1]}, words) for name, some in arrays.items()),
        *(Parameters({name: some}, words) for name, some in arrays.items()),
        Parameters({}, words),
        *(Parameters(arrays, {**words, name: some[:-1]}) for name, some in words.items()),
        *(Parameters(arrays, {**words, name: [1]}) for name in words),  # type: ignore[list-item]
    ):
        with pytest.raises(ValueError, match=r".+"):
            LanguageIdentifier.restore(wrong, tuple(TEXTS), names=IDENTIFIER.names)
    with pytest.raises(ValueError, match="zip"):
        LanguageIdentifier.restore(parameters, tuple(TEXTS)[1:], names=IDENTIFIER.names)
