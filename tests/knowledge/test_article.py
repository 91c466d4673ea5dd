"""The bundled article: every sentence is used, and every statement is credited exactly as the text credits it."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from knowledge.library import Library
from knowledge.model import Article, Entry, Statement, StatementKind, Wording
from knowledge.text.normalise import canonical, question_key, words

LANGUAGES = ("fr", "en", "ru", "uk")
SENTENCES = range(1, 20)
QUOTE, PARAPHRASE, REPORT = StatementKind.QUOTE, StatementKind.PARAPHRASE, StatementKind.REPORT
LONGEST_FRAGMENT = 9
CYRILLIC = re.compile("[Ѐ-ӿ]")


@pytest.fixture(scope="module")
def article(library: Library) -> Article:
    """The article about the call."""
    (only,) = library.articles
    return only


def statements(article: Article) -> Iterator[tuple[Entry, Statement]]:
    """Every statement with its entry."""
    for entry in article.entries:
        for statement in entry.statements:
            yield entry, statement


def said_in(article: Article, sentence: int) -> set[tuple[str | None, StatementKind, str | None, str | None]]:
    """Return the credits of what a sentence says: speaker, kind, venue and outlet, however many entries repeat it."""
    return {
        (statement.speaker, statement.kind, statement.venue, statement.via)
        for _, statement in statements(article)
        if statement.sentence == sentence
    }


def test_the_article_is_french_and_served_in_four_languages(article: Article) -> None:
    assert article.slug == "appel-trump-poutine"
    assert (article.language, set(article.served)) == ("fr", set(LANGUAGES))


def test_what_the_text_does_not_give_is_not_guessed(article: Article) -> None:
    assert (article.date.day, article.date.month, article.date.year) == (12, 2, None)
    assert (article.publisher, article.url, article.place) == (None, None, None)


def test_every_sentence_is_the_evidence_of_an_entry(article: Article) -> None:
    assert {sentence for entry in article.entries for sentence in entry.evidence} == set(SENTENCES)
    assert set(article.paragraphs) == set(SENTENCES)


def test_every_sentence_says_something_that_is_credited(article: Article) -> None:
    assert {statement.sentence for _, statement in statements(article)} == set(SENTENCES)


def test_paragraphs_follow_each_other(article: Article) -> None:
    paragraphs = [article.paragraphs[sentence] for sentence in SENTENCES]
    assert paragraphs == sorted(paragraphs)
    assert set(paragraphs) == set(range(1, paragraphs[-1] + 1))


def test_there_are_25_to_40_entries(article: Article) -> None:
    assert 25 <= len(article.entries) <= 40


@pytest.mark.parametrize(("language", "fewest"), [("fr", 10), ("en", 10), ("ru", 8), ("uk", 8)])
def test_every_entry_has_enough_variants(article: Article, language: str, fewest: int) -> None:
    counts = {entry.id: len(entry.questions(language)) for entry in article.entries}
    assert {entry: count for entry, count in counts.items() if count < fewest} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wording", Wording)
def test_every_entry_is_asked_in_every_wording(article: Article, language: str, wording: Wording) -> None:
    assert [entry.id for entry in article.entries if not entry.variants[language].get(wording)] == []


def test_no_two_variants_of_a_language_are_equal(article: Article) -> None:
    for language in LANGUAGES:
        texts = [text for entry in article.entries for text in entry.questions(language)] + list(
            article.out_of_scope[language]
        )
        repeated = [key for key, count in Counter(map(question_key, texts)).items() if count > 1]
        assert repeated == [], language


@pytest.mark.parametrize(
    ("sentence", "credited"),
    [
        (1, {(None, REPORT, None, None)}),
        (2, {("trump", PARAPHRASE, "social-truth", None)}),
        (3, {("trump", QUOTE, "oval-office", None)}),
        (4, {("trump", QUOTE, "oval-office", None)}),
        (5, {(None, REPORT, None, None)}),
        (6, {("trump", PARAPHRASE, None, None)}),
        (7, {("trump", PARAPHRASE, None, None)}),
        (8, {("hegseth", QUOTE, "nato-headquarters", "ap"), (None, REPORT, None, None)}),
        (9, {("hegseth", PARAPHRASE, None, None)}),
        (10, {("hegseth", PARAPHRASE, None, "ap")}),
        (11, {("hegseth", QUOTE, None, "ap")}),
        (12, {("kremlin", PARAPHRASE, None, None)}),
        (13, {("peskov", PARAPHRASE, None, None), (None, REPORT, None, None)}),
        (14, {(None, REPORT, None, None)}),
        (15, {(None, REPORT, None, "cnn")}),
        (16, {("zelensky", PARAPHRASE, "social-networks", None), (None, REPORT, None, None)}),
        (17, {("zelensky", PARAPHRASE, None, None)}),
        (18, {(None, REPORT, None, None)}),
        (19, {(None, REPORT, None, None)}),
    ],
)
def test_a_statement_is_credited_as_the_sentence_credits_it(
    article: Article, sentence: int, credited: set[tuple[str | None, StatementKind, str | None, str | None]]
) -> None:
    assert said_in(article, sentence) == credited


@pytest.mark.parametrize("sentence", [1, 5, 12, 13, 14, 15, 17, 18, 19])
def test_a_sentence_that_quotes_nobody_carries_no_quote(article: Article, sentence: int) -> None:
    assert {statement.quote_line for _, statement in statements(article) if statement.sentence == sentence} == {None}


@pytest.mark.parametrize("sentence", [2, 3, 4, 6, 7, 8, 9, 10, 11, 16])
def test_a_sentence_that_quotes_somebody_carries_the_quote(article: Article, sentence: int) -> None:
    quotes = {
        statement.quote_line
        for _, statement in statements(article)
        if statement.sentence == sentence and statement.speaker
    }
    assert None not in quotes
    assert len(quotes) == 1


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        (3, ["Je pense"]),
        (4, ["président Poutine", "président Zelensky"]),
        (6, ["n’était pas"]),
        (7, ["disaient", "ne pouvait pas"]),
        (8, ["ne croient pas"]),
        (11, ["Poursuivre", "ne fera que"]),
    ],
)
def test_no_omission_turns_the_meaning(article: Article, sentence: int, kept: list[str]) -> None:
    (quote,) = {
        statement.quote_line
        for _, statement in statements(article)
        if statement.sentence == sentence and statement.speaker
    }
    assert [words for words in kept if words not in str(quote)] == [], (
        "titles, negations, restrictions, verbs of saying"
    )


def test_an_office_is_told_by_the_article_not_quoted_from_who_holds_it(article: Article) -> None:
    offices = {entry.id: entry.statements for entry in article.entries if entry.id in ("hegseth-who", "peskov-who")}
    assert len(offices) == 2
    assert {statement.speaker for statements in offices.values() for statement in statements} == {None}


@pytest.mark.parametrize(
    ("entry_id", "facts"),
    [
        ("call-who", {"fr": "12 février", "en": "12 February", "ru": "12 февраля", "uk": "12 лютого"}),
        ("call-date", {"fr": "heure", "en": "time", "ru": "час", "uk": "годин"}),
        ("call-duration", {"fr": "90 minutes", "en": "90 minutes", "ru": "90 минут", "uk": "90 хвилин"}),
        ("talks-when", {"fr": "Poutine", "en": "he and Vladimir Putin", "ru": "Путиным", "uk": "Путіним"}),
        ("peace-wanted", {"fr": "Bureau ovale", "en": "Oval Office", "ru": "Овальном", "uk": "Овальному"}),
        ("nato-hegseth", {"fr": "déjà appuyé", "en": "already backed", "ru": "поддержал", "uk": "підтримав"}),
        ("nato-hegseth-where", {"fr": "OTAN", "en": "NATO", "ru": "Украине и НАТО", "uk": "Україну та НАТО"}),
        ("borders-illusory", dict.fromkeys(LANGUAGES, "AP")),
        ("borders-consequences", {"fr": "ne fera", "en": "will only", "ru": "лишь", "uk": "лише"}),
        ("borders-consequences", dict.fromkeys(LANGUAGES, "2014")),
        ("zelensky-told", {"fr": "détail", "en": "details", "ru": "Подробностей", "uk": "Подробиць"}),
        ("prisoners-exchanged", {"fr": "ne nomme pas", "en": "not name", "ru": "Имени", "uk": "Імені"}),
        ("nato-positions", {"fr": "États-Unis", "en": "United States", "ru": "США", "uk": "США"}),
        ("nato-positions", {"fr": "négocié", "en": "negotiated", "ru": "урегулирования", "uk": "урегулювання"}),
        (
            "who-spoke",
            {"fr": "Poutine lui-même", "en": "Putin’s own", "ru": "самого Владимира", "uk": "самого Володимира"},
        ),
        ("who-wants-what", {"fr": "alliés", "en": "allies", "ru": "союзников", "uk": "союзників"}),
        ("who-wants-what", {"fr": "reste prêt", "en": "remains ready", "ru": "по-прежнему", "uk": "і далі"}),
    ],
)
def test_the_languages_say_the_same(article: Article, entry_id: str, facts: dict[str, str]) -> None:
    (entry,) = [entry for entry in article.entries if entry.id == entry_id]
    assert {code for code in LANGUAGES if facts[code] not in entry.answers[code]} == set()


def test_evidence_is_in_order_and_holds_what_is_said(article: Article) -> None:
    for entry in article.entries:
        assert list(entry.evidence) == sorted(set(entry.evidence)), entry.id
        assert {statement.sentence for statement in entry.statements} <= set(entry.evidence), entry.id


def test_fragments_have_at_most_nine_words(article: Article) -> None:
    fragments = {fragment for _, statement in statements(article) for fragment in statement.quote}
    assert fragments
    assert [fragment for fragment in fragments if len(re.findall(r"\w+", fragment)) > LONGEST_FRAGMENT] == []


def test_every_quote_is_translated(article: Article) -> None:
    quotes = {
        canonical(statement.quote_line) for _, statement in statements(article) if statement.quote_line is not None
    }
    for language in ("en", "ru", "uk"):
        translations = article.translations[language]
        assert translations.keys() == quotes
        assert all(translation.strip() for translation in translations.values())


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_a_translation_leaves_out_as_often_as_its_quote(article: Article, language: str) -> None:
    for quote, translation in article.translations[language].items():
        assert translation.count("[…]") == quote.count("[…]"), quote


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_or_title_gives_a_year_that_the_text_does_not(article: Article, language: str) -> None:
    texts = [article.title[language]]
    for entry in article.entries:
        texts += [entry.answers[language], entry.title(language)]
    years = {year for text in texts for year in re.findall(r"(?:19|20)\d\d", text)}
    assert years <= {"2014"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_is_a_sentence_in_its_own_script(article: Article, language: str) -> None:
    for entry in article.entries:
        answer = entry.answers[language]
        assert answer == answer.strip(), entry.id
        assert not re.search(r"[ \n]{2}", answer), entry.id
        assert answer.endswith((".", "!", "…", "»", "”")), entry.id
        assert bool(CYRILLIC.search(answer)) is (language in {"ru", "uk"}), entry.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_readers_see_has_typographic_apostrophes_marks_and_spaces(article: Article, language: str) -> None:
    shown = [
        article.title[language],
        *(labels[language] for labels in (*article.topics.values(), *article.venues.values())),
    ]
    shown += [text for entry in article.entries for text in (entry.title(language), entry.answers[language])]
    shown += [
        statement.quote_line
        for _, statement in statements(article)
        if statement.quote_line and language == article.language
    ]
    shown += article.translations[language].values()
    shown += [person.role[language] for person in article.people.values() if person.role]
    assert [text for text in shown if re.search("['\"]", text)] == []
    if language == "fr":
        assert [text for text in shown if re.search(r"(?<!\u202f)[;?!»]|(?<!\u00a0):|«(?!\u202f)", text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_title_is_short_enough_for_a_button(article: Article, language: str) -> None:
    assert [entry.id for entry in article.entries if len(entry.title(language)) > 64] == []


def test_titles_differ(article: Article) -> None:
    for language in LANGUAGES:
        titles = [entry.title(language) for entry in article.entries]
        assert len(set(titles)) == len(titles), language


def test_topics_venues_and_names_are_worded_in_every_language(article: Article) -> None:
    assert all(set(labels) == set(LANGUAGES) for labels in (*article.topics.values(), *article.venues.values()))
    names = [
        *(person.name for person in article.people.values()),
        *(outlet.name for outlet in article.outlets.values()),
    ]
    assert all(set(name) >= set(LANGUAGES) for name in names)
    assert set(article.venues) == {"social-truth", "oval-office", "nato-headquarters", "social-networks"}


def test_everybody_who_speaks_is_introduced_by_a_role(article: Article) -> None:
    speakers = {statement.speaker for _, statement in statements(article) if statement.speaker is not None}
    assert speakers == {"trump", "hegseth", "peskov", "zelensky", "kremlin"}
    for speaker in speakers - {"kremlin"}:
        role = article.people[speaker].role
        assert role is not None
        assert set(role) >= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_article_is_silent_about_is_listed(article: Article, language: str) -> None:
    assert len(article.out_of_scope[language]) >= 40
    assert all(words(text.casefold()) for text in article.out_of_scope[language])
