"""A reply as Telegram's HTML: escaped, marked up, and never longer than a message may be."""

from __future__ import annotations

import pytest
from botapi.entities import utf16_length
from botapi.html_text import parse_html
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import every_reply

from bot.dialogue.conversation import Dialogue
from bot.dialogue.parts import Footnote, Item, MainText, Mention, Part, Pointer, QuoteLine, Title
from bot.dialogue.reply import Reply
from bot.phrases import LANGUAGES
from bot.rendering.html import LONGEST_MESSAGE, html, plain
from knowledge.library import Library

LONGEST_ON_TELEGRAM = 4096

_WORDS = st.text(st.sampled_from("<>&\"' ab;é«»😀👩‍🚀\n#x3"), min_size=1, max_size=30)
TEXTS = st.one_of(
    _WORDS, st.text(min_size=1, max_size=60), st.builds(lambda text, times: text * times, _WORDS, st.integers(50, 900))
)
URLS = st.none() | st.builds("https://example.org/?a={}&b=<{}>".format, st.integers(), st.integers())
PARTS: st.SearchStrategy[Part] = st.one_of(
    st.builds(Title, TEXTS),
    st.builds(MainText, TEXTS),
    st.builds(QuoteLine, TEXTS, st.none() | _WORDS, st.none() | TEXTS),
    st.builds(Footnote, TEXTS, URLS),
    st.builds(Item, TEXTS, st.lists(TEXTS, max_size=3).map(tuple)),
    st.builds(Pointer, TEXTS, URLS, st.none() | st.builds(Mention, _WORDS, st.integers(1, 1 << 40))),
)
REPLIES = st.builds(Reply, st.just("en"), st.lists(PARTS, min_size=1, max_size=6).map(tuple))


def types(part: Part) -> list[str]:
    """Return the kinds of entities that Telegram makes of a part."""
    return [str(entity["type"]) for entity in parse_html(html(Reply("en", (part,))))[1]]


def test_a_pointer_names_whom_it_is_for_and_links_to_where_it_points() -> None:
    pointer = Pointer("just above.", "https://t.me/c/1/2", Mention("<Anna>", 7))
    text, [mention, link] = parse_html(html(Reply("en", (pointer,))))
    assert text == plain(Reply("en", (pointer,))) == "<Anna>, just above."
    assert (mention["type"], mention["user"]["id"], mention["length"]) == ("text_mention", 7, 6)
    assert (link["type"], link["url"]) == ("text_link", "https://t.me/c/1/2")
    assert types(Pointer("Just above.")) == []


def test_a_message_holds_what_telegram_allows() -> None:
    assert LONGEST_MESSAGE == LONGEST_ON_TELEGRAM


@settings(deadline=None)
@given(reply=REPLIES)
def test_any_reply_parses_and_is_never_too_long(reply: Reply) -> None:
    text, _ = parse_html(html(reply))
    assert text
    assert utf16_length(text) <= LONGEST_ON_TELEGRAM


@settings(deadline=None)
@given(reply=REPLIES)
def test_a_reply_that_fits_is_shown_whole(reply: Reply) -> None:
    text, _ = parse_html(html(reply))
    if utf16_length(plain(reply)) <= LONGEST_ON_TELEGRAM:
        assert text == plain(reply)


def test_a_reply_that_is_too_long_keeps_its_first_words_and_its_small_print() -> None:
    items = tuple(Item("i" * 300) for _ in range(20))
    text, _ = parse_html(html(Reply("en", (MainText("The answer."), *items, Footnote("AP, paragraph 4")))))
    assert text.startswith("The answer.")
    assert text.endswith("AP, paragraph 4")
    assert 3000 < utf16_length(text) <= LONGEST_ON_TELEGRAM
    text, _ = parse_html(html(Reply("en", (MainText("a" * 5000), Footnote("AP, paragraph 4")))))
    assert text.endswith("…\n\nAP, paragraph 4")


@pytest.mark.parametrize("text", ["<b>not bold</b>", "a < b & c > d", "&lt;", "</i></a></blockquote>", "<script>"])
@pytest.mark.parametrize("kind", [Title, MainText, QuoteLine, Footnote, Item])
def test_markup_in_a_text_is_shown_as_it_was_written(
    kind: type[Title | MainText | QuoteLine | Footnote | Item], text: str
) -> None:
    shown, _ = parse_html(html(Reply("en", (kind(text),))))
    assert shown.removeprefix("• ") == text


