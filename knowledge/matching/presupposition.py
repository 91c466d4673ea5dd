"""Presupposition: a stance that a question takes for granted ("What did he condemn?": that he condemned something).

A claim ("Did he condemn it?") may be answered by its contrary, "He welcomed it." Where the question asks who, what or
why, that would be to agree that he condemned something.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from knowledge.text.languages import AnswerKind
from knowledge.text.stances import CONTRARIES, stance
from knowledge.text.tokens import tokenizer

# The words at the start among which a question word asks.
_START = 2
_SAYING = "say"


class TextStances:
    """The stances that each entry's own texts give.

    Args:
        texts: By entry number and language, its answer and statements.
    """

    def __init__(self, texts: Mapping[int, Mapping[str, Sequence[str]]]) -> None:
        self._stances = {number: frozenset(_stances(own)) for number, own in texts.items()}

    def contradicting(self, spelled: Sequence[str], language: str) -> frozenset[int]:
        """Return the entries that give the contrary of a stance that a question takes for granted, and not that itself.

        Args:
            spelled: The words of the question.
            language: ISO 639-1 code.
        """
        contraries = {each: CONTRARIES[each] for each in _presupposed(spelled, language) if each in CONTRARIES}
        return frozenset(
            number
            for number, own in self._stances.items()
            for each, contrary in contraries.items()
            if each not in own and contrary & own
        )


def _presupposed(spelled: Sequence[str], language: str) -> Iterable[str]:
    reader = tokenizer(language)
    asking = [
        found
        for found in reader.question_phrases(spelled)
        if found.start <= _START and found.value is not AnswerKind.YES_NO
    ]
    if not asking:
        return ()
    return {taken for word in spelled[asking[0].end :] if (taken := stance(word, language)) not in (None, _SAYING)}


def _stances(texts: Mapping[str, Sequence[str]]) -> Iterable[str]:
    for language, some in texts.items():
        reader = tokenizer(language)
        for text in some:
            for word in reader.words(text):
                if (taken := stance(word, language)) is not None:
                    yield taken
