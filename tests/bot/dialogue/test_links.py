"""Links are recognised however they were copied, and nothing else is taken for one."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_articles import BRIDGE, BRIDGE_URL, MUSEUM, MUSEUM_URL, two_articles

from bot.dialogue.links import ArticleLinks, page_of
from knowledge.library import Library

LINKS = ArticleLinks(two_articles())


@pytest.mark.parametrize(
    "link",
    [
        BRIDGE_URL,
        "http://vallee-info.example/2024/pont",
        "HTTPS://WWW.Vallee-Info.example/2024/pont/",
        "vallee-info.example/2024/pont",
        "www.vallee-info.example/2024/pont#top",
        "https://vallee-info.example:443/2024/pont?utm_source=a&UTM_medium=b&fbclid=c&gclid=d",
        "https://vallee-info.example/2024/%70ont",
        "https://m.vallee-info.example/2024/pont?ref=home&amp=1&at_medium=x",
        "https://vallee-info.example./2024/pont",
    ],
)
def test_a_link_is_known_without_scheme_www_tracking_fragment_and_slash(link: str) -> None:
    assert LINKS.linked([link]) == {BRIDGE}
    assert LINKS.taken_out(f"Is it true ({link}), really?") == (frozenset({BRIDGE}), "Is it true ( ), really?")


@pytest.mark.parametrize(
    "link",
    [
        "https://vallee-info.example/2024",
        "https://vallee-info.example/2024/pont-neuf",
        "https://vallee-info.example/2024/Pont",
        "https://vallee-info.example/2024/pont?page=2",
        "https://vallee-info.example:8080/2024/pont",
        "https://vallee-info.example.org/2024/pont",
        "ftp://vallee-info.example/2024/pont",
        "https://[::1/2024/pont",
        "https://vallee-info.example:port/2024/pont",
        "https://vallee-info.example/2024/pont?12345",
        "https://vallee-info.example/2024/pont?ref=12345",
        "https://vallee-info.example/2024/pont?at_id=5",
        "https://vallee-info.example/2024%2Fpont",
        "https://vallee-info.example/2024/pont#!/news/2",
        "http://evil.example\\@vallee-info.example/2024/pont",
        f"https://foreign.example/{BRIDGE_URL}",
        f"ftp://foreign.example/x{BRIDGE_URL}",
        f"tg://msg_url?url={BRIDGE_URL}",
        f"foreign.example?u={BRIDGE_URL}",
        f"foreign.example#{BRIDGE_URL}",
        f"foreign.example:8080/{BRIDGE_URL}",
        f"foreign.example%2F{BRIDGE_URL}",
        f"пример.xn--p1ai/{BRIDGE_URL}",
        f"10.0.0.1/{BRIDGE_URL}",
        f"localhost/{BRIDGE_URL}",
        "evil.example\\www.vallee-info.example/2024/pont",
        "evilwww.vallee-info.example/2024/pont",
        "",
    ],
)
def test_another_address_is_no_link_to_an_article(link: str) -> None:
    assert LINKS.linked([link]) == frozenset()
    assert LINKS.taken_out(f"Look:  {link} .") == (frozenset(), f"Look:  {link} .")


def test_fields_that_tell_pages_apart_count_in_any_order() -> None:
    assert LINKS.linked([f"{MUSEUM_URL}&utm_source=x"]) == {MUSEUM}
    assert LINKS.linked(["https://vallee-info.example/2024/musee?id=8"]) == frozenset()
    assert page_of("https://a.example/?b=2&a=1") == page_of("a.example?a=1&b=2")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("site.example/article.php?12345", "site.example/article.php?67890", False),
        ("site.example/article.php?12345", "site.example/article.php", False),
        ("site.example/#!/news/1", "site.example/#!/news/2", False),
        ("site.example/a%3Fid=1", "site.example/a?id=1", False),
        ("site.example/a%2Fb", "site.example/a/b", False),
        ("site.example/at?at_id=5", "site.example/at?at_id=6", False),
        ("site.example/a#top", "site.example/a", True),
        ("пример.рф/мост", "xn--e1afmkfd.xn--p1ai/%D0%BC%D0%BE%D1%81%D1%82", True),
        ("site.example/caf\u00e9", "site.example/cafe\u0301", True),
    ],
)
def test_pages_are_told_apart_by_all_that_leads_to_them(one: str, other: str, same: bool) -> None:
    assert (page_of(f"https://{one}") == page_of(other)) is same


@pytest.mark.parametrize("behind", ["\u200bwho?", "\u2069who?", "—who?", "«who»", "?who is it", "…"])
@pytest.mark.parametrize("before", ["", "\u2066", "Source:", "Really?", "it", "«"])
@pytest.mark.parametrize("link", [BRIDGE_URL, BRIDGE_URL.removeprefix("https://")])
def test_a_link_ends_where_other_words_begin(before: str, link: str, behind: str) -> None:
    glued = before == "it" and not link.startswith("https")
    assert LINKS.taken_out(f"{before}{link}{behind}")[0] == (frozenset() if glued else {BRIDGE})


def test_the_question_behind_a_link_stays_whole() -> None:
    assert LINKS.taken_out(f"{BRIDGE_URL}?who closed it") == (frozenset({BRIDGE}), "?who closed it")


@pytest.mark.parametrize("mark", [",", ";", ", ", "\n"])
def test_links_are_told_apart_whatever_joins_them(mark: str) -> None:
    assert LINKS.taken_out(f"{BRIDGE_URL}{mark}{MUSEUM_URL}")[0] == {BRIDGE, MUSEUM}


def test_several_links_select_several_articles() -> None:
    assert LINKS.taken_out(f"{BRIDGE_URL} or {MUSEUM_URL}?") == (frozenset({BRIDGE, MUSEUM}), "or ?")


@given(st.text(st.characters(codec=None)) | st.text("ahtps:/.w?#@%\\,;\ud83dé1").map("https://a.example/".__add__))
def test_any_text_can_be_read(text: str) -> None:
    assert LINKS.taken_out(text) == (frozenset(), text)
    page_of(text)


def test_an_address_may_end_in_a_mark() -> None:
    [article] = [each for each in two_articles().articles if each.slug == BRIDGE]
    links = ArticleLinks(Library((replace(article, url="https://a.example/Bridge_(Valmorel)"),)))
    assert links.taken_out("(a.example/Bridge_(Valmorel)), see?") == (frozenset({BRIDGE}), "( ), see?")


def test_a_long_row_of_marks_costs_no_more_than_a_short_one() -> None:
    text = f"{BRIDGE_URL}x{')' * 4000}"
    assert LINKS.taken_out(text) == (frozenset(), text)


@pytest.mark.parametrize("unit", ["a.", "a:", "://", "www.", "https://", "a.a/", "?a", ",https://a", "%2f", "a+"])
def test_no_text_takes_long(unit: str) -> None:
    started = time.process_time()
    LINKS.taken_out((unit * 4096)[:4096])
    assert time.process_time() - started < 0.2
