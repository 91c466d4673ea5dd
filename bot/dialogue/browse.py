"""Pages to browse without a question: topics, people, sources, help.

Of several articles, the one that is talked of comes first, else the newest; the others are a press away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, groupby, islice
from typing import TypeVar

from bot.dialogue.actions import (
    Action,
    BrowseArticle,
    BrowseArticlePeople,
    BrowseArticles,
    BrowseArticleTopics,
    BrowsePeople,
    BrowsePerson,
    BrowseSources,
    BrowseTopic,
    BrowseTopics,
    OpenEntry,
    ShowHelp,
    ShowPrivacy,
)
from bot.dialogue.articles import article_details, distinct_title, ordered, topic_buttons
from bot.dialogue.attribution import circumstances, own_words
from bot.dialogue.labels import cut
from bot.dialogue.parts import Footnote, Item, MainText, Part, Title
from bot.dialogue.reply import Button, Reply
from bot.dialogue.retention import Retention
from bot.phrases import Phrases, phrases
from knowledge.library import ANY_ARTICLE, ArticleChoice, Library
from knowledge.model import Article, Entry, Outlet, Person, Statement
from knowledge.text.normalise import fold
from knowledge.text.sentences import number_sentences

QUESTIONS_A_PAGE = 6
STATEMENTS_A_PAGE = 6
SOURCES_A_PAGE = 4
_MOST_TITLES = 5
_OTHER_ARTICLES = 4
COMMANDS = (
    "ask",
    "article",
    "articles",
    "topics",
    "who",
    "sources",
    "language",
    "settings",
    "privacy",
    "forget",
    "help",
)
HELP = "help"
"""The word that a link carries which opens the bot at its help."""
CURATING_COMMANDS = ("review", "stats")
"""The commands of the bot's administrators, in private."""

_Listed = TypeVar("_Listed")


@dataclass(frozen=True, slots=True)
class _Answered:
    """A statement with the entry that answers with it."""

    article: Article
    entry: Entry
    statement: Statement


