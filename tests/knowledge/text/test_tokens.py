"""Shorthand is spelled out, elisions and contractions are taken apart, and function words are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.languages import LANGUAGES, AnswerKind
from knowledge.text.normalise import LONGEST_TEXT
from knowledge.text.tokens import tokenizer

CODES = ("fr", "en", "ru", "uk")


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("fr", "L’accord d'aujourd'hui", ["l", "accord", "d", "aujourd", "hui"]),
        ("fr", "pk Trump ?", ["pourquoi", "trump"]),
        ("fr", "Qu'est-ce qu’il dit", ["qu", "est", "ce", "qu", "il", "dit"]),
        ("en", "What's Trump’s plan?", ["what", "is", "trump", "plan"]),
        ("en", "They didn't", ["they", "did", "not"]),
        ("en", "u cuz", ["you", "because"]),
        ("ru", "Скок минут?", ["сколько", "минут"]),
        ("ru", "чё ещё", ["что", "еще"]),
        ("uk", "Шо сталося", ["що", "сталося"]),
        ("uk", "п’ять", ["пять"]),
        ("de", "Wie geht's?", ["wie", "geht", "s"]),
    ],
)
def test_words_are_spelled_out(code: str, text: str, words: list[str]) -> None:
    assert tokenizer(code).words(text) == words


@pytest.mark.parametrize("apostrophe", ["'", "’", "´", "`", "ʼ"])
def test_any_apostrophe_makes_the_same_words(apostrophe: str) -> None:
    assert tokenizer("en").words(f"they don{apostrophe}t") == ["they", "do", "not"]


@pytest.mark.parametrize(
    ("code", "claim", "kept"),
    [
        ("fr", "j'ai entendu dire que le pont ferme", "le pont ferme"),
        ("en", "Is it true that the bridge closes", "the bridge closes"),
        ("ru", "правда ли, что мост закроют", "мост закроют"),
        ("uk", "кажуть, що міст закриють", "міст закриють"),
    ],
)
def test_words_around_a_claim_are_left_out(code: str, claim: str, kept: str) -> None:
    reader = tokenizer(code)
    assert reader.without_markers(reader.words(claim)) == kept.split()


@pytest.mark.parametrize(("code", "claim"), [("fr", "j'ai entendu dire que"), ("en", "is it true that")])
def test_words_around_a_claim_stay_where_nothing_else_is_left(code: str, claim: str) -> None:
    reader = tokenizer(code)
    spelled = reader.words(claim)
    assert reader.without_markers(spelled) == spelled


def test_leaving_words_out_changes_no_list_of_the_callers() -> None:
    reader = tokenizer("en")
    spelled = reader.words("is it true that the bridge closes")
    before = list(spelled)
    reader.without_markers(spelled)
    assert spelled == before


@pytest.mark.parametrize(
    ("code", "text", "functions"),
    [
        ("fr", "la fermeture de la passerelle", [True, False, True, True, False]),
        ("en", "the closing of the bridge", [True, False, True, True, False]),
        ("ru", "закрытие моста в мае", [False, False, True, False]),
        ("uk", "закриття мосту у травні", [False, False, True, False]),
        ("en", "7 x", [False, True]),
    ],
)
def test_function_words_are_told(code: str, text: str, functions: list[bool]) -> None:
    reader = tokenizer(code)
    assert [token.function for token in reader.tokens(reader.words(text))] == functions


def test_tokens_carry_the_stem_of_their_language() -> None:
    english, unknown = tokenizer("en"), tokenizer("xx")
    assert [token.stem for token in english.tokens(["bridges"])] == ["bridg"]
    assert [token.stem for token in unknown.tokens(["bridges"])] == ["bridges"]


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("fr", "Combien de temps dure le chantier ?", AnswerKind.DURATION),
        ("en", "how long will it take", AnswerKind.DURATION),
        ("en", "whos the mayor", AnswerKind.PERSON),
        ("ru", "Где закроют мост?", AnswerKind.PLACE),
        ("uk", "Чому закрили міст?", AnswerKind.REASON),
    ],
)
def test_the_kind_of_answer_is_told(code: str, text: str, kind: AnswerKind) -> None:
    reader = tokenizer(code)
    assert kind in reader.answer_kinds(reader.words(text))


@pytest.mark.parametrize("code", CODES)
def test_a_name_alone_asks_for_nothing_in_particular(code: str) -> None:
    reader = tokenizer(code)
    assert reader.answer_kinds(reader.words("Lorvault")) == frozenset()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Merci beaucoup !"),
        ("fr", "salut"),
        ("en", "ok, thanks"),
        ("en", "lol"),
        ("ru", "спасибо"),
        ("uk", "дякую"),
    ],
)
def test_thanks_and_greetings_are_small_talk(code: str, text: str) -> None:
    reader = tokenizer(code)
    assert reader.is_small_talk(reader.words(text))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "merci, mais quand ferme la passerelle ?"),
        ("en", "hello, who is the mayor"),
        ("en", "the of and"),
        ("ru", "привет, когда закроют мост"),
        ("uk", "дякую, а хто мер міста"),
        ("en", ""),
        ("xx", "thanks"),
    ],
)
def test_a_question_with_a_greeting_is_no_small_talk(code: str, text: str) -> None:
    reader = tokenizer(code)
    assert not reader.is_small_talk(reader.words(text))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Merci beaucoup à vous tous"),
        ("fr", "oui c'est ça, merci"),
        ("fr", "mdr ok"),
        ("en", "thanks a lot for that"),
        ("en", "Good morning to all of you!"),
        ("en", "hi there, how are you"),
        ("ru", "ну ладно, понял, спасибо"),
        ("ru", "добрый день всем вам"),
        ("uk", "ну добре, дякую вам"),
        ("uk", "Привіт усім!"),
    ],
)
def test_function_words_and_more_small_talk_around_small_talk_leave_it_small_talk(code: str, text: str) -> None:
    reader = tokenizer(code)
    assert reader.is_small_talk(reader.words(text))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "merci passerelle"),
        ("en", "thanks, bridge"),
        ("en", "hello 2014"),
        ("ru", "спасибо мост"),
        ("uk", "дякую міст"),
    ],
)
def test_a_single_word_of_content_makes_it_more_than_small_talk(code: str, text: str) -> None:
    reader = tokenizer(code)
    assert not reader.is_small_talk(reader.words(text))


@pytest.mark.parametrize("code", CODES)
def test_every_phrase_of_small_talk_is_small_talk(code: str) -> None:
    reader = tokenizer(code)
    # As the table has them; shorthand in it ("thx") is spelled out by `words` first, and must still be.
    lost = [phrase for phrase in LANGUAGES[code].small_talk if not reader.is_small_talk(reader.words(phrase))]
    assert lost == []


KINDS = {
    AnswerKind.PERSON: ("Qui est le maire ?", "Who is the mayor?", "Кто мэр города?", "Хто мер міста?"),
    AnswerKind.PLACE: ("Où se trouve la gare ?", "Where is the station?", "Где вокзал?", "Де вокзал?"),
    AnswerKind.TIME: (
        "Quand ouvre le musée ?",
        "When does the museum open?",
        "Когда открывается музей?",
        "Коли відкривається музей?",
    ),
    AnswerKind.DURATION: (
        "Combien de temps dure la visite ?",
        "How long is the visit?",
        "Сколько времени длится экскурсия?",
        "Скільки часу триває екскурсія?",
    ),
    AnswerKind.NUMBER: (
        "Combien coûte un billet ?",
        "How much is a ticket?",
        "Сколько стоит билет?",
        "Скільки квитків?",
    ),
    AnswerKind.REASON: (
        "Pourquoi le pont ferme ?",
        "Why close the bridge?",
        "Зачем закрыли мост?",
        "Навіщо закрили міст?",
    ),
    AnswerKind.MANNER: ("Comment venir ?", "How to get there?", "Как проехать?", "Як проїхати?"),
    AnswerKind.THING: ("Qu'est-ce que c'est ?", "What is that?", "Что это такое?", "Що це таке?"),
    AnswerKind.NAME: ("Comment s'appelle le maire ?", "what's his name", "Как зовут мэра?", "Як звати мера?"),
    AnswerKind.AGE: ("Quel âge a le maire ?", "How old is the mayor?", "Сколько лет мэру?", "Скільки років меру?"),
    AnswerKind.YES_NO: (
        "Est-ce que le pont est ouvert ?",
        "Is the bridge open?",
        "Правда ли мост открыт?",
        "Чи відкритий міст?",
    ),
}


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [(code, text, kind) for kind, texts in KINDS.items() for code, text in zip(CODES, texts, strict=True)],
)
def test_every_kind_of_answer_is_told_in_every_language(code: str, text: str, kind: AnswerKind) -> None:
    reader = tokenizer(code)
    # "Is it …" stands in many a question of another kind.
    assert reader.answer_kinds(reader.words(text)) - {AnswerKind.YES_NO} == {kind} - {AnswerKind.YES_NO}
    assert kind in reader.answer_kinds(reader.words(text))


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("fr", "cb de mn", "combien de minutes"),
        ("fr", "BJR ! pcq jsp", "bonjour parce que je sais pas"),
        ("fr", "keske c", "qu est ce que c"),
        ("fr", "qqn auj", "quelqu un aujourd hui"),
        ("en", "wen n where", "when and where"),
        ("en", "ppl b4 2moro", "people before tomorrow"),
        ("en", "idk, pls", "i do not know please"),
        ("en", "wats gonna happen", "what is going to happen"),
        ("ru", "скока щас, пж", "сколько сейчас пожалуйста"),
        ("ru", "ваще хз", "вообще не знаю"),
        ("ru", "Када седня?", "когда сегодня"),
        ("ru", "потомучто", "потому что"),
        ("uk", "шо скіки", "що скільки"),
        ("uk", "нада щас", "треба зараз"),
        ("uk", "када чи скок", "коли чи скільки"),
        ("uk", "будьласка", "будь ласка"),
    ],
)
def test_shorthand_of_chats_is_spelled_out(code: str, text: str, words: str) -> None:
    assert tokenizer(code).words(text) == words.split()


@pytest.mark.parametrize(("code", "text"), [("en", "cb pk"), ("fr", "u r"), ("ru", "скіки"), ("uk", "пчм")])
def test_the_shorthand_of_another_language_is_left_alone(code: str, text: str) -> None:
    assert tokenizer(code).words(text) == text.split()


@pytest.mark.parametrize(
    ("code", "claim", "kept"),
    [
        ("fr", "Il paraît que le pont ferme", "le pont ferme"),
        ("fr", "C'est vrai que le pont ferme ?", "le pont ferme"),
        ("fr", "le pont ferme, vrai ou faux", "le pont ferme"),
        ("fr", "g entendu dire que le pont ferme stp", "le pont ferme"),
        ("en", "Apparently the bridge closes, is that true?", "the bridge closes"),
        ("en", "can you confirm that the bridge closes", "the bridge closes"),
        ("en", "I've heard that the bridge closes", "the bridge closes"),
        ("ru", "Слышала, что мост закроют, это правда?", "мост закроют"),
        ("ru", "скажите пожалуйста, мост закроют", "мост закроют"),
        ("ru", "говорят што мост закроют", "мост закроют"),
        ("uk", "Чи правда, що міст закриють?", "міст закриють"),
        ("uk", "кажуть шо міст закриють", "міст закриють"),
        ("uk", "підкажіть будь ласка, міст закриють", "міст закриють"),
    ],
)
def test_what_is_wrapped_around_a_claim_is_left_out_wherever_it_stands(code: str, claim: str, kept: str) -> None:
    reader = tokenizer(code)
    assert reader.without_markers(reader.words(claim)) == kept.split()


@pytest.mark.parametrize("code", CODES)
def test_every_claim_marker_is_left_out(code: str) -> None:
    reader = tokenizer(code)
    left = {
        marker: reader.without_markers([*reader.words(marker), "2014"])
        for marker in LANGUAGES[code].claim_markers
        if reader.without_markers([*reader.words(marker), "2014"]) != ["2014"]
    }
    assert left == {}


def test_there_is_one_tokenizer_for_each_language() -> None:
    assert tokenizer("fr") is tokenizer("fr")
    assert tokenizer("fr") is not tokenizer("en")


@pytest.mark.parametrize("code", CODES)
def test_a_word_with_any_number_of_apostrophes_is_taken_apart(code: str) -> None:
    assert tokenizer(code).words("l'" * (LONGEST_TEXT // 2 - 1) + "a")[-1] == "a"


@given(st.text(max_size=LONGEST_TEXT), st.sampled_from([*CODES, "xx"]))
def test_any_text_makes_words_without_spaces_or_apostrophes(text: str, code: str) -> None:
    reader = tokenizer(code)
    spelled = reader.words(text)
    assert all(word and " " not in word and "'" not in word for word in spelled)
    assert [token.word for token in reader.tokens(spelled)] == spelled
