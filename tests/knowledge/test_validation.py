"""A bad edit is refused with its file, line and entry, and says what to do."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from knowledge.article_shapes import ArticleShapes
from knowledge.construction import construct
from knowledge.documents import Document
from knowledge.errors import Finding, InvalidKnowledge
from knowledge.files import check_article, read_files
from knowledge.shape import ArticleShape
from knowledge.shaping import shape_document
from knowledge.shortfalls import shortfalls
from knowledge.validation import validate

Replace = Callable[[Path, str, str], int]


@dataclass(frozen=True)
class Edit:
    """A bad edit of one file and the finding that it gives.

    Attributes:
        edited: The file in which `old` becomes `new`.
        path: The file that the finding names.
        at: The words on the line that it names; None where it names the file as a whole.
        entry: The entry that it names.
        problem: Some of its words.
    """

    edited: str
    old: str
    new: str
    path: str
    at: str | None
    entry: str | None
    problem: str


def refused(folder: Path) -> tuple[Finding, ...]:
    """The findings that keep a folder from being loaded."""
    with pytest.raises(InvalidKnowledge) as refusal:
        construct(read_files(folder))
    assert str(refusal.value) == "\n".join(str(finding) for finding in refusal.value.findings)
    return refusal.value.findings


def assert_refused(folder: Path, edit: Edit) -> None:
    """Compare the one finding that holds the words of an edit with what the edit says of it."""
    findings = refused(folder)
    (finding,) = [finding for finding in findings if edit.problem in finding.problem]
    assert (finding.path, finding.entry_id) == (folder / edit.path, edit.entry)
    if edit.at is None:
        assert finding.line is None
    else:
        assert finding.line is not None
        assert edit.at in finding.path.read_text(encoding="utf-8").splitlines()[finding.line - 1]
        assert str(finding).startswith(f"{finding.path}:{finding.line}: ")


def test_a_good_folder_is_accepted(folder: Path) -> None:
    assert construct(read_files(folder)).slug == "passerelle"


@pytest.mark.parametrize(
    "edit",
    [
        Edit(
            "article.yaml",
            "publisher: null",
            "publisher: null\npublished: null",
            "article.yaml",
            "published: null",
            None,
            "key published is unknown",
        ),
        Edit(
            "article.yaml",
            "year: null}",
            "year: null, hour: 9}",
            "article.yaml",
            "date: {day: 3, month: 5, year: nul",
            None,
            "key date.hour is unknown",
        ),
        Edit(
            "article.yaml",
            '    name: {fr: "M. Tessier"',
            '    nickname: x\n    name: {fr: "M. Tessier"',
            "article.yaml",
            "nickname: x",
            None,
            "nickname",
        ),
        Edit("faq.yaml", "entries:", "version: 2\nentries:", "faq.yaml", "version: 2", None, "key version is unknown"),
        Edit(
            "faq.yaml",
            "    topic: cable",
            "    topic: cable\n    tags: [a]",
            "faq.yaml",
            "tags: [a]",
            "cable",
            "tags is unknown",
        ),
        Edit(
            "faq.yaml",
            "speaker: tessier,",
            "speaker: tessier, place: here,",
            "faq.yaml",
            "- {speaker: tessier, place: here,",
            "cable",
            "place of item 1 of statements is unknown",
        ),
        Edit(
            "fr.yaml",
            "out_of_scope:",
            "out_of_scop: []\nout_of_scope:",
            "fr.yaml",
            "out_of_scop: []",
            None,
            "key out_of_scop is unknown",
        ),
        Edit(
            "fr.yaml",
            '    answer: "M. T',
            '    title: x\n    answer: "M. T',
            "fr.yaml",
            "title: x",
            "cable",
            "title is unknown",
        ),
        Edit("fr.yaml", "keywords:", "banter:", "fr.yaml", 'banter: ["fermeture passerelle moi', "closing", "banter"),
    ],
    ids=lambda edit: edit.problem,
)
def test_an_unknown_key_is_refused(folder: Path, replace: Replace, edit: Edit) -> None:
    replace(folder / edit.edited, edit.old, edit.new)
    assert_refused(folder, edit)


@pytest.mark.parametrize(
    "edit",
    [
        Edit("article.yaml", "url: null\n", "", "article.yaml", None, None, "key url is missing"),
        Edit("article.yaml", "served: [fr, en]", "served: []", "article.yaml", "served: []", None, "served cannot be"),
        Edit(
            "article.yaml",
            "served: [fr, en]",
            "served: [fr, en, ru]",
            "article.yaml",
            "served: [fr, en, ru]",
            None,
            "ru.yaml is missing",
        ),
        Edit(
            "article.yaml",
            "served: [fr, en]",
            "served: [en]",
            "article.yaml",
            "served: [en]",
            None,
            "own language, fr, must be served",
        ),
        Edit(
            "article.yaml",
            '  en: "The closure of a footbridge"\n',
            "",
            "article.yaml",
            "title:",
            None,
            "title in en is missing",
        ),
        Edit(
            "article.yaml",
            'name: {fr: "Mme Arnaud", en: "Ms Arnaud"}',
            'name: {fr: "Mme Arnaud"}',
            "article.yaml",
            'name: {fr: "Mme Arnaud"}',
            None,
            "arnaud in en",
        ),
        Edit(
            "article.yaml",
            'role: {fr: "maire de Lorvault", en: "mayor of Lorvault"}',
            "role: {en: x}",
            "article.yaml",
            "role: {en: x}",
            None,
            "role of arnaud in fr",
        ),
        Edit(
            "article.yaml",
            'name: {fr: "L’Écho des Berges", en: "L’Écho des Berges"}',
            "name: {fr: x}",
            "article.yaml",
            "name: {fr: x}",
            None,
            "echo in en",
        ),
        Edit("fr.yaml", '  works: "Les travaux"\n', "", "fr.yaml", "topics:", "closing", "label of the topic “works”"),
        Edit(
            "en.yaml",
            '  radio: "on local radio"\n',
            "  {}\n",
            "en.yaml",
            "venues:",
            "closing",
            "venue “radio” is not worded",
        ),
        Edit("en.yaml", "  safety:", "  other:", "en.yaml", "entries:", "safety", "questions and answer are missing"),
        Edit("en.yaml", "  safety:", "  other:", "en.yaml", "other:", "other", "faq.yaml has no such entry"),
        Edit(
            "en.yaml",
            '      question: ["What does the mayor want?"]',
            "      claim: [x]",
            "en.yaml",
            "safety:",
            "safety",
            "kind “question”",
        ),
        Edit("en.yaml", '["What does the mayor want?"]', "[]", "en.yaml", "safety:", "safety", "kind “question”"),
        Edit(
            "en.yaml",
            '    answer: "Mr Tessier considers it worn."\n',
            "",
            "en.yaml",
            "cable:",
            "cable",
            "answer is missing",
        ),
    ],
    ids=lambda edit: edit.problem,
)
def test_a_missing_key_language_or_wording_is_refused(folder: Path, replace: Replace, edit: Edit) -> None:
    replace(folder / edit.edited, edit.old, edit.new)
    assert_refused(folder, edit)


@pytest.mark.parametrize(
    "edit",
    [
        Edit(
            "article.yaml",
            "sha256: ",
            "sha256: x",
            "article.yaml",
            "sha256: x81d75485ef5c9e04bc38f4790",
            None,
            "sha256 cannot be",
        ),
        Edit(
            "article.yaml",
            "month: 5",
            "month: 13",
            "article.yaml",
            "date: {day: 3, month: 13, year: nu",
            None,
            "date.month cannot be",
        ),
        Edit(
            "article.yaml",
            "publisher: null",
            'publisher: ""',
            "article.yaml",
            'publisher: ""',
            None,
            "publisher cannot be",
        ),
        Edit("faq.yaml", "id: cable", "id: Câble", "faq.yaml", "- id: Câble", "Câble", "id cannot be"),
        Edit(
            "faq.yaml",
            "id: cable",
            "id: ccccccccccccccccccccccccccccccccccccccccc",
            "faq.yaml",
            "- id: cccccccccccccccccccccccccccc",
            "ccccccccccccccccccccccccccccccccccccccccc",
            "id cannot be",
        ),
        Edit(
            "faq.yaml",
            "kind: quote",
            "kind: gossip",
            "faq.yaml",
            "kind: gossip",
            "safety",
            "kind of item 1 of statements cannot be 'gossip'",
        ),
        Edit(
            "faq.yaml",
            "sentence: 3",
            "sentence: three",
            "faq.yaml",
            "sentence: three",
            "safety",
            "sentence of item 1 of statements cannot be 'three'",
        ),
        Edit(
            "faq.yaml",
            "sentence: 3",
            "sentence: 0",
            "faq.yaml",
            "sentence: 0",
            "safety",
            "sentence of item 1 of statements cannot be 0",
        ),
        Edit("fr.yaml", '["Que veut la maire ?"]', "[2014]", "fr.yaml", "question: [2014]", "safety", "cannot be 2014"),
        Edit("fr.yaml", '["Que veut la maire ?"]', '[""]', "fr.yaml", 'question: [""]', "safety", "cannot be ''"),
        Edit("fr.yaml", '"M. Tessier le juge usé."', '""', "fr.yaml", 'answer: ""', "cable", "answer cannot be ''"),
    ],
    ids=lambda edit: edit.problem,
)
def test_a_value_of_another_kind_is_refused(folder: Path, replace: Replace, edit: Edit) -> None:
    replace(folder / edit.edited, edit.old, edit.new)
    assert_refused(folder, edit)


@pytest.mark.parametrize(
    "edit",
    [
        Edit(
            "faq.yaml", "evidence: [3]", "evidence: []", "faq.yaml", "evidence: []", "safety", "evidence cannot be []"
        ),
        Edit("faq.yaml", "    evidence: [3]\n", "", "faq.yaml", "- id: safety", "safety", "evidence is missing"),
        Edit(
            "faq.yaml",
            "evidence: [3]",
            "evidence: [2]",
            "faq.yaml",
            "statements:",
            "safety",
            "names sentence 3, which `evidence` does not list",
        ),
        Edit(
            "faq.yaml",
            "evidence: [3]",
            "evidence: [3, 17]",
            "faq.yaml",
            "evidence: [3, 17]",
            "safety",
            "knows no sentence 17",
        ),
        Edit(
            "faq.yaml",
            "speaker: arnaud, kind: paraphrase",
            "speaker: dupont, kind: paraphrase",
            "faq.yaml",
            "- {speaker: dupont, kind: paraphra",
            "closing",
            "speaker “dupont”",
        ),
        Edit(
            "faq.yaml",
            "via: echo",
            "via: gazette",
            "faq.yaml",
            "- {speaker: tessier, kind: paraphr",
            "cable",
            "outlet “gazette”",
        ),
        Edit(
            "faq.yaml",
            "speaker: tessier, kind: paraphrase",
            "speaker: tessier, kind: report",
            "faq.yaml",
            "- {speaker: tessier, kind: report,",
            "cable",
            "A report names no speaker",
        ),
        Edit(
            "faq.yaml",
            "speaker: tessier, kind: paraphrase",
            "speaker: null, kind: paraphrase",
            "faq.yaml",
            "- {speaker: null, kind: paraphrase",
            "cable",
            "A report names no speaker",
        ),
        Edit(
            "faq.yaml",
            "quote: [Nous voulons un pont sûr, le temps qu'il faut]",
            "quote: null",
            "faq.yaml",
            "- speaker: arnaud",
            "safety",
            "needs its quote",
        ),
        Edit(
            "faq.yaml",
            "quote: [Nous voulons un pont sûr, le temps qu'il faut]",
            "quote: []",
            "faq.yaml",
            "quote: []",
            "safety",
            "quote of item 1 of statements cannot be []",
        ),
    ],
    ids=lambda edit: edit.problem,
)
def test_unsound_evidence_or_attribution_is_refused(folder: Path, replace: Replace, edit: Edit) -> None:
    replace(folder / edit.edited, edit.old, edit.new)
    assert_refused(folder, edit)


@pytest.mark.parametrize(
    "edit",
    [
        Edit("faq.yaml", "pont sûr", "pont sur", "faq.yaml", "- speaker: arnaud", "safety", "does not hold the quote"),
        Edit("faq.yaml", "pont sûr", "Pont sûr", "faq.yaml", "- speaker: arnaud", "safety", "does not hold the quote"),
        Edit(
            "faq.yaml",
            "Nous voulons un pont sûr,",
            "un deux trois quatre cinq six sept huit neuf dix,",
            "faq.yaml",
            "- speaker: arnaud",
            "safety",
            "has 10 words: 9 are the most",
        ),
        Edit(
            "faq.yaml",
            "Nous voulons un pont sûr,",
            "l'a d'un qu'on s'y m'a,",
            "faq.yaml",
            "- speaker: arnaud",
            "safety",
            "has 10 words",
        ),
        Edit(
            "en.yaml",
            '  "usé jusqu\'à la corde": "worn to a thread"\n',
            "",
            "en.yaml",
            "quotes:",
            None,
            "has no translation",
        ),
        Edit(
            "en.yaml",
            '"dès le mois de juin": "',
            '"dès le mois de mai": "',
            "en.yaml",
            '"dès le mois de mai": "from June"',
            None,
            "No statement has the quote",
        ),
    ],
    ids=lambda edit: edit.problem,
)
def test_a_quote_that_was_changed_is_too_long_or_is_not_translated_is_refused(
    folder: Path, replace: Replace, edit: Edit
) -> None:
    replace(folder / edit.edited, edit.old, edit.new)
    assert_refused(folder, edit)


@pytest.mark.parametrize(
    "edit",
    [
        Edit("faq.yaml", "id: cable", "id: safety", "faq.yaml", "- id: safety", "safety", "Another entry has this id"),
        Edit(
            "fr.yaml",
            '["Que veut la maire ?"]',
            '["Que veut la maire ?", "QUE VEUT LA MAIRE"]',
            "fr.yaml",
            'question: ["Que veut la maire ?",',
            "safety",
            "equals the variant",
        ),
        Edit(
            "fr.yaml",
            "Que veut la maire ?",
            "quand la passerelle ferme t elle",
            "fr.yaml",
            'question: ["quand la passerelle fe',
            "safety",
            "equals the variant",
        ),
        Edit(
            "fr.yaml",
            "Que veut la maire ?",
            "Combien coutent les travaux",
            "fr.yaml",
            '- "Combien coûtent les travaux ?"',
            None,
            "equals the variant",
        ),
        Edit("fr.yaml", "fermeture passerelle mois", "?!", "fr.yaml", 'keywords: ["?!"]', "closing", "holds no word"),
    ],
    ids=lambda edit: edit.problem,
)
def test_an_id_or_variant_that_stands_twice_is_refused(folder: Path, replace: Replace, edit: Edit) -> None:
    replace(folder / edit.edited, edit.old, edit.new)
    assert_refused(folder, edit)


@pytest.mark.parametrize(
    ("old", "new", "entry", "problem"),
    [
        ("venue: radio", "venue: station", "closing", "venue “station”"),
        ("topic: cable", "topic: wires", "cable", "topic “wires”"),
    ],
)
def test_an_unknown_venue_or_topic_is_refused_with_its_entry(
    folder: Path, replace: Replace, old: str, new: str, entry: str, problem: str
) -> None:
    replace(folder / "faq.yaml", old, new)
    findings = [finding for finding in refused(folder) if problem in finding.problem]
    assert {finding.entry_id for finding in findings} == {entry}


def test_a_person_and_an_outlet_of_the_same_id_are_refused(folder: Path, replace: Replace) -> None:
    line = replace(folder / "article.yaml", "  echo:", "  arnaud:")
    replace(folder / "faq.yaml", "via: echo", "via: arnaud")
    assert line in {finding.line for finding in refused(folder)}


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("fr.yaml", '"M. Tessier le juge usé."', '"  "'),
        ("fr.yaml", '"sur la radio locale"', '" "'),
        ("article.yaml", 'fr: "La fermeture d’une passerelle"', 'fr: " "'),
    ],
)
def test_a_text_of_spaces_is_refused(folder: Path, replace: Replace, name: str, old: str, new: str) -> None:
    line = replace(folder / name, old, new)
    assert [(finding.path.name, finding.line) for finding in refused(folder)] == [(name, line)]


def test_everything_wrong_is_said_at_once(folder: Path, replace: Replace) -> None:
    replace(folder / "faq.yaml", "via: echo", "via: gazette")
    replace(folder / "en.yaml", '  cable: "The cable"\n', "")
    replace(folder / "article.yaml", '  en: "The closure of a footbridge"\n', "")
    assert {finding.path.name for finding in refused(folder)} == {"article.yaml", "en.yaml", "faq.yaml"}


def test_what_is_misshapen_hides_nothing_that_is_wrong_elsewhere(folder: Path, replace: Replace) -> None:
    replace(folder / "faq.yaml", "kind: quote", "kind: gossip")
    replace(folder / "faq.yaml", "via: echo", "via: gazette")
    replace(folder / "fr.yaml", "out_of_scope:", "out_of_scop:")
    replace(folder / "fr.yaml", '  cable: "Le câble"\n', "")
    replace(folder / "article.yaml", "month: 5", "month: mai")
    replace(folder / "article.yaml", '  en: "The closure of a footbridge"\n', "")
    assert sorted(finding.problem[:30] for finding in refused(folder)) == sorted(
        each[:30]
        for each in (
            "kind of item 1 of statements cannot be 'gossip': it has to be quote, paraphrase or report.",
            "The outlet “gazette” is not among the outlets of article.yaml.",
            "The key out_of_scop is unknown here",
            "The label of the topic “cable” is missing.",
            "date.month cannot be 'mai': it has to be a whole number.",
            "The title in en is missing.",
        )
    )


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("faq.yaml", "id: cable", "id: [x]"),
        ("faq.yaml", "topic: cable", "topic: [x]"),
        ("faq.yaml", "speaker: tessier", "speaker: {x: y}"),
        ("faq.yaml", "quote: [Nous voulons un pont sûr, le temps qu'il faut]", "quote: {x: y}"),
        ("faq.yaml", "evidence: [3]", "evidence: many"),
        ("faq.yaml", "evidence: [3]", "evidence: [many]"),
        ("faq.yaml", "sentence: 3", "sentence: many"),
        ("faq.yaml", "entries:", "entries: none\nx:"),
        ("article.yaml", "people:", "people: none\nx:"),
        ("article.yaml", "outlets:", "outlets: none\nx:"),
        ("article.yaml", "language: fr", "language: {x: y}"),
        ("article.yaml", "served: [fr, en]", "served: [fr, en, {x: y}]"),
        ("en.yaml", "entries:", "entries: none\nx:"),
        ("en.yaml", "topics:", "topics: none\nx:"),
        ("en.yaml", "venues:", "venues: none\nx:"),
        ("en.yaml", "quotes:", "quotes: none\nx:"),
        ("en.yaml", '["What does the mayor want?"]', "[1]"),
        ("en.yaml", '["What does the mayor want?"]', "none"),
    ],
)
def test_what_is_misshapen_makes_nothing_else_look_wrong(
    folder: Path, replace: Replace, name: str, old: str, new: str
) -> None:
    replace(folder / name, old, new)
    findings = refused(folder)
    assert {finding.path.name for finding in findings} == {name}
    assert all(" cannot be " in each.problem or "key x is unknown" in each.problem for each in findings)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("fr.yaml", '"Selon la maire, elle ferme en juin."', "Elle ferme après la crue #3 de mai."),
        ("fr.yaml", '"M. Tessier le juge usé."', "M. Tessier le juge usé.  # note"),
        ("fr.yaml", '["Que veut la maire ?"]', "\n        - Que veut la maire #1 ?"),
        ("fr.yaml", '"sur la radio locale"', "sur la radio #1"),
        ("fr.yaml", '- "Combien coûtent les travaux ?"', "- Combien coûtent les travaux #3"),
        ("fr.yaml", 'cable: "Le câble"', "cable: Le câble #3"),
        ("en.yaml", '"worn to a thread"', "worn to #1"),
        ("article.yaml", 'fr: "La fermeture d’une passerelle"', "fr: La fermeture #2"),
        ("article.yaml", "publisher: null", "publisher: Journal #2"),
        ("article.yaml", '    fr: ["passerelle", "pont", "ouvrage"]', "    fr:\n    - pont #3"),
        ("faq.yaml", "[Nous voulons un pont sûr, le temps qu'il faut]", "\n        - Nous # x"),
    ],
)
def test_a_text_that_a_comment_cuts_off_is_refused(
    folder: Path, replace: Replace, name: str, old: str, new: str
) -> None:
    replace(folder / name, old, new)
    (finding,) = [each for each in refused(folder) if "begins a comment" in each.problem]
    assert "#" in finding.path.read_text(encoding="utf-8").splitlines()[(finding.line or 0) - 1]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("faq.yaml", "evidence: [3]", "evidence: [3]  # note"),
        ("faq.yaml", "topic: cable", "topic: cable  # the old one"),
        ("faq.yaml", "sentence: 3", "sentence: 3  # note"),
        ("article.yaml", "language: fr", "language: fr  # note"),
        ("article.yaml", "publisher: null", "publisher: null  # it names none"),
        ("fr.yaml", '"M. Tessier le juge usé."', '"M. Tessier le juge usé."  # note'),
        ("fr.yaml", '"M. Tessier le juge usé."', "M. Tessier le juge usé#3."),
        ("fr.yaml", "out_of_scope:", "out_of_scope:  # note"),
        ("fr.yaml", "entries:", "# note\nentries:"),
    ],
)
def test_a_comment_that_is_meant_as_one_is_fine(folder: Path, replace: Replace, name: str, old: str, new: str) -> None:
    replace(folder / name, old, new)
    assert construct(read_files(folder)).slug == "passerelle"


def test_misshapen_files_are_named_at_once(folder: Path, replace: Replace) -> None:
    replace(folder / "faq.yaml", "kind: quote", "kind: gossip")
    replace(folder / "fr.yaml", "out_of_scope:", "out_of_scop:")
    assert {finding.path.name for finding in refused(folder)} == {"faq.yaml", "fr.yaml"}


@pytest.mark.parametrize("name", ["article.yaml", "faq.yaml", "fr.yaml"])
@pytest.mark.parametrize("content", ["", "null", "[]", "text", "12"])
def test_a_file_that_holds_something_else_is_refused(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    assert [finding.path.name for finding in refused(folder)] == [name]


def test_a_statement_that_entries_point_to_is_checked_where_it_stands(folder: Path, replace: Replace) -> None:
    statement = (
        "{speaker: tessier, kind: paraphrase, venue: null, via: gazette, quote: [usé jusqu'à la corde], sentence: 5}"
    )
    replace(folder / "faq.yaml", "entries:", f"statements:\n  - &worn\n    {statement}\nentries:")
    replace(folder / "faq.yaml", statement.replace("gazette", "echo"), "*worn")
    (finding,) = refused(folder)
    assert (finding.line, finding.entry_id) == (2, None)


ANCHORED = "{speaker: tessier, kind: paraphrase, venue: null, via: echo, quote: [usé jusqu'à la corde], sentence: 5}"


@pytest.mark.parametrize("in_lists", [True, False])
def test_a_quote_that_several_entries_name_is_held_against_lock_and_text_once(
    folder: Path, text: Path, replace: Replace, in_lists: bool
) -> None:
    faq = folder / "faq.yaml"
    if in_lists:
        replace(faq, ANCHORED, "*worn")
        replace(faq, "entries:", f"statements:\n  - &worn\n    {ANCHORED}\nentries:")
    else:
        replace(faq, ANCHORED, f"&worn {ANCHORED}")
    replace(faq, "quote: null, sentence: 6}", "quote: null, sentence: 6}\n      - *worn")
    assert construct(read_files(folder)).slug == "passerelle"
    replace(faq, "usé jusqu'à la corde", "usé jusqu’à la moelle")
    replace(folder / "en.yaml", "usé jusqu'à la corde", "usé jusqu’à la moelle")
    for findings in (refused(folder), check_article(folder, text)):
        (finding,) = findings
        assert "moelle" in finding.problem
        assert finding.entry_id == (None if in_lists else "cable")


def test_a_translation_of_a_quote_that_was_corrected_is_one_line(folder: Path, replace: Replace) -> None:
    line = replace(folder / "en.yaml", '"dès le mois de juin"', '"dès le moi de juin"')
    (finding,) = refused(folder)
    assert finding.line == line
    assert finding.problem == (
        "No statement has the quote “dès le moi de juin”:"
        " correct it to “dès le mois de juin”, which has no translation."
    )


def test_a_translation_of_quite_another_quote_is_a_line_beside_the_one_that_is_missing(
    folder: Path, replace: Replace
) -> None:
    replace(folder / "en.yaml", '"dès le mois de juin"', '"nous verrons"')
    assert [finding.problem for finding in refused(folder)] == [
        "The quote “dès le mois de juin” has no translation.",
        "No statement has the quote “nous verrons”: correct it or remove its translation.",
    ]


def test_the_same_variant_in_two_languages_is_fine(folder: Path, replace: Replace) -> None:
    replace(folder / "fr.yaml", "fermeture passerelle mois", "passerelle 2021")
    replace(folder / "en.yaml", "footbridge closing month", "passerelle 2021")
    assert len(construct(read_files(folder)).entries) == 3


@pytest.mark.parametrize(
    "same",
    ["quand la passerelle ferme-t-elle", "QUAND LA PASSERELLE FERME T ELLE ?!", "Quand  la passerelle ferme‑t‑elle…"],
)
def test_variants_are_equal_whatever_their_case_punctuation_and_spaces(
    folder: Path, replace: Replace, same: str
) -> None:
    line = replace(folder / "fr.yaml", "Que veut la maire ?", same)
    (finding,) = refused(folder)
    assert (finding.line, finding.entry_id) == (line, "safety")
    assert "on line 9" in finding.problem


@pytest.mark.parametrize(
    "fragment",
    [
        "un deux trois quatre cinq six sept huit neuf",
        "l'un d'eux s'en va qu'on",
        "a-b-c-d-e-f-g-h-i",
        "(un) deux, trois !",
    ],
)
def test_a_fragment_of_nine_words_is_short_enough(folder: Path, replace: Replace, fragment: str) -> None:
    replace(folder / "faq.yaml", "[usé jusqu'à la corde]", f'["{fragment}"]')
    assert [finding.problem for finding in refused(folder) if "are the most" in finding.problem] == []


@pytest.mark.parametrize(
    "fragment",
    [
        "un deux trois quatre cinq six sept huit neuf dix",
        "l'un d'eux s'en va qu'on le",
        "l’un d’eux s’en va qu’on le",
        "a-b-c-d-e-f-g-h-i-j",
        "об'єкт об'єкт об'єкт об'єкт об'єкт",
    ],
)
def test_a_fragment_of_ten_words_is_too_long(folder: Path, replace: Replace, fragment: str) -> None:
    replace(folder / "faq.yaml", "[usé jusqu'à la corde]", f'["{fragment}"]')
    assert [finding.entry_id for finding in refused(folder) if "are the most" in finding.problem] == ["cable"]


@pytest.mark.parametrize(("longest", "entries"), [(4, ["closing", "safety", "safety", "cable"]), (5, [])])
def test_whoever_owns_an_article_says_how_long_a_fragment_may_be(
    folder: Path, replace: Replace, longest: int, entries: list[str]
) -> None:
    replace(folder / "article.yaml", "url: null", f"url: null\nlongest_quote: {longest}")
    shapes = ArticleShapes.of(read_files(folder))
    found = [each for each in validate(shapes) if f": {longest} are the most (`longest_quote`" in each.problem]
    assert [each.entry_id for each in found] == entries


def test_a_fragment_may_have_more_than_nine_words_where_the_article_says_so(folder: Path, replace: Replace) -> None:
    replace(folder / "article.yaml", "url: null", "url: null\nlongest_quote: 10")
    replace(folder / "faq.yaml", "[usé jusqu'à la corde]", "[un deux trois quatre cinq six sept huit neuf dix]")
    assert [finding.problem for finding in refused(folder) if "are the most" in finding.problem] == []


def test_a_translation_is_found_whatever_the_apostrophe_and_spaces(folder: Path, replace: Replace) -> None:
    replace(folder / "en.yaml", "usé jusqu'à la corde", "usé  jusqu’à la corde")
    article = construct(read_files(folder))
    quoted = next(
        statement.quote_line for entry in article.entries for statement in entry.statements if statement.sentence == 5
    )
    assert quoted is not None
    assert article.translations["en"][quoted] == "worn to a thread"


def test_the_language_of_the_article_needs_no_translations(folder: Path) -> None:
    assert construct(read_files(folder)).translations["fr"] == {}


def test_without_the_lock_the_quotes_are_not_held_against_it(folder: Path, replace: Replace) -> None:
    for name in ("faq.yaml", "en.yaml"):
        replace(folder / name, "dès le mois de juin", "dès le mois de mai")
    assert validate(ArticleShapes.of(read_files(folder)), locked=False) == []
    assert [finding.entry_id for finding in refused(folder)] == ["closing"]


def test_a_lock_for_another_text_is_refused_at_the_digest(folder: Path, replace: Replace) -> None:
    digest = read_files(folder).article.data["sha256"]
    line = replace(folder / "article.yaml", digest, "a" * 64)
    (finding,) = refused(folder)
    assert (finding.path, finding.line) == (folder / "article.yaml", line)
    assert "another text" in finding.problem


MORE = """\
      question: ["When does the footbridge close?", "a b", "a c", "a d"]
      keywords: ["footbridge closing month"]
      colloquial: ["so when do they shut it"]
      claim: ["They say it shuts before summer."]
      oblique: ["From what moment on must people walk around?"]
