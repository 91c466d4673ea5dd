"""Verbs of saying and thinking, by which a text gives somebody's words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from knowledge.text.normalise import fold

_VERBS: Mapping[str, str] = {
    "fr": r"""
        dis(?:ai\w*|ant|ent|e|ons)? dit(?:es?|s)? dira\w* declar(?!ation)\w+ affirm(?!ation)\w+ reaffirm\w+
       assur(?!ance)\w+ ajout\w+ repond\w* replique\w* expliqu\w+ estim(?!ation)\w+ juge(?!ment)\w*
        precis(?:e|ent|er|ait|ant|era)
        annonc(?!e$|es$)\w+ confi(?:e|er|ait|aient|ant) indiqu\w+ pretend\w* soutien\w* souten\w* promet\w* promis
        pens(?:es?|ent|er|ait|aient|ant|ons|ez) croi(?:s|t|ent|re) croy(?:ai\w*|ons|ez|ant)
        racont\w+ soulign\w+ rappel\w+ predi(?!ction)\w+
        confirm(?!ation)\w+ reconnai\w* reconnu ni(?:e|er|ait|ent|aient) dement(?!i$|is$)\w* insist\w+ conclu\w*
        accus(?!ation)\w+ reclam(?!ation)\w+
    """,
    "en": r"""
        say says said saying tell tells told telling declar(?!ation)\w+ claim(?:s|ed|ing)? stated assert(?!ion)\w*
        argu(?!ment)\w+ insist\w* add(?:s|ed) repl(?:y|ies|ied) answer(?:s|ed)? explain\w* announc(?!ement)\w+
        think(?:s|ing)? thought believ\w+ den(?:y|ies|ied) admit\w* warn(?:s|ed)? suggest(?:s|ed)? predict(?:s|ed)
        confirm(?:s|ed)
    """,
    "ru": r"""
        сказ\w+ говор\w+ заяв(?:ил|ля)\w* сообщ(?:ил|а)\w* утвержда\w+ ответил\w* отвеча\w+ добав(?:ил|ля)\w* счита\w+
        дума(?:ю|е|л)\w* полага\w+ (?:по)?обеща(?:л|ет|ют)\w* призна(?:л|ет|ют)\w* подтверд\w+ подтвержда\w+
        опроверг\w* объясн\w+ подчеркн\w+ отметил\w* заверил\w* предупред\w+
    """,
    "uk": r"""
        (?:с?каза|каж)\w+ говор\w+ заяв(?:и|ля)\w+ повідом(?:и|ля)\w+ стверд\w+ відпові(?:в|л|да)\w* дода(?:в|ла|ли|є)
        вважа\w+ дума(?:є|ю|в|л)\w* (?:по)?обіця(?:в|л|є)\w* визна(?:в|л|є|ють)\w* підтверд\w+ спросту\w+ поясни\w+
        наголо\w+ зазнач\w+ запевни\w+ попере(?:ди|джа)\w+
    """,
}
_SAYING = {code: re.compile(rf"(?:{'|'.join(verbs.split())})") for code, verbs in _VERBS.items()}
_WORD = re.compile(r"[^\W\d_]+")


def verbs_of_saying(text: str, language: str) -> list[str]:
    """Return the verbs of saying and thinking in a text, as they stand there.

    Args:
        text: Any text.
        language: ISO 639-1 code; in a language without a table there are none.
    """
    saying = _SAYING.get(language)
    return [word for word in _WORD.findall(text) if saying.fullmatch(fold(word))] if saying else []
