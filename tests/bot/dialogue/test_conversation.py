"""The dialogue answers, offers, or says that the article is silent; every button leads somewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import Foreseen, every_reply, verdict, village

from bot.dialogue.actions import BrowsePerson, BrowseTopic, BrowseTopics, ChooseEntry, OpenEntry, RejectChoices
from bot.dialogue.conversation import Dialogue
from bot.dialogue.parts import Footnote, MainText, QuoteLine
from bot.dialogue.question import ChatSettings, Question
from bot.dialogue.reply import Reply
from knowledge.library import Library
from knowledge.matcher import Match, Outcome
from knowledge.model import Article

LANGUAGES = ("fr", "en", "ru", "uk")
QUESTIONS = {
    "fr": "Qui est Marc Fogel ?",
    "en": "Who is Marc Fogel?",
    "ru": "Кто такой Марк Фогель?",
    "uk": "Хто такий Марк Фогель?",
}


def leads(reply: Reply) -> list[str]:
    """Return the texts that matter most in a reply."""
    return [part.text for part in reply.parts if isinstance(part, MainText)]


def asked(match: Match, *articles: Article, default_language: str | None = None) -> Reply:
    """Return the reply to a question that the matcher makes this of."""
    library = Library(articles or (village(),))
    return Foreseen(library, match, default_language=default_language).ask(Question("?"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_answered_in_its_own_language(library: Library, language: str) -> None:
    reply = Dialogue(library).ask(Question(QUESTIONS[language]), ChatSettings("fr"))
    assert reply.entry_key == "appel-trump-poutine/fogel-who"
    assert reply.language == language
    assert leads(reply) == [library.entries[reply.entry_key].answers[language]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_reads_answer_then_quote_then_attribution_then_source(library: Library, language: str) -> None:
    reply = Dialogue(library).answer("appel-trump-poutine/nato-hegseth", language)
    assert [type(part) for part in reply.parts] == [MainText, QuoteLine, Footnote, Footnote]
    _, quotation, attribution, source = reply.parts
    article = library.articles[0]
    assert isinstance(quotation, QuoteLine)
    assert isinstance(attribution, Footnote)
    assert isinstance(source, Footnote)
    assert "l’adhésion de l’Ukraine à l’OTAN" in quotation.text
    assert (quotation.translation is None) == (language == "fr")
    for fact in (article.people["hegseth"].name[language], article.venues["nato-headquarters"][language], "AP"):
        assert fact in attribution.text
    assert article.title[language] in source.text


def test_related_questions_are_at_most_two_others_of_the_same_article(library: Library) -> None:
    other = replace(village(), slug="autre", entries=village().entries[:1])
    both = Library((*library.articles, replace(other, entries=(replace(other.entries[0], article="autre"),))))
    dialogue = Dialogue(both)
    for entry in both.entries.values():
        related = [button.action for button in dialogue.answer(entry.key, "fr").buttons]
        assert len(related) == min(2, len(both.article_of(entry).entries) - 1)
        assert len(set(related)) == len(related)
        for action in related:
            assert isinstance(action, OpenEntry)
            assert action.entry_key != entry.key
            assert both.entries[action.entry_key].article == entry.article


def test_a_related_question_is_near_in_the_article_or_of_the_same_topic() -> None:
    dialogue = Dialogue(Library((village(),)))
    first = dialogue.answer("pont/reopens", "fr").buttons[0].action
    assert isinstance(first, OpenEntry)
    assert first.entry_key in ("pont/safe", "pont/everything")


def test_related_questions_are_labelled_in_the_language_of_the_reply() -> None:
    library = Library((village(),))
    for language in ("fr", "en"):
        for button in Dialogue(library).answer("pont/promise", language).buttons:
            assert isinstance(button.action, OpenEntry)
            assert button.label == library.entries[button.action.entry_key].title(language)


def test_an_article_that_does_not_serve_a_language_is_answered_in_its_own() -> None:
    reply = Dialogue(Library((village(),))).answer("pont/promise", "uk")
    assert reply.language == "fr"
    assert leads(reply) == ["Réponse promise."]


@pytest.mark.parametrize(
    "scores", [{"pont/closed": 70.0, "pont/since": 69.0}, {"pont/closed": 70.0, "pont/since": 69.0, "pont/vote": 68.0}]
)
def test_a_choice_offers_the_close_ones_and_none_of_these(scores: dict[str, float]) -> None:
    reply = asked(verdict(Outcome.CHOOSE, scores, "en"))
    assert reply.entry_key is None
    assert [button.action for button in reply.buttons] == [*map(ChooseEntry, scores), RejectChoices()]
    assert [button.label for button in reply.buttons[:-1]] == [
        f"The question {key.removeprefix('pont/')}?" for key in scores
    ]
    assert len({button.label for button in reply.buttons}) == len(reply.buttons)


def test_a_choice_is_answered_once_it_is_made() -> None:
    library = Library((village(),))
    dialogue = Foreseen(library, verdict(Outcome.CHOOSE, {"pont/closed": 70.0, "pont/since": 69.0}, "en"))
    choice = dialogue.ask(Question("?"))
    assert dialogue.act(choice.buttons[1].action, choice.language) == dialogue.answer("pont/since", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_none_of_these_admits_that_the_article_is_silent_and_offers_to_browse(library: Library, language: str) -> None:
    dialogue = Dialogue(library)
    reply = dialogue.act(RejectChoices(), language)
    assert reply is not None
    assert reply.language == language
    assert (reply.entry_key, reply.outcome) == (None, Outcome.ABSTAIN)
    assert [button.action for button in reply.buttons] == [BrowseTopics()]


def test_an_abstention_offers_at_most_three_near_questions_and_a_way_to_browse() -> None:
    near = {"pont/closed": 39.0, "pont/since": 38.0, "pont/vote": 37.0, "pont/promise": 36.0, "pont/reopens": 35.0}
    reply = asked(verdict(Outcome.ABSTAIN, near, "en"))
    assert reply.entry_key is None
    assert [button.action for button in reply.buttons] == [*map(OpenEntry, list(near)[:3]), BrowseTopics()]


def test_an_abstention_offers_nothing_that_is_far_from_the_question() -> None:
    far = asked(verdict(Outcome.ABSTAIN, {"pont/closed": 0.5}, "en"))
    nothing = asked(verdict(Outcome.ABSTAIN, {}, "en"))
    near = asked(verdict(Outcome.ABSTAIN, {"pont/closed": 39.0}, "en"))
    assert replace(far, candidate=None) == nothing
    assert [button.action for button in nothing.buttons] == [BrowseTopics()]
    assert leads(near) != leads(far), "what follows is announced only where something follows"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_abstention_holds_no_answer(language: str) -> None:
    reply = asked(verdict(Outcome.ABSTAIN, {"pont/closed": 39.0}, language))
    assert reply.language == language
    assert village().entries[0].answers[language] not in str(reply.parts)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Quel temps fera-t-il demain à Marseille ?", "fr"),
        ("What will the weather be in Marseille tomorrow?", "en"),
        ("Какая завтра будет погода в Марселе?", "ru"),
        ("Яка завтра буде погода в Марселі?", "uk"),
    ],
)
def test_what_the_article_is_silent_on_is_not_answered(library: Library, question: str, language: str) -> None:
    reply = Dialogue(library).ask(Question(question))
    assert reply.entry_key is None
    assert reply.language == language
    assert reply.buttons[-1].action == BrowseTopics()


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_language_that_is_not_served_is_answered_in_the_articles_with_one_line_saying_so(outcome: Outcome) -> None:
    scores = {"pont/closed": 70.0, "pont/since": 69.0}
    reply = asked(verdict(outcome, scores, "de"), default_language="en")
    # Silence is in the language of whoever asks, as far as that is served, else in English.
    language = "en" if outcome is Outcome.ABSTAIN else "fr"
    served = asked(verdict(outcome, scores, language))
    assert reply.language == language
    assert reply.parts[1:] == served.parts
    assert reply.buttons[:-3] == served.buttons
    assert reply.entry_key == served.entry_key
    remark = reply.parts[0]
    assert isinstance(remark, Footnote)
    assert {"en": "English", "fr": "French"}[language] in remark.text


def test_an_answer_speaks_the_language_of_the_article_it_comes_from() -> None:
    german = replace(village(), slug="de", entries=())
    english = replace(
        village(),
        slug="en",
        language="en",
        served=("en",),
        entries=tuple(replace(entry, id=f"en-{entry.id}", article="en") for entry in village().entries),
    )
    reply = asked(verdict(Outcome.ANSWER, {"en/en-closed": 90.0}, "de"), german, english)
    assert reply.language == "en"
    assert reply.entry_key == "en/en-closed"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_where_others_read_along_silence_is_one_line_and_nothing_more(language: str) -> None:
    dialogue = Foreseen(Library((village(),)), verdict(Outcome.ABSTAIN, {"pont/closed": 39.0}, language))
    reply = dialogue.ask(Question("?"), brief=True)
    assert reply.language == language
    assert reply.buttons == ()
    assert [type(part) for part in reply.parts] == [MainText]
    assert "\n" not in leads(reply)[0]
    assert leads(reply) != leads(dialogue.ask(Question("?")))


@pytest.mark.parametrize("outcome", [Outcome.ANSWER, Outcome.CHOOSE])
def test_where_others_read_along_answers_and_choices_are_the_same(outcome: Outcome) -> None:
    dialogue = Foreseen(Library((village(),)), verdict(outcome, {"pont/closed": 70.0, "pont/since": 69.0}, "en"))
    assert dialogue.ask(Question("?"), brief=True) == dialogue.ask(Question("?"))


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_reply_to_a_question_says_what_the_question_came_to(outcome: Outcome) -> None:
    assert asked(verdict(outcome, {"pont/closed": 70.0, "pont/since": 69.0}, "en")).outcome is outcome
    assert asked(verdict(outcome, {"pont/closed": 70.0, "pont/since": 69.0}, "de")).outcome is outcome


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_words_one_entry_of_each_topic_is_listed(library: Library, language: str) -> None:
    listed = Dialogue(library).listed(Question("  ", language))
    topics = [library.entries[reply.entry_key].topic for reply in listed if reply.entry_key]
    assert topics == list(library.articles[0].topics)
    assert {reply.language for reply in listed} == {language}


def test_entries_that_fit_some_words_are_listed_best_first_each_as_a_whole_answer(library: Library) -> None:
    dialogue = Dialogue(library)
    listed = dialogue.listed(Question("Marc Fogel", "en"))
    ids = [reply.entry_key for reply in listed]
    assert ids[0] in ("appel-trump-poutine/fogel-who", "appel-trump-poutine/prisoners-exchanged")
    assert len(set(ids)) == len(ids)
    for reply in listed:
        assert reply.entry_key is not None
        assert reply == dialogue.answer(reply.entry_key, reply.language)


def test_words_that_fit_nothing_list_nothing(library: Library) -> None:
    assert Dialogue(library).listed(Question("zzz qqq xxx")) == []


def test_the_score_of_any_entry_with_a_question_can_be_asked_for(library: Library) -> None:
    dialogue = Dialogue(library)
    question = Question("Who is Marc Fogel, and what was the call about?")
    for candidate in library.match(question.text).candidates:
        assert dialogue.candidate(question, candidate.entry_id) == candidate
    assert dialogue.candidate(Question(QUESTIONS["en"]), "appel-trump-poutine/fogel-who").score == 100
    assert dialogue.candidate(Question("zzz qqq xxx"), "appel-trump-poutine/fogel-who").score == 0
    assert dialogue.knows("appel-trump-poutine/fogel-who")
    assert not dialogue.knows("appel-trump-poutine/gone")


def test_the_title_of_a_reply_is_its_question_or_its_first_words() -> None:
    dialogue = Dialogue(Library((village(),)))
    assert dialogue.title(dialogue.answer("pont/vote", "en")) == "The question vote?"
    silent = asked(verdict(Outcome.ABSTAIN, {}, "en"))
    assert dialogue.title(silent) == leads(silent)[0]


@pytest.mark.parametrize(
    "action", [OpenEntry("gone"), ChooseEntry("gone"), BrowseTopic("pont/gone"), BrowsePerson("gone")]
)
def test_a_button_to_what_is_gone_has_no_reply(
    action: OpenEntry | ChooseEntry | BrowseTopic | BrowsePerson,
) -> None:
    assert Dialogue(Library((village(),))).act(action, "fr") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_leads_somewhere_in_every_language(library: Library, language: str) -> None:
    replies = list(every_reply(Dialogue(library), language))
    assert {reply.language for reply in replies} == {language}
    answered = {reply.entry_key for reply in replies if reply.entry_key}
    assert answered == set(library.entries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_without_words_is_told_so_in_the_language_of_the_app(library: Library, language: str) -> None:
    reply = Dialogue(library).without_words(Question("", language))
    assert reply.language == language
    assert len(leads(reply)) == 1
    assert [button.action for button in reply.buttons] == [BrowseTopics()]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_any_text_has_a_reply_with_words(library: Library, text: str) -> None:
    reply = Dialogue(library).ask(Question(text))
    assert leads(reply)
    assert all(leads(reply))
    assert reply.language in LANGUAGES