class Browser:
    """The pages over a library.

    Args:
        library: The articles.
        operator_contact: The address at which people reach whoever runs the bot.
        retention: For how long what is kept; the defaults if None.
    """

    def __init__(
        self,
        library: Library,
        operator_contact: str | None = None,
        retention: Retention | None = None,
        embeddings_server: str | None = None,
    ) -> None:
        self._library = library
        self._operator_contact = operator_contact
        self._retention = retention or Retention()
        self._embeddings_server = embeddings_server

    def topics(self, language: str, choice: ArticleChoice = ANY_ARTICLE) -> Reply:
        """Return the page of all topics, as buttons; of several articles, those of the first."""
        first, *others = ordered(self._library, choice)
        if others:
            return self._topics_page(first, language, choice)
        words = phrases(language)
        people = Button(words("people-button"), BrowsePeople())
        return Reply(language, (Title(words("topics-title")),), (*topic_buttons(first, language), people))

    def topics_of(self, slug: str, language: str, choice: ArticleChoice = ANY_ARTICLE) -> Reply | None:
        """Return the page of an article's topics; None if there is no such article."""
        article = self._library.by_slug.get(slug)
        return None if article is None else self._topics_page(article, language, choice)

    def topic(self, key: str, page: int, language: str) -> Reply | None:
        """Return a page of the questions of a topic; None if there is no such topic or page."""
        for article, topic, entries in _topics(self._library.articles):
            if f"{article.slug}/{topic}" == key and 0 <= page * QUESTIONS_A_PAGE < len(entries):
                served = article.served_language(language)
                shown, around = _page(entries, page, QUESTIONS_A_PAGE)
                buttons = [Button(entry.label(served), OpenEntry(entry.key)) for entry in shown]
                turns = _turns(language, [BrowseTopic(key, other) for other in around], page)
                one = len(self._library.articles) == 1
                browse = Button(
                    phrases(language)("topics-button"), BrowseTopics() if one else BrowseArticleTopics(article.slug)
                )
                return Reply(language, (Title(article.topics[topic][served]),), (*buttons, *turns, browse))
        return None

    def people(self, language: str, choice: ArticleChoice = ANY_ARTICLE) -> Reply:
        """Return the page of all who are quoted or paraphrased, and of outlets that report themselves, as buttons.

        Of several articles, it is that of the first.
        """
        first, *others = ordered(self._library, choice)
        if others:
            return self._people_page(first, language, choice)
        prefix = "" if len(self._library.articles) == 1 else f"{first.slug}/"
        buttons = _people_buttons([first], language, prefix)
        return Reply(language, (Title(phrases(language)("people-title")),), tuple(buttons))

    def people_of(self, slug: str, language: str, choice: ArticleChoice = ANY_ARTICLE) -> Reply | None:
        """Return the page of all who are quoted in an article; None if there is no such article."""
        article = self._library.by_slug.get(slug)
        return None if article is None else self._people_page(article, language, choice)

    def person(self, key: str, page: int, language: str, choice: ArticleChoice = ANY_ARTICLE) -> Reply | None:
        """Return a page of a person's or an outlet's statements, with venue, relay and quote; None if there is none.

        Args:
            key: The id; as `slug/id`, the statements are those of one article.
            page: From 0.
            language: Of the reply.
            choice: The articles that the person may be looked up in besides.
        """
        slug, _, identifier = key.rpartition("/")
        articles = [article for article in self._library.articles if slug in ("", article.slug)]
        for speaker, statements in _speakers(articles):
            if speaker.id == identifier and 0 <= page * STATEMENTS_A_PAGE < len(statements):
                served = statements[0].article.served_language(language)
                role = speaker.role[served] if isinstance(speaker, Person) and speaker.role else None
                name = speaker.name[served]
                shown, around = _page(statements, page, STATEMENTS_A_PAGE)
                parts: list[Part] = [Title(f"{name} ({role})" if role else name)]
                if slug:
                    parts.append(Footnote(statements[0].article.title[served]))
                parts.extend(_statements_with_answers(shown, language))
                turns = _turns(language, [BrowsePerson(key, other) for other in around], page)
                elsewhere = self._namesake_buttons(speaker, slug, language, choice) if slug else ()
                people = Button(
                    phrases(language)("people-title"), BrowseArticlePeople(slug) if slug else BrowsePeople()
                )
                return Reply(language, tuple(parts), (*turns, *elsewhere, people))
        return None

    def person_button(self, article: Article, identifier: str, language: str) -> Button | None:
        """Return the button to the page of a person's or an outlet's statements in an article; None if it has none."""
        prefix = "" if len(self._library.articles) == 1 else f"{article.slug}/"
        action = BrowsePerson(f"{prefix}{identifier}")
        return next((each for each in _people_buttons([article], language, prefix) if each.action == action), None)

    def sources(self, language: str, choice: ArticleChoice = ANY_ARTICLE) -> Reply:
        """Return the page of what is known of each article, and what is not; of many articles, the first page."""
        first = self.sources_page(0, language, choice)
        assert first is not None, "there is always an article"
        return first

    def sources_page(self, page: int, language: str, choice: ArticleChoice = ANY_ARTICLE) -> Reply | None:
        """Return a page of what is known of the articles; None if there is no such page."""
        words = phrases(language)
        articles = ordered(self._library, choice)
        if not 0 <= page * SOURCES_A_PAGE < len(articles):
            return None
        parts: list[Part] = [Title(words("sources-title"))]
        shown, around = _page(articles, page, SOURCES_A_PAGE)
        for article in shown:
            parts.append(
                Item(article.title[article.served_language(language)], tuple(article_details(article, language)))
            )
            if article.url:
                parts.append(Footnote(article.url, article.url))
        turns = _turns(language, [BrowseSources(other) for other in around], page)
        return Reply(language, tuple(parts), (*turns, Button(words("topics-button"), BrowseTopics())))

    def privacy(self, language: str) -> Reply:
        """Return the page on privacy in short, with a button to the whole."""
        words = phrases(language)
        parts: list[Part] = [Title(words("privacy-title")), MainText(words("privacy-short"))]
        parts.extend(self._elsewhere_kept(words))
        return Reply(language, tuple(parts), (Button(words("privacy-more"), ShowPrivacy()),))

    def _elsewhere_kept(self, words: Phrases) -> Iterator[MainText]:
        """Yield where questions go beside this machine, and whom to ask about it."""
        if self._embeddings_server is not None:
            yield MainText(words("privacy-embeddings", host=self._embeddings_server))
        if self._operator_contact is not None:
            yield MainText(words("privacy-contact", contact=self._operator_contact))

    def whole_privacy(self, language: str) -> Reply:
        """Return the page on privacy: what is kept of whom, for how long, and whom to ask about it."""
        words, retention = phrases(language), self._retention
        votes = _days(words, retention.votes)
        parts: list[Part] = [
            Title(words("privacy-title")),
            MainText(
                words(
                    "privacy-messages",
                    handled=_days(words, retention.handled),
                    failed=_days(words, retention.failed),
                )
            ),
            MainText(words("privacy-replies", days=_days(words, retention.replies))),
            MainText(words("privacy-context", days=_days(words, retention.replies))),
            MainText(words("privacy-chats")),
            MainText(words("privacy-posted", days=_days(words, retention.posted))),
            MainText(words("privacy-taps", hours=retention.presses_hours)),
            MainText(words("privacy-votes", days=votes)),
            MainText(words("privacy-misses", days=votes)),
            MainText(words("privacy-taught")),
            MainText(words("privacy-counts", days=votes)),
            MainText(words("privacy-keys")),
            MainText(words("privacy-logs")),
        ]
        parts.extend(self._elsewhere_kept(words))
        return Reply(language, tuple(parts))

    def forgotten(self, votes: int, language: str, *, questions: int = 0) -> Reply:
        """Return the note of how many votes and questions of somebody's were deleted."""
        words = phrases(language)
        asked = (MainText(words("forgotten-questions", count=questions)),) if questions else ()
        return Reply(language, (MainText(words("forgotten", count=votes)), *asked))

    def help(self, language: str, commands: Sequence[str] = COMMANDS, *, choice: ArticleChoice = ANY_ARTICLE) -> Reply:
        """Return the help for a private chat: how to ask, the article in short, an example in each language.

        Args:
            language: Of the reply.
            commands: Those to describe; where there are none, the reply is the greeting.
            choice: The articles that may answer, and the current one: the examples are its.
        """
        words = phrases(language)
        articles = ordered(self._library, choice)
        several = len(articles) > 1
        parts: list[Part] = [MainText(words("welcome-many" if several else "welcome"))]
        parts.append(Item(words("welcome-ask"), tuple(self._examples(articles[0], choice))))
        if several:
            titles = [article.title[article.served_language(language)] for article in articles[:_MOST_TITLES]]
            if len(articles) > _MOST_TITLES:
                titles.append(words("welcome-more", count=len(articles) - _MOST_TITLES))
            parts.append(Item(words("welcome-articles", count=len(articles)), tuple(titles)))
        else:
            parts.append(
                Item(articles[0].title[articles[0].served_language(language)], _in_short(articles[0], language))
            )
        if commands:
            described = tuple(f"/{command} — {words(f'command-{command}')}" for command in commands)
            parts.append(Item(words("help-commands"), described))
        about = Button(words("article-button"), BrowseArticle(articles[0].slug))
        topics = Button(words("topics-button"), BrowseTopics())
        return Reply(
            language,
            tuple(parts),
            (topics, Button(words("articles-button"), BrowseArticles())) if several else (about, topics),
        )

    def greeting(
        self,
        language: str,
        username: str,
        *,
        choice: ArticleChoice = ANY_ARTICLE,
        is_ambient: bool = False,
    ) -> Reply:
        """Return the one message by which a group gets to know the bot: what it does, how to ask, how to quiet it.

        Args:
            language: Of the reply.
            username: The bot's.
            choice: The articles that may answer, and the current one: the example is of its.
            is_ambient: True if the group has settled that the bot answers unasked.
        """
        words = phrases(language)
        articles = ordered(self._library, choice)
        title = articles[0].title[articles[0].served_language(language)]
        what = words("welcome-many") if len(articles) > 1 else words("greeting", title=title)
        example = self._library.title(self.main_entries(choice)[0].key, language)
        how = (f"/ask@{username} {example}", words("greeting-look-up", username=username))
        quiet = words("greeting-ambient" if is_ambient else "greeting-quiet", remove=words("remove-button"))
        url = f"https://t.me/{username}?start={HELP}"
        parts = (MainText(what), Item(words("greeting-how"), how), Footnote(quiet))
        return Reply(language, parts, (Button(words("help-in-private"), ShowHelp(), url=url),))

    def _examples(self, article: Article, choice: ArticleChoice) -> Iterator[str]:
        """Yield a question in each language that an article is served in, each about something else."""
        entries = [entry for entry in self.main_entries(choice) if entry.article == article.slug]
        for code, entry in zip(article.served, cycle(entries), strict=False):
            yield entry.title(code)

    def main_entries(self, choice: ArticleChoice = ANY_ARTICLE) -> list[Entry]:
        """Return one entry of each topic, article by article."""
        return [entries[0] for _, _, entries in _topics(ordered(self._library, choice))]

    def _topics_page(self, article: Article, language: str, choice: ArticleChoice) -> Reply:
        words = phrases(language)
        title = Title(words("topics-of", title=article.title[article.served_language(language)]))
        people = Button(words("people-button"), BrowseArticlePeople(article.slug))
        others = self._others(article, language, choice, BrowseArticleTopics)
        return Reply(language, (title,), (*topic_buttons(article, language), people, *others))

    def _people_page(self, article: Article, language: str, choice: ArticleChoice) -> Reply:
        title = Title(phrases(language)("people-of", title=article.title[article.served_language(language)]))
        others = self._others(article, language, choice, BrowseArticlePeople)
        return Reply(language, (title,), (*_people_buttons([article], language, f"{article.slug}/"), *others))

    def _others(
        self, article: Article, language: str, choice: ArticleChoice, action: Callable[[str], Action]
    ) -> Iterator[Button]:
        """Yield buttons to the same page of a few other articles, and one to all articles."""
        words = phrases(language)
        if len(self._library.articles) == 1:
            return
        others = (each for each in ordered(self._library, choice) if each is not article)
        for other in islice(others, _OTHER_ARTICLES):
            title = distinct_title(other, self._library.articles, language)
            yield Button(cut(words("article-other", title=title)), action(other.slug))
        yield Button(words("articles-button"), BrowseArticles())

    def _namesake_buttons(
        self, speaker: Person | Outlet, slug: str, language: str, choice: ArticleChoice
    ) -> Iterator[Button]:
        """Yield buttons to what somebody of the same id and name says in a few other articles."""
        found = 0
        for article in ordered(self._library, choice):
            namesake = article.people.get(speaker.id) or article.outlets.get(speaker.id)
            if article.slug == slug or namesake is None or not _same_name(namesake, speaker):
                continue
            if any(each.id == speaker.id for each, _ in _speakers([article])):
                title = distinct_title(article, self._library.articles, language)
                action = BrowsePerson(f"{article.slug}/{speaker.id}")
                yield Button(cut(phrases(language)("article-also", title=title)), action)
                found += 1
            if found == _OTHER_ARTICLES:
                return


