"""The interface's words: the same keys with the same variables in every language, each used, none missing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, VariableReference
from fluent.syntax.visitor import Visitor
from hypothesis import given
from hypothesis import strategies as st

import bot
from bot.dialogue.browse import COMMANDS, CURATING_COMMANDS
from bot.dialogue.facet import Facet
from bot.phrases import LANGUAGES, Phrases, phrases, quoted
from knowledge.text.languages import LANGUAGES as SERVED
from knowledge.text.normalise import fold
from knowledge.text.utterances import utterances

_KEY = re.compile(r"[a-z][a-z-]*")
# `said-{…}`: a key of which a part is put in.
_PART = re.compile(r"[a-z-]{4,}")


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def messages(language: str) -> dict[str, frozenset[str]]:
    """Return the variables of each message of a language; fails on what is no Fluent, and on a key that repeats."""
    source = files("bot").joinpath("locales", f"{language}.ftl").read_text(encoding="utf-8")
    found: dict[str, frozenset[str]] = {}
    for entry in FluentParser().parse(source).body:
        assert not isinstance(entry, Junk), entry.content
        if isinstance(entry, Message):
            assert entry.id.name not in found, f"{entry.id.name} stands twice"
            variables = _Variables()
            variables.visit(entry)
            found[entry.id.name] = frozenset(variables.names)
    return found


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return where each string of the bot's source stands that may name a key, and which keys it may name."""
    return tuple(_patterns())


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for path in sorted(Path(bot.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            where = f"{path.name}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _KEY.fullmatch(node.value):
                yield where, re.compile(re.escape(node.value))
            elif isinstance(node, ast.JoinedStr):
                fixed = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
                if all(part is None or _PART.fullmatch(str(part)) for part in fixed) and any(fixed):
                    yield where, re.compile("".join(".+" if part is None else re.escape(str(part)) for part in fixed))


def calls() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield where the bot's source asks for a phrase, and which keys it may ask for."""
    for path in sorted(Path(bot.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            made = isinstance(node.func, ast.Call) and ast.unparse(node.func.func) == "phrases"
            if made or ast.unparse(node.func) == "words":
                yield from ((f"{path.name}:{node.lineno}", key) for key in _keys_of(node.args[0]))


def _keys_of(argument: ast.expr) -> Iterator[re.Pattern[str]]:
    if isinstance(argument, ast.IfExp):
        yield from _keys_of(argument.body)
        yield from _keys_of(argument.orelse)
    elif isinstance(argument, ast.Constant):
        yield re.compile(re.escape(str(argument.value)))
    elif isinstance(argument, ast.JoinedStr):
        fixed = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in argument.values]
        yield re.compile("".join(fixed))


LISTED = {kind for code in LANGUAGES for kind in utterances(code).courtesy.values()}
COURTESIES = (LISTED | {"emoji", "opinion"}) - {"help"}
MADE = frozenset(
    [
        *(f"command-{command}" for command in (*COMMANDS, *CURATING_COMMANDS, "quit")),
        *(f"language-{code}" for code in LANGUAGES),
        *(f"courtesy-{kind}" for kind in COURTESIES),
        *(f"facet-{facet}-unknown" for facet in Facet),
        *(f"said-{kind}{via}" for kind in ("quote", "partly", "paraphrase") for via in ("", "-via")),
        *(f"card-{kind}-unknown" for kind in ("author", "publisher", "published", "link")),
        "told",
        "told-via",
    ]
)
"""The keys that the source puts together."""


def test_there_are_phrases_for_every_language_that_is_served() -> None:
    assert set(LANGUAGES) == set(SERVED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_with_the_same_variables(language: str) -> None:
    assert messages(language) == messages("en")


@pytest.mark.parametrize("key", sorted(messages("en")))
def test_every_key_is_used(key: str) -> None:
    made = any(key in MADE and "." in pattern.pattern and pattern.fullmatch(key) for _, pattern in patterns())
    named = any(pattern.pattern == re.escape(key) for _, pattern in patterns())
    assert named or made, f"no source in bot/ names {key}"


@pytest.mark.slow
def test_every_key_that_is_asked_for_exists() -> None:
    asked = list(calls())
    assert len(asked) > 20, "the calls are found"
    for where, pattern in asked:
        assert any(pattern.fullmatch(key) for key in messages("en")), f"{where}: {pattern.pattern}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_made_of_parts_exist(language: str) -> None:
    assert messages(language).keys() >= MADE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [1, 2, 5, 11, 21, 22, 25, 101, 111])
def test_every_phrase_can_be_worded_with_any_number(language: str, number: int) -> None:
    numbers = {"count", "day", "number", "share", "entries", "sentences"}
    for key, variables in messages(language).items():
        values: dict[str, str | int] = {name: number if name in numbers else "VALUE" for name in variables}
        if "month" in values:
            values["month"] = 1 + number % 12
        text = phrases(language)(key, **values)
        assert text.strip() == text != ""
        assert "{" not in text
        assert "\u2068" not in text, "no isolating marks: they would show in a terminal"
        assert ("VALUE" in text) == ("VALUE" in values.values())


@pytest.mark.parametrize(("language", "february"), [("fr", "12 février"), ("en", "12 February"),
                                                    ("ru", "12 февраля"), ("uk", "12 лютого")])  # fmt: skip
def test_the_twelve_months_have_names(language: str, february: str) -> None:
    words = phrases(language)
    assert words("date", day=12, month=2) == february
    assert len({words("date", day=12, month=month) for month in range(1, 13)}) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_borrows_a_phrase_of_another(language: str) -> None:
    cyrillic = language in ("ru", "uk")
    for key, variables in messages(language).items():
        text = phrases(language)(key, **dict.fromkeys(variables, 1))
        letters = re.sub(r"/\w+|Telegram|Selon|UTC|KNOWLEDGE_DIR|selon check|\bplot\b|@BotFather", "", text)
        if not re.search(r"[^\W\d_]", letters):
            continue
        assert bool(re.search("[а-яіїєґ]", fold(letters))) == cyrillic, key
        assert bool(re.search("[a-z]", fold(letters))) != cyrillic, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_apostrophes_quotation_marks_and_spaces_are_typographic(language: str) -> None:
    for key, variables in messages(language).items():
        text = phrases(language)(key, **dict.fromkeys(variables, 1))
        assert not re.search("['\"]", text), key
        if language == "fr":
            assert not re.search(r"(?<!\u202f)[;?!»]|(?<!\u00a0):|«(?!\u202f)", text), key


@pytest.mark.parametrize(
    ("language", "wordings"),
    [
        ("fr", {1: "Le plus proche\u00a0:", 2: "Les plus proches\u00a0:"}),
        ("en", {1: "The nearest question:", 3: "The nearest questions:"}),
        ("ru", {1: "Самый близкий вопрос:", 2: "Самые близкие вопросы:"}),
        ("uk", {1: "Найближче запитання:", 2: "Найближчі запитання:"}),
    ],
)
def test_one_near_question_is_announced_as_one(language: str, wordings: dict[int, str]) -> None:
    for count, wording in wordings.items():
        assert phrases(language)("abstain-near", count=count).endswith(wording)


@pytest.mark.parametrize(
    ("language", "one"),
    [
        ("fr", "1 réponse écrite et vérifiée à la main, d’après 1 phrase numérotée"),
        ("en", "1 answer written and checked by hand, from 1 numbered sentence"),
        ("ru", "1 ответ, написанный и проверенный вручную, по 1 пронумерованному предложению"),
        ("uk", "1 відповідь, написана й перевірена вручну, за 1 пронумерованим реченням"),
    ],
)
def test_a_single_answer_is_worded_as_one_throughout(language: str, one: str) -> None:
    assert phrases(language)("source-entries", entries=1, sentences=1) == one


@pytest.mark.parametrize(
    ("language", "day"),
    [("fr", "Le dernier jour\u00a0: 5"), ("en", "The last day: 5"),
     ("ru", "За последний день: 5"), ("uk", "За останній день: 5")],
)  # fmt: skip
def test_the_last_day_is_not_counted(language: str, day: str) -> None:
    assert phrases(language)("stats-days", count=1, number=5) == day


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    assert phrases("fr")("date", day=1, month=11) == "1er novembre"
    assert phrases("fr")("date", day=21, month=11) == "21 novembre"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fr", "«\u202foui\u202f»"), ("en", "“oui”"), ("ru", "«oui»"), ("uk", "«oui»"), ("de", "„oui“")],
)
def test_each_language_has_its_own_quotation_marks(language: str, expected: str) -> None:
    assert quoted("oui", language) == expected


MARKS = "«»“”„‘’‚\u202f"


@given(
    text=st.text(st.characters(exclude_characters=MARKS), max_size=40),
    language=st.sampled_from([*LANGUAGES, "de", "ja"]),
)
def test_a_quoted_text_stands_unchanged_between_marks(text: str, language: str) -> None:
    made = quoted(text, language)
    assert text in made
    assert len(made) > len(text) + 1


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("sur «\u202fTruth\u202f»", "fr", "«\u202fsur “Truth”\u202f»"),
        ("on “Truth”", "en", "“on ‘Truth’”"),
        ("в «Правде»", "ru", "«в „Правде“»"),
        ("у «Правді»", "uk", "«у „Правді“»"),
    ],
)
def test_marks_inside_a_quoted_text_become_the_inner_ones(text: str, language: str, expected: str) -> None:
    assert quoted(text, language) == expected


def test_a_text_is_put_in_as_it_is() -> None:
    assert phrases("en")("translation", text="{ $text } <b> \\ “x”").endswith("{ $text } <b> \\ “x”")


def test_a_language_without_phrases_is_addressed_in_english() -> None:
    assert phrases("de").language == "en"


def test_a_phrase_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(LookupError):
        Phrases("en")("no-such-phrase")


def test_a_value_that_is_missing_is_an_error_that_names_language_and_phrase() -> None:
    with pytest.raises(ValueError, match=r"fr\.ftl, original"):
        Phrases("fr")("original")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", [199, 201, 2_501, 100_000])
def test_a_phrase_takes_values_of_any_length(language: str, length: int) -> None:
    title, events = "T" * length, "E" * length
    text = phrases(language)("source", title=title, events=events, paragraphs="1", count=1)
    assert title in text
    assert events in text


@given(st.text(max_size=300), st.text(max_size=300))
def test_values_stand_in_a_phrase_as_they_are(title: str, events: str) -> None:
    held = "\ue0000\ue001" + "h" * 300
    for first, second in ((title, events), (held, title), (title, held)):
        text = phrases("en")("source", title=first, events=second, paragraphs="1", count=1)
        assert first in text
        assert second in text
