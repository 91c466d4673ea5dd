"""Items added to the lists of a file: they come back as they are, and every character that stood there stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.article_folders import BUNDLED
from knowledge.documents import Document
from knowledge.errors import InvalidKnowledge
from knowledge.insertion import insert_items

PATH = Path("fr.yaml")
LIST = ("entries", "call", "questions", "colloquial")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
BLOCK = """\
# The words of each entry.
entries:
  call:   # the first
    questions:
      question: ['Who called?', "Who “rang”?"]
      colloquial:
        - "who rang"  # often
        - 'it''s who'

        # Not yet: "who phoned"
      claim:
        - plain: no
    answer: "Somebody."

out_of_scope: []
"""
FILES = {
    "block": BLOCK,
    "with Windows line ends": BLOCK.replace("\n", "\r\n"),
    "with a byte order mark": "\ufeff" + BLOCK,
    "with dashes below the key": BLOCK.replace("        - ", "      - "),
    "in brackets": BLOCK.replace(BLOCK[BLOCK.index('        - "who') : BLOCK.index("      claim")], "").replace(
        "colloquial:", "colloquial: [one, 'two' , ]  # in brackets"
    ),
    "in brackets over lines": BLOCK.replace(
        BLOCK[BLOCK.index('        - "who') : BLOCK.index("      claim")], ""
    ).replace("colloquial:", 'colloquial:\n        [one,\n         "two"  # the last\n        ]'),
    "empty": BLOCK.replace(BLOCK[BLOCK.index('        - "who') : BLOCK.index("      claim")], "").replace(
        "colloquial:", "colloquial: []"
    ),
    "missing": BLOCK.replace(BLOCK[BLOCK.index("      colloquial") : BLOCK.index("      claim")], ""),
    "missing from a mapping in braces": "entries: {call: {questions: {question: [a]}, answer: b}}\n",
    "at the end of the file": BLOCK[: BLOCK.index("\n        # Not")] + "\n\n# The end.\n\n",
    "at the end without a line end": BLOCK[: BLOCK.index("\n        # Not")].rstrip(),
    "with a text over lines": BLOCK.replace("'it''s who'", "|-\n          it's\n          who\n"),
    "with a quoted text over lines": BLOCK.replace("'it''s who'", "'it''s\n          who'  # over lines"),
    "with a folded text": BLOCK.replace("'it''s who'", ">+\n          it's\n          who\n\n"),
    "with wide characters": BLOCK.replace("often", "😀 often 𝔘").replace("who rang", "who 😀 rang"),
}


def added(text: str, old: str) -> str:
    """Return the lines that a text has more than an old one, which must be all there."""
    start = next((at for at, (a, b) in enumerate(zip(text, old, strict=False)) if a != b), min(len(text), len(old)))
    size = len(text) - len(old)
    for at in range(start, -1, -1):
        if text[:at] + text[at + size :] == old:
            return text[at : at + size]
    raise AssertionError("Something else was changed.")


@pytest.mark.slow
@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
@given(items=st.lists(TEXTS, min_size=1, max_size=3))
@example(
    items=["- : # ' \" \\ ?", " spaces ", "\t\n\r\x85\u2028\ufeff\x00\x7f\xa0", "null", "[x]", "{y}", "& * ! % @ `"]
)
@example(items=["Qui a appelé ? « Trump »", "кто звонил", "хто дзвонив", "من اتصل؟", "🇫🇷👨‍👩‍👧"])
def test_any_text_comes_back_and_nothing_else_changes(text: str, items: list[str]) -> None:
    new = insert_items(PATH, text, {LIST: items})
    before, after = Document.parse(PATH, text).data, Document.parse(PATH, new).data
    questions = before["entries"]["call"]["questions"]
    questions["colloquial"] = [*questions.get("colloquial", []), *items]
    assert after == before
    added(new, text)


@given(text=TEXTS)
def test_a_text_stands_on_one_line(text: str) -> None:
    assert len(added(insert_items(PATH, BLOCK, {LIST: [text]}), BLOCK).splitlines()) == 1


def test_new_lines_follow_the_last_item_as_deep_as_it_is() -> None:
    new = insert_items(PATH, BLOCK, {LIST: ["l'un « a »", 'dit "b"']})
    assert '        - \'it\'\'s who\'\n        - "l\'un « a »"\n        - "dit \\"b\\""\n\n        # Not yet' in new


def test_line_ends_are_those_of_the_file() -> None:
    new = insert_items(PATH, FILES["with Windows line ends"], {LIST: ["one", "two"]})
    assert "\n" not in new.replace("\r\n", "")


def test_a_list_that_is_missing_is_begun_below_the_others() -> None:
    new = insert_items(PATH, FILES["missing"], {LIST: ["one"]})
    assert '        - plain: no\n      colloquial:\n        - "one"\n    answer' in new


def test_several_lists_are_extended_at_once() -> None:
    new = insert_items(
        PATH, BLOCK, {LIST: ["one"], ("out_of_scope",): ["two"], ("more",): ["three"], (*LIST[:-1], "oblique"): ["x"]}
    )
    data = Document.parse(PATH, new).data
    assert (data["out_of_scope"], data["more"]) == (["two"], ["three"])
    assert data["entries"]["call"]["questions"]["colloquial"][-1] == "one"
    assert data["entries"]["call"]["questions"]["oblique"] == ["x"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &x [b]\nc: *x\n", ("c",)),
        ("a: &x [b]\nc: *x\n", ("a",)),
        ("a: text\n", ("a",)),
        ("a:\n", ("a",)),
        ("a: b\n", ("missing", "list")),
        ("- a\n", ("a",)),
        ("a: {}\n", ("a", "b")),
    ],
)
def test_what_cannot_be_extended_is_said_in_a_sentence(text: str, place: tuple[str, ...]) -> None:
    with pytest.raises(InvalidKnowledge) as refusal:
        insert_items(PATH, text, {place: ["new"]})
    (finding,) = refusal.value.findings
    assert ".".join(place) in finding.problem
    assert finding.problem.endswith("one item a line.")


def test_half_a_character_is_refused() -> None:
    with pytest.raises(InvalidKnowledge):
        insert_items(PATH, BLOCK, {LIST: ["\ud83d"]})


@pytest.mark.slow
def test_every_list_of_the_files_that_come_with_selon_can_be_extended() -> None:
    for path in BUNDLED.glob("*/??.yaml"):
        text = path.read_bytes().decode()
        entries = list(Document.parse(path, text).data["entries"])
        additions: dict[tuple[str, ...], list[str]] = {
            ("entries", entry, "questions", "colloquial"): ["new: one"] for entry in entries[::12]
        }
        new = insert_items(path, text, {**additions, ("out_of_scope",): ["new: two"]})
        assert len(new.splitlines()) == len(text.splitlines()) + len(additions) + 1
        assert [line for line in new.splitlines() if '- "new: ' not in line] == text.splitlines()
