"""The language tables are folded, consistent, and know what people type in chats."""

import re
from collections import Counter

import pytest

from knowledge.text.languages import LANGUAGES, AnswerKind, Language, english, french, language, russian, ukrainian

CODES = ("fr", "en", "ru", "uk")
LATIN = r"[a-z0-9']+"
FOLDED = {"fr": LATIN, "en": LATIN, "ru": r"[а-я]+", "uk": r"[а-щьюяґєії']+"}
RAW = {"fr": french, "en": english, "ru": russian, "uk": ukrainian}
LONGEST_QUESTION_PHRASE = 4


def strings(known: Language) -> list[str]:
    """Return every string of a language's tables."""
    return [
        *known.stop_words,
        *known.negations,
        *known.question_words,
        *known.small_talk,
        *known.abbreviations,
        *known.abbreviations.values(),
        *known.contractions,
        *known.contractions.values(),
        *known.elisions,
        *known.claim_markers,
    ]


def forms(table: str) -> list[str]:
    """Return the forms of a "meaning: form, form" table as written, repeats included."""
    return [form.strip() for line in table.strip().splitlines() for form in line.partition(":")[2].split(",")]


def test_the_four_languages_are_known_by_their_code() -> None:
    assert tuple(LANGUAGES) == CODES
    assert all(language(code) is LANGUAGES[code] and LANGUAGES[code].code == code for code in CODES)


@pytest.mark.parametrize("code", ["", "de", "FR", "xx"])
def test_an_unknown_language_is_empty_but_valid(code: str) -> None:
    unknown = language(code)
    assert unknown.code == code
    assert strings(unknown) == []


@pytest.mark.parametrize("code", CODES)
def test_every_string_is_folded_and_in_one_script(code: str) -> None:
    folded = re.compile(rf"{FOLDED[code]}( {FOLDED[code]})*")
    assert [text for text in strings(LANGUAGES[code]) if not folded.fullmatch(text)] == []


@pytest.mark.parametrize("code", CODES)
def test_words_are_single_and_question_phrases_short(code: str) -> None:
    known = LANGUAGES[code]
    single = [*known.stop_words, *known.negations, *known.elisions, *known.abbreviations]
    assert [word for word in single if " " in word] == []
    assert [phrase for phrase in known.question_words if len(phrase.split()) > LONGEST_QUESTION_PHRASE] == []


@pytest.mark.parametrize("code", CODES)
def test_every_table_is_rich(code: str) -> None:
    known = LANGUAGES[code]
    assert len(known.stop_words) >= 150
    assert len(known.question_words) >= 40
    assert len(known.abbreviations) >= 120
    assert len(known.small_talk) >= 60
    assert set(known.question_words.values()) == set(AnswerKind)


@pytest.mark.parametrize("code", CODES)
def test_no_form_is_given_two_meanings(code: str) -> None:
    raw = RAW[code]
    for table in (raw.QUESTION_WORDS, raw.ABBREVIATIONS, raw.CONTRACTIONS):
        assert [form for form, count in Counter(forms(table)).items() if count > 1] == []


@pytest.mark.parametrize("code", CODES)
def test_stop_words_are_nothing_else(code: str) -> None:
    known = LANGUAGES[code]
    assert known.stop_words & known.question_words.keys() == set()
    assert known.stop_words & known.abbreviations.keys() == set()
    assert known.stop_words & known.small_talk == set()
    assert known.stop_words & known.negations == set()


@pytest.mark.parametrize("code", CODES)
def test_negations_are_never_lost_to_another_table(code: str) -> None:
    known = LANGUAGES[code]
    others = known.question_words.keys() | known.small_talk | known.abbreviations.keys() | set(known.claim_markers)
    assert known.negations & others == set()


@pytest.mark.parametrize("code", CODES)
def test_question_words_are_not_small_talk(code: str) -> None:
    known = LANGUAGES[code]
    assert known.question_words.keys() & known.small_talk == set()


@pytest.mark.parametrize("code", CODES)
def test_expanding_an_abbreviation_once_is_enough(code: str) -> None:
    known = LANGUAGES[code]
    assert [key for key, words in known.abbreviations.items() if set(words.split()) & known.abbreviations.keys()] == []


@pytest.mark.parametrize("code", CODES)
def test_an_elided_letter_is_not_an_abbreviation(code: str) -> None:
    known = LANGUAGES[code]
    assert known.elisions & known.abbreviations.keys() == set()


@pytest.mark.parametrize("code", CODES)
def test_an_abbreviation_in_another_table_means_the_same_there(code: str) -> None:
    known = LANGUAGES[code]
    for key, words in known.abbreviations.items():
        if key in known.small_talk:
            assert words in known.small_talk
        if key in known.question_words:
            kinds = {known.question_words.get(words), *map(known.question_words.get, words.split())}
            assert known.question_words[key] in kinds


@pytest.mark.parametrize("code", CODES)
def test_claim_markers_come_longest_first_and_once(code: str) -> None:
    markers = LANGUAGES[code].claim_markers
    assert len(set(markers)) == len(markers)
    assert [len(marker) for marker in markers] == sorted(map(len, markers), reverse=True)


