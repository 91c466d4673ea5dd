"""Warnings are what a careful editor would ask about, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from knowledge.errors import Finding, WarningKind
from knowledge.files import check_article, proofread_article
from knowledge.folder_contents import LOCK

Replace = Callable[[Path, str, str], int]

ARTICLE = """\
Un pont fermé à Lorvault
Le samedi 3 mai, Odile Arnaud a déclaré à La Gazette que le pont, long de 60 000 pas, « ne rouvrira qu'en juin \
et ne fera plus peur ». « Nous verrons », a-t-elle ajouté.
Toujours selon la même source, le préfet Paul Tessier a parlé une heure et demie avec Lina Moreau. Elle a jugé \
le câble « usé ». Le conseil comptait onze élus.
D'après Radio Berges, M. Tessier dit que « le câble, disent les experts, tiendra ».
"""
ARTICLE_YAML = """\
title: {fr: Un pont, en: A bridge, uk: Міст}
language: fr
served: [fr, en, uk]
date: {day: 3, month: 5, year: null}
place: null
publisher: null
url: null
sha256: DIGEST
people:
  arnaud: {name: {fr: Odile Arnaud, en: Odile Arnaud, uk: Оділь Арно}, aliases: {fr: [Arnaud, la maire], uk: [Арно]}}
  tessier: {name: {fr: Paul Tessier, en: Paul Tessier, uk: Поль Тесьє}, aliases: {fr: [Tessier], uk: [Тесьє]}}
  moreau: {name: {fr: Lina Moreau, en: Lina Moreau, uk: Ліна Морозенко}, aliases: {fr: [Moreau], uk: [Морозенко]}}
outlets:
  gazette: {name: {fr: La Gazette, en: La Gazette, uk: La Gazette}}
  radio: {name: {fr: Radio Berges, en: Radio Berges, uk: Radio Berges}}
"""
FAQ_YAML = """\
entries:
  - id: reopening
    topic: bridge
    evidence: [2]
    statements:
      - {speaker: arnaud, kind: paraphrase, venue: null, via: gazette, quote: ["ne rouvrira qu'en juin"], sentence: 2}
  - id: added
    topic: bridge
    evidence: [3]
    statements:
      - {speaker: arnaud, kind: quote, venue: null, via: gazette, quote: [Nous verrons], sentence: 3}
  - id: talk
    topic: bridge
    evidence: [4]
    statements:
      - {speaker: null, kind: report, venue: null, via: gazette, quote: null, sentence: 4}
  - id: cable
    topic: bridge
    evidence: [5]
    statements:
      - {speaker: moreau, kind: paraphrase, venue: null, via: gazette, quote: [usé], sentence: 5}
  - id: council
    topic: bridge
    evidence: [6]
    statements:
      - {speaker: null, kind: report, venue: null, via: null, quote: null, sentence: 6}
  - id: holds
    topic: bridge
    evidence: [7]
    statements:
      - {speaker: tessier, kind: quote, venue: null, via: radio, quote: [le câble], sentence: 7}
