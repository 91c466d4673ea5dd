"""Venues: the usual places and media of statements, worded in each served language as the end of a line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

# An id and what tells the venue; on the next line its wording in French, English, Russian and Ukrainian.
_TABLE = """
press-conference: conférence de presse|point presse|news conference|press conf|briefing|брифинг|пресс-конф|пресконф
  en conférence de presse|at a press conference|на пресс-конференции|на пресконференції
statement: communiqué|in a statement|press release|заявлени|заяві
  dans un communiqué|in a statement|в заявлении|у заяві
interview: entretien|interview|интервью|інтерв
  dans un entretien|in an interview|в интервью|в інтерв’ю
video: vidéo|video|видео|відео
  dans une vidéo|in a video message|в видеообращении|у відеозверненні
letter: lettre|letter|письме|листі
  dans une lettre|in a letter|в письме|у листі
internal-message: message interne|memo|email|courriel
  dans un message interne|in an internal message|во внутреннем письме|у внутрішньому листі
on-x: sur x|sur twitter|on x|on twitter|tweet
  sur X|on X|в X|в X
on-facebook: facebook
  sur Facebook|on Facebook|в Facebook|у Facebook
on-instagram: instagram
  sur Instagram|on Instagram|в Instagram|в Instagram
on-linkedin: linkedin
  sur LinkedIn|on LinkedIn|в LinkedIn|у LinkedIn
on-telegram: telegram|телеграм
  sur Telegram|on Telegram|в Telegram|у Telegram
parliament: assemblée|sénat|senate|parliament|parlement|парламент
  devant les parlementaires|in parliament|в парламенте|у парламенті
court: à la barre|tribunal|court|суде|суді
  au tribunal|in court|в суде|в суді
reporters: devant les journalistes|devant la presse|reporters|journalists|devant les caméras
  devant les journalistes|to reporters|журналистам|журналістам
meeting: réunion|meeting|hearing|собрани|зборах
  lors d’une réunion|at a meeting|на встрече|на зустрічі
speech: discours|allocution|speech|речи|промові
  dans un discours|in a speech|в речи|у промові
study: étude|rapport|study|report|докладе|доповіді
  dans une étude|in a study|в исследовании|у дослідженні
radio: au micro|radio|радио|радіо
  à la radio|on the radio|по радио|на радіо
"""


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, tuple[re.Pattern[str], Mapping[str, str]]]:
    """The kinds of venues by id: the words that tell them, and their wording by language."""
    found = {}
    lines = iter(_TABLE.strip().splitlines())
    for line, wording in zip(lines, lines, strict=True):
        key, known = line.split(": ", 1)
        words = known.split("|")
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)
        found[key] = (pattern, dict(zip(("fr", "en", "ru", "uk"), wording.strip().split("|"), strict=True)))
    return found


def venue_kind(words: str) -> str | None:
    """Return the id of the usual venue that some words of a text name; None if they name none."""
    return next((key for key, (pattern, _) in _kinds().items() if pattern.search(words)), None)


def venue_words(key: str) -> Mapping[str, str]:
    """Return the wording of a usual venue by language.

    Raises:
        KeyError: There is no such venue.
    """
    return _kinds()[key][1]