def _in_short(article: Article, language: str) -> tuple[str, ...]:
    """The first sentence of an article's summary, if it has one."""
    if article.summary is None:
        return ()
    return (number_sentences(article.summary.texts[article.served_language(language)])[0].text,)


def _topics(articles: Iterable[Article]) -> Iterator[tuple[Article, str, list[Entry]]]:
    for article in articles:
        for topic in article.topics:
            yield article, topic, [entry for entry in article.entries if entry.topic == topic]


def _people_buttons(articles: Sequence[Article], language: str, prefix: str) -> list[Button]:
    """The buttons of all who are quoted; `prefix` stands before each id."""
    buttons = []
    for speaker, statements in _speakers(articles):
        name = speaker.name[statements[0].article.served_language(language)]
        buttons.append(Button(f"{name} ({len(statements)})", BrowsePerson(f"{prefix}{speaker.id}")))
    return buttons


def _same_name(one: Person | Outlet, other: Person | Outlet) -> bool:
    shared = one.name.keys() & other.name.keys()
    return bool(shared) and all(fold(one.name[language]) == fold(other.name[language]) for language in shared)


def _speakers(articles: Sequence[Article]) -> Iterator[tuple[Person | Outlet, list[_Answered]]]:
    """The people, then the outlets, each with the statements it is credited with, in the articles' order."""
    people: dict[str, Person] = {}
    outlets: dict[str, Outlet] = {}
    statements: dict[str, list[_Answered]] = {}
    for article in articles:
        people = {**people, **article.people, **people}
        outlets = {**outlets, **article.outlets, **outlets}
        distinct = {statement: None for entry in article.entries for statement in entry.statements}
        for statement in sorted(distinct, key=lambda statement: statement.sentence):
            if (credited := statement.speaker or statement.via) is not None:
                answered = (_Answered(article, entry, statement) for entry in _entries_about(article, statement))
                statements.setdefault(credited, []).extend(answered)
    speakers: list[Person | Outlet] = [*people.values(), *outlets.values()]
    for speaker in speakers:
        if speaker.id in statements:
            yield speaker, statements[speaker.id]


