"""Properties of every match: an outcome, soon, the same each time, and not at the mercy of spelling."""

import json
import os
import random
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from articles import sole
from hypothesis import given, settings
from hypothesis import strategies as st

import knowledge
from knowledge.library import Library
from knowledge.matcher import Match, Matcher, Outcome

# Asks thousands of questions.
pytestmark = pytest.mark.slow

LONGEST = 4096
SLOWEST = 1.0


@pytest.fixture(scope="module")
def matcher(library: Library) -> Matcher:
    """The real knowledge, every part of it in place: what is timed is a match, not what it loads the first time."""
    library.warm_up()
    sole(library).matcher.match("Wie wird das Wetter morgen in Berlin?")
    return sole(library).matcher


def variants_of(library: Library) -> list[tuple[str, str]]:
    """Every variant of every entry in every language, with the entry's id."""
    return [
        (entry.id, text)
        for entry in library.entries.values()
        for language in library.languages
        for text in entry.questions(language)
    ]


def timed(matcher: Matcher, text: str) -> tuple[Match, float]:
    """A match, with the seconds of processor time that it took."""
    started = time.process_time()
    match = matcher.match(text)
    return match, time.process_time() - started


def filled(unit: str) -> str:
    """A message of the greatest length, made of one piece."""
    return (unit * LONGEST)[:LONGEST]


def words_of(letters: str, count: int, length: int) -> str:
    """Different words that nobody knows."""
    chance = random.Random(7)
    return " ".join("".join(chance.choices(letters, k=length)) for _ in range(count))


PATHOLOGICAL = {
    "one letter": filled("a"),
    "one Cyrillic letter": filled("щ"),
    "spaces": filled(" "),
    "combining marks": filled("\u0301"),
    "spaces and combining marks": filled(" \u0301\u0308"),
    "one letter under all the marks": "a" + "\u0301" * (LONGEST - 1),
    "zalgo": filled("".join(f"{letter}\u0300\u0316\u0336\u0489\u035c" for letter in "trump nato ")),
    "unknown Latin words": words_of("abcdefghijklmnopqrstuvwxyz", 1000, 3),
    "unknown long Latin words": words_of("aeioulnrst", 340, 11),
    "unknown Cyrillic words": words_of("абвгдежзиклмнопрстуя", 1000, 3),
    "unknown long Cyrillic words": words_of("абвгдежзиклмнопрстуя", 340, 11),
    "unknown Ukrainian words": words_of("абвгґдеєжзиіїклмнопрст", 500, 7),
    "misspelled names": " ".join(
        f"tr{letter}mp put{letter}n zel{letter}nsky" for letter in "abcdefghijklmnopqrstuvwxyz" * 7
    ),
    "names": filled("Trump NATO Путин Зеленський "),
    "question words": filled("who what when where why how "),
    "claim markers": filled("is it true that "),
    "thanks": filled("merci beaucoup "),
    "apostrophes": filled("'"),
    "elisions": filled("l'd'qu'"),
    "one word of all": filled("l'"),
    "glued words": filled("whoismarcfogel"),
    "right to left": filled("ما هو حلف الناتو؟ "),
    "right-to-left marks": filled("\u202etrump\u202c \u200f"),
    "emoji": filled("🙂"),
    "joined emoji": filled("👩‍👩‍👧‍👦🏳️‍🌈"),
    "ligatures that grow": filled("ﷺ"),
    "fullwidth": filled("ＴＲＵＭＰ　"),
    "Chinese": filled("特朗普和普京谈了什么"),
    "Korean syllables": filled("한국어"),
    "wrong keyboard": filled("rnj nfrjq Gtcrjd "),
    "capitals that grow": filled("ẞİŉ"),
    "digits": filled("2014 "),
    "zeros": filled("\0"),
    "surrogates": filled("\ud83d"),
    "brackets": filled("(((["),
    "backslashes": filled("\\"),
    "new lines": filled("\n\r\u2028"),
}


@pytest.mark.parametrize("text", PATHOLOGICAL.values(), ids=PATHOLOGICAL)
def test_no_text_takes_long(matcher: Matcher, text: str) -> None:
    match, seconds = timed(matcher, text)
    assert match.outcome in set(Outcome)
    assert seconds < SLOWEST


