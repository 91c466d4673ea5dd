"""The dialogue: replies to questions and to buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from bot.dialogue.abstention import Abstention, browse_button
from bot.dialogue.actions import (
    Action,
    AnswerInLanguage,
    BrowsePeople,
    ChooseEntry,
    HelpInLanguage,
    OpenEntry,
    RejectChoices,
)
from bot.dialogue.answers import Answers
from bot.dialogue.articles import ArticlePages, distinct_title, ordered
from bot.dialogue.bare_name import BareName, bare_name, offer_entries
from bot.dialogue.browse import Browser
from bot.dialogue.button_replies import ButtonReplies
from bot.dialogue.chat_settings import OWN_NAMES
from bot.dialogue.completion import Completion
from bot.dialogue.courtesy import courtesy
from bot.dialogue.entry_labels import EntryLabels
from bot.dialogue.follow_up import FacetAnswer
from bot.dialogue.follow_up_replies import FollowUpReplies
from bot.dialogue.gender import genders
from bot.dialogue.intent import IntentKind, readings
from bot.dialogue.interpreter import Interpreter
from bot.dialogue.joined_reply import joined
from bot.dialogue.languages import ReplyLanguage, reply_language
from bot.dialogue.links import ArticleLinks
from bot.dialogue.names import Names
from bot.dialogue.parts import Footnote, MainText
from bot.dialogue.question import AUTOMATIC, ChatSettings, Question
from bot.dialogue.reply import Button, Reply
from bot.dialogue.retention import Retention
from bot.dialogue.spoken_language import listed_language
from bot.dialogue.typed_language import typed_language
from bot.dialogue.understood import NOBODY_MEANT, Understood
from bot.phrases import LANGUAGES, phrases
from knowledge.ambient import certain_match
from knowledge.library import ANY_ARTICLE, ArticleChoice, Library
from knowledge.matcher import Candidate, Match, Outcome
from knowledge.text.languages import primary_subtag

_MOST_LISTED = 50
# Of an answer's words that are asked for once, to make what the first question needs.
_WARMING_LETTERS = 60
# Entries of one id that a link offers.
_MOST_LINKED = 8
_GOING_ON = frozenset({IntentKind.POINTING, IntentKind.FOLLOW_UP})
_NOTHING = Match(Outcome.ABSTAIN, (), None)
# The interface's language for people whose own it is not in.
_FALLBACK_LANGUAGE = "en"


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
        self._answers = Answers(library)
        self._labels = EntryLabels(library)
        self._abstentions = Abstention(library)
        self._follow_ups = FollowUpReplies(library, self._answers)
        self._links = ArticleLinks(library)
        self._completion = Completion(library)
        self.browse = Browser(library, operator_contact, retention, embeddings_server)
        self.article_pages = ArticlePages(library)
        self._button_replies = ButtonReplies(library, self._answers, self._abstentions, self.browse, self.article_pages)
        self._interpreter = Interpreter(library, self.match)

    @cached_property
    def names(self) -> Names:
        """The short names of all that is in the library, for the data of buttons."""
        return Names(self._library)

    def warm_up(self) -> None:
        """Ask something in each language of the newest article, so that no person waits for what the first one makes.

        Those are tables of names and of what people say, and models that the cache restores: about a second in all. The
        words of an answer are no variant, so that all is looked at which a question may need.
        """
        self.names  # noqa: B018 - made now
        article = next(iter(self._library.newest_first), None)
        if article is not None and article.entries:
            genders(article, self._library.models[article.slug].lexicon)
            for language in article.served:
                question = Question(article.entries[0].answers[language][:_WARMING_LETTERS])
                self.is_courtesy(question)
                self.ask(question)

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
        return match if name is None else offer_entries(self._library, question.text, name, match)

    def _bare_name(self, question: Question, match: Match) -> BareName | None:
        return bare_name(self._library, self._library.clean(question.text), question.choice, match.candidates)

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
            question: The words that were said.
            settings: Of the chat.
        """
        likely = question.spoken or self.interface_language(question.language_code, settings)
        return self._interpreter.understand(question, likely)

    def is_courtesy(self, question: Question) -> bool:
        """Tell whether words are nothing but courtesy, or ask for a language, by closed lists alone."""
        return self._interpreter.is_courtesy(question)

    def asks_for_a_language(self, text: str) -> bool:
        """Tell whether words name a language to speak, or ask which there are."""
        return any(each.asks_for_a_language for each in readings(text))

    def unknown_command(self, language: str) -> Reply:
        """Return the line for a command that there is not, with the ways into the articles."""
        words = phrases(language)
        buttons = (browse_button(language), Button(words("people-button"), BrowsePeople()))
        return Reply(language, (MainText(words("no-such-command")),), buttons)

    def ask(self, question: Question, settings: ChatSettings = AUTOMATIC, *, brief: bool = False) -> Reply:
        """Return the reply to a question: an answer, a choice, or word that nothing was found.

        Args:
            question: The question as it was asked.
            settings: Of the chat.
            brief: True if others read along: then abstention is one short line.
        """
        return self.reply(self.understand(question, settings), settings, brief=brief)

    def reply(self, understood: Understood, settings: ChatSettings = AUTOMATIC, *, brief: bool = False) -> Reply:
        """Return the reply to what was understood.

        Args:
            understood: As `understand` returns it.
            settings: Of the chat.
            brief: True if others read along.
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
            return joined([(each, self.reply(each, settings, brief=brief)) for each in understood.parts], understood)
        if understood.kind is IntentKind.CARD:
            return self._card(understood, language, settings)
        if understood.match is not None:
            aimed = self._aimed(question)
            if aimed is not question and not any(map(str.isalnum, self._library.clean(aimed.text))):
                return self._card(understood, self.interface_language(question.language_code, settings), settings)
            spoken = self.language(understood, settings)
            reply = self._reply_to_match(understood.match, aimed, settings, spoken, brief=brief)
            return replace(reply, is_lookup=understood.is_lookup, goes_on=understood.kind in _GOING_ON)
        if understood.entry_key is None:
            return self._nothing_to_go_on_from(understood, settings, language, brief=brief)
        if understood.kind is IntentKind.POINTING:
            return self._follow_ups.confirmation(understood, language)
        return self._follow_ups.reply(understood, language)

    def _nothing_to_go_on_from(
        self, understood: Understood, settings: ChatSettings, language: str, *, brief: bool
    ) -> Reply:
        """The reply to what points or goes on, where there is nothing to which it could."""
        question = understood.question
        if NOBODY_MEANT in understood.details:
            reply = Reply(language, (MainText(phrases(language)("nobody-meant")),), (browse_button(language),))
            return replace(reply, goes_on=True)
        if question.after is not None and not question.about:
            reply = self._reply_to_match(_NOTHING, question, settings, ReplyLanguage(language), brief=brief)
            return replace(reply, goes_on=True)
        if understood.kind is not IntentKind.POINTING:
            missing = "nothing-before"
        else:
            missing = "nothing-said-there" if question.about else "nothing-to-check"
        return Reply(language, (MainText(phrases(language)(missing)),), (browse_button(language),))

    def facets(self, understood: Understood) -> list[FacetAnswer]:
        """Return the answers to what is asked about the entry that was answered with before."""
        return self._follow_ups.facets(understood)

    def _spoken(self, understood: Understood, settings: ChatSettings) -> str:
        """The language of a reply to what closed lists tell: theirs, the likeliest for a word or two of several."""
        question = understood.question
        app = self._settled_language(question.language_code, settings)
        listed = listed_language(understood.typed_text, understood.language, question.spoken, app)
        return listed or self.interface_language(question.language_code, settings)

    def _courteous(self, understood: Understood, language: str, *, brief: bool) -> Reply:
        if "help" in understood.details:
            if brief:
                return Reply(language, (MainText(phrases(language)("no-words")),))
            return self.browse.help(language, choice=understood.question.choice)
        return courtesy(understood.details, language, understood.question.number)

    def _languages_offered(self, language: str) -> Reply:
        buttons = tuple(Button(OWN_NAMES[code], HelpInLanguage(code)) for code in LANGUAGES)
        return Reply(language, (MainText(phrases(language)("languages-offered")),), buttons)

    def _card(self, understood: Understood, language: str, settings: ChatSettings) -> Reply:
        article = ordered(self._library, self._aimed(understood.question).choice)[0]
        line = self.article_pages.line(article, understood.details, language)
        return line or self.article_pages.card(article, language, settings.article)

    def ask_unasked(self, question: Question, settings: ChatSettings = AUTOMATIC) -> Reply | None:
        """Return the reply to a question that is put to nobody; None unless it is answered beyond doubt."""
        question = self._aimed(question)
        match = certain_match(self._library, question.text, question.choice)
        if match is None:
            return None
        return self._reply_to_match(match, question, settings, self._language(match, question, settings), brief=True)

    def _reply_to_match(
        self, match: Match, question: Question, settings: ChatSettings, chosen: ReplyLanguage, *, brief: bool
    ) -> Reply:
        """Return the answer, the choice or the abstention that a match comes to, in a language that was chosen."""
        language, instead = chosen.code, chosen.instead
        spoken = self._language_of_remark(question, settings) if instead else language
        if match.outcome is Outcome.ABSTAIN:
            language = spoken
        if match.outcome is Outcome.ANSWER:
            reply = self.answer(match.candidates[0].entry_id, language)
        elif match.outcome is Outcome.CHOOSE:
            reply = self._choice(match, question, language)
        elif brief:
            reply = self._abstentions.named(language, question.choice)
        else:
            reply = self._abstention(match, question, language)
        reply = replace(reply, candidate=next(iter(match.candidates), None))
        has_remark = instead and not (brief and match.outcome is Outcome.ABSTAIN)
        return self._with_language_remark(reply, spoken) if has_remark else reply

    def _language_of_remark(self, question: Question, settings: ChatSettings) -> str:
        """The language in which somebody is told that theirs is not served: the chat's, the app's, else English."""
        code = primary_subtag(question.language_code or "")
        return settings.language or (code if code in LANGUAGES else _FALLBACK_LANGUAGE)

    def _with_language_remark(self, reply: Reply, spoken: str) -> Reply:
        """Return a reply with a line that the question's language is not served, and buttons of the other languages."""
        words = phrases(spoken)
        remark = Footnote(words("not-served", language=words(f"language-{reply.language}")))
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
        return Reply(language, (MainText(phrases(language)("no-words")),), (browse_button(language),))

    def articles_gone(self, language: str) -> Reply:
        """Return the line for a group that has chosen articles all of which are gone."""
        return Reply(language, (MainText(phrases(language)("articles-gone")),))

    def interface_language(self, language_code: str | None, settings: ChatSettings = AUTOMATIC) -> str:
        """Return the language where no question tells: the chat's, else the app's if there are phrases in it.

        Where neither is: the default; without one English for an app in another language, else the first article's.
        """
        return self._settled_language(language_code, settings) or self._library.articles[0].language

    def _settled_language(self, language_code: str | None, settings: ChatSettings) -> str | None:
        """The language of the chat, of the app or by default, English for an app in another; None if none is known."""
        if settings.language is not None:
            return settings.language
        code = primary_subtag(language_code or "")
        if code in LANGUAGES:
            return code
        return self._default_language or (_FALLBACK_LANGUAGE if code else None)

    def language(self, understood: Understood, settings: ChatSettings = AUTOMATIC) -> ReplyLanguage:
        """Return the language of the reply to what was understood and looked up.

        Args:
            understood: As `understand` returns it, with a match.
            settings: Of the chat.
        """
        asked = self._aimed(understood.question)
        if not understood.is_lookup and understood.typed_text:
            # The words that were typed tell the language, not those that stand for what they point to.
            asked = replace(asked, text=self._aimed(replace(understood.question, text=understood.typed_text)).text)
        return self._language(understood.match or _NOTHING, asked, settings)

    def _language(self, match: Match, question: Question, settings: ChatSettings) -> ReplyLanguage:
        article = ordered(self._library, question.choice)[0]
        if match.candidates:
            article = self._library.article_of(self._library.entries[match.candidates[0].entry_id])
        return reply_language(article, match, question, settings, self._default_language)

    def answer(self, entry_key: str, language: str) -> Reply:
        """Return an entry's answer, with its attribution and related questions.

        Raises:
            KeyError: No such entry.
        """
        return self._answers.answer(entry_key, language)

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
            buttons = (Button(self._labels.label(key, language, titled=True), OpenEntry(key)) for key in keys)
            return Reply(language, (MainText(phrases(language)("choose")),), tuple(islice(buttons, _MOST_LINKED)))
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
            action: The button's action.
            language: Of the reply.
            choice: The articles that the chat is answered from, and the one that it talks of.
            settings: Of the chat.
        """
        return self._button_replies.reply(action, language, choice, settings)

    def _choice(self, match: Match, question: Question, language: str) -> Reply:
        words = phrases(language)
        buttons = self._labels.buttons(match, language, ChooseEntry)
        reject = Button(words("none-of-these"), RejectChoices())
        card = self._card_buttons(match, question, language)
        return Reply(language, (MainText(words("choose")),), (*buttons, *card, reject), outcome=match.outcome)

    def _card_buttons(self, match: Match, question: Question, language: str) -> Sequence[Button]:
        """The button to the page of all that somebody says whose name is all that was typed."""
        name = self._bare_name(question, match)
        button = None if name is None else self.browse.person_button(name.article, name.bearer, language)
        return () if button is None else (button,)

    def _abstention(self, match: Match, question: Question, language: str) -> Reply:
        near = self._labels.buttons(match, language, OpenEntry)
        return self._abstentions.reply(language, question.choice, near, self._card_buttons(match, question, language))

    def offer(self, entry_key: str, language: str, *, titled: bool) -> str:
        """Return the whole line for an entry to choose, as a button shows it shortened.

        Args:
            entry_key: The entry.
            language: Of the line.
            titled: True if the title of its article follows.
        """
        return self._labels.offer(entry_key, language, titled=titled)

    def _slug(self, entry_key: str) -> str:
        return self._library.entries[entry_key].article