"""
ANSWERS = {
    "fr": {
        "reopening": "Odile Arnaud dit que le pont de 60 000 pas rouvre en juin, pas le samedi 3 mai (La Gazette).",
        "added": "Odile Arnaud ajoute qu'on verra.",
        "talk": "Paul Tessier et Lina Moreau ont parlé une heure et demie, selon La Gazette.",
        "cable": "Lina Moreau le juge usé.",
        "council": "Il comptait onze élus.",
        "holds": "Paul Tessier dit qu'il tiendra, selon Radio Berges.",
    },
    "en": {
        "reopening": "Odile Arnaud says that the 60,000-pace bridge opens in June, not on Saturday 3 May (La Gazette).",
        "added": "Odile Arnaud adds that time will tell.",
        "talk": "Paul Tessier and Lina Moreau talked for 90 minutes, according to La Gazette.",
        "cable": "Lina Moreau considers it worn.",
        "council": "It had 11 members.",
        "holds": "Paul Tessier says that it will hold, according to Radio Berges.",
    },
    "uk": {
        "reopening": "За словами Оділь Арно, міст на 60 тисяч кроків відкриють у червні, а не в суботу"
        " 3 травня (La Gazette).",
        "added": "Оділь Арно додає, що буде видно.",
        "talk": "Півтори години тривала розмова Поля Тесьє з Ліною Морозенко, за La Gazette.",
        "cable": "Ліна Морозенко вважає його зношеним.",
        "council": "У ній було одинадцять депутатів.",
        "holds": "Поль Тесьє каже, що він витримає, за Radio Berges.",
    },
}
TRANSLATIONS = {
    "en": {
        "ne rouvrira qu'en juin": "will reopen only in June",
        "Nous verrons": "We shall see",
        "usé": "worn",
        "le câble": "the cable",
    },
    "uk": {
        "ne rouvrira qu'en juin": "знову відкриють лише в червні",
        "Nous verrons": "Побачимо",
        "usé": "зношений",
        "le câble": "трос",
    },
}


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """The article's text."""
    path = tmp_path / "pont.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path, text: Path) -> Path:
    """The folder of its knowledge, which a careful editor has nothing to ask about."""
    folder = tmp_path / "articles" / "pont"
    folder.mkdir(parents=True)
    (folder / "article.yaml").write_text(ARTICLE_YAML, encoding="utf-8")
    (folder / "faq.yaml").write_text(FAQ_YAML, encoding="utf-8")
    for code, answers in ANSWERS.items():
        lines = ["topics: {bridge: x}", "quotes:" if code != "fr" else "quotes: {}"]
        if code != "fr":
            lines += [f'  "{quote}": "{translation}"' for quote, translation in TRANSLATIONS[code].items()]
        lines.append("entries:")
        for entry, answer in answers.items():
            lines += [f"  {entry}:", f'    questions: {{question: ["{entry} {code} a"]}}', f'    answer: "{answer}"']
        lines += ["out_of_scope:", *(f"- {code} example {number}" for number in range(20))]
        (folder / f"{code}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    seal(folder, text)
    return folder


def seal(folder: Path, text: Path) -> None:
    """Write digest and lock for a text."""
    path = folder / "article.yaml"
    content = path.read_text(encoding="utf-8")
    old = content.split("sha256: ")[1].split("\n")[0]
    path.write_text(content.replace(old, sha256(text.read_bytes()).hexdigest()), encoding="utf-8")
    (folder / LOCK).unlink(missing_ok=True)
    findings = check_article(folder, text, write_lock=True)
    owed = ("variant", "buttons", "shares")
    assert [each for each in findings if not any(word in each.problem for word in owed)] == []


def asked(folder: Path, text: Path | None) -> list[tuple[str, str | None, WarningKind | None]]:
    """Return the file, entry and kind of each warning."""
    return [(each.path.name, each.entry_id, each.warning) for each in proofread_article(folder, text)]


def only(folder: Path, text: Path | None) -> Finding:
    """The one thing that is asked about."""
    (finding,) = proofread_article(folder, text)
    assert "warning" in str(finding)
    return finding


def test_a_careful_text_raises_no_warning(folder: Path, text: Path) -> None:
    assert [str(each) for each in proofread_article(folder, text)] == []
    assert proofread_article(folder) == []


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("60 000 pas", "70 000 pas", "70 000"),
        ("60 000 pas", "6,000 pas", "6,000"),
        ("60 000 pas", "six mille pas", "six mille"),
        ("3 mai", "4 mai", "4"),
        ("3 mai", "3 mars", "mars"),
        ("samedi", "dimanche", "dimanche"),
    ],
)
def test_a_number_or_date_that_neither_evidence_nor_other_languages_have_is_asked_about(
    folder: Path, text: Path, replace: Replace, old: str, new: str, written: str
) -> None:
    line = replace(folder / "fr.yaml", old, new)
    without = proofread_article(folder)
    assert {each.warning for each in without} == {WarningKind.LANGUAGES}
    assert {each.path.name for each in without} == {"fr.yaml", "en.yaml", "uk.yaml"}
    (number,) = [each for each in proofread_article(folder, text) if each.warning is WarningKind.NUMBER]
    assert (number.path.name, number.line, number.entry_id) == ("fr.yaml", line, "reopening")
    assert f" states {written}; sentence 2 of the article" in number.problem


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("fr", "60 000 pas", "60\u202f000 pas"),
        ("fr", "60 000 pas", "60.000 pas"),
        ("fr", "60 000 pas", "soixante mille pas"),
        ("en", "60,000-pace", "60'000-pace"),
        ("en", "60,000-pace", "sixty-thousand-pace"),
        ("uk", "60 тисяч", "шістдесят тисяч"),
        ("uk", "60 тисяч", "60 тис."),
        ("en", "90 minutes", "an hour and a half"),
        ("en", "90 minutes", "one and a half hours"),
        ("en", "90 minutes", "1.5 hours"),
        ("fr", "une heure et demie", "90 minutes"),
        ("fr", "une heure et demie", "1 h 30"),
        ("fr", "onze élus", "11 élus"),
        ("en", "11 members", "eleven members"),
        ("en", "Saturday 3 May", "Saturday, May 3"),
        ("uk", "Півтори години", "Дев’яносто хвилин"),
        ("uk", "Поля Тесьє", "Тесьє"),
        ("fr", "Odile Arnaud ajoute", "La maire ajoute"),
        ("fr", "Lina Moreau le juge", "Mme Moreau le juge"),
    ],
)
def test_the_same_said_in_another_way_is_not_asked_about(
    folder: Path, text: Path, replace: Replace, code: str, old: str, new: str
) -> None:
    replace(folder / f"{code}.yaml", old, new)
    assert [str(each) for each in proofread_article(folder, text)] == []