@pytest.mark.parametrize("name", ["one letter", "spaces", "combining marks", "emoji", "Chinese", "digits", "brackets"])
def test_a_text_that_asks_nothing_is_not_answered(matcher: Matcher, name: str) -> None:
    # The digits are a year of the article, over and over.
    assert matcher.match(PATHOLOGICAL[name]).outcome is not Outcome.ANSWER


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=LONGEST))
def test_any_text_has_an_outcome_soon(matcher: Matcher, text: str) -> None:
    match, seconds = timed(matcher, text)
    scores = [candidate.score for candidate in match.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0.0 <= score <= 100.0 for score in scores)
    assert seconds < SLOWEST


ALPHABETS = st.sampled_from(
    ["trumpnaokiewlsdh ?'", "трампутинзелскйов ?ё", "трампуінзелськийїєґ'’ ", "éèàçùîœ «»’", "\u0301\u200b\u200d 🙂ﷺa"]
)


@settings(max_examples=40, deadline=None)
@given(ALPHABETS.flatmap(lambda letters: st.text(letters, min_size=1000, max_size=LONGEST)))
def test_any_long_text_in_one_alphabet_has_an_outcome_soon(matcher: Matcher, text: str) -> None:
    match, seconds = timed(matcher, text)
    assert match.outcome in set(Outcome)
    assert seconds < SLOWEST


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=200), ALPHABETS.flatmap(lambda letters: st.text(letters, max_size=80))))
def test_the_same_text_has_the_same_match(matcher: Matcher, text: str) -> None:
    assert matcher.match(text) == matcher.match(text)


def test_no_question_before_it_changes_a_match(library: Library) -> None:
    texts = [text for _, text in variants_of(library)][::97]
    there = {text: sole(library).matcher.match(text) for text in texts}
    assert {text: sole(library).matcher.match(text) for text in reversed(texts)} == there


ASK = """
import json, sys
from knowledge.files import load_library
[model] = load_library().models.values()
matcher = model.matcher
for text in json.load(sys.stdin):
    match = matcher.match(text)
    print(json.dumps([match.outcome, match.language, match.plausible,
                      [[candidate.entry_id, candidate.score] for candidate in match.candidates]]))
"""