def _days(words: Phrases, count: int) -> str:
    return words("days", count=count)


def _entries_about(article: Article, statement: Statement) -> list[Entry]:
    """The entries that say most precisely what a statement says: those with the fewest statements.

    A quote shows what was said, and one entry introduces it. What is only told may be several things, each of
    them in an entry of its own.
    """
    entries = [entry for entry in article.entries if statement in entry.statements]
    fewest = min(len(entry.statements) for entry in entries)
    precise = [entry for entry in entries if len(entry.statements) == fewest]
    return precise[:1] if statement.quote else precise


def _statements_with_answers(shown: Iterable[_Answered], language: str) -> Iterator[Item]:
    """Yield statements in our words, then in the speaker's, with venue and outlet; an answer stands once."""
    for answer, group in groupby(shown, key=lambda one: one.entry.answers[one.article.served_language(language)]):
        details: list[str] = []
        for one in group:
            served = one.article.served_language(language)
            details.extend(own_words(one.article, one.statement, served))
            details.append(circumstances(one.article, one.statement, served))
        yield Item(answer, tuple(details))


def _page(listed: Sequence[_Listed], page: int, size: int) -> tuple[Sequence[_Listed], list[int]]:
    """Return the items of a page, and the numbers of the pages before and after it."""
    last = (len(listed) - 1) // size
    around = [other for other in (page - 1, page + 1) if 0 <= other <= last]
    return listed[page * size : (page + 1) * size], around


def _turns(language: str, targets: Sequence[BrowseTopic | BrowsePerson | BrowseSources], page: int) -> list[Button]:
    words = phrases(language)
    turns: list[Button] = []
    for target in targets:
        action: Action = target
        turns.append(Button(words("next-page" if target.page > page else "previous-page"), action))
    return turns