@pytest.mark.parametrize(
    ("old", "new", "kind", "problem"),
    [
        ("speaker: arnaud, kind: quote", "speaker: moreau, kind: quote", "speaker", "Lina Moreau is not named where"),
        ("speaker: moreau", "speaker: arnaud", "speaker", "Odile Arnaud is not named where sentence 5 gives this, but"),
        ("speaker: tessier", "speaker: moreau", "speaker", "Lina Moreau is not named where sentence 7 gives this, but"),
        (
            "via: radio",
            "via: gazette",
            "outlet",
            "La Gazette is not named where sentence 7 gives this, but Radio Berges",
        ),
        (
            "via: gazette, quote: [usé]",
            "via: radio, quote: [usé]",
            "outlet",
            "Radio Berges is not named where sentence 5",
        ),
    ],
)
def test_a_speaker_or_outlet_that_does_not_stand_near_is_asked_about(
    folder: Path, text: Path, replace: Replace, old: str, new: str, kind: str, problem: str
) -> None:
    line = replace(folder / "faq.yaml", old, new)
    (finding,) = [each for each in proofread_article(folder, text) if each.warning == kind]
    assert (finding.line, finding.problem.startswith(problem)) == (line, True), finding.problem
    assert proofread_article(folder) == []


@pytest.mark.parametrize(
    ("code", "old", "new", "kinds"),
    [
        # The pronoun of sentence 5 may stand for anybody before it.
        ("fr", "Lina Moreau le juge", "Odile Arnaud le juge", {"languages"}),
        ("uk", "Ліна Морозенко вважає", "Поль Тесьє вважає", {"languages"}),
        ("fr", "Paul Tessier dit", "Odile Arnaud dit", {"languages", "name"}),
        ("en", "according to Radio Berges", "it is said", {"languages"}),
        ("en", "according to Radio Berges", "according to La Gazette", {"languages", "name"}),
        ("fr", "selon Radio Berges", "selon Reuters", {"languages", "name"}),
        ("fr", "ajoute qu'on verra", "ajoute qu'on verra avec Macron", {"name"}),
        ("en", "It had 11 members", "It had members", {"languages"}),
    ],
)
def test_a_name_that_the_evidence_or_another_language_does_not_have_is_asked_about(
    folder: Path, text: Path, replace: Replace, code: str, old: str, new: str, kinds: set[str]
) -> None:
    replace(folder / f"{code}.yaml", old, new)
    assert {each.warning for each in proofread_article(folder, text)} == kinds


