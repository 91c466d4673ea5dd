"""Outlets: the news media that a text credits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from knowledge.text.normalise import fold

# Names by language where they differ: Latin | Russian | Ukrainian | other ways to write it.
_TABLE = """
AFP|АФП|АФП|Agence France-Presse
AP|AP|AP|Associated Press, The Associated Press
Reuters|Reuters|Reuters|Рейтер
BBC|Би-би-си|Бі-бі-сі|The BBC, BBC News, BBC Radio
CNN|CNN|CNN|
NPR|NPR|NPR|
NBC|NBC|NBC|NBC News
CBS|CBS|CBS|CBS News
ABC|ABC|ABC|ABC News
Fox News|Fox News|Fox News|Fox
MSNBC|MSNBC|MSNBC|
ESPN|ESPN|ESPN|
CNBC|CNBC|CNBC|
Bloomberg|Bloomberg|Bloomberg|Bloomberg News
Axios|Axios|Axios|
Politico|Politico|Politico|
The Wall Street Journal|The Wall Street Journal|The Wall Street Journal|Wall Street Journal, WSJ
The New York Times|The New York Times|The New York Times|New York Times, NYT
The Washington Post|The Washington Post|The Washington Post|Washington Post
The Guardian|The Guardian|The Guardian|Guardian
The Times|The Times|The Times|
The Daily Telegraph|The Daily Telegraph|The Daily Telegraph|Daily Telegraph, The Telegraph
The Independent|The Independent|The Independent|
Financial Times|Financial Times|Financial Times|FT, The Financial Times
The Economist|The Economist|The Economist|
Sky News|Sky News|Sky News|Sky
ITV|ITV|ITV|ITV News
Channel 4|Channel 4|Channel 4|Channel 4 News
Al Jazeera|Аль-Джазира|Аль-Джазіра|Al-Jazira
Deutsche Welle|Deutsche Welle|Deutsche Welle|DW
Der Spiegel|Der Spiegel|Der Spiegel|Spiegel
Le Monde|Le Monde|Le Monde|Monde
Le Figaro|Le Figaro|Le Figaro|Figaro
Le Parisien|Le Parisien|Le Parisien|Parisien
Libération|Libération|Libération|Libé
La Croix|La Croix|La Croix|Croix
Les Echos|Les Echos|Les Echos|Les Échos, Echos, Échos
L'Équipe|L'Équipe|L'Équipe|Équipe, L'Equipe
L'Express|L'Express|L'Express|Express
L'Humanité|L'Humanité|L'Humanité|Humanité
L'Obs|L'Obs|L'Obs|Nouvel Obs
Le Point|Le Point|Le Point|
Le Progrès|Le Progrès|Le Progrès|Progrès
Le Canard enchaîné|Le Canard enchaîné|Le Canard enchaîné|Canard enchaîné
Le Journal du dimanche|Le Journal du dimanche|Le Journal du dimanche|Journal du dimanche, JDD, le JDD
La Voix du Nord|La Voix du Nord|La Voix du Nord|Voix du Nord
La Provence|La Provence|La Provence|
Ouest-France|Ouest-France|Ouest-France|
Sud Ouest|Sud Ouest|Sud Ouest|Sud-Ouest
Le Télégramme|Le Télégramme|Le Télégramme|Télégramme
Le Dauphiné libéré|Le Dauphiné libéré|Le Dauphiné libéré|Dauphiné libéré
Nice-Matin|Nice-Matin|Nice-Matin|
La Dépêche du Midi|La Dépêche du Midi|La Dépêche du Midi|Dépêche du Midi, La Dépêche
Le Temps|Le Temps|Le Temps|
Le Soir|Le Soir|Le Soir|
Mediapart|Mediapart|Mediapart|Médiapart
France Info|France Info|France Info|Franceinfo
France Inter|France Inter|France Inter|
France Bleu|France Bleu|France Bleu|Ici
France Culture|France Culture|France Culture|
France 2|France 2|France 2|
France 3|France 3|France 3|
France 24|France 24|France 24|
TF1|TF1|TF1|
LCI|LCI|LCI|
BFMTV|BFMTV|BFMTV|BFM, BFM TV
CNews|CNews|CNews|
M6|M6|M6|
Arte|Arte|Arte|
RTL|RTL|RTL|
RMC|RMC|RMC|
Europe 1|Europe 1|Europe 1|
RFI|RFI|RFI|
TV5 Monde|TV5 Monde|TV5 Monde|TV5
RTBF|RTBF|RTBF|
RTS|RTS|RTS|
Brut|Brut|Brut|
Paris Match|Paris Match|Paris Match|
Télérama|Télérama|Télérama|
Marianne|Marianne|Marianne|
TASS|ТАСС|ТАСС|Tass
RIA Novosti|РИА Новости|РІА Новости|РИА «Новости», RIA
Interfax|Интерфакс|Інтерфакс|«Интерфакс»
Kommersant|Коммерсантъ|Коммерсант|
Meduza|Медуза|Медуза|
Ukrinform|Укринформ|Укрінформ|
Ukrainska Pravda|Украинская правда|Українська правда|
Suspilne|Общественное|Суспільне|
Hromadske|Громадское|Громадське|
Interfax-Ukraine|Интерфакс-Украина|Інтерфакс-Україна|
UNIAN|УНИАН|УНІАН|
Xinhua|Синьхуа|Сіньхуа|Chine nouvelle
Kyodo|Киодо|Кіодо|
ANSA|АНСА|АНСА|
DPA|ДПА|ДПА|
EFE|ЭФЭ|ЕФЕ|
USA Today|USA Today|USA Today|
Los Angeles Times|Los Angeles Times|Los Angeles Times|
The Atlantic|The Atlantic|The Atlantic|
Time|Time|Time|
Newsweek|Newsweek|Newsweek|
HuffPost|HuffPost|HuffPost|Huffington Post
BuzzFeed|BuzzFeed|BuzzFeed|BuzzFeed News
Vanity Fair|Vanity Fair|Vanity Fair|
Daily Mail|Daily Mail|Daily Mail|The Daily Mail
The Sun|The Sun|The Sun|
PBS|PBS|PBS|PBS NewsHour
El País|El País|El País|
Corriere della Sera|Corriere della Sera|Corriere della Sera|
"""
_MEDIA_WORD = re.compile(
    r"\b(?:news|times|post|journal|radio|tv|télé|tribune|gazette|herald|chronicle|press|presse|courier|courrier|echo|"
    r"globe|mirror|observer|express|matin|magazine|review|inquirer|examiner|dispatch|sentinel|quotidien|dépêche|"
    r"wire|broadcasting|médias?|argus|bugle|examiner|mail|standard|telegraph|republican|record|register|today|"
    r"figaro|(?:france|channel|canal)\s\d+|канал|радио|радіо|новости|новини|правда|газета)\b|\w+(?:TV|News|Press|FM)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _known() -> Mapping[str, tuple[str, str, str]]:
    """The outlets of the table by each folded way to write them."""
    found: dict[str, tuple[str, str, str]] = {}
    for line in _TABLE.strip().splitlines():
        latin, russian, ukrainian, others = line.split("|")
        for name in (latin, russian, ukrainian, *others.split(", ")):
            if name:
                found[fold(name)] = (latin, russian, ukrainian)
    return found


def known_outlet(name: str) -> str | None:
    """Return the name in Latin letters of an outlet of the world's press; None for any other name."""
    found = _known().get(fold(name))
    return found[0] if found else None


def outlet_names(name: str) -> dict[str, str]:
    """Return the name of an outlet in each served language; one that is not in the table keeps its own."""
    latin, russian, ukrainian = _known().get(fold(name), (name, name, name))
    return {"fr": latin, "en": latin, "ru": russian, "uk": ukrainian}


def is_outlet(name: str) -> bool:
    """Tell if a name is that of a known outlet, or has a word of the press in it."""
    return known_outlet(name) is not None or bool(_MEDIA_WORD.search(name) and len(name.split()) <= 4)
