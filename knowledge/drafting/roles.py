"""Roles: the usual offices in each served language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

_LANGUAGES = ("fr", "en", "ru", "uk")
_TABLE = """
ministre|minister|министр|міністр
président|president|президент|президент
présidente|president|президент|президентка
premier ministre|prime minister|премьер-министр|прем’єр-міністр
maire|mayor|мэр|мер
député|lawmaker|депутат|депутат
députée|lawmaker|депутат|депутатка
sénateur|senator|сенатор|сенатор
gouverneur|governor|губернатор|губернатор
préfet|prefect|префект|префект
porte-parole|spokesperson|официальный представитель|речник
porte-parole|spokesman|представитель|речник
porte-parole|spokeswoman|представительница|речниця
directeur|director|директор|директор
directrice|director|директор|директорка
directeur général|chief executive|генеральный директор|генеральний директор
procureur|prosecutor|прокурор|прокурор
procureure|prosecutor|прокурор|прокурорка
juge|judge|судья|суддя
avocat|lawyer|адвокат|адвокат
avocate|lawyer|адвокат|адвокатка
réalisateur|film-maker|режиссёр|режисер
acteur|actor|актёр|актор
entraîneur|coach|тренер|тренер
gardien|goalkeeper|вратарь|воротар
joueur|player|игрок|гравець
chercheur|researcher|исследователь|дослідник
économiste|economist|экономист|економіст
médecin|doctor|врач|лікар
professeur|professor|профессор|професор
agriculteur|farmer|фермер|фермер
témoin|witness|очевидец|очевидець
diplomate|diplomat|дипломат|дипломат
expert|expert|эксперт|експерт
syndicaliste|union leader|профсоюзный деятель|профспілковий діяч
commerçant|shopkeeper|торговец|торговець
journaliste|journalist|журналист|журналіст
ambassadeur|ambassador|посол|посол
conseiller|adviser|советник|радник
habitant|resident|житель|мешканець
"""


@lru_cache(maxsize=1)
def _rows() -> tuple[Mapping[str, str], ...]:
    return tuple(dict(zip(_LANGUAGES, line.split("|"), strict=True)) for line in _TABLE.strip().splitlines())


def role_in(nouns: Iterable[str], language: str, other: str) -> str | None:
    """Return the office that some nouns of a language name in another one; None if the table has none of them.

    Args:
        nouns: In lower case, as a text calls somebody; the longest that the table has is taken.
        language: ISO 639-1 code of the nouns.
        other: ISO 639-1 code of the language wanted.
    """
    for noun in sorted(nouns, key=len, reverse=True):
        for row in _rows():
            if row.get(language) == noun:
                return row.get(other)
    return None
