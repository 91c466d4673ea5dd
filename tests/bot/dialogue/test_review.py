"""The pages of the review: what was asked in vain, what curators may make of it, and why something is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import village

from bot.dialogue.actions import JudgeGroup, ReviewQueue, ReviewVariant, ReviewVerdict, TeachVariant, UndoAct
from bot.dialogue.decision import Decision
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.parts import Footnote, Item, MainText, Title
from bot.dialogue.reply import Reply
from bot.dialogue.review import (
    CountedWording,
    MissGroup,
    done_note,
    plain_note,
    queue_page,
    refusal_note,
    variant_page,
)
from bot.phrases import LANGUAGES, phrases
from knowledge.article_variant import ArticleVariant
from knowledge.library import Library
from knowledge.teaching import OutcomeFlip, Refusal, UnusableVariant, VariantCollision

GROUP = MissGroup(
    token="abcd",
    language="fr",
    wordings=(CountedWording("et le vieux pont ?", 3), CountedWording("le vieux  pont\nalors", 1)),
    left_out=0,
    reasons={MissReason.VOTED_DOWN: 1, MissReason.ABSTAINED: 3},
    first_day="2026-11-20",
    last_day="2026-11-27",
    nearest=("pont/closed", "pont/reopens"),
)


@pytest.fixture(scope="module")
def bridge() -> Library:
    """A library with one small article, which asks for no matcher here."""
    return Library((village(),))


def items(reply: Reply) -> list[Item]:
    """The wordings of a page."""
    return [part for part in reply.parts if isinstance(part, Item)]


def small(reply: Reply) -> str:
    """The small print of a page."""
    return "\n".join(part.text for part in reply.parts if isinstance(part, Footnote))


def lead(reply: Reply) -> str:
    """The sentence of a note."""
    [part] = reply.parts
    assert isinstance(part, MainText)
    return part.text


def test_a_group_is_counted_as_often_as_its_wordings_were_asked() -> None:
    assert GROUP.count == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_group_says_how_often_when_and_why_it_was_asked_in_vain(bridge: Library, language: str) -> None:
    words = phrases(language)
    reply = queue_page(GROUP, 2, bridge, language)
    assert reply.parts[0] == Title(words("review-title", groups=2))
    assert items(reply) == [
        Item("et le vieux pont ?", (words("review-times", count=3),)),
        Item("le vieux pont alors"),
    ]
    assert small(reply) == " · ".join(
        [
            words("language-fr"),
            "2026-11-20 – 2026-11-27",
            words("review-abstained", count=3),
            words("review-down", count=1),
        ]
    )


def test_a_group_of_one_day_names_the_day_once(bridge: Library) -> None:
    told = small(queue_page(replace(GROUP, last_day=GROUP.first_day), 1, bridge, "en"))
    assert told.count("2026-11-20") == 1


def test_the_buttons_offer_the_nearest_entries_first_and_then_the_verdicts(bridge: Library) -> None:
    reply = queue_page(GROUP, 1, bridge, "en")
    assert [button.action for button in reply.buttons] == [
        ReviewVariant("abcd", "pont/closed"),
        ReviewVariant("abcd", "pont/reopens"),
        JudgeGroup("abcd", ReviewVerdict.WANTED),
        JudgeGroup("abcd", ReviewVerdict.OUT_OF_SCOPE),
        JudgeGroup("abcd", ReviewVerdict.SKIPPED),
    ]
    assert "The question closed?" in reply.buttons[0].label
    assert [button.beside for button in reply.buttons] == [False, False, False, True, True]


def test_wordings_that_are_left_out_are_counted(bridge: Library) -> None:
    reply = queue_page(replace(GROUP, left_out=7), 1, bridge, "en")
    assert items(reply)[-1] == Item(phrases("en")("review-more", count=7))


@pytest.mark.parametrize(("length", "shown"), [(160, 160), (161, 160), (4096, 160)])
def test_a_long_wording_is_cut(bridge: Library, length: int, shown: int) -> None:
    [item] = items(queue_page(replace(GROUP, wordings=(CountedWording("p" * length, 1),)), 1, bridge, "en"))
    assert len(item.text) == shown
    assert item.text.endswith("…") == (length > shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_queue_is_a_sentence(bridge: Library, language: str) -> None:
    reply = queue_page(None, 0, bridge, language)
    assert lead(reply) == phrases(language)("review-none")
    assert reply.buttons == ()


@pytest.mark.parametrize("group", [GROUP, None])
def test_a_note_stands_above_the_page_and_its_buttons_below(bridge: Library, group: MissGroup | None) -> None:
    note = done_note(Decision.SKIPPED, 1, "et le vieux pont ?", 12, "en")
    reply = queue_page(group, 1, bridge, "en", note)
    assert reply.parts[0] == note.parts[0]
    assert reply.buttons[-1].action == UndoAct(12)


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_something_is_taught_its_answer_is_shown_in_a_language_of_the_article(
    bridge: Library, language: str
) -> None:
    words = phrases(language)
    reply = variant_page(GROUP, "pont/closed", bridge, language)
    title, answer = ("The question closed?", "The answer closed.")
    if language != "en":
        title, answer = ("Question closed ?", "Réponse closed.")
    assert reply.parts[:3] == (Title(title), MainText(answer), Footnote(words("review-same")))
    assert len(items(reply)) == len(GROUP.wordings)
    teach, back = reply.buttons
    assert (teach.label, teach.action) == (words("review-teach", count=2), TeachVariant("abcd", "pont/closed"))
    assert (back.action, back.beside) == (ReviewQueue(), True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("decision", "key"),
    [
        (Decision.TAUGHT, "review-taught"),
        (Decision.EXCLUDED, "review-excluded"),
        (Decision.WANTED, "review-is-wanted"),
        (Decision.SKIPPED, "review-skipped"),
    ],
)
def test_what_was_decided_is_said_and_can_be_taken_back(decision: Decision, key: str, language: str) -> None:
    words = phrases(language)
    reply = done_note(decision, 3, "Et le pont ?", 5, language)
    assert lead(reply) == words(key, count=3, question=words.quoted("Et le pont ?"))
    assert [(button.label, button.action) for button in reply.buttons] == [(words("review-undo"), UndoAct(5))]


@pytest.mark.parametrize("key", ["review-changed", "review-undone", "review-not-undone"])
def test_a_plain_note_is_its_sentence(key: str) -> None:
    reply = plain_note(key, "uk")
    assert (lead(reply), reply.buttons) == (phrases("uk")(key), ())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("refusal", "key", "names_entry"),
    [
        (UnusableVariant("le texte"), "review-refused-unusable", False),
        (VariantCollision("le texte", None), "review-refused-negative", False),
        (VariantCollision("le texte", "pont/closed"), "review-refused-collision", True),
        (OutcomeFlip(ArticleVariant("pont", "reopens", "fr", "le texte"), None), "review-refused-flip", False),
        (
            OutcomeFlip(ArticleVariant("pont", "reopens", "fr", "le texte"), "pont/closed"),
            "review-refused-flip-to",
            True,
        ),
    ],
)
def test_a_refusal_names_the_text_and_whatever_stands_in_its_way(
    bridge: Library, refusal: Refusal, key: str, names_entry: bool, language: str
) -> None:
    words = phrases(language)
    question = words.quoted(bridge.title("pont/closed", language))
    told = lead(refusal_note(refusal, bridge, language))
    assert told == words(key, text=words.quoted("le texte"), question=question)
    assert (question in told) == names_entry
    assert words.quoted("le texte") in told