@pytest.mark.parametrize(
    ("sentence", "quote", "dropped"),
    [
        ("« Ce but ne fera que prolonger le conflit. »", ["Ce but", "prolonger le conflit"], "ne fera que"),
        ("« Ce but ne fera que prolonger le conflit. »", ["Ce but ne fera", "prolonger"], "que"),
        ("« Il n'a pas vu le pont. »", ["Il", "vu le pont"], "n'a pas"),
        ("« Seules les autos passent ici, jamais les cars. »", ["Seules les autos", "les cars"], "passent ici, jamais"),
        ("« Le pont, disent les experts, tiendra bien. »", ["Le pont", "tiendra"], "disent les experts"),
        ("« Nous croyons que le pont tiendra. »", ["Nous croyons", "le pont tiendra"], None),
        ("« Nous ne croyons pas que le pont tienne. »", ["Nous ne croyons pas", "le pont tienne"], None),
        ("« Le pont et le câble tiendront. »", ["Le pont", "tiendront"], None),
        ("« Le pont ne tiendra pas. »", ["Le pont ne tiendra pas"], None),
        ("« Nous partons », a-t-il dit, « demain à midi ».", ["Nous partons", "demain"], None),
        ("« Nous partons », a-t-il dit, « mais pas demain ».", ["Nous partons", "demain"], "mais pas"),
        ("« Nous partons si le pont tient demain. »", ["Nous partons", "le pont tient"], "si"),
        # At the edges, as far as the clause goes.
        ("« Seules des autos vides passent. »", ["autos vides passent"], "Seules des"),
        ("« Il n'est pas vrai que le pont tienne. »", ["le pont tienne"], "Il n'est pas vrai que"),
        ("« Le pont n'a pas tenu. »", ["Le pont"], "n'a pas tenu"),
        ("« Le pont ne rouvrira qu'en juin. »", ["Le pont ne rouvrira"], "qu'en juin"),
        ("« Nous viendrons si le pont tient. »", ["Nous viendrons"], "si le pont tient"),
        ("« Nous croyons que le pont tiendra bien. »", ["le pont tiendra bien"], "Nous croyons que"),
        ("« Nous croyons que le pont tiendra bien. »", ["tiendra"], None),
        ("« Aucun pont n'a été fermé. »", ["Aucun pont"], None),
        ("« Rien ne bouge, mais le pont tiendra. »", ["le pont tiendra"], None),
        ("« Rien ne bouge et le pont tiendra. »", ["le pont tiendra"], None),
        ("« Le pont tiendra, pas le câble. »", ["Le pont tiendra"], None),
        ("« Nous aimons le pont qui ne tremble pas. »", ["Nous aimons le pont"], None),
        ("« Tout tient », dit-elle, « sauf le câble ».", ["Tout tient"], None),
    ],
)
def test_what_a_quote_leaves_out_is_asked_about_if_it_turns_the_meaning(
    folder: Path, text: Path, replace: Replace, sentence: str, quote: list[str], dropped: str | None
) -> None:
    text.write_text(ARTICLE.replace("« Nous verrons », a-t-elle ajouté.", sentence), encoding="utf-8")
    fragments = ", ".join(f'"{fragment}"' for fragment in quote)
    replace(folder / "faq.yaml", "[Nous verrons]", f"[{fragments}]")
    for code in ("en", "uk"):
        replace(folder / f"{code}.yaml", '"Nous verrons"', f'"{" […] ".join(quote)}"')
    seal(folder, text)
    omitted = [each.problem for each in proofread_article(folder, text) if each.warning is WarningKind.OMISSION]
    assert [f"leaves out “{dropped}”" in problem for problem in omitted] == ([True] if dropped else [])


