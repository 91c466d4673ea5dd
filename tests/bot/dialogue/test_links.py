"""Links are recognised however they were copied, and nothing else is taken for one."""

from __future__ import annotations

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


def test_several_links_select_several_articles() -> None:
    assert LINKS.taken_out(f"{BRIDGE_URL} or {MUSEUM_URL}?") == (frozenset({BRIDGE, MUSEUM}), "or ?")


@given(st.text())
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