def test_each_kind_of_part_looks_different() -> None:
    assert types(Title("x")) == ["bold"]
    assert types(MainText("x")) == []
    assert types(QuoteLine("x")) == ["blockquote"]
    assert types(Footnote("x")) == ["italic"]
    assert sorted(types(Footnote("x", "https://example.org/"))) == ["italic", "text_link"]
    assert types(Item("x", ("y",))) == []


def test_a_quotation_and_its_translation_share_one_blockquote() -> None:
    text, entities = parse_html(
        html(Reply("en", (QuoteLine("« oui »", "in French", "Translation: “yes”"), MainText("!"))))
    )
    assert text == "« oui » (in French)\nTranslation: “yes”\n\n!"
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in entities] == [
        ("blockquote", 0, len("« oui » (in French)\nTranslation: “yes”"))
    ]


@pytest.mark.parametrize(("length", "kind"), [(120, "blockquote"), (121, "expandable_blockquote")])
def test_a_long_quotation_is_folded(length: int, kind: str) -> None:
    assert types(QuoteLine("x" * length)) == [kind]


def test_folded_items_share_one_quotation_and_others_stand_open() -> None:
    items = (Item("a", ("b",), folded=True), Item("c", folded=True), Item("d"))
    text, entities = parse_html(html(Reply("en", (MainText("l"), *items))))
    assert text == "l\n\n• a\n   b\n\n• c\n\n• d"
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in entities] == [
        ("expandable_blockquote", 3, len("• a\n   b\n\n• c"))
    ]


def test_a_source_without_an_address_leads_to_the_articles_card() -> None:
    reply = Reply(
        "en", (Footnote("Source", article="pont"), Footnote("Source", "https://example.org/", article="pont"))
    )
    _, entities = parse_html(html(reply, username="SelonBot"))
    urls = [entity["url"] for entity in entities if entity["type"] == "text_link"]
    assert urls == ["https://t.me/SelonBot?start=article_pont", "https://example.org/"]
    assert [entity["type"] for entity in parse_html(html(reply))[1]].count("text_link") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_long_they_talked_is_told_in_a_hundred_and_sixty_characters(library: Library, language: str) -> None:
    [article] = library.articles
    text, _ = parse_html(html(Dialogue(library).answer(f"{article.slug}/call-duration", language)))
    assert len(text) <= 160
    assert text.count(article.title[language]) == 1


def test_a_link_keeps_its_address_whole() -> None:
    url = "https://example.org/?a=1&b=\"2\"&c='3'"
    _, entities = parse_html(html(Reply("en", (Footnote("Source", url),))))
    assert [entity["url"] for entity in entities if entity["type"] == "text_link"] == [url]


def test_a_list_item_has_its_details_below_it() -> None:
    text, _ = parse_html(html(Reply("en", (Item("Who", ("what", "where")),))))
    assert [line.strip() for line in text.splitlines()] == ["• Who", "what", "where"]


@pytest.mark.parametrize("length", [LONGEST_ON_TELEGRAM - 1, LONGEST_ON_TELEGRAM, LONGEST_ON_TELEGRAM + 1])
def test_a_text_is_cut_only_if_it_is_too_long(length: int) -> None:
    text, _ = parse_html(html(Reply("en", (MainText("x" * length),))))
    assert text.endswith("…") == (length > LONGEST_ON_TELEGRAM)
    assert len(text) == min(length, LONGEST_ON_TELEGRAM)


@pytest.mark.parametrize("shift", ["", "x"])
def test_an_emoji_counts_twice_and_is_never_cut_in_half(shift: str) -> None:
    text, _ = parse_html(html(Reply("en", (MainText(shift + "😀" * LONGEST_ON_TELEGRAM),))))
    assert LONGEST_ON_TELEGRAM - 2 <= utf16_length(text) <= LONGEST_ON_TELEGRAM
    assert set(text) <= {"x", "😀", "…"}


def test_a_part_that_no_longer_fits_is_left_out_whole() -> None:
    reply = Reply("en", (MainText("x" * 4000), QuoteLine("y" * 200), Footnote("z")))
    text, _ = parse_html(html(reply))
    assert "x" * 4000 in text
    assert "y" not in text


def test_entities_do_not_count_towards_the_length() -> None:
    text, _ = parse_html(html(Reply("en", (Title("&" * 2000), Footnote("<" * 2000)))))
    assert text == "&" * 2000 + "\n\n" + "<" * 2000


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_reply_of_the_library_loses_a_part(library: Library, language: str) -> None:
    for reply in every_reply(Dialogue(library), language):
        text, _ = parse_html(html(reply))
        assert text == plain(reply)
        assert text == text.strip()