@pytest.mark.parametrize(
    ("code", "old", "new", "asks"),
    [
        ("en", "opens in June, not on", "opens in June, on", {"en.yaml"}),
        ("uk", "у червні, а не в суботу", "у червні, в суботу", {"uk.yaml"}),
        ("en", "opens in June, not on", "opens in June, no longer on", set()),
        ("en", "opens in June, not on", "refuses to open but in June, on", set()),
        ("fr", "Il comptait onze élus", "Il ne comptait que onze élus", {"en.yaml", "uk.yaml"}),
        ("fr", "Il comptait onze élus", "Non. Il comptait onze élus", set()),
    ],
)
def test_an_answer_that_loses_what_another_denies_or_restricts_is_asked_about(
    folder: Path, text: Path, replace: Replace, code: str, old: str, new: str, asks: set[str]
) -> None:
    replace(folder / f"{code}.yaml", old, new)
    found = proofread_article(folder, text)
    assert {(each.path.name, each.warning) for each in found} == {(name, WarningKind.LANGUAGES) for name in asks}
    assert all("denies and restricts nothing" in each.problem for each in found)


@pytest.mark.parametrize(
    ("code", "old", "new", "problem"),
    [
        ("en", "will reopen only in June", "will reopen in June", "its translation denies and restricts nothing."),
        ("en", "only in June", "only in July", "its translation does not state juin and states July."),
        ("uk", "лише в червні", "у червні", "its translation denies and restricts nothing."),
        ("en", '"worn"', '"not worn"', "its translation denies or restricts something."),
    ],
)
def test_a_translation_of_a_quote_that_says_something_else_is_asked_about(
    folder: Path, text: Path, replace: Replace, code: str, old: str, new: str, problem: str
) -> None:
    line = replace(folder / f"{code}.yaml", old, new)
    finding = only(folder, text)
    assert (finding.path.name, finding.line, finding.warning) == (f"{code}.yaml", line, WarningKind.LANGUAGES)
    assert finding.problem.endswith(problem)
    assert only(folder, None) == finding


def test_the_name_of_a_place_in_the_place_of_another_is_asked_about(folder: Path, text: Path, replace: Replace) -> None:
    names = ("Lorvault", "Лорво"), ("Vellin", "Веллен")
    notions = "".join(f"  {fr.lower()}: {{fr: [{fr}], en: [{fr}], uk: [{uk}]}}\n" for fr, uk in names)
    path = folder / "article.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}notions:\n{notions}", encoding="utf-8")
    for code, place in (("fr", "à Lorvault"), ("en", "in Lorvault"), ("uk", "у Лорво")):
        replace(folder / f"{code}.yaml", ANSWERS[code]["council"], f"{ANSWERS[code]['council'][:-1]} {place}.")
    assert [str(each) for each in proofread_article(folder, text)] == []
    replace(folder / "en.yaml", "in Lorvault", "in Vellin")
    assert only(folder, text).problem == "Other than the answer in fr, it names Vellin and does not name Lorvault."


def test_the_sentences_that_state_a_number_are_named_where_all_answers_do(
    folder: Path, text: Path, replace: Replace
) -> None:
    for code, eleven in (("fr", "onze"), ("en", "11"), ("uk", "одинадцять")):
        replace(folder / f"{code}.yaml", ANSWERS[code]["cable"], f"{ANSWERS[code]['cable'][:-1]} ({eleven}).")
    problems = [each.problem for each in proofread_article(folder, text)]
    assert len(problems) == 3
    assert all(problem.endswith(" does not (6 does: add what the answer rests on).") for problem in problems), problems
    replace(folder / "en.yaml", "(11)", "(12)")
    assert not any("add what" in each.problem for each in proofread_article(folder, text))


