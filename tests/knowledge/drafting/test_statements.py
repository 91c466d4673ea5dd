"""Statements: what is said, by whom, through which outlet, in all the ways in which the press gives it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.drafting.statement import FoundStatement
from knowledge.drafting.statements import read_statements

PIECES = [
    *"aéAdM'’\"“”«»„‘—–-.,:;!?…()&9\n ",
    *" dit; said; que; selon Ada; Ada Quill; la maire; a déclaré;, a-t-il dit; according to; told CNN;сказала ".split(
        ";"
    ),
]


def said(text: str, language: str) -> list[tuple[str, str | None]]:
    """Return the statements of a text, each with its speaker."""
    return [(each.content.of(text), each.speaker) for each in read_statements(text, language).statements]


def only(text: str, language: str) -> FoundStatement:
    [statement] = read_statements(text, language).statements
    return statement


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("« ", " »"), ("“", "”"), ("„", "“"), ("„", "”"), ("»", "«"), ('"', '"'), ("‹ ", " ›"), ("‘", "’"), ("'", "'")],
)
def test_every_style_of_marks_holds_what_is_said(opening: str, closing: str) -> None:
    text = f"Le pont est fermé.\nLa maire, Ada Quill, a parlé. {opening}Nous rouvrirons demain{closing}, a-t-elle dit."
    assert said(text, "fr") == [("Nous rouvrirons demain", "Ada Quill")]


def test_a_line_of_dialogue_ends_at_its_aside() -> None:
    text = "Le pont de Larkmead.\n— Nous rouvrirons demain, a dit la maire, Ada Quill. Pas avant."
    assert said(text, "fr") == [("Nous rouvrirons demain", "Ada Quill"), ("Pas avant.", "Ada Quill")]


def test_a_cue_inside_the_marks_parts_two_statements() -> None:
    text = "Un titre.\nAda Quill a pris la parole. « Le pont est sûr, a-t-elle assuré. Il rouvrira demain. »"
    assert said(text, "fr") == [("Le pont est sûr", "Ada Quill"), ("Il rouvrira demain.", "Ada Quill")]


def test_a_cue_between_two_halves_belongs_to_both() -> None:
    text = "A headline\n“The bridge,” the mayor, Ada Quill, told reporters, “was never safe.”"
    first, second = read_statements(text, "en").statements
    assert first.cue == second.cue
    assert [each.content.of(text) for each in (first, second)] == ["The bridge,", "was never safe."]


def test_a_quotation_may_go_on_in_the_next_paragraph() -> None:
    text = 'A headline\n"The bridge is shut," said Ada Quill, the mayor. "It will stay shut.\n"And so will the road."'
    *_, last = read_statements(text, "en").statements
    assert [each.of(text) for each in last.quotes] == ["It will stay shut.", "And so will the road."]
    assert last.speaker == "Ada Quill"


def test_a_question_in_marks_does_not_hide_who_asks_it() -> None:
    assert said("A headline\n“Who paid for it?” Ada Quill asked.", "en") == [("Who paid for it?", "Ada Quill")]


@pytest.mark.parametrize(
    ("sentence", "language", "content", "kind"),
    [
        ("La maire a annoncé mercredi la fermeture du pont.", "fr", "la fermeture du pont", "indirect"),
        ("La maire a promis de rouvrir le pont « avant Noël ».", "fr", "rouvrir le pont « avant Noël »", "mixed"),
        ("Selon la maire, le pont rouvrira en mai.", "fr", "le pont rouvrira en mai", "indirect"),
        ("Le pont rouvrira en mai, a indiqué la maire.", "fr", "Le pont rouvrira en mai", "indirect"),
        ("La maire assure n’avoir rien su.", "fr", "n’avoir rien su", "indirect"),
        ("La maire a dénoncé une décision « absurde ».", "fr", "une décision « absurde »", "mixed"),
        ("The mayor said on Monday that the bridge was shut.", "en", "the bridge was shut", "indirect"),
        ("The bridge is shut, the mayor said.", "en", "The bridge is shut", "indirect"),
        ("The mayor called the plan “a joke.”", "en", "the plan “a joke.”", "mixed"),
        ("According to the mayor, the bridge is shut.", "en", "the bridge is shut", "indirect"),
        ("The mayor denied any wrongdoing.", "en", "any wrongdoing", "indirect"),
        ("Мэр заявила, что мост закрыт.", "ru", "мост закрыт", "indirect"),
        ("«Мост закрыт», — сказала мэр Ирина Белова.", "ru", "Мост закрыт", "direct"),
        ("Директор Павло Орлов сказав, що міст закритий.", "uk", "міст закритий", "indirect"),
    ],
)
def test_the_content_is_given_without_its_cue(sentence: str, language: str, content: str, kind: str) -> None:
    text = f"Larkmead\n{sentence}"
    statement = only(text, language)
    assert (statement.content.of(text), statement.kind) == (content, kind)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("La maire n’a pas voulu dire si le pont rouvrirait.", "fr"),
        ("Le pont, surnommé « le Géant », mesure 300 mètres.", "fr"),
        ("Beaucoup pensaient que le pont tiendrait.", "fr"),
        ("The mayor would not say when the bridge would open.", "en"),
        ("The bridge, dubbed “the Giant,” is 300 metres long.", "en"),
        ("The mayor did not respond to a request for comment.", "en"),
    ],
)
def test_refusals_thoughts_and_names_in_marks_are_no_statements(sentence: str, language: str) -> None:
    assert said(f"Larkmead\n{sentence}", language) == []


@pytest.mark.parametrize(
    ("text", "language", "speakers"),
    [
        (
            "Un titre\nLe maire, Paul Ardouin, a parlé. « C’est fini », a dit le maire. « Enfin », a-t-il soufflé.",
            "fr",
            ["Paul Ardouin", "Paul Ardouin"],
        ),
        (
            "Un titre\nMme Quill et M. Quill se sont opposés. « Non », a dit Mme Quill. « Si », a répondu M. Quill.",
            "fr",
            ["Quill", "Quill"],
        ),
        (
            "A headline\nThe mayor, Ada Quill, spoke. Her deputy, Ben Stone, said it was safe. “It is,” he added.",
            "en",
            ["Ben Stone", "Ben Stone"],
        ),
        (
            "Un titre\nUn diplomate européen a confié que le texte était prêt. D’après ce diplomate, il sera signé.",
            "fr",
            ["diplomate européen", "diplomate européen"],
        ),
    ],
    ids=["office and pronoun", "one surname", "a deputy", "nobody with a name"],
)
def test_the_speaker_is_found_through_nouns_and_pronouns(text: str, language: str, speakers: list[str]) -> None:
    assert [speaker for _, speaker in said(text, language)] == speakers


@pytest.mark.parametrize(
    ("sentence", "language", "speaker", "outlet"),
    [
        ("La maire, Ada Quill, a affirmé à l’AFP que le pont rouvrirait.", "fr", "Ada Quill", "AFP"),
        ("« Le pont rouvrira », a dit la maire, Ada Quill, citée par Le Monde.", "fr", "Ada Quill", "Le Monde"),
        ("Le pont a cédé, rapporte AP, citant des témoins.", "fr", "témoins", "AP"),
        ("The mayor, Ada Quill, told CNN that the bridge was shut.", "en", "Ada Quill", "CNN"),
        ("Reuters quoted the mayor, Ada Quill, as saying that the bridge was shut.", "en", "Ada Quill", "Reuters"),
        ("“It is shut,” said Ada Quill, the mayor.", "en", "Ada Quill", None),
    ],
)
def test_the_outlet_is_told_from_the_speaker(sentence: str, language: str, speaker: str, outlet: str | None) -> None:
    statement = only(f"Larkmead\n{sentence}", language)
    assert (statement.speaker, statement.outlet) == (speaker, outlet)


def test_an_outlet_carries_over_to_what_the_same_person_says_next() -> None:
    text = "Un titre\nAda Quill a assuré à CNN que le pont tenait. « Il tiendra », a-t-elle ajouté."
    assert [each.outlet for each in read_statements(text, "fr").statements] == ["CNN", "CNN"]


@pytest.mark.parametrize("language", ["fr", "en", "ru", "uk"])
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_spans_inside_it(language: str, text: str) -> None:
    for statement in read_statements(text, language).statements:
        for start, end in (
            statement.content,
            *statement.quotes,
            *filter(None, (statement.cue, statement.speaker_span)),
        ):
            assert 0 <= start < end <= len(text)


@pytest.mark.slow
def test_a_thousand_sentences_take_seconds() -> None:
    paragraph = "La maire de Larkmead, Ada Quill, a dit que « le pont » tenait. « Il tient », a-t-elle dit. Il pleut.\n"
    begun = time.process_time()
    assert len(read_statements("Un titre\n" + paragraph * 334, "fr").statements) > 600
    assert time.process_time() - begun < 15


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("part", ["“", "« a ", "« a » ", "“a” said Ada. ", "selon Ada, ", "il a dit, ", "("])
def test_a_sentence_that_never_ends_costs_no_more_than_others(part: str, language: str) -> None:
    text = "Un titre\n" + (part * 200_000)[:200_000] + " mot"
    begun = time.process_time()
    read_statements(text, language)
    assert time.process_time() - begun < 20


def test_progress_is_told_sentence_by_sentence() -> None:
    told: list[tuple[int, int]] = []
    read_statements("A headline\nAda came. “It is shut,” said Ada.", "en", lambda *each: told.append(each))
    assert told == [(1, 3), (2, 3), (3, 3)]
