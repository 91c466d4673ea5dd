"""Enclosures are taken out of a question, and no word of the question is."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.text.enclosures import without_enclosures
from knowledge.text.normalise import LONGEST_TEXT, fold, words

QUESTIONS = [
    "Who closed the bridge?",
    "how long will it be closed",
    "Qui a fermé le pont ?",
    "combien de temps restera-t-il fermé",
    "Кто закрыл мост?",
    "надолго ли его закрыли",
    "Хто закрив міст?",
    "чи надовго його закрили",
]
ENCLOSURES = [
    "https://news.example/2024/bridge",
    "HTTP://News.Example/2024/bridge?utm_source=tg&utm_medium=social&fbclid=IwAR0x_y-z#top",
    "www.news.example",
    "t.me/bridges/17",
    "news-24.com",
    "tg://resolve?domain=bridges",
    "(https://news.example/a_(b))",
    "<https://news.example>",
    "Source: https://news.example/a",
    "Источник: t.me/bridges/17",
    "desk@news.example",
    "mailto:desk@news.example",
    "tel:+33612345678",
    "tg:resolve?domain=bridges",
    "E-mail: first.last+tag@news.co.uk",
    "@bridges_bot",
    "@one @two",
    "+33 6 12 34 56 78",
    "06 12 34 56 78",
    "06.12.34.56.78",
    "+380671234567",
    "8 (999) 123-45-67",
    "(202) 555-0143",
    "4276 1234 5678 9012",
    "1889765432109876543",
]
HEADERS = [
    "Forwarded from Bridge News",
    "[Forwarded from Bridge News]",
    "forwarded from bridges",
    "---------- Forwarded message ----------",
    "Begin forwarded message:",
    "Transféré de Le Pont",
    "Message transféré",
    "Переслано от Новости Моста",
    "Пересланное сообщение",
    "Переслано від Новини Мосту",
    "Переслане повідомлення",
    "Odile Marchand, [03.05.2024 14:30]",
]
QUANTITIES = [
    "90 minutes",
    "in 2022",
    "1 000 soldats",
    "1 000 000 soldats",
    "1.200.000,50 €",
    "300,000 people",
    "30 %",
    "2014-2022",
    "1991 2004 2014 2022",
    "12.02.2025 à 14:30",
    "2025-02-12",
    "le 12/02/2025",
    "500000000 hryvnias",
    "en 2022 1 000 000 soldats",
    "47th president",
    "U.S./Russia",
    "and/or",
    "Fogel.de quoi",
    "Who is Fogel.News?",
    "Who is fogel.today?",
    "who met Trump.Us",
    "Trump@Putin talk?",
    "what did he say?Trump.Putin/Zelensky",
    "dit-il ?trump.poutine/zelensky",
    "1 000 000-1 500 000 people",
    "700 000 - 1 000 000 dead?",
    "500-600 000 losses",
    "2 000 000/3 000 000 people",
    "100 000 (2023) 200 000 (2024)",
    "12345678 dollars",
    "$61123456 of aid?",
    "1234567.89 $",
    "Is 3.14159265 pi",
    "F-16 35 000 000 dollars",
    "2014/2022/2025 wars?",
    "12 02 2025 14 30 ?",
    "12.02.2025-18.02.2025",
    "44 45 46 47 presidents?",
    "Forwarded from Zelensky, what did he say?",
    "Forwarded from Bridge News: who closed it?",
    "Transféré de Russie, qui est-ce ?",
    "Transférés de force en Russie, combien d'enfants ?\nEt où ?",
    "Переслано от Путина письмо\nчто в нём",
    "Переслано с курьером? Что сказал Трамп?",
    "[12.02.2025, 14:30] Кто такой Фогель: шпион?",
    "closed.so what",
    "Was it forwarded from the Kremlin?",
    "Re-opened at last: when",
    "tel:who is it",
    "mailto:who is it",
    "tg:who is it",
]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("enclosure", ENCLOSURES)
def test_what_was_sent_along_is_taken_out_wherever_it_stands(question: str, enclosure: str) -> None:
    for text in (f"{question} {enclosure}", f"{enclosure} {question}", f"{enclosure}\n{question}\n{enclosure}"):
        assert words(without_enclosures(text)) == words(question), text


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("header", HEADERS)
def test_the_line_that_says_whence_a_message_was_forwarded_is_taken_out(question: str, header: str) -> None:
    for text in (f"{header}\n{question}", f"{question}\n{header}"):
        assert words(without_enclosures(text)) == words(question), text


@pytest.mark.parametrize(
    "text",
    [
        "Forwarded from Bridge News:\nwho closed it?",
        "[Forwarded from Bridge News] who closed it?",
        "Fwd: who closed it?",
        "TR : RE: who closed it?",
        "[03/05/2024, 14:30:05] Odile: who closed it?",
        "03/05/2024, 14:30 - Odile: who closed it?",
        "Odile Marchand, [3 May 2024 at 14:30:05]:\nwho closed it?",
        "\u200e[3/5/24, 2:30:05\u202fPM] Odile Marchand: who closed it?",
        "Переслано от:\nНовости Моста\nwho closed it?",
        "> Переслано от Новости Моста\n> who closed it?",
        "who closed it?\n---------- Forwarded message ---------\nFrom: Odile <odile@news.example>\n"
        "Date: Fri, May 3, 2024 at 2:30 PM\nSubject: The bridge\nTo: desk@news.example\n",
        "Forwarded from @bridges (https://t.me/bridges/17)\nwho closed it?",
        "who closed ithttps://news.example/a",
        "<https://news.example/a|who closed it>",
        "\n\nRe:\n\nwho closed it?",
    ],
)
def test_a_header_ends_where_the_question_begins(text: str) -> None:
    assert words(fold(without_enclosures(text))) == ["who", "closed", "it"]


@pytest.mark.parametrize("text", QUANTITIES)
def test_what_matters_stays(text: str) -> None:
    assert without_enclosures(text) == text


@pytest.mark.parametrize("text", ENCLOSURES)
def test_of_an_enclosure_alone_nothing_is_left(text: str) -> None:
    assert without_enclosures(text) == ""


def test_a_name_that_everybody_knows_stays() -> None:
    assert without_enclosures("what did @POTUS say, @bot?", frozenset({"potus"})) == "what did POTUS say,  ?"


def test_lines_stay_apart() -> None:
    assert without_enclosures("It rains.\n@bot who closed it?") == "It rains.\n  who closed it?"


PIECES = st.one_of(
    st.sampled_from([*ENCLOSURES, *HEADERS, *QUESTIONS, *QUANTITIES, "\n", "@", "://", "[", "]", "(", ":", "+"]),
    st.text(max_size=8),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_nothing_is_put_into_any_text(text: str) -> None:
    rest = without_enclosures(text)
    letters = iter(text[:LONGEST_TEXT])
    assert all(char.isspace() or char in letters for char in rest)


@settings(max_examples=100, deadline=None)
@given(st.text("абвгдеabcdeé ?!,'\n"))
def test_plain_words_are_left_alone(text: str) -> None:
    assert without_enclosures(text) == text


def seconds_for(text: str) -> float:
    started = time.process_time()
    without_enclosures(text)
    return time.process_time() - started


UNITS = ["a.", "@", "a@", "1 ", "1.1 ", "://", "a://", "[", "Forwarded from ", "forwarded from\n", "+1-", "www.", "x: "]


@pytest.mark.parametrize("unit", [*UNITS, "!@", "ab.cdef/", "com.", "mailto:", "tg:a", "<a://", "source: "])
def test_no_text_takes_long(unit: str) -> None:
    assert seconds_for((unit * LONGEST_TEXT)[:LONGEST_TEXT]) < 0.2


@pytest.mark.parametrize("beginning", ["", "a", "source:"])
@pytest.mark.parametrize("unit", ["(", "<", "[", "\n", ">", "\t\n"])
@pytest.mark.parametrize("end", ["/", "b:", "@"])
def test_no_run_of_signs_takes_long(beginning: str, unit: str, end: str) -> None:
    room = LONGEST_TEXT - len(beginning) - len(end)
    assert seconds_for(beginning + (unit * LONGEST_TEXT)[:room] + end) < 0.2
