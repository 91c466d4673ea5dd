"""An article is cut at its full stops, but not at those inside quotations, brackets or abbreviations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.normalise import LONGEST_TEXT, words
from knowledge.text.sentences import number_sentences


def cut(article: str) -> list[str]:
    """The texts of the sentences."""
    return [sentence.text for sentence in number_sentences(article)]


def test_sentences_are_numbered_from_1_through_all_paragraphs() -> None:
    article = "Le pont ferme. Il rouvrira en mai.\n\nLes riverains attendent.\n"
    numbered = [(sentence.number, sentence.paragraph, sentence.text) for sentence in number_sentences(article)]
    assert numbered == [
        (1, 1, "Le pont ferme."),
        (2, 1, "Il rouvrira en mai."),
        (3, 2, "Les riverains attendent."),
    ]


@pytest.mark.parametrize("separator", ["\n", "\n\n", "\r\n", "\n \t\n", "\u2028", "\n\u00a0\n"])
def test_a_line_of_its_own_is_a_paragraph(separator: str) -> None:
    numbered = number_sentences(f"Le pont ferme.{separator}Il rouvrira.")
    assert [(sentence.paragraph, sentence.text) for sentence in numbered] == [
        (1, "Le pont ferme."),
        (2, "Il rouvrira."),
    ]


def test_a_heading_is_a_sentence_although_it_has_no_full_stop() -> None:
    article = "Un pont « en sursis », dit la maire\nLe câble est usé.\nQui paiera ? Nul ne le sait\nLa fin"
    assert cut(article) == [
        "Un pont « en sursis », dit la maire",
        "Le câble est usé.",
        "Qui paiera ?",
        "Nul ne le sait",
        "La fin",
    ]


@pytest.mark.parametrize("article", ["", " \n\t\n", "\ufeff", "\n\n\n"])
def test_an_empty_text_has_no_sentences(article: str) -> None:
    assert number_sentences(article) == ()


@pytest.mark.parametrize("rule", ["* * *", "—"])
def test_a_line_without_words_is_no_paragraph(rule: str) -> None:
    numbered = number_sentences(f"Le pont ferme.\n{rule}\nIl rouvrira.")
    assert [(sentence.number, sentence.paragraph) for sentence in numbered] == [(1, 1), (2, 2)]


def test_a_byte_order_mark_is_no_part_of_the_first_sentence() -> None:
    assert cut("\ufeffLe pont ferme.") == ["Le pont ferme."]


@pytest.mark.parametrize(
    "sentence",
    [
        "«Nous fermons. Nous rouvrirons en mai», a dit la maire.",
        "« Nous fermons ! Vraiment ? Oui », a dit la maire.",
        "“We close. We open in May,” the mayor said.",
        '"We close. We open in May," the mayor said.',
        "„Wir schließen. Wir öffnen im Mai“, sagte sie.",
        "La maire («Je ferme. Tant pis.») a signé.",
        "Elle a signé (le câble. La pile. Tout.) hier.",
        "Elle cite «un rapport “Rien ne va. Rien du tout.” de l’an passé».",
        "Le rapport [voir p. 3. Annexe B.] est public.",
    ],
)
def test_a_full_stop_inside_marks_ends_no_sentence(sentence: str) -> None:
    assert cut(f"{sentence} Le pont attend.") == [sentence, "Le pont attend."]


@pytest.mark.parametrize(
    "quotation", ["«Nous fermons.»", "« Nous fermons ! »", "“We close.”", '"We close."', "« Nous fermons… »"]
)
def test_a_quotation_that_ends_with_its_own_full_stop_is_a_sentence(quotation: str) -> None:
    assert cut(f"{quotation} La maire a signé.") == [quotation, "La maire a signé."]


@pytest.mark.parametrize(
    "sentence",
    [
        "«Nous fermons !» a dit la maire.",
        '"Do we close?" asked the mayor.',
        "« Nous fermons. » a-t-elle ajouté.",
        "Elle parle d’un «pont sûr», d’un «câble neuf».",
    ],
)
def test_a_quotation_that_the_sentence_goes_on_after_ends_none(sentence: str) -> None:
    assert cut(f"Rien ne change. {sentence}") == ["Rien ne change.", sentence]


@pytest.mark.parametrize("mark", ["«", "“", "„", "(", "[", '"'])
def test_a_mark_that_is_never_closed_swallows_nothing(mark: str) -> None:
    assert cut(f"Le {mark}pont ferme. Il rouvrira. Tant mieux.") == [
        f"Le {mark}pont ferme.",
        "Il rouvrira.",
        "Tant mieux.",
    ]


def test_an_unclosed_quotation_does_not_reach_the_next_paragraph() -> None:
    assert cut('Elle dit : "Nous fermons\nLe pont attend. Il rouvrira.')[1:] == ["Le pont attend.", "Il rouvrira."]


@pytest.mark.parametrize(
    "sentence",
    [
        "M. Tessier inspecte le câble.",
        "Le rapport de Mme. Arnaud et du Dr. Petit est public.",
        "The mayor met Gov. Hale and Sen. Ruiz.",
        "J. K. Perrin a signé.",
        "Les U.S. Marines défilent.",
        "Voir p. 12 et art. 5 du code.",
        "Le pont no. 7 ferme.",
        "С. Н. Петренко живёт на ул. Садовой.",
    ],
)
def test_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    "first",
    [
        "The council said no.",
        "Elle aime l’art.",
        "Ils étaient sept.",
    ],
)
def test_a_word_that_is_also_an_abbreviation_can_end_a_sentence(first: str) -> None:
    assert cut(f"{first} Puis le pont a fermé.") == [first, "Puis le pont a fermé."]


@pytest.mark.parametrize(
    "sentence",
    ["Le câble mesure 3.5 mètres.", "Le site pont.example.org ferme.", "Il a fermé... sans un mot.", "Oui ! non ? si."],
)
def test_a_terminator_that_no_new_beginning_follows_ends_no_sentence(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    "second",
    ["Il rouvrira.", "«Tant mieux», dit-elle.", "12 élus ont voté.", "— Qui paiera ?", "(Nul ne sait.)", "Ї вода."],
)
def test_a_capital_a_digit_a_dash_or_a_mark_begins_a_sentence(second: str) -> None:
    assert cut(f"Le pont ferme. {second}") == ["Le pont ferme.", second]


@pytest.mark.parametrize("end", ["...", "?!", "!!", "…"])
def test_several_terminators_end_one_sentence(end: str) -> None:
    assert cut(f"Le pont ferme{end} Il rouvrira.") == [f"Le pont ferme{end}", "Il rouvrira."]


@given(st.text(max_size=LONGEST_TEXT))
def test_sentences_hold_every_word_of_any_text_in_order(article: str) -> None:
    read = article.lstrip("\ufeff")
    assert words(" ".join(cut(article))) == words(" ".join(read.split()))


@given(st.text("Aaé.!?…«»“”„\"'()[] \n—1", max_size=120))
def test_sentences_of_a_thicket_of_marks_hold_every_word_in_order(article: str) -> None:
    numbered = number_sentences(article)
    assert words(" ".join(sentence.text for sentence in numbered)) == words(" ".join(article.split()))
    assert [sentence.number for sentence in numbered] == list(range(1, len(numbered) + 1))
    assert all(sentence.text == sentence.text.strip() != "" for sentence in numbered)
    assert [sentence.paragraph for sentence in numbered] == sorted(sentence.paragraph for sentence in numbered)


CLAUSES = st.sampled_from(
    [
        "la passerelle ferme",
        "le câble est usé",
        "elle parle d’un « pont sûr »",
        "les élus (tous. Sans exception.) votent",
        "elle dit « Nous fermons. Nous rouvrirons » aux élus",
        "M. Tessier signe",
        'she said "We close. We open" twice',
        "ціна зросла",
        "on mesure 3.5 mètres",
    ]
)
SENTENCES = st.builds(
    lambda clause, end: clause[0].upper() + clause[1:] + end, CLAUSES, st.sampled_from([".", "!", " ?", "…"])
)


@given(st.lists(st.lists(SENTENCES, min_size=1, max_size=5), max_size=5))
def test_generated_paragraphs_are_cut_into_the_sentences_they_were_made_of(paragraphs: list[list[str]]) -> None:
    article = "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)
    expected = [(number, text) for number, paragraph in enumerate(paragraphs, start=1) for text in paragraph]
    assert [(sentence.paragraph, sentence.text) for sentence in number_sentences(article)] == expected
