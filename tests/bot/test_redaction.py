"""Words that might tell who asks, or of whom, are taken out; everything else stays as it was typed."""

from __future__ import annotations

import re

import pytest
from exchange import KNOWN, OTHER, UNKNOWN
from hypothesis import example, given
from hypothesis import strategies as st

from bot.redaction import LONGEST, MARK, redact
from knowledge.library import Library

KEPT = [
    "2014",
    "90 minutes",
    "en 2014, 90 minutes",
    "En 2014 ou en 2022 ?",
    "20 000 soldats",
    "à 18:15 ou 20 h",
    "Trump.Il a dit",
    "D.Trump and M.Fogel",
    "т.е. вчера, и т.д.",
    "ул.ленина 5",
    "What about e.g. the U.S.A. or AT&T @ 5?",
    "Комментарий Хегсета: почему?",
    "J.-C. and/or 24/7",
    "«Truth» ¿qué? “NATO”… 👍👍 [sic]",
]
TAKEN_OUT = [
    ("voir https://example.com/a?b=c, merci", "voir […], merci"),
    ("(HTTP://EXAMPLE.COM)", "([…])"),
    ("tg://resolve?domain=durov", "[…]"),
    ("t.me/durov.", "[…]."),
    ("www.site.fr et WWW.SITE.FR", "[…] et […]"),
    ("example.com/path", "[…]"),
    ("sur example.com, oui", "sur […], oui"),
    ("user.github.io?", "[…]?"),
    ("смотри президент.рф/новости тут", "смотри […] тут"),
    ("пример.рф", "[…]"),
    ("приклад.укр", "[…]"),
    ("xn--e1afmkfd.xn--p1ai", "[…]"),
    ("host.berlin/index", "[…]"),
    ("localhost.example:8080/x", "[…]"),
    ("jean.dupont+x@mail.example.fr, puis", "[…], puis"),
    ("<почта@пример.рф>", "<[…]>"),
    ("root@localhost", "[…]"),
    ("mailto:a@b.co", "[…]"),
    ("@durov a dit", "[…] a dit"),
    ("(@durov)", "([…])"),
    ("@имя?", "[…]?"),
    ("/start@OtherBot", "[…]"),
    ("appelle +33 6 12 34 56 78 !", "appelle […] !"),
    ("8 (495) 123-45-67", "[…]"),
    ("12.11.2014", "[…]"),
    ("06/12/34", "[…]"),
    ("1\u00a02\u202f3 4\u20095\u200b6", "[…]"),
    ("١٢٣٤٥٦ et １２３４５６", "[…] et […]"),
    ("①②③④⑤⑥", "[…]"),
    ("4111,1111,1111,1111", "[…]"),
    ("12 @a 34 @b 56", "12 […] 34 […] 56"),
    ("\ud83d", "?"),
]


@pytest.mark.parametrize("text", KEPT)
def test_what_tells_of_nobody_stays(text: str) -> None:
    assert redact(text) == text


@pytest.mark.parametrize(("text", "left"), TAKEN_OUT)
def test_what_tells_of_somebody_is_taken_out(text: str, left: str) -> None:
    assert redact(text) == left


def test_no_question_that_the_article_answers_changes(library: Library) -> None:
    asked = [*KNOWN.values(), *OTHER.values(), *UNKNOWN.values()]
    for entry in library.entries.values():
        for language in library.article_of(entry).served:
            asked += entry.questions(language)
    assert len(asked) > 1000
    assert [text for text in asked if redact(text) != text] == []


def runs(text: str) -> list[str]:
    """The digits of each run, where letters end one, and a comma or the like with a space after it."""
    cut = re.sub(r"[,;:?!](?=\s)", "a", text.replace(MARK, "aaa"))
    parts = "".join("\n" if sign.isalpha() else sign for sign in cut.replace("\n", " ")).split("\n")
    return ["".join(sign for sign in part if sign.isdigit()) for part in parts]


pieces = st.one_of(
    st.text(max_size=8),
    st.sampled_from([text for text, _ in TAKEN_OUT] + KEPT),
    st.text("0123456789 -.()/+,:٣４\u00a0", max_size=12),
    st.sampled_from(["@", "://", "www.", ".com", ".рф", "t.me/", MARK, "…", "[", "]", "/", ",", " ", "\n"]),
)
texts = st.lists(pieces, max_size=10).map("".join)


@given(texts)
@example("1 @a 2 @b 3 @c 4 @d 5 @e 6")
@example("http://[…]")
@example("a@b@c@d.e @@f")
def test_to_take_out_twice_takes_out_no_more(text: str) -> None:
    once = redact(text)
    assert redact(once) == once


@given(texts)
def test_no_run_of_six_digits_no_name_and_no_link_is_left(text: str) -> None:
    left = redact(text)
    assert all(len(run) < 6 for run in runs(left)), left
    assert not re.search(r"(?<!\w)@\w|\w@\w|(?i:https?://\w|(?<!\w)www\.\w|(?<![\w.-])t\.me/\w)", left), left


@given(st.lists(texts, max_size=40).map(" ".join))
def test_what_is_kept_is_bounded(text: str) -> None:
    assert len(redact(text)) <= LONGEST


def test_a_long_text_is_cut_only_after_what_tells_of_somebody_is_taken_out() -> None:
    for length in range(LONGEST - 20, LONGEST + 1):
        for secret in ("jean.dupont@example.org", "+33 6 12 34 56 78", "https://example.org/jean", "@jean_dupont"):
            left = redact(f"{'a' * length} {secret} {'b ' * 40}")
            assert not re.search("jean|dupont|33|12|example", left)
            assert len(left) <= LONGEST


@given(st.lists(st.text("абвгдёіїєґabcdeéèà'’«»!?;-", min_size=1, max_size=9), max_size=12), st.sampled_from(" \n\t"))
def test_words_stay_as_they_were_typed(words: list[str], space: str) -> None:
    text = space.join(words)
    assert redact(text) == text


@given(st.from_regex(r"[0-9]{1,5}", fullmatch=True), st.sampled_from(["minutes", "ans", "лет", "років"]))
def test_a_short_number_stays(number: str, word: str) -> None:
    text = f"{number} {word} {number}"
    assert redact(text) == text


@pytest.mark.parametrize(
    "part", ["a", "a.", "@a", "1 ", "x@", "www.", "http://", "a-", "1,", "+", ".", "-", "[…]", "0a"]
)
def test_the_longest_message_takes_no_time(part: str) -> None:
    """A pattern that backtracks would take minutes here."""
    assert len(redact((part * 4096)[:4096])) <= LONGEST
