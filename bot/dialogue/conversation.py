"""The dialogue: replies to questions and to buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from bot.dialogue.articles import ArticlePages, distinct_title, ordered
from bot.dialogue.attribution import attribution_line, source_line, statement_parts
from bot.dialogue.bare_name import BareName, bare_name, offered
from bot.dialogue.browse import Browser
from bot.dialogue.chat_settings import OWN_NAMES
from bot.dialogue.completion import Completion
from bot.dialogue.courtesy import courtesy
from bot.dialogue.facet import Facet
from bot.dialogue.follow_up import FacetAnswer, facet_answer, facet_parts
from bot.dialogue.intent import IntentKind, readings, tells_its_language
from bot.dialogue.interpreter import Interpreter, Understood
from bot.dialogue.languages import reply_language
from bot.dialogue.links import ArticleLinks
from bot.dialogue.names import Names
from bot.dialogue.question import AUTOMATIC, ChatSettings, Question
from bot.dialogue.reply import (
    Action,
    AnswerInLanguage,
    BrowseArticle,
    BrowseArticlePeople,
    BrowseArticles,
    BrowseArticleTopics,
    BrowsePeople,
    BrowsePerson,
    BrowseSources,
    BrowseTopic,
    BrowseTopics,
    Button,
    ChooseEntry,
    HelpInLanguage,
    Lead,
    OpenEntry,
    Part,
    RejectChoices,
    Reply,
    ShowHelp,
    ShowPrivacy,
    Small,
)
from bot.dialogue.retention import Retention
from bot.dialogue.typed_language import typed_language
from bot.phrases import LANGUAGES, phrases
from knowledge.ambient import certain_match
from knowledge.library import ANY_ARTICLE, ArticleChoice, Library
from knowledge.matcher import Candidate, Match, Outcome
from knowledge.model import Article, Entry
from knowledge.text.languages import primary_subtag

_RELATED = 2
_MOST_LISTED = 50
# Entries of one id that a link offers.
_MOST_LINKED = 8
# What a button shows on Telegram, and how much of it an article's title may take from the question beside it.
_LONGEST_LABEL, _LONGEST_TITLE = 64, 26
_BETWEEN = " · "
# The interface's language for people whose own it is not in.
_ELSEWHERE = "en"
_OF_SEVERAL = {
    "abstain": "abstain-many",
    "abstain-near": "abstain-near-many",
    "abstain-short": "abstain-short-many",
    "rejected": "rejected-many",
}
"""Phrases for silence, and what they are where several articles are silent."""


class Dialogue:
    """The replies that a library gives.

    Args:
        library: The articles.
        default_language: Of replies where nothing else tells the language, as ISO 639-1 code.
        operator_contact: The address of whoever runs the bot.
        retention: The times for which data are kept.
        embeddings_server: The host that questions are sent to for their vectors; None if they stay on the machine.
    """

    def __init__(
        self,
        library: Library,
        *,
        default_language: str | None = None,
        operator_contact: str | None = None,
        retention: Retention | None = None,
        embeddings_server: str | None = None,
    ) -> None:
        self._library = library
        self._default_language = default_language
        self._answers: dict[tuple[str, str], Reply] = {}
        self._links = ArticleLinks(library)
        self._completion = Completion(library)
        self.browse = Browser(library, operator_contact, retention, embeddings_server)
        self.article_pages = ArticlePages(library)
        self._interpreter = Interpreter(library, self.match)

    @cached_property
    def names(self) -> Names:
        """The short names of all that is in the library, for the data of buttons."""
        return Names(self._library)

    def warm_up(self) -> None:
        """Ask a question in each language of the newest article, so that no person waits for what the first one makes.

        Those are tables of names and of what people say, and models that the cache restores: about a second in all.
        """
        self.names  # noqa: B018 - made now
        article = next(iter(self._library.newest_first), None)
        if article is not None and article.entries:
            for language in article.served:
                self.understand(Question(article.entries[0].title(language)))

    def choice(self, settings: ChatSettings, recent: str | None = None) -> ArticleChoice:
        """Return the articles that a chat is answered from, and the one that it talks of.

        Where all that it has settled on are gone, it is answered from none.

        Args:
            settings: Of the chat.
            recent: The slug of the article that it was answered from lately.
        """
        known = self._library.by_slug.keys()
        among = None if settings.articles is None else settings.articles & known
        talked_of = (slug for slug in (recent, settings.article) if slug in (known if among is None else among))
        return ArticleChoice(among, next(talked_of, None))

    def linked(self, links: Sequence[str]) -> str | None:
        """Return the slug of the only article that some addresses are those of; None if there are none or several."""
        slugs = self._links.linked(links)
        return next(iter(slugs)) if len(slugs) == 1 else None

    def article_of(self, entry_key: str) -> str | None:
        """Return the slug of the article that an entry belongs to; None if there is no such entry."""
        entry = self._library.entries.get(entry_key)
        return None if entry is None else entry.article

    def match(self, question: Question) -> Match:
        """Return the match of a question, with the candidates that its outcome shows."""
        question = self._aimed(question)
        match = self._library.decide(question.text, question.choice)
        name = self._bare_name(question, match) if match.outcome is Outcome.ANSWER else None
        return match if name is None else offered(self._library, question.text, name, match)

    def _bare_name(self, question: Question, match: Match) -> BareName | None:
        return bare_name(self._library, self._library.cleaned(question.text), question.choice, match.candidates)

    def prepare(self, question: Question) -> None:
        """Make the vectors by which a question is matched, which may take half a second; nothing by words alone."""
        aimed = self._aimed(question)
        self._library.prepare(aimed.text, aimed.choice)

    def can_answer(self, question: Question) -> bool:
        """Tell whether all that a question needs is learnt, so that it is answered at once."""
        return self._library.can_answer(self._aimed(question).text)

    def _aimed(self, question: Question) -> Question:
        """Return a question without the links to articles in it, put to those articles alone.

        Where the chat is not answered from any of them, it is put to those from which it is.
        """
        slugs, text = self._links.taken_out(question.text)
        slugs |= self._links.linked(question.links)
        if not slugs:
            return question
        among = slugs if question.choice.among is None else slugs & question.choice.among
        return Question(text, question.language_code, replace(question.choice, among=among or question.choice.among))

    def understand(self, question: Question, settings: ChatSettings = AUTOMATIC) -> Understood:
        """Return what an utterance is: a question, courtesy, or what goes on from something said before.

        Args:
            question: What was said.
            settings: Of the chat.
        """
        return self._interpreter.understand(question, self.interface_language(question.language_code, settings))

    def is_courtesy(self, question: Question) -> bool:
        """Tell whether words are nothing but courtesy, or ask for a language, by closed lists alone."""
        return self._interpreter.is_courtesy(question)

    def asks_for_a_language(self, text: str) -> bool:
        """Tell whether words name a language to speak, or ask which there are."""
        return any(each.asks_for_a_language for each in readings(text))

    def unknown_command(self, language: str) -> Reply:
        """Return the line for a command that there is not, with the ways into the articles."""
        words = phrases(language)
        buttons = (self._browse_button(language), Button(words("people-button"), BrowsePeople()))
        return Reply(language, (Lead(words("no-such-command")),), buttons)

    def ask(self, question: Question, settings: ChatSettings = AUTOMATIC, *, brief: bool = False) -> Reply:
        """Return the reply to a question: an answer, a choice, or word that nothing was found.

        Args:
            question: What was asked.
            settings: Of the chat.
            brief: Whether others read along: then silence is told in one short line.
        """
        return self.reply(self.understand(question, settings), settings, brief=brief)

    def reply(self, understood: Understood, settings: ChatSettings = AUTOMATIC, *, brief: bool = False) -> Reply:
        """Return the reply to what was understood.

        Args:
            understood: As `understand` returns it.
            settings: Of the chat.
            brief: Whether others read along.
        """
        question = understood.question
        language = self._spoken(understood, settings)
        if understood.kind is IntentKind.COURTESY:
            return self._courteous(understood, language, brief=brief)
        if understood.kind is IntentKind.LANGUAGE:
            return self._languages_offered(language)
        if question.choice.admits_none:
            return self.articles_gone(self.interface_language(question.language_code, settings))
        if len(understood.parts) > 1:
            return self._several(understood.parts, settings, brief=brief)
        if understood.kind is IntentKind.CARD:
            return self._card(understood, language, settings)
        if understood.match is not None:
            aimed = self._aimed(question)
            if aimed is not question and not any(map(str.isalnum, self._library.cleaned(aimed.text))):
                return self._card(understood, self.interface_language(question.language_code, settings), settings)
            reply = self._said(understood.match, aimed, settings, brief=brief)
            return replace(reply, is_lookup=True) if understood.is_lookup else reply
        if understood.entry_key is None and question.after is not None:
            nothing = Match(Outcome.ABSTAIN, (), language)
            return self._said(nothing, question, settings, brief=brief)
        if understood.entry_key is None:
            missing = "nothing-to-check" if understood.kind is IntentKind.POINTING else "nothing-before"
            return Reply(language, (Lead(phrases(language)(missing)),), (self._browse_button(language),))
        if understood.kind is IntentKind.POINTING:
            return self._confirmed(understood, language)
        return self._followed(understood, language)

    def facets(self, understood: Understood) -> list[FacetAnswer]:
        """Return the answers to what is asked about the entry that was answered with before."""
        if understood.entry_key is None:
            return []
        entry = self._library.entries[understood.entry_key]
        return [facet_answer(facet, entry, self._library.article_of(entry)) for facet in understood.facets]

    def _spoken(self, understood: Understood, settings: ChatSettings) -> str:
        """The language of a reply to what closed lists tell: theirs, unless a word or two are of several."""
        if understood.language is not None and tells_its_language(understood.question.text):
            return understood.language
        return self.interface_language(understood.question.language_code, settings)

    def _courteous(self, understood: Understood, language: str, *, brief: bool) -> Reply:
        if "help" in understood.details:
            if brief:
                return Reply(language, (Lead(phrases(language)("no-words")),))
            return self.browse.help(language, choice=understood.question.choice)
        return courtesy(understood.details, language, understood.question.number)

    def _languages_offered(self, language: str) -> Reply:
        buttons = tuple(Button(OWN_NAMES[code], HelpInLanguage(code)) for code in LANGUAGES)
        return Reply(language, (Lead(phrases(language)("languages-offered")),), buttons)

    def _card(self, understood: Understood, language: str, settings: ChatSettings) -> Reply:
        choice = self._aimed(understood.question).choice
        return self.article_pages.card(ordered(self._library, choice)[0], language, settings.article)

    def _confirmed(self, understood: Understood, language: str) -> Reply:
        """The reply to "is it true?" about an answer: who says so, where, and through whom."""
        entry = self._library.entries[str(understood.entry_key)]
        article = self._library.article_of(entry)
        served = article.served_in(language)
        words = phrases(served)
        lines = dict.fromkeys(attribution_line(article, each, served) for each in entry.statements)
        lead = () if "truth" not in understood.details else (Lead(words("not-judged")),)
        parts = (*lead, *map(Small, lines), source_line(article, entry, served))
        return Reply(served, parts, outcome=Outcome.ANSWER, subject=entry.key)

    def _followed(self, understood: Understood, language: str) -> Reply:
        """The reply to what is asked in one word about an answer."""
        entry = self._library.entries[str(understood.entry_key)]
        article = self._library.article_of(entry)
        served = article.served_in(language)
        parts: list[Part] = []
        buttons: list[Button] = []
        subject, known = entry, False
        for answer in self.facets(understood):
            if answer.facet in (Facet.MORE, Facet.ELSE) and answer.is_known:
                subject, *others = answer.entries
                told = self.answer(subject.key, served)
                parts.extend(told.parts)
                buttons.extend(Button(other.title(served), OpenEntry(other.key)) for other in others)
                known = True
                continue
            parts.extend(facet_parts(answer, article, served))
            if answer.is_known:
                known = True
                if answer.facet is Facet.REASON:
                    subject = answer.entries[0]
                parts.append(source_line(article, answer.entries[0], served))
        outcome = Outcome.ANSWER if known else None
        return Reply(served, tuple(dict.fromkeys(parts)), tuple(buttons), outcome=outcome, subject=subject.key)

    def _several(self, understood: Sequence[Understood], settings: ChatSettings, *, brief: bool) -> Reply:
        """The answers to several questions in one reply, each with its source, and those without one by name."""
        parts: list[Part] = []
        buttons: list[Button] = []
        short: list[str] = []
        language, subject, outcome = "", None, Outcome.ABSTAIN
        for each in understood:
            reply = self.reply(each, settings, brief=brief)
            language = language or reply.language
            if reply.outcome not in (Outcome.ANSWER, Outcome.CHOOSE):
                short.append(each.asked)
                continue
            if reply.outcome is Outcome.CHOOSE:
                parts.append(Lead(phrases(reply.language)("choose-for", question=phrases(language).quoted(each.asked))))
                chosen = (one for one in reply.buttons if isinstance(one.action, ChooseEntry))
                # A choice made must not take the place of the other answers.
                buttons.extend(replace(one, action=OpenEntry(one.action.entry_key)) for one in chosen)  # type: ignore[union-attr]
            else:
                parts.extend(reply.parts)
                subject = reply.subject or reply.entry_key or subject
            outcome = Outcome.ANSWER
        words = phrases(language)
        parts.extend(Small(words("several-short", question=words.quoted(each))) for each in short)
        return Reply(language, tuple(dict.fromkeys(parts)), tuple(buttons), outcome=outcome, subject=subject)

    def ask_unasked(self, question: Question, settings: ChatSettings = AUTOMATIC) -> Reply | None:
        """Return the reply to a question that is put to nobody; None unless it is answered beyond doubt."""
        question = self._aimed(question)
        match = certain_match(self._library, question.text, question.choice)
        return None if match is None else self._said(match, question, settings, brief=True)

    def _said(self, match: Match, question: Question, settings: ChatSettings, *, brief: bool) -> Reply:
        language, instead = self.language(match, question, settings)
        spoken = self._elsewhere(question, settings) if instead else language
        if match.outcome is Outcome.ABSTAIN:
            language = spoken
        if match.outcome is Outcome.ANSWER:
            reply = self.answer(match.candidates[0].entry_id, language)
        elif match.outcome is Outcome.CHOOSE:
            reply = self._choice(match, question, language)
        elif brief:
            silence = self._named_silence(language, question.choice)
            reply = Reply(language, (Lead(silence),), outcome=match.outcome)
        else:
            reply = self._abstention(match, question, language)
        reply = replace(reply, candidate=next(iter(match.candidates), None))
        return self._instead(reply, spoken) if instead and not (brief and match.outcome is Outcome.ABSTAIN) else reply

    def _elsewhere(self, question: Question, settings: ChatSettings) -> str:
        """The language in which somebody is told that theirs is not served: the chat's, the app's, else English."""
        code = primary_subtag(question.language_code or "")
        return settings.language or (code if code in LANGUAGES else _ELSEWHERE)

    def _instead(self, reply: Reply, spoken: str) -> Reply:
        """A reply in another language than the question's, with a line that says so, and the languages there are."""
        words = phrases(spoken)
        remark = Small(words("not-served", language=words(f"language-{reply.language}")))
        key = reply.entry_key
        others = (code for code in LANGUAGES if code != reply.language)
        buttons = (
            Button(OWN_NAMES[code], HelpInLanguage(code) if key is None else AnswerInLanguage(key, code), number > 0)
            for number, code in enumerate(others)
        )
        return replace(reply, parts=(remark, *reply.parts), buttons=(*reply.buttons, *buttons))

    def listed(self, question: Question) -> list[Reply]:
        """Return the entries that fit some words as answers, article by article, the best first.

        Those that the words only begin to name follow. Without words, they are one of each topic.
        """
        question = self._aimed(question)
        if not question.text.strip():
            language = self.interface_language(question.language_code)
            entries = self.browse.main_entries(question.choice)[:_MOST_LISTED]
            return [self.answer(entry.key, language) for entry in entries]
        match = self._library.match(question.text, question.choice, candidates=_MOST_LISTED)
        language = typed_language(match, question.text, self.interface_language(question.language_code))
        near = [each.entry_id for each in match.candidates if each.is_near]
        rank = {slug: number for number, slug in enumerate(dict.fromkeys(map(self._slug, near)))}
        near.sort(key=lambda entry_key: rank[self._slug(entry_key)])
        begun = self._completion.entries(question.text, language, question.choice)
        listed = list(dict.fromkeys((*near, *begun)))[:_MOST_LISTED]
        return [self.answer(entry_key, language) for entry_key in listed]

    def title(self, reply: Reply) -> str:
        """Return one line for a reply: its entry's question, or its own first words."""
        if reply.entry_key is not None:
            return self._library.entries[reply.entry_key].title(reply.language)
        return next((part.text for part in reply.parts), "")

    def label(self, entry_key: str, language: str) -> str:
        """Return the short title of an entry, in a language or in the one that its article is served in."""
        return self._library.label(entry_key, language)

    def article_title(self, reply: Reply) -> str | None:
        """Return the title of the article that an answer is from, where there are several; None for any other reply."""
        if reply.entry_key is None or len(self._library.articles) == 1:
            return None
        article = self._library.article_of(self._library.entries[reply.entry_key])
        return distinct_title(article, self._library.articles, reply.language)

    def knows(self, entry_key: str) -> bool:
        """Tell whether there is such an entry."""
        return entry_key in self._library.entries

    def key_of(self, name: str) -> str | None:
        """Return the key of an entry by its key, or by its id alone where only one article has that; else None."""
        return self._library.key_of(name)

    def candidate(self, question: Question, entry_key: str) -> Candidate:
        """Return an entry with the score that a question has with it, 0 to 100."""
        text = self._links.taken_out(question.text)[1]
        choice = ArticleChoice(frozenset({self._slug(entry_key)}))
        match = self._library.match(text, choice, candidates=_MOST_LISTED)
        found = (each for each in match.candidates if each.entry_id == entry_key)
        return next(found, Candidate(entry_key, 0.0))

    def without_words(self, question: Question, settings: ChatSettings = AUTOMATIC) -> Reply:
        """Return the reply to a message that holds no words, in a chat with some settings."""
        language = self.interface_language(question.language_code, settings)
        return Reply(language, (Lead(phrases(language)("no-words")),), (self._browse_button(language),))

    def articles_gone(self, language: str) -> Reply:
        """Return the line for a group that has chosen articles all of which are gone."""
        return Reply(language, (Lead(phrases(language)("articles-gone")),))

    def interface_language(self, language_code: str | None, settings: ChatSettings = AUTOMATIC) -> str:
        """Return the language where no question tells: the chat's, else the app's if there are phrases in it.

        Where neither is: the default; without one English for an app in another language, else the first article's.
        """
        if settings.language is not None:
            return settings.language
        code = primary_subtag(language_code or "")
        if code in LANGUAGES:
            return code
        return self._default_language or (_ELSEWHERE if code else self._library.articles[0].language)

    def language(self, match: Match, question: Question, settings: ChatSettings) -> tuple[str, bool]:
        """Return the language of the reply to a match, and whether it is not the question's, which is not served."""
        article = ordered(self._library, question.choice)[0]
        if match.candidates:
            article = self._library.article_of(self._library.entries[match.candidates[0].entry_id])
        chosen = reply_language(article, match, question, settings, self._default_language)
        return chosen.code, chosen.instead

    def answer(self, entry_key: str, language: str) -> Reply:
        """Return an entry's answer, with its attribution and related questions.

        Raises:
            KeyError: No such entry.
        """
        known = self._answers.get((entry_key, language))
        if known is None:
            known = self._answers[entry_key, language] = self._answer(self._library.entries[entry_key], language)
        return known

    def _answer(self, entry: Entry, language: str) -> Reply:
        article = self._library.article_of(entry)
        served = article.served_in(language)
        parts: list[Part] = [Lead(entry.answers[served])]
        parts.extend(statement_parts(article, entry.statements, served))
        parts.append(source_line(article, entry, served))
        buttons = [Button(other.label(served), OpenEntry(other.key)) for other in _related(article, entry)]
        return Reply(served, tuple(parts), tuple(buttons), entry.key, Outcome.ANSWER)

    def follow(self, payload: str, language: str) -> Reply | None:
        """Return the answer or the card that a link to the bot leads to; None if it leads to none.

        Args:
            payload: As `Names.payload` makes it, `CARD` with a slug, or the id alone, as in links to earlier versions;
                where several articles have that, they are offered.
            language: Of the reply.
        """
        article = self.names.linked_article(payload)
        if article is not None:
            return self.article_pages.article(article, language)
        linked = self.names.linked_entry(payload)
        keys = self._library.keys_of(payload) if linked is None else (linked,)
        if len(keys) > 1:
            buttons = (Button(self._label(key, language, titled=True), OpenEntry(key)) for key in keys)
            return Reply(language, (Lead(phrases(language)("choose")),), tuple(islice(buttons, _MOST_LINKED)))
        return self.answer(keys[0], language) if keys else None

    def act(
        self,
        action: Action,
        language: str,
        choice: ArticleChoice = ANY_ARTICLE,
        settings: ChatSettings = AUTOMATIC,
    ) -> Reply | None:
        """Return the reply that a button opens; None if its target is gone, or if it opens none.

        Args:
            action: What the button does.
            language: Of the reply.
            choice: The articles that the chat is answered from, and the one that it talks of.
            settings: Of the chat.
        """
        match action:
            case AnswerInLanguage(entry_key, spoken):
                return self.answer(entry_key, spoken)
            case HelpInLanguage(spoken):
                return self.browse.help(spoken, choice=choice)
            case OpenEntry(name) | ChooseEntry(name):
                # Buttons of earlier versions have the id alone.
                key = self._library.key_of(name)
                return self.answer(key, language) if key is not None else None
            case RejectChoices():
                return self._rejection(language, choice)
            case ShowHelp():
                return self.browse.help(language, choice=choice)
            case ShowPrivacy():
                return self.browse.whole_privacy(language)
            case _:
                return self._page(action, language, choice, settings)

    def _page(self, action: Action, language: str, choice: ArticleChoice, settings: ChatSettings) -> Reply | None:
        """Return the page that a button turns to; None if it is gone, or if it turns to none."""
        match action:
            case BrowseTopics():
                return self.browse.topics(language, choice)
            case BrowseTopic(topic, page):
                return self.browse.topic(topic, page, language)
            case BrowsePeople():
                return self.browse.people(language, choice)
            case BrowsePerson(person, page):
                return self.browse.person(person, page, language, choice)
            case BrowseSources(page):
                return self.browse.sources_page(page, language, choice)
            case BrowseArticles(page):
                return self.article_pages.articles(language, choice, page, settings.article)
            case BrowseArticle(slug):
                return self.article_pages.article(slug, language, settings.article)
            case BrowseArticleTopics(slug):
                return self.browse.topics_of(slug, language, choice)
            case BrowseArticlePeople(slug):
                return self.browse.people_of(slug, language, choice)
            case _:
                return None

    def _choice(self, match: Match, question: Question, language: str) -> Reply:
        words = phrases(language)
        buttons = self._buttons(match, language, ChooseEntry)
        reject = Button(words("none-of-these"), RejectChoices())
        card = self._card_buttons(match, question, language)
        return Reply(language, (Lead(words("choose")),), (*buttons, *card, reject), outcome=match.outcome)

    def _card_buttons(self, match: Match, question: Question, language: str) -> Sequence[Button]:
        """The button to the page of all that somebody says whose name is all that was typed."""
        name = self._bare_name(question, match)
        button = None if name is None else self.browse.person_button(name.article, name.bearer, language)
        return () if button is None else (button,)

    def _abstention(self, match: Match, question: Question, language: str) -> Reply:
        choice = question.choice
        buttons, card = self._buttons(match, language, OpenEntry), self._card_buttons(match, question, language)
        if buttons:
            parts = (Lead(self._silence("abstain-near", language, choice, count=len(buttons))),)
        else:
            parts = (Lead(self._silence("abstain", language, choice)),)
        return Reply(language, parts, (*buttons, *card, self._browse_button(language)), outcome=match.outcome)

    def _rejection(self, language: str, choice: ArticleChoice) -> Reply:
        parts = (Lead(self._silence("rejected", language, choice)),)
        return Reply(language, parts, (self._browse_button(language),), outcome=Outcome.ABSTAIN)

    def _browse_button(self, language: str) -> Button:
        return Button(phrases(language)("topics-button"), BrowseTopics())

    def _silence(self, key: str, language: str, choice: ArticleChoice, **values: str | int) -> str:
        """The phrase for silence: of the article, or of several."""
        several = len(ordered(self._library, choice)) > 1
        return phrases(language)(_OF_SEVERAL[key] if several else key, **values)

    def _named_silence(self, language: str, choice: ArticleChoice) -> str:
        """The phrase for silence where others read along, who may not know which article is meant."""
        articles = ordered(self._library, choice)
        title = distinct_title(articles[0], self._library.articles, language)
        words = phrases(language)
        return self._silence("abstain-short", language, choice, title=words.quoted(title))

    def _buttons(self, match: Match, language: str, action: type[OpenEntry] | type[ChooseEntry]) -> list[Button]:
        """The candidates as buttons, with the titles of their articles where these are several."""
        shown = [candidate.entry_id for candidate in match.shown]
        titled = len({self._slug(entry_key) for entry_key in shown}) > 1
        return [Button(self._label(entry_key, language, titled=titled), action(entry_key)) for entry_key in shown]

    def offer(self, entry_key: str, language: str, *, titled: bool) -> str:
        """Return the whole line for an entry to choose, as a button shows it shortened.

        Args:
            entry_key: The entry.
            language: Of the line.
            titled: Whether the title of its article follows.
        """
        question, article = self._library.title(entry_key, language), self._library.by_slug[self._slug(entry_key)]
        title = f"{_BETWEEN}{distinct_title(article, self._library.articles, language)}" if titled else ""
        return f"{question}{title}"

    def _label(self, entry_key: str, language: str, *, titled: bool) -> str:
        question = self._library.label(entry_key, language)
        if not titled:
            return question
        article = self._library.by_slug[self._slug(entry_key)]
        title = _shortened(distinct_title(article, self._library.articles, language), _LONGEST_TITLE)
        return f"{_shortened(question, _LONGEST_LABEL - len(title) - len(_BETWEEN))}{_BETWEEN}{title}"

    def _slug(self, entry_key: str) -> str:
        return self._library.entries[entry_key].article


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _related(article: Article, entry: Entry) -> list[Entry]:
    """The entries that somebody who asked this one would ask next: close evidence, the same speaker or topic."""
    speakers = {statement.speaker for statement in entry.statements if statement.speaker}

    def closeness(other: Entry) -> float:
        shared = len(speakers & {statement.speaker for statement in other.statements})
        nearest = min(abs(mine - theirs) for mine in entry.evidence for theirs in other.evidence)
        return (other.topic == entry.topic) + shared / (1 + len(other.statements)) + 1 / (1 + nearest)

    others = [other for other in article.entries if other.id != entry.id]
    return sorted(others, key=closeness, reverse=True)[:_RELATED]
