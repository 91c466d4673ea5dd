"""A small article with its knowledge, for tests to damage."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from knowledge.files import check_article

ARTICLE = """\
La passerelle de Lorvault fermera pour un an

Le 3 mai, Mme Arnaud, maire de Lorvault, a indiqué sur la radio locale que l’ouvrage fermerait «dès le mois de juin».
«Nous voulons un pont sûr. Nous prendrons le temps qu’il faut pour les riverains», a-t-elle précisé devant les élus.

Un câble «usé jusqu’à la corde»
Selon L’Écho des Berges, M. Tessier juge le câble «usé jusqu’à la corde». Personne n’a été blessé.
"""

ARTICLE_YAML = """\
title:
  fr: "La fermeture d’une passerelle"
  en: "The closure of a footbridge"
language: fr
served: [fr, en]
date: {day: 3, month: 5, year: null}
place: null
publisher: null
url: null
sha256: DIGEST
people:
  arnaud:
    name: {fr: "Mme Arnaud", en: "Ms Arnaud"}
    role: {fr: "maire de Lorvault", en: "mayor of Lorvault"}
    aliases:
      fr: ["Arnaud", "la maire"]
      en: ["Arnaud", "the mayor"]
  tessier:
    name: {fr: "M. Tessier", en: "Mr Tessier"}
outlets:
  echo:
    name: {fr: "L’Écho des Berges", en: "L’Écho des Berges"}
notions:
  bridge:
    fr: ["passerelle", "pont", "ouvrage"]
    en: ["footbridge", "bridge", "crossing"]
"""

FAQ_YAML = """\
entries:
  - id: closing
    topic: works
    evidence: [1, 2]
    statements:
      - {speaker: arnaud, kind: paraphrase, venue: radio, via: null, quote: [dès le mois de juin], sentence: 2}
  - id: safety
    topic: works
    evidence: [3]
    statements:
      - speaker: arnaud
        kind: quote
        venue: null
        via: null
        quote: [Nous voulons un pont sûr, le temps qu'il faut]
        sentence: 3
  - id: cable
    topic: cable
    evidence: [5, 6]
    statements:
      - {speaker: tessier, kind: paraphrase, venue: null, via: echo, quote: [usé jusqu'à la corde], sentence: 5}
      - {speaker: null, kind: report, venue: null, via: null, quote: null, sentence: 6}
"""

FRENCH_YAML = """\
topics:
  works: "Les travaux"
  cable: "Le câble"
venues:
  radio: "sur la radio locale"
entries:
  closing:
    questions:
      question: ["Quand la passerelle ferme-t-elle ?"]
      keywords: ["fermeture passerelle mois"]
    answer: "Selon la maire, elle ferme en juin."
  safety:
    questions:
      question: ["Que veut la maire ?"]
    answer: "Elle dit vouloir un ouvrage sûr."
  cable:
    questions:
      question: ["Dans quel état est le câble ?"]
    answer: "M. Tessier le juge usé."
out_of_scope:
  - "Combien coûtent les travaux ?"
"""

ENGLISH_YAML = """\
topics:
  works: "The works"
  cable: "The cable"
venues:
  radio: "on local radio"
quotes:
  "dès le mois de juin": "from June"
  "Nous voulons un pont sûr […] le temps qu'il faut": "We want a safe bridge […] the time it takes"
  "usé jusqu'à la corde": "worn to a thread"
entries:
  closing:
    questions:
      question: ["When does the footbridge close?"]
      keywords: ["footbridge closing month"]
    answer: "According to the mayor, it closes in June."
  safety:
    questions:
      question: ["What does the mayor want?"]
    answer: "She says that she wants a safe bridge."
  cable:
    questions:
      question: ["What state is the cable in?"]
    answer: "Mr Tessier considers it worn."
out_of_scope:
  - "How much do the works cost?"
"""

Replace = Callable[[Path, str, str], int]


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """The article itself."""
    path = tmp_path / "passerelle.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def unlocked(tmp_path: Path, text: Path) -> Path:
    """The folder of its knowledge, which no lock was written for."""
    folder = tmp_path / "articles" / "passerelle"
    folder.mkdir(parents=True)
    files = {"article": ARTICLE_YAML, "faq": FAQ_YAML, "fr": FRENCH_YAML, "en": ENGLISH_YAML}
    digest = sha256(text.read_bytes()).hexdigest()
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content.replace("DIGEST", digest), encoding="utf-8")
    return folder


@pytest.fixture
def folder(unlocked: Path, text: Path) -> Path:
    """The folder of its knowledge, locked: `load_library` accepts it."""
    check_article(unlocked, text, write_lock=True)
    return unlocked


@pytest.fixture
def replace() -> Replace:
    """Replace what stands once in a file and return its line, from 1."""

    def replaced(path: Path, old: str, new: str) -> int:
        content = path.read_text(encoding="utf-8")
        before, *rest = content.split(old)
        assert len(rest) == 1, f"{old!r} stands {len(rest)} times in {path.name}"
        path.write_text(before + new + rest[0], encoding="utf-8")
        return before.count("\n") + 1

    return replaced