"""
FEW = """\
      question: ["When does the footbridge close?"]
      keywords: ["footbridge closing month"]
"""


def owed(folder: Path) -> list[str]:
    """Return the shortfalls of the entry `closing` in English."""
    return [
        finding.problem
        for finding in shortfalls(read_files(folder))
        if finding.entry_id == "closing" and finding.path.name == "en.yaml"
    ]


def test_an_entry_with_enough_variants_of_all_wordings_owes_nothing(folder: Path, replace: Replace) -> None:
    replace(folder / "en.yaml", FEW, MORE)
    assert owed(folder) == []


def test_too_few_variants_and_missing_wordings_are_owed(folder: Path) -> None:
    problems = owed(folder)
    assert problems[0].startswith("2 variants are too few")
    assert [wording for wording in ("colloquial", "claim", "oblique") if f"“{wording}”" in " ".join(problems)] == [
        "colloquial",
        "claim",
        "oblique",
    ]
    assert len(problems) == 4


@pytest.mark.parametrize(("length", "owing"), [(64, False), (65, True)])
def test_a_title_that_no_button_has_room_for_is_owed(folder: Path, replace: Replace, length: int, owing: bool) -> None:
    replace(folder / "en.yaml", FEW, MORE.replace("When does the footbridge close?", "When ".ljust(length, "x")))
    assert any("lists" in problem for problem in owed(folder)) is owing


@pytest.mark.parametrize("oblique", ["When must the mayors walk around?", "Is it before or in june?"])
def test_an_oblique_variant_that_repeats_the_answer_is_owed(folder: Path, replace: Replace, oblique: str) -> None:
    replace(folder / "en.yaml", FEW, MORE.replace("From what moment on must people walk around?", oblique))
    (problem,) = owed(folder)
    assert oblique in problem
    assert "with the answer" in problem


@pytest.mark.parametrize(
    ("code", "file", "oblique", "answer"),
    [
        ("fr", "fr.yaml", "Depuis quand marche-t-on autour ?", "Selon la maire, elle ferme depuis juin, dit-elle."),
        ("en", "en.yaml", "Must people walk before long?", "According to the mayor, it closes before June."),
    ],
)
def test_an_oblique_variant_may_share_a_preposition_with_the_answer(
    folder: Path, replace: Replace, code: str, file: str, oblique: str, answer: str
) -> None:
    path = folder / file
    questions = {"fr": '["Quand la passerelle ferme-t-elle ?"]', "en": '["When does the footbridge close?"]'}[code]
    given = {"fr": "Selon la maire, elle ferme en juin.", "en": "According to the mayor, it closes in June."}[code]
    replace(path, f"question: {questions}", f"question: {questions}\n      oblique: [{oblique!r}]")
    replace(path, given, answer)
    problems = [each.problem for each in shortfalls(read_files(folder)) if oblique in each.problem]
    assert problems == []


def test_what_is_owed_keeps_no_folder_from_loading(folder: Path) -> None:
    findings = check_article(folder)
    assert findings != []
    assert all(finding.line is not None and finding.entry_id is not None for finding in findings)
    assert construct(read_files(folder)).slug == "passerelle"


@pytest.mark.parametrize(
    "edit",
    [
        Edit(
            "article.yaml",
            "served: [fr, en]",
            "served: [fr, en, fr]",
            "article.yaml",
            "served:",
            None,
            "fr stands twice",
        ),
        Edit(
            "faq.yaml",
            "evidence: [1, 2]",
            "evidence: [1, 2, 2]",
            "faq.yaml",
            "evidence:",
            "closing",
            "sentence 2 twice",
        ),
    ],
    ids=lambda edit: edit.problem,
)
def test_what_stands_twice_is_refused(folder: Path, replace: Replace, edit: Edit) -> None:
    replace(folder / edit.edited, edit.old, edit.new)
    assert_refused(folder, edit)


def test_a_topic_that_is_misshapen_hides_no_label_that_others_miss(folder: Path, replace: Replace) -> None:
    replace(folder / "faq.yaml", "    topic: works\n    evidence: [1, 2]", "    topik: works\n    evidence: [1, 2]")
    replace(folder / "fr.yaml", "works:", "work:")
    problems = [finding.problem for finding in refused(folder)]
    assert any("topik is unknown" in problem for problem in problems)
    assert [problem for problem in problems if "label" in problem] == ["The label of the topic “works” is missing."]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('["«dès le mois de juin»"]', "; without quotation marks and full stops around them."),
        ('["dès le mois de juin."]', "; without quotation marks and full stops around them."),
        ('["dès […] juin"]', "; write what stands before and after […] as two items of the list."),
        ('["dès le ... de juin"]', "; write what stands before and after […] as two items of the list."),
        (
            '["dès le", "mois de juin"]',
            "; it has to come after the fragment before it, with at least one word left out",
        ),
        ('["de juin", "dès le"]', "; it has to come after the fragment before it, with at least one word left out"),
        ('["dès le mois de mai"]', ": copy its words exactly."),
    ],
)
def test_a_quote_that_is_written_unlike_a_fragment_is_told_how(
    folder: Path, tmp_path: Path, replace: Replace, written: str, told: str
) -> None:
    replace(folder / "faq.yaml", "[dès le mois de juin]", written)
    problems = [each.problem for each in check_article(folder, tmp_path / "passerelle.txt")]
    assert [told in problem for problem in problems if "does not quote" in problem] == [True]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "{fr: TEXT, en: a}"),
        ("place", "{fr: TEXT, en: a}"),
        ("publisher", "TEXT"),
        ("people", "{arnaud: {name: {fr: TEXT, en: a}}}"),
        ("people", "{arnaud: {name: {fr: a, en: a}, role: {fr: TEXT, en: a}}}"),
        ("outlets", "{echo: {name: {fr: TEXT, en: a}}}"),
    ],
)
def test_a_title_place_or_name_of_more_than_300_characters_is_refused_in_a_sentence(key: str, value: str) -> None:
    def problems(length: int) -> list[str]:
        text = f"{key}: {value.replace('TEXT', 'x' * length)}"
        found = shape_document(Document.parse(Path("article.yaml"), text), ArticleShape).findings
        return [finding.problem for finding in found if "300" in finding.problem]

    assert problems(300) == []
    [problem] = problems(301)
    assert "it has to be a text of at most 300 characters" in problem
    assert len(problem) < 300
