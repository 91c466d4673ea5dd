"""Follow-ups, messages that point to others, and several questions in one message, on the bundled article."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from bot.dialogue.actions import BrowseArticle
from bot.dialogue.conversation import Dialogue
from bot.dialogue.intent import IntentKind, readings
from bot.dialogue.question import Question
from bot.dialogue.record import record
from bot.phrases import phrases
from knowledge.library import Library
from knowledge.matcher import Outcome


def said(library: Library, text: str, after: str | None = None, about: str = "") -> tuple[str, list[str], str]:
    """The outcome, the ids of the entries, and the reply."""
    found = record(library, Dialogue(library), Question(text, after=after, about=about), whole=True)
    return found["outcome"], [entry["id"] for entry in found["entries"]], found["reply"]


@pytest.mark.parametrize(
    ("after", "text", "entry"),
    [
        ("call-duration", "et avec Zelensky ?", "second-call-duration"),
        ("second-call-duration", "and with Putin?", "call-duration"),
        ("borders-allies", "почему?", "borders-consequences"),
        ("peskov-who", "і що він сказав?", "peskov-said"),
        ("nato-trump", "vas-y la suite", "nato-agrees-with-russians"),
        ("kremlin-confirmed", "what else did they say?", "kremlin-welcomed"),
        ("call-date", "И о чём они говорили?", "call-subject"),
        ("peskov-said", "Who is he?", "peskov-who"),
        ("hegseth-who", "и что он сказал", "nato-hegseth-where"),
        ("kremlin-welcomed", "how come", "peskov-said"),
        ("zelensky-told", "коли", "second-call"),
        ("zelensky-reaction", "Quoi d'autre ?", "zelensky-reaction"),
        ("peace-wanted", "а зеленський?", "peace-wanted"),
        ("peskov-who", "what did he say", "peskov-said"),
    ],
)
def test_a_follow_up_is_answered_from_what_it_goes_on_from(library: Library, after: str, text: str, entry: str) -> None:
    outcome, entries, _ = said(library, text, after)
    assert (outcome, entries[:1]) == ("answer", [entry])


@pytest.mark.parametrize(
    ("after", "text"),
    [
        ("borders-allies", "і що вони йому відповіли"),
        ("borders-allies", "а зе шо?"),
        ("prisoners-exchanged", "якого числа обміняли?"),
        ("hegseth-who", "інфа звідки, яке змі?"),
        ("call-who", "where did he call from?"),
        ("call-who", "откуда он звонил?"),
        ("call-nato-raised", "and when is the war going to end?"),
        ("zelensky-promised", "et lui il a répondu quoi ?"),
    ],
)
def test_nobody_else_answers_for_whoever_is_asked_of(library: Library, after: str, text: str) -> None:
    outcome, _, _ = said(library, text, after)
    assert outcome != "answer"


@pytest.mark.parametrize(
    ("about", "text", "entry"),
    [
        ("they swapped an American teacher for some Russian sitting in a US jail", "fake??", "prisoners-exchanged"),
        ("Хегсет про НАТО в Киеве говорил между прочим", "проверь плиз", "nato-hegseth"),
        ("трамп із зеленським цілу годину говорив", "не пизди, де пруфи", "second-call-duration"),
    ],
)
def test_a_claim_about_one_sentence_is_checked_by_its_nearest_entry(
    library: Library, about: str, text: str, entry: str
) -> None:
    outcome, entries, _ = said(library, text, about=about)
    assert (outcome, entries[:1]) == ("answer", [entry])


def test_a_source_is_not_taken_from_elsewhere(library: Library) -> None:
    outcome, _, _ = said(library, "hm, doubt. source?", about="Zelensky has asked Trump for 200 more Patriots")
    assert outcome == "abstain"


@pytest.mark.parametrize("text", ["hey bot who is marc fogel", "lol ok so who is marc fogel"])
def test_courtesy_without_a_comma_does_not_blur_a_question(library: Library, text: str) -> None:
    outcome, entries, _ = said(library, text)
    assert (outcome, entries[:1]) == ("answer", ["fogel-who"])


@pytest.mark.parametrize(
    ("after", "text", "phrase"),
    [
        ("peskov-said", "À qui a-t-il dit cela ?", "facet-addressee-unknown"),
        ("kremlin-welcomed", "А где это прозвучало?", "facet-venue-unknown"),
        ("fogel-who", "why?", "facet-reason-unknown"),
        ("call-duration", "яке змі це повідомило", "facet-outlet-unknown"),
        ("prisoners-exchanged", "quand ?", "facet-date-unknown"),
    ],
)
def test_what_the_article_does_not_tell_of_an_answer_is_said(
    library: Library, after: str, text: str, phrase: str
) -> None:
    outcome, entries, reply = said(library, text, after)
    assert (outcome, entries) == ("abstain", [])
    assert reply.split("\n")[0] in {phrases(language)(phrase) for language in ("fr", "en", "ru", "uk")}


@pytest.mark.parametrize(
    ("after", "text", "entry"),
    [
        ("nato-trump", "Qui est Marc Fogel ?", "fogel-who"),
        ("call-duration", "What did Hegseth say about NATO?", "nato-hegseth"),
        ("fogel-who", "Что сказал Песков о позиции Трампа?", "peskov-said"),
    ],
)
def test_a_question_of_its_own_is_one_after_any_answer(library: Library, after: str, text: str, entry: str) -> None:
    assert said(library, text, after)[1][:1] == [entry]


def test_words_beside_the_pointing_ones_narrow_the_look_up(library: Library) -> None:
    claim = "Trump et Poutine ont parlé 90 minutes et Poutine a promis de rendre la Crimée"
    assert said(library, "vrai pour les 90 minutes ?", about=claim)[1][:1] == ["call-duration"]


@pytest.mark.parametrize("text", ["where did he say that?", "и когда это было", "mot pour mot ?"])
def test_a_follow_up_to_nothing_asks_back(library: Library, text: str) -> None:
    understood = Dialogue(library).understand(Question(text))
    assert (understood.kind, understood.entry_key, understood.match) == (IntentKind.FOLLOW_UP, None, None)


def test_several_questions_are_answered_in_one_reply_and_what_fell_short_is_named(library: Library) -> None:
    text = "Who is Marc Fogel? How long did Trump and Putin talk? What is the capital of Trump's Australia?"
    dialogue = Dialogue(library)
    found = record(library, dialogue, Question(text))
    assert [each["entries"][0]["id"] for each in found["answers"][:2]] == ["fogel-who", "call-duration"]
    assert found["entries"] == found["answers"][0]["entries"]
    reply = dialogue.ask(Question(text))
    assert reply.outcome is Outcome.ANSWER
    lines = [str(part) for part in reply.parts]
    assert sum("Source" in line for line in lines) == 2


def test_a_message_of_a_hundred_questions_takes_no_longer_than_one_of_a_few(library: Library) -> None:
    dialogue = Dialogue(library)

    def seconds(count: int) -> float:
        text = " ".join(f"and who said he a{number}?" for number in range(count))
        began = time.thread_time()
        dialogue.understand(Question(text, after="appel-trump-poutine/peace-path"))
        return time.thread_time() - began

    seconds(6)
    assert seconds(150) < 4 * seconds(6) + 0.2


@pytest.mark.parametrize("words", ["right", "bullshit", "ah bon", "точно"])
def test_words_that_point_at_a_message_are_no_courtesy_under_it(library: Library, words: str) -> None:
    assert any(each.pointing.is_complete and each.courtesy.is_complete for each in readings(words))
    assert not Dialogue(library).is_courtesy(Question(words, about="Trump a parlé 90 minutes avec Poutine"))
    assert Dialogue(library).is_courtesy(Question(words))


def test_courtesy_before_a_question_does_not_blur_it(library: Library) -> None:
    assert said(library, "ок, а кто такой Фогель?")[:2] == ("answer", ["fogel-who"])


# Asked for more of an answer.


@pytest.mark.parametrize("text", ["I did not understand", "explique", "не понял", "не зрозуміла", "объясни"])
def test_whoever_does_not_understand_is_offered_related_questions_or_a_reason(library: Library, text: str) -> None:
    dialogue = Dialogue(library)
    question = Question(text, after="peace-path")
    reply = dialogue.ask(question)
    assert reply.parts[0].text == phrases(reply.language)("facet-explanation-unknown")
    assert reply.buttons
    assert not dialogue.is_courtesy(question)
    assert (
        dialogue.ask(replace(question, after="borders-allies")).context_key
        == "appel-trump-poutine/borders-consequences"
    )


@pytest.mark.parametrize("text", ["who else?", "qui d'autre ?", "кто ещё?", "хто ще?"])
def test_who_else_is_answered_with_others_on_the_same_matter_or_nobody(library: Library, text: str) -> None:
    assert said(library, text, "kremlin-confirmed")[:2] == ("answer", ["peskov-said"])
    outcome, _, reply = said(library, text, "peace-path")
    assert outcome == "abstain"
    assert reply in {phrases(code)("facet-others-unknown") for code in ("fr", "en", "ru", "uk")}


@pytest.mark.parametrize("language", ["fr", "en", "ru", "uk"])
def test_the_source_without_an_outlet_is_the_article_and_its_paragraph(library: Library, language: str) -> None:
    text = {"fr": "source ?", "en": "source?", "ru": "источник?", "uk": "джерело?"}[language]
    reply = Dialogue(library).ask(Question(text, language, after="call-duration"))
    unknown, source = (part.text for part in reply.parts)
    assert unknown == phrases(language)("facet-outlet-unknown")
    assert library.articles[0].title[language] in source


@pytest.mark.parametrize("language", ["fr", "en", "ru", "uk"])
@pytest.mark.parametrize("about", [0, 1, 2])
def test_what_points_to_a_message_that_says_nothing_gets_one_line(library: Library, language: str, about: int) -> None:
    pointing = {"fr": "c'est vrai ?", "en": "is it true?", "ru": "это правда?", "uk": "це правда?"}[language]
    thanks = {"fr": "merci", "en": "thanks", "ru": "спасибо", "uk": "дякую"}[language]
    reply = Dialogue(library).ask(Question(pointing, language, about=(pointing, thanks, "😂")[about]))
    assert [part.text for part in reply.parts] == [phrases(language)("nothing-said-there")]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("who wrote it?", "author"),
        ("link", "link"),
        ("date", "published"),
        ("lien ?", "link"),
        ("qui l'a écrit ?", "author"),
        ("кто автор?", "author"),
        ("дата", "published"),
        ("посилання", "link"),
        ("хто опублікував статтю?", "publisher"),
    ],
)
def test_one_thing_about_the_article_is_told_in_a_line_with_a_way_to_its_card(
    library: Library, text: str, key: str
) -> None:
    reply = Dialogue(library).ask(Question(text))
    assert reply.parts[0].text == phrases(reply.language)(f"card-{key}-unknown")
    assert len(reply.parts) <= 3
    assert [button.action for button in reply.buttons] == [BrowseArticle(library.articles[0].slug)]


def test_questions_beyond_three_and_those_without_an_answer_are_named(library: Library) -> None:
    asked = [
        "Who is Marc Fogel?",
        "How long was the call with Putin?",
        "Who is Dmitry Peskov?",
        "Who is Pete Hegseth?",
        "When was the call with Putin?",
        "Who is Steve Witkoff?",
        "What is the capital of Peru?",
    ]
    reply = Dialogue(library).ask(Question(" ".join(asked)))
    last = reply.parts[-1].text
    assert all(each in last for each in asked[3:])
    assert not any(each in last for each in asked[:3])
    two = Dialogue(library).ask(Question("Who is Marc Fogel? What is the capital of Peru?"))
    assert two.parts[-1].text == phrases("en")("several-short", question="“What is the capital of Peru?”")


@pytest.mark.parametrize(("sign", "kind"), [("👎", "insult"), ("👍", "emoji"), ("😡😡", "insult")])
def test_a_sign_of_displeasure_is_no_praise(library: Library, sign: str, kind: str) -> None:
    reply = Dialogue(library).ask(Question(sign, "en"))
    assert reply.parts[0].text in {phrases("en")(f"courtesy-{kind}", number=number) for number in range(3)}


@pytest.mark.parametrize(
    ("after", "text", "line"),
    [
        ("borders-illusory", "says who?", "Pete Hegseth"),
        ("second-call", "avant ou après l'appel avec Poutine ?", "peu après"),
        ("nato-hegseth", "по данным какого агентства?", "AP"),
    ],
)
def test_one_thing_about_an_answer_may_be_asked_with_the_names_in_it(
    library: Library, after: str, text: str, line: str
) -> None:
    outcome, _, reply = said(library, text, after)
    assert outcome == "answer"
    assert line in reply


def test_relayed_by_whom_asks_for_no_speaker(library: Library) -> None:
    outcome, _, reply = said(library, "c'est relayé par qui ?", "nato-hegseth")
    assert outcome == "answer"
    assert "Hegseth" not in reply


def test_two_readings_of_a_short_question_are_offered(library: Library) -> None:
    outcome, entries, _ = said(library, "en direct ou par téléphone ?", "zelensky-promised")
    assert outcome == "choose"
    assert "second-call" in entries


@pytest.mark.parametrize("text", ["and the peace?", "and the russians?"])
def test_somebody_or_something_else_is_no_courtesy_after_an_answer(library: Library, text: str) -> None:
    found = record(library, Dialogue(library), Question(text, after="nato-trump"), whole=True)
    assert found["intent"] != IntentKind.COURTESY.value


@pytest.mark.parametrize(
    ("after", "text", "language"),
    [
        ("fogel-who", "and what did she say?", "en"),
        ("nato-hegseth", "et elle ?", "fr"),
        ("nato-hegseth", "что она сказала?", "ru"),
        ("call-duration", "хто вона?", "uk"),
        ("borders-allies", "how did they respond?", "en"),
        ("borders-allies", "и что они ответили?", "ru"),
    ],
)
def test_a_pronoun_that_nobody_fits_is_said_so(library: Library, after: str, text: str, language: str) -> None:
    outcome, _, reply = said(library, text, after=after)
    assert (outcome, reply) == (Outcome.ABSTAIN, phrases(language)("nobody-meant"))


@pytest.mark.parametrize(
    ("after", "text", "entry"),
    [
        ("second-call", "она была долгой?", "second-call-duration"),
        ("second-call", "он ему звонил?", "second-call"),
        ("nato-trump", "кто с ним согласен?", "nato-hegseth"),
        ("nato-trump", "did anyone back him?", "nato-hegseth"),
        ("prisoners-exchanged", "а его имя?", "fogel-who"),
    ],
)
def test_a_pronoun_stands_for_what_fits_it(library: Library, after: str, text: str, entry: str) -> None:
    assert said(library, text, after=after)[:2] == (Outcome.ANSWER, [entry])


@pytest.mark.parametrize(
    ("after", "text"),
    [
        ("zelensky-reaction", "and Moscow?"),
        ("kremlin-welcomed", "а Зеленский доволен?"),
        ("talks-announced", "and Zelensky?"),
        ("borders-illusory", "does Trump agree?"),
        ("nato-trump", "what did Zelensky answer?"),
        ("borders-allies", "what about NATO?"),
        ("prisoners-exchanged", "et le Russe ?"),
    ],
)
def test_another_matter_is_not_answered_as_a_counterpart(library: Library, after: str, text: str) -> None:
    assert said(library, text, after=after)[0] != Outcome.ANSWER


@pytest.mark.parametrize(
    "text",
    ["ravi de te rencontrer", "c'est quoi ton rôle ?", "raconte une blague", "i'm bored", "заткни рот", "годнота"],
)
def test_chat_with_the_bot_is_no_question_about_the_article(library: Library, text: str) -> None:
    assert Dialogue(library).understand(Question(text)).kind is IntentKind.COURTESY


@pytest.mark.parametrize("text", ["more pls", "encore stp", "ещё, пожалуйста"])
def test_please_is_no_courtesy_beside_what_goes_on(library: Library, text: str) -> None:
    assert said(library, text, after="nato-hegseth")[0] == Outcome.ANSWER
