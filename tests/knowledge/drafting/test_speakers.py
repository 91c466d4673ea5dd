"""Speakers: whom names, nouns and pronouns stand for where somebody speaks."""

from __future__ import annotations

import pytest

from knowledge.drafting.statements import read_statements


def speakers(text: str, language: str) -> list[str | None]:
    return [each.speaker for each in read_statements(text, language).statements]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Un pont trop loin\nTanguy N'Dour a gagné. Tout est beau, a dit le marin. « Enfin », a soufflé N'Dour.",
            ["Tanguy N'Dour", "Tanguy N'Dour"],
        ),
        (
            "fr",
            "Aïcha Delmotte quitte l'océan\nPremière à Horta, elle a salué « un grand jour ». « Fini », a-t-elle dit.",
            ["Aïcha Delmotte", "Aïcha Delmotte"],
        ),
        (
            "fr",
            "Le port dort\nInès Kolda est arrivée. La Brestoise a assuré que le bateau tenait.",
            ["Inès Kolda"],
        ),
        (
            "fr",
            "Le port dort\nLe sous-directeur, Marc Ivry, refuse de reculer : « Jamais », a-t-il lancé.",
            ["Marc Ivry"],
        ),
        (
            "fr",
            "Le port dort\nPaul Ivry a menti, a dit sa voisine, Rose Ahm. L'intéressé a répondu que c'était faux.",
            ["Rose Ahm", "Paul Ivry"],
        ),
        (
            "fr",
            "Le port dort\nAu ministère des Quais, on assure que la digue tiendra.",
            ["ministère des Quais"],
        ),
        (
            "fr",
            "Le port dort\nLe pont n'est bon à rien, dit son secrétaire, Gaël Frou. Ce dernier dit que tout rouille.",
            ["Gaël Frou", "Gaël Frou"],
        ),
        (
            "en",
            "‘I still hear it’: Jora Petrus looks back\nThe sailor, 41, retires.\nOn luck. “I never had any.”\n"
            "On his rival, Ben Osk. “He cheated.”",
            ["Jora Petrus", "Jora Petrus", "Jora Petrus"],
        ),
        (
            "en",
            "The quay sleeps\nCouncillor Ada Quill was angry. The Conservative said the quay was unsafe.",
            ["Ada Quill"],
        ),
        (
            "en",
            "The quay sleeps\nBen Osk gave way. The envoys had rejected a plan “before dawn”, he said.",
            ["Ben Osk"],
        ),
        (
            "en",
            "The quay sleeps\nHer rival, state senator Cody Brann, said the quay would fall.",
            ["Cody Brann"],
        ),
        (
            "en",
            "The quay sleeps\nNot all trustees agreed. A curator said it was stolen. “It was,” the curator added.",
            ["curator", "curator"],
        ),
        (
            "en",
            "The quay sleeps\nPatients in Larkmead face a long trip after Larkmead Surgery said that it would close.",
            ["Larkmead Surgery"],
        ),
        (
            "en",
            "The quay sleeps\nEngineer Ada Quill went further:\n“It will fall.”",
            ["Ada Quill"],
        ),
    ],
)
def test_the_speaker_is_whoever_the_words_stand_for(language: str, text: str, expected: list[str]) -> None:
    assert speakers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "sentence", "speaker", "outlet"),
    [
        ("fr", "Selon Reuters, qui cite deux témoins, le pont est fermé.", "deux témoins", "Reuters"),
        ("fr", "« Jamais », a lancé Rose Ahm à L'Écho lormois.", "Rose Ahm", "L'Écho lormois"),
        ("fr", "« Jamais », a dit Rose Ahm au quotidien Le Lormois libre.", "Rose Ahm", "Le Lormois libre"),
        ("en", "Broadcaster TVQ, quoting an army source, reported that the quay fell.", "army source", "TVQ"),
        ("en", "Speaking to Channel Six, Ada Quill said that the quay fell.", "Ada Quill", "Channel Six"),
        ("en", "Ada Quill resigned, telling the Larkmead Gazette that it was late.", "Ada Quill", "Larkmead Gazette"),
    ],
)
def test_a_citing_outlet_is_told_from_its_source(language: str, sentence: str, speaker: str, outlet: str) -> None:
    [found] = read_statements(
        f"Le port dort\n{sentence}" if language == "fr" else f"Sleep\n{sentence}", language
    ).statements
    assert (found.speaker, found.outlet) == (speaker, outlet)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Rose Ahm a démenti ces accusations."),
        ("fr", "L'accord s'est soldé par un protocole dit « de bonne conduite »."),
        ("fr", "Rose Ahm publie « Corps en veille » au printemps."),
        ("fr", "Selon un sondage, le pont plaît à 54 % des riverains."),
        ("en", "The choirmaster accused of theft came."),
        ("en", "A man who asked not to be named came."),
        ("en", "According to figures, 212 lorries pass."),
    ],
)
def test_labels_data_and_bare_denials_are_no_statements(language: str, sentence: str) -> None:
    assert speakers(f"Un titre\n{sentence}", language) == []


@pytest.mark.parametrize(
    ("language", "sentence", "content"),
    [
        ("fr", "Rose Ahm dénonce « un vol » après la vente du pont.", "un vol"),
        ("fr", "Rose Ahm promet 900 emplois.", "900 emplois"),
        ("fr", "Rose Ahm dément en avoir parlé.", "en avoir parlé"),
        ("fr", "Rose Ahm a annoncé la fermeture du pont, qui date de 1900.", "la fermeture du pont"),
        ("en", "Ada Quill has called for an independent audit.", "an independent audit"),
        ("en", "Ada Quill confirmed the memo was genuine but declined to comment.", "the memo was genuine"),
        ("en", "Ada Quill said in a blog post that the quay was safe.", "the quay was safe"),
        ("en", "Ada Quill said she had ‘some doubts’, a remark that drew groans.", "she had ‘some doubts’"),
    ],
)
def test_the_content_ends_where_the_articles_own_words_begin(language: str, sentence: str, content: str) -> None:
    text = f"Un titre\n{sentence}"
    assert [each.content.of(text) for each in read_statements(text, language).statements] == [content]


def test_one_body_with_and_without_a_possessive_is_one_speaker() -> None:
    text = (
        "Crossing shut\nOrsan’s presidency denied that troops had moved. The Orsan presidency said talks would go on.\n"
        "The Defence Ministry said the road was open. “Nobody may pass,” the ministry said."
    )
    assert len(set(speakers(text, "en"))) == 2
