"""The language of a reply."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.question import ChatSettings, Question
from bot.dialogue.spoken_language import spoken_language
from knowledge.matcher import Match
from knowledge.model import Article
from knowledge.text.languages import primary_subtag


@dataclass(frozen=True, slots=True)
class ReplyLanguage:
    """A language, and why it is this one.

    Attributes:
        code: ISO 639-1.
        instead: True if the question's own language is one that the article is not served in.
    """

    code: str
    instead: bool = False


def reply_language(
    article: Article, match: Match, question: Question, settings: ChatSettings, default: str | None
) -> ReplyLanguage:
    """Return the question's language if it can be told and the article is served in it.

    Where it cannot be told ("Trump NATO", "test", a single word): the chat's setting, then the language of the asker's
    app, then the default; without any of them the article's own, if the question is in its alphabet. A question in a
    language that is not served gets the article's own. What goes on from an answer is of that answer's language unless
    its words clearly are another's.
    """
    told = spoken_language(question.text, match.language, question.spoken)
    if told is not None:
        known = told in article.served
        return ReplyLanguage(told if known else article.language, instead=not known)
    for code in (settings.language, primary_subtag(question.language_code or ""), default):
        if code in article.served:
            return ReplyLanguage(str(code))
    served = [code for code in match.plausible if code in article.served]
    return ReplyLanguage(article.language if article.language in served or not served else served[0])
