"""People's words are printed as they read: they command no terminal, hide nothing, and turn no order."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.printable import display_name, json_line, one_line, printable

CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) != "\n"]
BIDIRECTIONAL = [*"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"]
INVISIBLE = [*"\xad\u034f\u115f\u1160\u180e\u200b\u200c\u2060\u2064\u206a\u3164\ufeff\uffa0\ufff9\U000e0041"]


@pytest.mark.parametrize("sign", [*CONTROLS, *BIDIRECTIONAL, *INVISIBLE, "\u2028", "\u2029", "\ud83d"], ids=ascii)
def test_nothing_is_left_that_a_reader_does_not_see(sign: str) -> None:
    for text in (f"a{sign}b", sign * 3, f"{sign}a", f"é{sign}ж"):
        assert sign not in printable(text) or printable(text) == "\n"
        assert sign not in one_line(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\x1b[2Jgone\x1b]52;c;eA==\x07", "[2Jgone ]52;c;eA=="),
        ("\x90q#0\x9cDCS\x9b31m", "q#0 DCS 31m"),
        ("one\r\ntwo\rthree\u2028four", "one two three four"),
        ("Zel\xaden\u200bsky", "Zelensky"),
        ("a\u202eb", "a b"),
    ],
)
def test_a_line_keeps_its_words_apart_and_whole(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    "text",
    [
        "«\u202fÀ l’aube…\u202f», dit-elle\xa0: 12\u202f%",
        "👩\u200d💻 ❤️\u200d🔥 🏳️\u200d🌈 🇺🇦 👍🏽",
        "нaйкpаще ё й ї ґ — e\u0301 o\u0302\u0301",
        "שלום مرحبا 日本語 ไทย हिन्दी",
        "two\nlines",
        "בְּרֵאשִׁ֖ית בָּרָ֣א ཧཱུྃ ཨོཾ ဆွေးနွေး ខ្ញុំ สวัสดีผู้ใหญ่ हिन्दी تَشْكِيلٌّ",
        "……………………………… ————————————— ❤️❤️❤️❤️❤️❤️❤️❤️❤️❤️",
        "[link=https://example.org]rich[/link] <b>&amp;",
    ],
)
def test_what_can_be_read_stays_as_it_is(text: str) -> None:
    assert printable(text) == text


def test_marks_are_not_heaped() -> None:
    assert printable("a" + "\u0301" * 40) == "a" + "\u0301" * 3


@pytest.mark.parametrize(
    "mark", [*"\u0591\u05b0\u064b\u0e49\u0f90\u093c\u0a4d\u1ab0\u302a\U0001d167\U00010a0d\ufe0f"], ids=ascii
)
def test_nor_are_those_of_any_script_alone_or_among_others(mark: str) -> None:
    for heap in (mark * 40, (mark + "\u0301") * 20, (mark + "\u05b0") * 20):
        for text in (f"ก{heap}", f"«a{heap}»", f"1\u20e3{heap}!!!!!!!!!!"):
            assert sum(unicodedata.category(sign)[0] == "M" for sign in one_line(text)) <= 9
            assert one_line(text)[-1] == text[-1] or text[-1] in heap


def test_no_mark_is_taken_for_a_letter() -> None:
    marks = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code))[0] == "M"]
    assert [mark for mark in marks if len(printable("ก" + mark * 40)) > 9] == []


@given(st.text())
def test_it_is_printable_at_once_and_for_good(text: str) -> None:
    once = printable(text)
    assert printable(once) == once
    assert not [sign for sign in once if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") and sign != "\n"]
    assert not set(BIDIRECTIONAL) & set(once)


@pytest.mark.parametrize(
    "name",
    ["", "  ", "\u200b\u200d", "\u3164", "\u2800\u2800", "\u202e\u2066", "\x1b\x07", "\u0301\ufe0f", "\U000e0041"],
    ids=ascii,
)
def test_a_name_that_cannot_be_seen_is_none(name: str) -> None:
    assert display_name(name) == ""


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Boris", "Boris"),
        (" Jean \n Luc ", "Jean Luc"),
        ("\u202eevE\x1b[31m", "evE [31m"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("שרה", "\u2068שרה\u2069"),
        ("\u2069سارة\u202e", "\u2068سارة\u2069"),
    ],
    ids=ascii,
)
def test_a_name_stays_in_its_place(name: str, shown: str) -> None:
    assert display_name(name) == shown


@given(st.text())
def test_json_holds_nothing_unprintable_and_loses_nothing(text: str) -> None:
    line = json_line({"question": text})
    assert json.loads(line) == {"question": text}
    assert not {*CONTROLS, *BIDIRECTIONAL, *INVISIBLE, "\n"} & set(line)
