"""Attribution tells who said it, where and through whom; a quote, a paraphrase and a report are never worded alike."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from invented import CLOSED, PROMISE, REOPENS, SAFE, SINCE, VOTE, entry, village

from bot.dialogue.attribution import (
    attribution_line,
    events,
    quotation,
    source_line,
    statement_item,
    statement_parts,
)
from bot.dialogue.parts import Footnote, Item, QuoteLine
from bot.phrases import LANGUAGES, phrases
from knowledge.library import Library
from knowledge.model import Article, ArticleDate, Statement, StatementKind

KINDS = (StatementKind.QUOTE, StatementKind.PARAPHRASE, StatementKind.REPORT)


def everywhere() -> Article:
    """Return the village's article as if it were served in every language of the interface."""
    article = village()

    def worded(text: str) -> dict[str, str]:
        return dict.fromkeys(LANGUAGES, text)

    return replace(
        article,
        served=LANGUAGES,
        title=worded("TITLE"),
        people={key: replace(person, name=worded(f"NAME-{key}"), role=None) for key, person in article.people.items()},
        outlets={key: replace(outlet, name=worded(f"OUTLET-{key}")) for key, outlet in article.outlets.items()},
        venues={"hall": worded("VENUE")},
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_quote_paraphrase_and_report_are_worded_differently_with_a_relay_and_without(language: str) -> None:
    article = everywhere()
    lines = set()
    for kind in KINDS:
        for via in (None, "radio"):
            speaker = None if kind is StatementKind.REPORT else "mayor"
            line = attribution_line(article, Statement(speaker, kind, None, via, (), 1), language)
            lines.add(line.replace("NAME-mayor · ", "").replace("OUTLET-radio", "").strip())
            assert ("OUTLET-radio" in line) == (via is not None)
            assert ("NAME-mayor" in line) == (speaker is not None)
    assert len(lines) == len(KINDS) * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_venue_is_named_only_where_the_sentence_states_one(language: str) -> None:
    article = everywhere()
    assert "VENUE" in attribution_line(article, REOPENS, language)
    assert "VENUE" not in attribution_line(article, PROMISE, language)


@pytest.mark.parametrize(
    ("language", "facts"),
    [
        ("fr", ("Odile Marchand (maire de Valmorel)", "à la mairie", "Radio Vallée")),
        ("en", ("Mrs Odile Marchand (mayor of Valmorel)", "at the town hall", "Valley Radio")),
    ],
)
def test_speaker_role_venue_and_relay_stand_in_this_order(language: str, facts: tuple[str, ...]) -> None:
    line = attribution_line(village(), REOPENS, language)
    places = [line.find(fact) for fact in facts]
    assert -1 not in places
    assert places == sorted(places)


def test_a_speaker_without_a_role_has_no_empty_brackets() -> None:
    line = attribution_line(village(), VOTE, "en")
    assert line.startswith("The town council · ")
    assert "(" not in line


@pytest.mark.parametrize(
    ("language", "opening", "closing"),
    [("en", "“", "”"), ("ru", "«", "»"), ("uk", "«", "»"), ("fr", "«\u202f", "\u202f»")],
)
def test_a_quote_keeps_the_articles_marks_and_its_translation_has_the_readers(
    library: Library, language: str, opening: str, closing: str
) -> None:
    article = library.articles[0]
    statement = next(one for one in library.entries["appel-trump-poutine/nato-hegseth"].statements if one.quote)
    made = quotation(article, statement, language)
    assert made.text == f"«\u202f{statement.quote_line}\u202f»"
    if language == "fr":
        assert made.language_label is None
        assert made.translation is None
    else:
        translated = article.translation(statement, language)
        assert made.translation is not None
        assert f"{opening}{translated}{closing}" in made.translation
        assert not made.translation.startswith(opening), "a translation is marked as one"
        assert made.language_label is not None
        assert phrases(language)("language-fr") in made.language_label


def test_an_english_articles_quotes_have_english_marks_for_a_french_reader() -> None:
    article = replace(village(), language="en", translations={"fr": {"in danger": "en danger"}, "en": {}})
    made = quotation(article, replace(REOPENS, quote=("in danger",)), "fr")
    assert made.text == "“in danger”"
    assert made.translation is not None
    assert "«\u202fen danger\u202f»" in made.translation


def test_what_is_left_out_of_a_quote_is_marked() -> None:
    assert quotation(village(), REOPENS, "fr").text == "«\u202fLe pont rouvrira […] avant les vendanges\u202f»"


def test_one_statement_is_quoted_and_then_attributed() -> None:
    parts = list(statement_parts(village(), [REOPENS], "fr"))
    assert [type(part) for part in parts] == [QuoteLine, Footnote]


def test_a_statement_without_a_quote_has_its_attribution_alone() -> None:
    parts = list(statement_parts(village(), [PROMISE], "fr"))
    assert parts == [Footnote(attribution_line(village(), PROMISE, "fr"))]


def test_two_statements_with_one_attribution_name_it_once() -> None:
    parts = list(statement_parts(village(), [PROMISE, replace(PROMISE, sentence=2)], "fr"))
    assert parts == [Footnote(attribution_line(village(), PROMISE, "fr"))]


def test_what_the_article_tells_by_itself_has_the_source_line_alone() -> None:
    assert list(statement_parts(village(), [CLOSED], "fr")) == []


@pytest.mark.parametrize("said", [(REOPENS, SAFE), (SAFE, REOPENS), (REOPENS, VOTE), (PROMISE, REOPENS)])
def test_a_quote_is_never_left_without_an_attribution_after_it(said: tuple[Statement, ...]) -> None:
    parts = list(statement_parts(village(), said, "fr"))
    assert sum(isinstance(part, QuoteLine) for part in parts) == sum(bool(statement.quote) for statement in said)
    assert isinstance(parts[-1], Footnote)


def test_many_statements_are_a_list_with_speaker_circumstances_paragraph_and_quote() -> None:
    article = village()
    said = (SINCE, REOPENS, PROMISE, VOTE)
    items = list(statement_parts(article, said, "en"))
    assert len(items) == len(said)
    for item, statement in zip(items, said, strict=True):
        assert isinstance(item, Item)
        assert item == statement_item(article, statement, "en")
        assert f"§ {article.paragraphs[statement.sentence]}" in item.text
        if statement.speaker:
            assert item.text.startswith(article.people[statement.speaker].name["en"])
        if statement.venue:
            assert article.venues[statement.venue]["en"] in item.text
        if statement.via:
            assert article.outlets[statement.via].name["en"] in item.text
        assert len(item.details) == (2 if statement.quote else 0), "the quote and its translation"


def test_what_the_article_tells_by_itself_is_one_item_of_a_list() -> None:
    said = (CLOSED, REOPENS, replace(CLOSED, sentence=5), replace(CLOSED, sentence=2))
    first, second = statement_parts(village(), said, "en")
    assert first == Item(f"{phrases('en')('told')} · § 1, 2, 3", folded=True)
    assert second == statement_item(village(), REOPENS, "en")


def test_an_item_in_the_articles_language_has_no_translation() -> None:
    assert statement_item(village(), REOPENS, "fr").details == (quotation(village(), REOPENS, "fr").text,)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_source_names_the_article_its_date_and_each_paragraph_once(language: str) -> None:
    article = village()
    source = source_line(article, entry("x", "bridge", PROMISE, REOPENS, SAFE), language)
    assert article.title[language] in source.text
    assert phrases(language)("date", day=3, month=5) in source.text
    assert source.text.endswith("2, 3")
    assert source.url is None


def test_one_paragraph_and_several_are_worded_differently() -> None:
    one = source_line(village(), entry("x", "bridge", CLOSED), "en").text.removesuffix(" 1")
    several = source_line(village(), entry("x", "bridge", CLOSED, PROMISE), "en").text.removesuffix(" 1, 3")
    assert one != several


def test_the_source_links_to_the_article_if_its_address_is_known() -> None:
    article = replace(village(), url="https://example.org/pont?a=1&b=2")
    assert source_line(article, article.entries[0], "fr").url == article.url


def test_a_year_is_given_only_if_the_text_gives_one() -> None:
    words = phrases("en")
    assert events(village(), words) == "events of 3 May"
    assert events(replace(village(), date=ArticleDate(3, 5, 2021)), words) == "events of 3 May 2021"


def test_an_article_without_a_date_has_a_source_without_one() -> None:
    article = replace(village(), date=ArticleDate(None, None, None))
    source = source_line(article, article.entries[0], "en")
    assert article.title["en"] in source.text
    assert "None" not in source.text
    assert " ·  · " not in source.text


@pytest.mark.parametrize("date", [ArticleDate(None, 5, 2021), ArticleDate(None, None, 2021)])
def test_a_date_without_a_day_is_given_as_far_as_it_goes(date: ArticleDate) -> None:
    given = events(replace(village(), date=date), phrases("en"))
    assert given is not None
    assert "2021" in given


@pytest.mark.parametrize(
    ("language", "day", "month", "year"),
    [
        ("fr", "faits du 1er avril 2021", "faits d’avril 2021", "faits de 2021"),
        ("en", "events of 1 April 2021", "events of April 2021", "events of 2021"),
        ("ru", "события 1 апреля 2021 года", "события апреля 2021 года", "события 2021 года"),
        ("uk", "події 1 квітня 2021 року", "події квітня 2021 року", "події 2021 року"),
    ],
)
def test_the_date_is_said_to_be_that_of_the_events(language: str, day: str, month: str, year: str) -> None:
    for date, worded in {
        ArticleDate(1, 4, 2021): day,
        ArticleDate(None, 4, 2021): month,
        ArticleDate(None, None, 2021): year,
    }.items():
        article = replace(everywhere(), date=date)
        assert events(article, phrases(language)) == worded
        assert f" · {worded} · " in source_line(article, article.entries[0], language).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paraphrase_that_carries_words_says_that_it_is_quoted_in_part(language: str) -> None:
    article = everywhere()
    for via in (None, "radio"):
        paraphrase = Statement("mayor", StatementKind.PARAPHRASE, None, via, (), 1)
        kinds = [paraphrase, replace(paraphrase, quote=("x",)), replace(paraphrase, kind=StatementKind.QUOTE)]
        assert len({attribution_line(article, statement, language) for statement in kinds}) == len(kinds)


@pytest.mark.parametrize(
    ("language", "exact"), [("fr", "mot pour mot"), ("en", "word"), ("ru", "дословн"), ("uk", "дослівн")]
)
def test_a_quote_that_is_cut_is_not_called_exact(language: str, exact: str) -> None:
    assert exact not in phrases(language)("said-quote")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_statement_of_every_answer_is_attributed(library: Library, language: str) -> None:
    article = library.articles[0]
    for one in article.entries:
        parts = list(statement_parts(article, one.statements, language))
        texts = [part.text for part in parts]
        for statement in one.statements:
            name = article.people[statement.speaker].name[language] if statement.speaker else ""
            venue = article.venues[statement.venue][language] if statement.venue else ""
            outlet = article.outlets[statement.via].name[language] if statement.via else ""
            assert not (name or venue or outlet) or any(
                name in text and venue in text and outlet in text for text in texts
            )
        for part, following in pairwise(parts):
            assert not isinstance(part, QuoteLine) or isinstance(following, Footnote)