def test_another_process_gives_the_same_matches(library: Library) -> None:
    asked = [text for _, text in variants_of(library)][::61]
    asked += [text.lower().replace("a", "e").replace("о", "а") for text in asked[::3]]
    asked += ["", "thanks", "Trump NATO", "ghbdtn rfr ltkf", "kto takoy peskov", "wer ist das eigentlich", "сколько"]
    here = [sole(library).matcher.match(text) for text in asked]
    answered = subprocess.run(
        [sys.executable, "-c", ASK],
        input=json.dumps(asked),
        env={
            **os.environ,
            "PYTHONHASHSEED": "4242",
            "PYTHONPATH": str(Path(knowledge.__file__).parent.parent),
            "PYTHONIOENCODING": "utf-8",
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    there = [json.loads(line) for line in answered.stdout.splitlines()]
    assert len(there) == len(asked)
    different = [
        (text, match, other)
        for text, match, other in zip(asked, here, there, strict=True)
        if [
            match.outcome,
            match.language,
            list(match.plausible),
            [[candidate.entry_id, candidate.score] for candidate in match.candidates],
        ]
        != other
    ]
    assert different == []


def wide(text: str) -> str:
    """Full-width forms of what has one, as Asian keyboards type it."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def alternating(text: str) -> str:
    return "".join(char.upper() if number % 2 else char.lower() for number, char in enumerate(text))


def unaccented(text: str) -> str:
    """Latin letters without accents; й, ї and ґ are letters of their own."""
    return "".join(
        unicodedata.normalize("NFD", char)[0] if "LATIN" in unicodedata.name(char, "") else char for char in text
    )


SPELLINGS: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small letters": str.lower,
    "alternating": alternating,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "no accents": unaccented,
    "full width": wide,
    "double spaces": lambda text: f" {text.replace(' ', '  ')} \n",
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "lines": lambda text: text.replace(" ", "\n"),
    "exclamations": lambda text: text.rstrip("?! .") + "?!?!!!",
    "quoted": lambda text: f"«{text}»",
    "dots": lambda text: text.rstrip("?! .").replace(" ", "... "),
    "no marks": lambda text: "".join(char if char.isalnum() or char in "'’ʼ" else " " for char in text),
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "invisible": "\u200e".join,
    "emoji": lambda text: f"🤔 {text} 🙏🙏",
}


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
def test_case_accents_punctuation_and_spacing_turn_no_answer_into_another(
    library: Library, spelling: Callable[[str], str]
) -> None:
    every = variants_of(library)
    match = sole(library).matcher.match
    turned = []
    for _, text in every[:: -(-len(every) // 200)]:
        plain, spelled = match(text), match(spelling(text))
        if (plain.outcome, plain.candidates[:1]) != (spelled.outcome, spelled.candidates[:1]):
            turned.append((text, spelling(text), plain.shown_candidates, spelled.shown_candidates))
    assert turned == []


@pytest.mark.parametrize("language", ["fr", "en", "ru", "uk"])
def test_case_accents_punctuation_and_spacing_turn_no_other_question_into_an_answer(
    library: Library, language: str
) -> None:
    examples = [text for article in library.articles for text in article.out_of_scope[language]][::9]
    answered = [
        (text, name)
        for text in examples
        for name, spelling in SPELLINGS.items()
        if sole(library).matcher.match(spelling(text)).outcome is not Outcome.ABSTAIN
    ]
    assert answered == []


def test_a_variant_that_is_typed_as_it_stands_has_the_last_word(library: Library) -> None:
    asked = [(entry, text, sole(library).matcher.match(text)) for entry, text in variants_of(library)]
    lost = [
        (entry, text, match.candidates[:3])
        for entry, text, match in asked
        if match.shown_candidates[0].entry_id != entry
    ]
    assert lost == []
    assert [text for _, text, match in asked if match.outcome is Outcome.ABSTAIN] == []
    assert sum(match.outcome is Outcome.ANSWER for _, _, match in asked) > 0.98 * len(asked)


def test_by_their_words_alone_nearly_all_variants_find_their_own_entry(library: Library) -> None:
    found = [(entry, text, sole(library).matcher.entry_by_words(text)) for entry, text in variants_of(library)]
    mistaken = [(entry, text, answer) for entry, text, answer in found if answer not in (entry, None)]
    assert len(mistaken) <= 0.01 * len(found), mistaken
    assert sum(answer == entry for entry, _, answer in found) >= 0.95 * len(found)


# What a language asks of a person, and the entry that answers.
WHO = {
    "fr": "Qui est {} ?",
    "en": "Who is {}?",
    "ru": "Кто такой {}?",
    "uk": "Хто такий {}?",
}
PEOPLE = {"hegseth": "hegseth-who", "peskov": "peskov-who", "fogel": "fogel-who"}


@pytest.mark.parametrize("spelling", [str.upper, str.lower, str.title], ids=["capitals", "small", "title"])
@pytest.mark.parametrize("language", WHO)
@pytest.mark.parametrize("person", PEOPLE)
def test_a_name_is_known_as_any_language_writes_it(
    library: Library, person: str, language: str, spelling: Callable[[str], str]
) -> None:
    names = {article.people[person].name[code] for article in library.articles for code in library.languages}
    surnames = {name.split()[-1] for name in names}
    found = {
        name: sole(library).matcher.match(WHO[language].format(spelling(name))).candidates[:1]
        for name in names | surnames
    }
    assert {name: [candidate.entry_id for candidate in best] for name, best in found.items()} == {
        name: [PEOPLE[person]] for name in found
    }


def test_every_alias_of_a_name_asks_for_the_same_person(library: Library) -> None:
    lost = []
    for person, entry in PEOPLE.items():
        for article in library.articles:
            for language, aliases in article.people[person].aliases.items():
                for alias in aliases:
                    best = sole(library).matcher.match(WHO[language].format(alias)).candidates[:1]
                    if [candidate.entry_id for candidate in best] != [entry]:
                        lost.append((entry, language, alias, best))
    assert lost == []


@given(st.integers(0, 12))
def test_no_more_candidates_are_returned_than_asked_for(matcher: Matcher, most: int) -> None:
    question = "What did Trump say about NATO?"
    every = matcher.match(question, candidates=50)
    assert matcher.match(question, candidates=most).candidates == every.candidates[:most]
