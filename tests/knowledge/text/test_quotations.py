"""Quotation marks of every style pair, over paragraphs too; apostrophes are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.marks import CLOSERS
from knowledge.text.quotations import pair_across_paragraphs, pair_quotation_marks


def inside(text: str) -> list[str]:
    """Return what a paragraph quotes, when all its marks pair."""
    pairing = pair_quotation_marks(text)
    assert pairing.unpaired == ()
    return [text[each.start : each.end].strip() for each in pairing.quotations]


def inside_all(*paragraphs: str) -> list[list[str]]:
    """Return what each of some paragraphs quotes."""
    return [
        [text[each.start : each.end].strip() for each in pairing.quotations]
        for text, pairing in zip(paragraphs, pair_across_paragraphs(paragraphs), strict=True)
    ]


PAIRS = [
    ("«", "»"), ("« ", " »"), ("«\u202f", "\u202f»"), ("»", "«"), ("“", "”"), ("”", "”"), ("„", "“"), ("„", "”"),
    ("‘", "’"), ("‚", "‘"), ("‚", "’"), ("‹", "›"), ("›", "‹"), ('"', '"'), ("＂", "＂"), ("'", "'"), ("``", "''"),
    ("“ ", " ”"), ("“\u202f", "\u202f”"), (",,", "''"), (",,", "“"), ("''", "''"), ("`", "'"), ("»", "»"),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "closing"), PAIRS)
@pytest.mark.parametrize("words", ["un pont", "Un pont.", "l’un d’eux", "don't", "ça (oui) !", "…et puis", "12 %"])
def test_every_style_of_marks_pairs(opening: str, closing: str, words: str) -> None:
    quoted = f"{opening}{words}{closing}"
    for text in (
        quoted,
        f"Elle dit {quoted}.",
        f"Elle dit : {quoted}, puis rien",
        f"({quoted}) dit-elle",
        f"{quoted} ?",
    ):
        assert inside(text) == [words], text
    assert inside(f"{quoted}, dit la maire, {quoted}.") == [words, words]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("«Elle dit “oui”, puis ‘non’»", ["Elle dit “oui”, puis ‘non’"]),
        ("“She said ‘yes’ twice”", ["She said ‘yes’ twice"]),
        ("\"She said 'yes' twice\"", ["She said 'yes' twice"]),
        ("„Er sagte ‚ja‘ zweimal“", ["Er sagte ‚ja‘ zweimal"]),
        ("«un « pont » sûr»", ["un « pont » sûr"]),
        ("l’«accord», d'“un” mot", ["accord", "un"]),
        ("‘the players’ plan’, he said", ["the players’ plan"]),
        ("'the players' plan', he said", ["the players' plan"]),
        ("'I love rock 'n' roll', he said", ["I love rock 'n' roll"]),
        ("»Oui«, a répondu la maire, »le pont reste«.", ["Oui", "le pont reste"]),
    ],
)
def test_what_no_other_quotation_holds_is_quoted(text: str, quoted: list[str]) -> None:
    assert inside(text) == quoted


@pytest.mark.parametrize(
    "text",
    [
        "l'accord, l’accord, l‘accord et lʼaccord",
        "don't, won’t, rock 'n' roll, rock ’n’ roll, fish 'n chips",
        "'tis, ’twas, 'em, the '90s and ’80s, ‘90s",
        "the players' plan, the players’ plan and the boss'",
        "м'який, об’єкт, п`ять",
        '5\' 10" tall, a 27" screen',
        "les élus, l'un l'autre, jusqu'aujourd'hui",
        "O'Brien's and D’Artagnan’s",
    ],
)
def test_apostrophes_are_no_marks(text: str) -> None:
    assert inside(text) == []


@pytest.mark.parametrize(
    ("text", "unpaired"),
    [
        ("Elle dit «oui.", [9]),
        ("Elle dit oui».", [12]),
        ('Elle dit "oui.', [9]),
        ("Elle dit “oui", [9]),
        ("Elle dit oui”", [12]),
        ("Elle dit „oui", [9]),
        ("Elle dit ‘oui", [9]),
        ("«un «deux»", [0]),
        ("“un (deux ‘trois”", [10]),
        ("'un", []),
    ],
)
def test_a_mark_without_its_partner_is_known(text: str, unpaired: list[int]) -> None:
    assert list(pair_quotation_marks(text).unpaired) == unpaired


@pytest.mark.parametrize(
    ("paragraphs", "quoted"),
    [
        (["« Un.", "« Deux.", "« Trois », dit-elle."], [["Un."], ["Deux."], ["Trois"]]),
        (["« Un.", "» Deux.", "» Trois », dit-elle."], [["Un."], ["Deux."], ["Trois"]]),
        (["“One.", "“Two,” she said."], [["One."], ["Two,"]]),
        (['"One.', '"Two," she said.'], [["One."], ["Two,"]]),
        (["„Eins.", "„Zwei“, sagte sie."], [["Eins."], ["Zwei"]]),
        (["« Un.", "Deux.", "Trois », dit-elle. Fin"], [["Un."], ["Deux."], ["Trois"]]),
        (["« Un.", "Deux « trois »."], [[], ["trois"]]),
        (['"Un.', 'Deux "trois".'], [[], ["trois"]]),
        (["« Un.", "Deux."], [[], []]),
        (["«Un», dit-il", "Deux."], [["Un"], []]),
    ],
)
def test_a_quotation_goes_on_in_the_next_paragraph(paragraphs: list[str], quoted: list[list[str]]) -> None:
    assert inside_all(*paragraphs) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("— Le pont reste.", ["Le pont reste."]),
        ("– Le pont reste.", ["Le pont reste."]),
        ("— Oui, — сказала мэр. — Мост останется.", ["Oui,", "Мост останется."]),
        ("— Мост останется! — сказала мэр.", ["Мост останется!"]),
        ("— Oui, a répondu la maire. Le pont reste.", ["Oui", "Le pont reste."]),
        ("― Yes, said the mayor.", ["Yes"]),
        ("- le pont", []),
        ("Le pont — un vieux pont — reste.", []),
    ],
)
def test_a_dash_begins_what_is_said(text: str, quoted: list[str]) -> None:
    assert [part for part in inside_all(text)[0] if part] == quoted


@given(st.lists(st.text("ab s'’‘“”«»\"„,`—. \u202f", max_size=30), max_size=5))
def test_any_marks_give_quotations_in_order_and_within_their_paragraph(paragraphs: list[str]) -> None:
    for text, pairing in zip(paragraphs, pair_across_paragraphs(paragraphs), strict=True):
        last = 0
        for each in pairing.quotations:
            assert last <= each.outer_start <= each.start <= each.end <= each.outer_end <= len(text)
            last = each.outer_end
        assert all(0 <= offset < len(text) for offset in pairing.unpaired)


@pytest.mark.parametrize("mark", sorted(CLOSERS))
def test_very_many_marks_take_no_time(mark: str) -> None:
    pair_quotation_marks(mark * 10_000)
    pair_quotation_marks(f"{mark}a s' " * 2_000)
    pair_across_paragraphs([f"a {mark}b"] * 2_000)
