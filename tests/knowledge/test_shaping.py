"""Documents take their shapes; what does not fit is named by entry, with what belongs there, and hides nothing."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from knowledge.documents import Document
from knowledge.shape import ArticleShape, FaqShape, LanguageShape
from knowledge.shaping import ShapedDocument, shape_document

STATEMENT = "{speaker: null, kind: report, venue: null, via: null, quote: null, sentence: 1}"
ENTRY = f"id: a, topic: b, evidence: [1], statements: [{STATEMENT}]"
ENTRY_OF_ONE = "{id: a, topic: b, evidence: [1], statements: [*one]}"
LIBRARY_WORDS = ("input", "valid", "pydantic", "type=", "should", "parse")


def brought(name: str, text: str, shape: type[BaseModel]) -> ShapedDocument[BaseModel]:
    """A text of a file in its shape."""
    return shape_document(Document.parse(Path(name), text), shape)


def faq(text: str) -> ShapedDocument[BaseModel]:
    """A text of faq.yaml in its shape."""
    return brought("faq.yaml", text, FaqShape)


def test_a_document_takes_its_shape() -> None:
    made = faq(f"entries: [{{{ENTRY}}}]")
    assert isinstance(made.value, FaqShape)
    assert (made.value.entries[0].id, made.findings, made.fits("entries", 0)) == ("a", (), True)


@pytest.mark.parametrize(
    ("text", "line", "entry", "problem"),
    [
        (f"entries:\n- {{{ENTRY},\n  answr: b}}", 3, "a", "The key answr is unknown here: remove it or correct its"),
        (f"entries:\n- {{{ENTRY}, answr: b}}", 2, "a", "allowed are id, topic, evidence, statements"),
        (
            "entries:\n- {id: a, topic: b, statements: [" + STATEMENT + "]}",
            2,
            "a",
            "The key evidence is missing: add it.",
        ),
        (f"entries:\n- {{{ENTRY.replace('[1]', '[1, deux]')}}}", 2, "a", "item 2 of evidence cannot be 'deux': it has"),
        (
            f"entries:\n- {{{ENTRY.replace('sentence: 1', 'sentence: x')}}}",
            2,
            "a",
            "sentence of item 1 of statements cannot",
        ),
        (
            f"entries:\n- {{{ENTRY.replace('via: null, ', '')}}}",
            2,
            "a",
            "The key via of item 1 of statements is missing",
        ),
        (f"entries:\n- {{{ENTRY.replace('id: a, ', '')}}}", 2, None, "The key id of item 1 of entries is missing"),
        (f"entries:\n- {{{ENTRY.replace('topic: b', 'topic: {x: y}')}}}", 2, "a", "topic cannot be a mapping of keys"),
        (f"entries:\n- {{{ENTRY}}}\n- plain", 3, None, "item 2 of entries cannot be 'plain': it has to be keys with"),
        ("entries: none", 1, None, "entries cannot be 'none': it has to be a list"),
        (f"title: x\nentries: [{{{ENTRY}}}]", 1, None, "The key title is unknown here"),
        ("", None, None, "It is empty: it has to hold the keys summary, statements, entries."),
        ("# only a comment", None, None, "It is empty"),
    ],
)
def test_what_does_not_fit_is_said_with_line_entry_and_what_belongs_there(
    text: str, line: int | None, entry: str | None, problem: str
) -> None:
    (finding,) = faq(text).findings
    assert (finding.line, finding.entry_id) == (line, entry)
    assert problem in finding.problem
    assert not re.search(r"entries\.\d", finding.problem)
    assert not any(word in finding.problem for word in LIBRARY_WORDS)


ARTICLE = (
    "title: {fr: x}\nlanguage: fr\nserved: [fr]\ndate: {}\nplace: null\npublisher: null\nurl: null\nsha256: " + "a" * 64
)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("date: {}", "date: null", "day, month and year, as far as the text gives them ({} if it gives none)"),
        ("date: {}", "date: 12 mai", "day, month and year"),
        (
            "date: {}",
            "date: {hour: 9}",
            "date.hour is unknown here: remove it or correct its spelling; allowed are day, ",
        ),
        ("place: null", "place: Ely", "place cannot be 'Ely': it has to be a text for each language, as in {en: …, fr"),
        ("date: {}", "date: {day: 32}", "date.day cannot be 32: it has to be a whole number from 1 to 31"),
        ("date: {}", "date: {day: x}", "date.day cannot be 'x': it has to be a whole number"),
        ("date: {}", "date: {year: 99999}", "date.year cannot be 99999: it has to be a whole number from 1 to 9999"),
        (
            "a" * 64,
            "a" * 64 + "  bridge.txt",
            "sha256 cannot be 'aaaaaaaaaaaaaaaa…': it has to be 64 of 0-9 and a-f and no more: leave out what follows.",
        ),
        ("a" * 64, "a" * 63, "sha256 cannot be 'aaaaaaaaaaaaaaaa…': it has to be the SHA-256 of the article's text"),
        ("served: [fr]", "served: [fr, FR]", "item 2 of served cannot be 'FR': it has to be the code of a language"),
        ("served: [fr]", "served: [../../creds]", "item 1 of served cannot be '../../creds': it has to be the code"),
        ("served: [fr]", "served: fr", "served cannot be 'fr': it has to be a list"),
        ("language: fr", "language: français", "it has to be the code of a language, two or three small letters"),
        ("{fr: x}", "{fr: x, ../x: y}", "The key title.../x is unknown here: it has to be the code of a language"),
        ("url: null", "url: {http: //x}", "a text; one with a colon and a space needs quotation marks"),
        ("url: null", "url: null\ntext_is_public: yes", "text_is_public cannot be 'yes': it has to be true or false"),
        ("url: null", "url: null\nlongest_quote: 0", "longest_quote cannot be 0: it has to be a whole number from 1"),
        ("publisher: null", "publisher: 12", "one that looks like a number, true or null needs quotation marks"),
    ],
)
def test_article_yaml_says_what_is_wanted(old: str, new: str, problem: str) -> None:
    (finding,) = brought("article.yaml", ARTICLE.replace(old, new), ArticleShape).findings
    assert problem in finding.problem
    assert not any(word in finding.problem for word in LIBRARY_WORDS)


def test_a_number_without_end_is_said_in_own_words() -> None:
    text = ARTICLE.replace("date: {}", f"date: {{day: {'9' * 5000}}}")
    findings = brought("article.yaml", text, ArticleShape).findings
    assert [finding.line for finding in findings] == [4, 4]
    assert "5000 digits" in findings[0].problem
    assert len(str(findings[1])) < 120


def test_a_language_file_lists_the_wordings_that_are_allowed() -> None:
    text = "topics: {}\nentries:\n  a:\n    answer: x\n    questions: {banter: [x]}"
    (finding,) = brought("fr.yaml", text, LanguageShape).findings
    assert (finding.line, finding.entry_id) == (5, "a")
    assert finding.problem == (
        "The key questions.banter is unknown here: remove it or correct its spelling; "
        "allowed are question, keywords, colloquial, claim, oblique."
    )


def test_everything_that_does_not_fit_is_named_at_once() -> None:
    findings = faq(f"entries:\n- id: a\n- {{{ENTRY.replace('id: a, ', '')}, more: 2}}\n- {{{ENTRY}, id: c}}").findings
    assert [finding.problem.split(":")[0] for finding in findings] == [
        "The key id stands twice",
        "The key topic is missing",
        "The key evidence is missing",
        "The key statements is missing",
        "The key id of item 2 of entries is missing",
        "The key more of item 2 of entries is unknown here",
    ]


def test_what_fits_is_there_beside_what_does_not() -> None:
    made = faq(f"entries:\n- {{{ENTRY}}}\n- {{id: b, topic: 3, more: 1}}\n- plain")
    assert isinstance(made.value, FaqShape)
    assert [entry.id for entry in made.value.entries] == ["a", "b", ""]
    assert made.fits("entries", 0)
    assert made.fits("entries", 1, "id")
    assert not made.fits("entries", 1)
    assert not made.fits("entries", 1, "topic")
    assert not made.fits("entries", 2, "id")


@pytest.mark.parametrize(
    "text",
    [
        "TELEGRAM_BOT_TOKEN=12345:s3cret",
        "token: s3cret",
        "s3cret: 1\ns3cret: 2",
        "- s3cret",
        "s3cret",
        "{aws: {key: s3cret}}",
        "? !!python/object:s3cret x\n: y",
    ],
)
def test_nothing_of_a_file_that_is_no_knowledge_is_quoted(text: str) -> None:
    (finding,) = faq(text).findings
    assert finding.problem == "It is no faq.yaml: that holds the keys summary, statements, entries."


@pytest.mark.parametrize("value", ["s3cret" * 50, "{s3cret: s3cret}", "[[s3cret, {s3cret: 1}]]"])
def test_a_few_characters_of_a_value_of_the_wrong_kind_are_quoted(value: str) -> None:
    for place in ("evidence: [1]", "sentence: 1", "kind: report", "topic: b"):
        made = faq(f"entries: [{{{ENTRY.replace(place, place.split(':')[0] + ': ' + value)}}}]")
        assert all("s3crets3crets3cret" not in finding.problem for finding in made.findings)
        if not value.startswith("s"):
            assert all("s3cret" not in finding.problem for finding in made.findings)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("via: null, ", "", "The key via of item 1 of statements is missing"),
        ("sentence: 1", "sentence: x", "sentence of item 1 of statements cannot be 'x'"),
    ],
)
def test_what_entries_name_by_an_alias_is_named_once_where_it_stands(old: str, new: str, problem: str) -> None:
    wrong = STATEMENT.replace(old, new)
    made = faq(f"statements:\n- &one {wrong}\nentries:\n- {ENTRY_OF_ONE}\n- {ENTRY_OF_ONE.replace('id: a', 'id: b')}")
    (finding,) = made.findings
    assert (finding.line, finding.entry_id) == (2, None)
    assert finding.problem.startswith(problem)
    assert not any(made.fits(*place) for place in (("statements", 0), ("entries", 0), ("entries", 1)))


def test_a_finding_is_one_line_without_control_characters() -> None:
    made = faq(f'entries: [{{{ENTRY}, "a\\e[31m\\n::error::\\u202e": 1}}]')
    assert len(made.findings) == 2
    for finding in made.findings:
        assert str(finding).isprintable()
    assert "\\x1b[31m\\x0a::error::\\u202e" in str(made.findings[-1])


def test_what_a_pasted_line_of_settings_assigns_is_not_quoted() -> None:
    for line in ("TELEGRAM_BOT_TOKEN=123:hunter2: 1", "BOT:hunter2: 1", "? TOKEN= hunter2\n: 1"):
        made = faq(f"entries: [{{{ENTRY}}}]\n{line}\n")
        assert len(made.findings) == 1
        assert "hunter2" not in str(made.findings[0])
        assert "is unknown here" in made.findings[0].problem