@pytest.mark.parametrize(
    ("code", "phrase", "kind"),
    [
        ("fr", "qui", AnswerKind.PERSON),
        ("fr", "ou est", AnswerKind.PLACE),
        ("fr", "quand", AnswerKind.TIME),
        ("fr", "combien", AnswerKind.NUMBER),
        ("fr", "combien de temps", AnswerKind.DURATION),
        ("fr", "a cause de quoi", AnswerKind.REASON),
        ("fr", "c koi", AnswerKind.THING),
        ("fr", "keski", AnswerKind.THING),
        ("fr", "comment s'appelle", AnswerKind.NAME),
        ("fr", "comment", AnswerKind.MANNER),
        ("fr", "quel age", AnswerKind.AGE),
        ("fr", "est ce que", AnswerKind.YES_NO),
        ("en", "whom", AnswerKind.PERSON),
        ("en", "who tf is", AnswerKind.PERSON),
        ("en", "what time", AnswerKind.TIME),
        ("en", "how long", AnswerKind.DURATION),
        ("en", "how much", AnswerKind.NUMBER),
        ("en", "how come", AnswerKind.REASON),
        ("en", "wtf is", AnswerKind.THING),
        ("en", "what is the name", AnswerKind.NAME),
        ("en", "how old", AnswerKind.AGE),
        ("en", "did", AnswerKind.YES_NO),
        ("ru", "кем", AnswerKind.PERSON),
        ("ru", "откуда", AnswerKind.PLACE),
        ("ru", "во сколько", AnswerKind.TIME),
        ("ru", "сколько минут", AnswerKind.DURATION),
        ("ru", "за что", AnswerKind.REASON),
        ("ru", "че", AnswerKind.THING),
        ("ru", "как зовут", AnswerKind.NAME),
        ("ru", "сколько лет", AnswerKind.AGE),
        ("ru", "ли", AnswerKind.YES_NO),
        ("uk", "ким", AnswerKind.PERSON),
        ("uk", "звідки", AnswerKind.PLACE),
        ("uk", "о котрій", AnswerKind.TIME),
        ("uk", "скільки тривав", AnswerKind.DURATION),
        ("uk", "чому", AnswerKind.REASON),
        ("uk", "у чому", AnswerKind.THING),
        ("uk", "яке ім'я", AnswerKind.NAME),
        ("uk", "скільки років", AnswerKind.AGE),
        ("uk", "чи", AnswerKind.YES_NO),
    ],
)
def test_question_phrases_tell_the_kind_of_answer(code: str, phrase: str, kind: AnswerKind) -> None:
    assert LANGUAGES[code].question_words[phrase] is kind


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("fr", "pk", "pourquoi"),
        ("fr", "jsp", "je sais pas"),
        ("fr", "cb", "combien"),
        ("fr", "keskia", "qu'est ce qu'il y a"),
        ("fr", "chui", "je suis"),
        ("en", "u", "you"),
        ("en", "wat", "what"),
        ("en", "cuz", "because"),
        ("en", "tmrw", "tomorrow"),
        ("ru", "скок", "сколько"),
        ("ru", "че", "что"),
        ("ru", "щас", "сейчас"),
        ("ru", "ктото", "кто то"),
        ("uk", "шо", "що"),
        ("uk", "скіки", "скільки"),
        ("uk", "тре", "треба"),
        ("uk", "пять", "п'ять"),
    ],
)
def test_chat_spellings_are_expanded(code: str, typed: str, meant: str) -> None:
    assert LANGUAGES[code].abbreviations[typed] == meant


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("fr", "ou"),
        ("fr", "sa"),
        ("fr", "mais"),
        ("en", "us"),
        ("en", "may"),
        ("ru", "код"),
        ("ru", "тел"),
        ("ru", "прост"),
        ("uk", "бо"),
        ("uk", "повід"),
        ("uk", "хоч"),
    ],
)
def test_ordinary_words_are_not_taken_for_chat_spellings(code: str, word: str) -> None:
    assert word not in LANGUAGES[code].abbreviations


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("fr", "merci"),
        ("fr", "mdr"),
        ("fr", "bonne nuit"),
        ("en", "ok"),
        ("en", "good morning"),
        ("en", "lol"),
        ("ru", "привет"),
        ("ru", "как дела"),
        ("ru", "спс"),
        ("uk", "дякую"),
        ("uk", "на добраніч"),
        ("uk", "бувай"),
    ],
)
def test_small_talk_is_recognised(code: str, message: str) -> None:
    assert message in LANGUAGES[code].small_talk


@pytest.mark.parametrize(
    ("code", "word"),
    [("fr", "pas"), ("fr", "jamais"), ("en", "not"), ("en", "never"), ("ru", "не"), ("ru", "нельзя"), ("uk", "немає")],
)
def test_negations_are_known(code: str, word: str) -> None:
    assert word in LANGUAGES[code].negations


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("fr", "aujourd'hui", "aujourd'hui"),
        ("fr", "du", "de le"),
        ("en", "what's", "what is"),
        ("en", "dont", "do not"),
    ],
)
def test_contractions_are_resolved(code: str, typed: str, meant: str) -> None:
    assert LANGUAGES[code].contractions[typed] == meant


@pytest.mark.parametrize("word", ["its", "were", "well", "ill", "shell", "id", "hell", "wed"])
def test_english_words_are_not_taken_for_contractions(word: str) -> None:
    assert word not in LANGUAGES["en"].contractions


def test_only_french_elides() -> None:
    assert {code for code in CODES if LANGUAGES[code].elisions} == {"fr"}
    assert {"l", "qu", "jusqu"} <= LANGUAGES["fr"].elisions


@pytest.mark.parametrize(
    ("code", "marker"),
    [
        ("fr", "j'ai entendu dire que"),
        ("fr", "tu peux me dire"),
        ("en", "is it true that"),
        ("en", "could you tell me"),
        ("ru", "правда ли что"),
        ("ru", "подскажите пожалуйста"),
        ("uk", "кажуть що"),
    ],
)
def test_phrases_around_a_claim_are_known(code: str, marker: str) -> None:
    assert marker in LANGUAGES[code].claim_markers