def test_an_answer_far_longer_than_in_another_language_is_asked_about(
    folder: Path, text: Path, replace: Replace
) -> None:
    replace(folder / "en.yaml", "Lina Moreau considers it worn.", f"Lina Moreau considers it worn{' and old' * 12}.")
    finding = only(folder, None)
    assert (finding.warning, finding.entry_id) == (WarningKind.LENGTH, "cable")
    assert "the one in fr" in finding.problem


def test_few_out_of_scope_examples_are_asked_about(folder: Path, text: Path, replace: Replace) -> None:
    replace(folder / "uk.yaml", "- uk example 19\n", "")
    finding = only(folder, None)
    assert (finding.path.name, finding.warning) == ("uk.yaml", WarningKind.OUT_OF_SCOPE)
    assert finding.problem.startswith("19 out-of-scope examples are few")


def test_sentences_that_no_entry_rests_on_are_listed_without_headings(
    folder: Path, text: Path, replace: Replace
) -> None:
    content = text.read_text(encoding="utf-8")
    text.write_text(content + "Il pleut. Il neige.\nUn intertitre\nIl vente.\nPar Anne Lenoir\n", encoding="utf-8")
    seal(folder, text)
    finding = only(folder, text)
    assert finding.warning is WarningKind.UNCOVERED
    assert finding.problem == "No entry rests on sentences 8–9, 11 of the article."


def test_a_mark_without_its_partner_is_asked_about_where_nothing_is_quoted(folder: Path, text: Path) -> None:
    text.write_text(ARTICLE.replace("comptait onze", "comptait « onze"), encoding="utf-8")
    seal(folder, text)
    finding = only(folder, text)
    assert finding.warning is WarningKind.UNPAIRED
    assert "Sentence 6" in finding.problem


def test_a_mark_without_its_partner_is_refused_where_something_is_quoted(folder: Path, text: Path) -> None:
    text.write_text(ARTICLE.replace("« usé »", "« usé », non « neuf"), encoding="utf-8")
    problems = [each.problem for each in check_article(folder, text)]
    assert any("Sentence 5 has a quotation mark without its partner, “«”" in problem for problem in problems)


def add_entry(folder: Path, text: Path, sentence: str, *statements: str) -> None:
    """Add a sentence to the text, in a paragraph of its own, and an entry that rests on it."""
    text.write_text(text.read_text(encoding="utf-8") + sentence + "\n", encoding="utf-8")
    with (folder / "faq.yaml").open("a", encoding="utf-8") as faq:
        faq.write("  - id: more\n    topic: bridge\n    evidence: [8]\n    statements:\n")
        for statement in statements:
            faq.write(f"      - {{{statement}, via: null, sentence: 8}}\n")
    for code in ("fr", "en", "uk"):
        path = folder / f"{code}.yaml"
        quotes = [each.partition("quote: [")[2].partition("]")[0] for each in statements]
        lines = "".join(f'  "{quote}": "{code}"\n' for quote in quotes if quote and code != "fr")
        content = path.read_text(encoding="utf-8").replace("quotes:\n", f"quotes:\n{lines}")
        words = f"  more:\n    questions: {{question: [more {code} a]}}\n    answer: x\n"
        path.write_text(content.replace("out_of_scope:", f"{words}out_of_scope:"), encoding="utf-8")
    seal(folder, text)


BOTH = "Odile Arnaud juge le pont « fatigué », mais Lina Moreau le dit « increvable »."
TOLD = "« Il tiendra », a promis le préfet, Paul Tessier, à Lina Moreau."
GOES_ON = "Odile Arnaud, qui dit le pont « fatigué », dit que Lina Moreau paiera."
CREDITED = "Selon Odile Arnaud, Paul Tessier a menti : le pont serait « fatigué »."


@pytest.mark.parametrize(
    ("sentence", "speakers", "quotes", "wrong"),
    [
        (BOTH, ("arnaud", "moreau"), ("fatigué", "increvable"), 0),
        (BOTH, ("moreau", "arnaud"), ("fatigué", "increvable"), 2),
        (TOLD, ("tessier",), ("Il tiendra",), 0),
        (TOLD, ("moreau",), ("Il tiendra",), 1),
        (GOES_ON, ("arnaud",), ("fatigué",), 0),
        (CREDITED, ("arnaud",), ("fatigué",), 0),
    ],
)
def test_speakers_of_one_sentence_who_are_exchanged_are_asked_about(
    folder: Path, text: Path, sentence: str, speakers: tuple[str, ...], quotes: tuple[str, ...], wrong: int
) -> None:
    statements = [
        f"speaker: {speaker}, kind: paraphrase, venue: null, quote: [{quote}]"
        for speaker, quote in zip(speakers, quotes, strict=True)
    ]
    add_entry(folder, text, sentence, *statements)
    warnings = proofread_article(folder, text)
    assert [(each.entry_id, each.warning) for each in warnings] == [("more", WarningKind.SPEAKER)] * wrong
    assert all("were they exchanged?" in each.problem for each in warnings)


@pytest.mark.parametrize(
    ("sentence", "worded", "asks"),
    [
        ("Au conseil municipal, Odile Arnaud a promis un pont neuf.", "devant le conseil municipal", None),
        ("Odile Arnaud a promis un pont neuf.", "devant le conseil municipal", "Nothing of “devant le conseil"),
        ("À la radio, Odile Arnaud a promis un pont neuf.", "devant les journalistes", "Nothing of “devant les jour"),
    ],
)
def test_a_venue_that_stands_nowhere_near_is_asked_about(
    folder: Path, text: Path, sentence: str, worded: str, asks: str | None
) -> None:
    for code in ("fr", "en", "uk"):
        path = folder / f"{code}.yaml"
        content = path.read_text(encoding="utf-8")
        path.write_text(f'venues: {{hall: "{worded}", air: "à la radio"}}\n{content}', encoding="utf-8")
    add_entry(folder, text, sentence, "speaker: arnaud, kind: paraphrase, venue: hall, quote: null")
    warnings = proofread_article(folder, text)
    assert [each.warning for each in warnings] == ([] if asks is None else [WarningKind.VENUE])
    assert all(each.problem.startswith(str(asks)) for each in warnings)


def test_what_is_meant_is_allowed_in_its_entry_or_article(folder: Path, text: Path, replace: Replace) -> None:
    replace(folder / "faq.yaml", "speaker: tessier", "speaker: moreau")
    replace(folder / "uk.yaml", "- uk example 19\n", "")
    assert {kind for _, _, kind in asked(folder, text)} == {"speaker", "out-of-scope"}
    replace(folder / "faq.yaml", "evidence: [7]", "evidence: [7]\n    allow: [speaker]")
    replace(folder / "article.yaml", "url: null", "url: null\nallow: [out-of-scope]")
    assert asked(folder, text) == []


def test_what_is_allowed_in_another_entry_is_asked_about(folder: Path, text: Path, replace: Replace) -> None:
    replace(folder / "faq.yaml", "speaker: tessier", "speaker: moreau")
    replace(folder / "faq.yaml", "evidence: [5]", "evidence: [5]\n    allow: [speaker, number]")
    assert ("faq.yaml", "holds", WarningKind.SPEAKER) in asked(folder, text)


def test_a_kind_that_there_is_not_is_refused_with_those_there_are(folder: Path, replace: Replace) -> None:
    replace(folder / "faq.yaml", "evidence: [5]", "evidence: [5]\n    allow: [all]")
    (finding,) = [each for each in check_article(folder) if "allow" in each.problem]
    assert "number, name, speaker, outlet" in finding.problem


def test_nothing_is_asked_while_something_is_wrong(folder: Path, text: Path, replace: Replace) -> None:
    replace(folder / "uk.yaml", "- uk example 19\n", "")
    replace(folder / "faq.yaml", "via: radio", "via: nobody")
    assert proofread_article(folder, text) == []
