"""A question finds its entry as people type it: in haste, in shorthand, on the wrong keyboard, in two languages."""

import unicodedata
from collections.abc import Callable

import pytest
from articles import sole

from knowledge.lexicon import Alias, Concept, Lexicon
from knowledge.library import Library
from knowledge.matcher import Match, Matcher, Outcome, Variant

KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю."
UKRAINIAN = "'йцукенгшщзхїфівапролджєячсмитьбю."
QWERTY = "qwertyuiopasdfghjkl;zxcvbnm,."
AZERTY = "azertyuiopqsdfghjklmwxcvbn,;:"

POOL = {
    "en": {
        "opening": ["When does the pool open?", "pool opening hours", "what time can we swim in the morning"],
        "ticket": ["How much does a ticket cost?", "pool ticket price", "is it expensive to swim"],
        "closed": ["Why is the pool closed?", "reason of the closure", "how come nobody can swim in june"],
        "director": ["Who runs the pool?", "name of the director", "is Odile Marchand in charge"],
    },
    "fr": {
        "opening": ["Quand ouvre la piscine ?", "horaires d'ouverture piscine", "à quelle heure peut-on nager"],
        "ticket": ["Combien coûte l'entrée ?", "prix du billet piscine", "est-ce cher de nager"],
        "closed": ["Pourquoi la piscine est-elle fermée ?", "raison de la fermeture", "en quel honneur on nage plus"],
        "director": ["Qui dirige la piscine ?", "nom de la directrice", "est-ce Odile Marchand qui commande"],
    },
    "ru": {
        "opening": ["Когда открывается бассейн?", "часы работы бассейна", "во сколько можно плавать утром"],
        "ticket": ["Сколько стоит билет?", "цена билета в бассейн", "дорого ли плавать"],
        "closed": ["Почему бассейн закрыт?", "причина закрытия бассейна", "из-за чего нельзя плавать в июне"],
        "director": ["Кто руководит бассейном?", "имя директора", "главная там Одиль Маршан"],
    },
    "uk": {
        "opening": ["Коли відкривається басейн?", "години роботи басейну", "о котрій можна плавати вранці"],
        "ticket": ["Скільки коштує квиток?", "ціна квитка в басейн", "чи дорого плавати"],
        "closed": ["Чому басейн закритий?", "причина закриття басейну", "через що не можна плавати в червні"],
        "director": ["Хто керує басейном?", "ім'я директорки", "головна там Оділь Маршан"],
    },
}  # fmt: skip
DIRECTOR = Concept("marchand", is_name=True)
NAMES = [
    Alias(DIRECTOR, code, name)
    for code, names in {
        "en": ("Odile Marchand", "Marchand"),
        "fr": ("Odile Marchand", "Marchand"),
        "ru": ("Одиль Маршан", "Маршан"),
        "uk": ("Оділь Маршан", "Маршан"),
    }.items()
    for name in names
]


@pytest.fixture(scope="module")
def pool() -> Matcher:
    """The matcher of an invented FAQ, small and without negative examples."""
    variants = [
        Variant(entry, code, text)
        for code, entries in POOL.items()
        for entry, texts in entries.items()
        for text in texts
    ]
    return Matcher(variants, lexicon=Lexicon(NAMES))


def first(match: Match) -> str | None:
    """The entry that a match answers with or offers first."""
    return None if match.outcome is Outcome.ABSTAIN else match.shown_candidates[0].entry_id


def on(keyboard: str, meant: str, text: str) -> str:
    """Return a text as typed on `keyboard` by somebody who thinks that it is `meant`."""
    return text.lower().translate(str.maketrans(meant, keyboard))


def unaccented(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def titles(library: Library, language: str) -> list[tuple[str, str]]:
    return [(entry.id, entry.title(language)) for entry in library.entries.values()]


def lost(library: Library, language: str, typed: Callable[[str], str]) -> list[tuple[str, str, str | None]]:
    """The entries that their titles, typed in some way, do not find, with what was typed and what was found."""
    asked = [(entry, typed(title)) for entry, title in titles(library, language)]
    found = [(entry, text, first(sole(library).matcher.match(text))) for entry, text in asked]
    return [(entry, text, other) for entry, text, other in found if entry != other]


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("combien de tmeps a duré l'apel entre trmup et poutnie", "call-duration"),
        ("quels prisoniers on été échanger", "prisoners-exchanged"),
        ("qui est marc fogl", "fogel-who"),
        ("how lnog did trmup and puttin tlak", "call-duration"),
        ("waht did hegesth say abuot nato", "nato-hegseth"),
        ("did the kremiln confrim the call", "kremlin-confirmed"),
        ("скольк длилсся разговр трампа с путиным", "call-duration"),
        ("кто токой песков", "peskov-who"),
        ("скільи тривла розмва трампа з путіним", "call-duration"),
        ("чого хоче кожна сторна", "who-wants-what"),
    ],
)
def test_typos_are_read_over(library: Library, question: str, entry: str) -> None:
    assert first(sole(library).matcher.match(question)) == entry


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("wehn deos the pol opne", "opening"),
        ("whats the pirce of a tikcet", "ticket"),
        ("combein coute le bilet", "ticket"),
        ("poruquoi la picsine est fermee", "closed"),
        ("скольо стоит белет", "ticket"),
        ("пачему басейн закрыт", "closed"),
        ("скільки коштуе квток", "ticket"),
        ("хто керуе басейнм", "director"),
    ],
)
def test_typos_are_read_over_in_any_faq(pool: Matcher, question: str, entry: str) -> None:
    assert first(pool.match(question)) == entry


LINK = "https://news.example/world/2025/02/12/trump-call_654321.html?utm_source=tg&utm_medium=social&fbclid=IwAR0x_y"
SENT_ALONG: list[Callable[[str], str]] = [
    f"{{}} {LINK}".format,
    f"{LINK} {{}}".format,
    "desk@news.example {} @news_bot".format,
    f"Forwarded from News 24\n{{}}\n{LINK} +380 67 123 45 67 t.me/news/1889765432".format,
]
LOOK_ALIKE = str.maketrans("аеорсухіaeopcyx", "aeopcyxiаеорсух")


def exchanged(text: str) -> str:
    """A text with the first letter of each word of some length exchanged that looks like one of another alphabet."""
    words = text.split(" ")
    for place, word in enumerate(words):
        at = next((at for at, char in enumerate(word) if char.translate(LOOK_ALIKE) != char), None)
        if at is not None and len(word) > 2:
            words[place] = word[:at] + word[at].translate(LOOK_ALIKE) + word[at + 1 :]
    return " ".join(words)


def right(library: Library, language: str, typed: Callable[[str], str]) -> int:
    """The number of variants, of 300 evenly spread ones of a language, that are answered by their entry as typed."""
    every = [(entry.id, text) for entry in library.entries.values() for text in entry.questions(language)]
    some = [every[number * len(every) // 300] for number in range(300)]
    found = [(entry, sole(library).matcher.match(typed(text))) for entry, text in some]
    return sum(
        match.outcome is Outcome.ANSWER and match.shown_candidates[0].entry_id == entry for entry, match in found
    )


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "en", "ru", "uk"])
@pytest.mark.parametrize("typed", SENT_ALONG, ids=["link behind", "link before", "addresses around", "forwarded"])
def test_what_is_sent_along_loses_hardly_a_question(
    library: Library, language: str, typed: Callable[[str], str]
) -> None:
    assert right(library, language, typed) >= 295


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "en", "ru", "uk"])
def test_letters_of_another_alphabet_lose_hardly_a_question(library: Library, language: str) -> None:
    assert right(library, language, exchanged) >= 290


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("Сколько длился paзговор", "call-duration"),
        ("Whо is Mаrc Fоgel", "fogel-who"),
        ("who is fogel https://t.me/news/17", "fogel-who"),
        ("@news_bot сколько длился разговор трампа с путиным?", "call-duration"),
        ("Переслано от Новости\nкто такой песков", "peskov-who"),
    ],
)
def test_what_is_no_word_of_a_question_is_read_over(library: Library, question: str, entry: str) -> None:
    match = sole(library).matcher.match(question)
    assert (match.outcome, first(match)) == (Outcome.ANSWER, entry)


@pytest.mark.parametrize("text", [LINK, "@news_bot", "+380 67 123 45 67", "desk@news.example"])
def test_what_is_sent_alone_asks_nothing(library: Library, text: str) -> None:
    assert sole(library).matcher.match(text).outcome is Outcome.ABSTAIN


@pytest.mark.parametrize(("language", "typed"), [("fr", unaccented), ("ru", lambda text: text.replace("ё", "е"))])
def test_missing_accents_lose_no_entry(library: Library, language: str, typed: Callable[[str], str]) -> None:
    assert lost(library, language, typed) == []


@pytest.mark.parametrize("language", ["fr", "en", "ru", "uk"])
def test_missing_punctuation_and_capitals_lose_no_entry(library: Library, language: str) -> None:
    def bare(text: str) -> str:
        return " ".join("".join(char if char.isalnum() else " " for char in text.lower()).split())

    assert lost(library, language, bare) == []


@pytest.mark.parametrize("language", ["fr", "en", "ru", "uk"])
def test_a_title_without_any_space_is_still_known(library: Library, language: str) -> None:
    assert lost(library, language, lambda text: text.replace(" ", "")) == []


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("quiestmarcfogel", "fogel-who"),
        ("whois marcfogel", "fogel-who"),
        ("how long did trump and putintalk", "call-duration"),
        ("ктотакой песков", "peskov-who"),
        ("хтотакий фогель", "fogel-who"),
        ("combien de temps a duré lappel entre trump et poutine", "call-duration"),
        ("que pense trump de ladhesion de lukraine a lotan", "nato-trump"),
        ("who,is;marc...fogel???", "fogel-who"),
    ],
)
def test_words_glued_together_are_taken_apart(library: Library, question: str, entry: str) -> None:
    assert first(sole(library).matcher.match(question)) == entry


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("c ki fogel", "fogel-who"),
        ("cb de tps a duré lappel trump poutine", "call-duration"),
        ("pk renoncer aux frontieres d avant 2014", "borders-consequences"),
        ("keske trump a promis a zelensky", "zelensky-promised"),
        ("whos fogel", "fogel-who"),
        ("wat did trump promise 2 zelensky", "zelensky-promised"),
        ("wen r the negotiations gonna start", "talks-when"),
        ("how long did trump n putin talk 4", "call-duration"),
        ("скок длился разговор трампа с путиным", "call-duration"),
        ("че трамп пообещал зеленскому", "zelensky-promised"),
        ("када начнутся переговоры", "talks-when"),
        ("скіки тривала розмова трампа з путіним", "call-duration"),
        ("шо трамп пообіцяв зеленському", "zelensky-promised"),
        ("шо сказав гегсет про нато", "nato-hegseth"),
    ],
)
def test_the_shorthand_of_chats_is_understood(library: Library, question: str, entry: str) -> None:
    assert first(sole(library).matcher.match(question)) == entry


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("cb pr entrer", "ticket"),
        ("pk la piscine est ferme", "closed"),
        ("c ki la directrice", "director"),
        ("how much 4 a ticket plz", "ticket"),
        ("y is da pool closed", "closed"),
        ("скок стоит билет", "ticket"),
        ("када открывается бассейн", "opening"),
        ("скіки коштує квиток", "ticket"),
        ("хто керує басейном, пліз", "director"),
    ],
)
def test_the_shorthand_of_chats_is_understood_in_any_faq(pool: Matcher, question: str, entry: str) -> None:
    assert first(pool.match(question)) == entry


@pytest.mark.parametrize(
    ("question", "entry", "language"),
    [
        ("kto takoy peskov", "peskov-who", "ru"),
        ("skolko dlilsya razgovor trampa s putinym", "call-duration", "ru"),
        ("chto tramp poobeschal zelenskomu", "zelensky-promised", "ru"),
        ("kogda dolzhny nachatsya peregovory", "talks-when", "ru"),
        ("podtverdil li kreml razgovor", "kremlin-confirmed", "ru"),
        ("gotov li kiev sotrudnichat", "zelensky-reaction", "ru"),
        ("na kogo obmenyali fogelya", "prisoners-exchanged", "ru"),
        ("o chem govorili tramp i putin", "call-subject", "ru"),
        ("koly mayut pochatysya perehovory", "talks-when", "uk"),
        ("scho tramp poobitsyav zelenskomu", "zelensky-promised", "uk"),
        ("na koho obminyaly marka fohelya", "prisoners-exchanged", "uk"),
        ("skilky tryvala rozmova trampa z putinym", "call-duration", "uk"),
        ("khto takyi fogel", "fogel-who", "uk"),
        ("shcho skazav peskov", "peskov-said", "uk"),
        ("chy hotovyy kyiv spivpratsyuvaty", "zelensky-reaction", "uk"),
    ],
)
def test_cyrillic_in_latin_letters_is_understood(library: Library, question: str, entry: str, language: str) -> None:
    match = sole(library).matcher.match(question)
    assert first(match) == entry
    assert language in match.plausible


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("kogda otkryvaetsya basseyn", "opening"),
        ("skolko stoit bilet", "ticket"),
        ("pochemu basseyn zakryt", "closed"),
        ("koly vidkryvaetsya baseyn", "opening"),
        ("skilky koshtuye kvytok", "ticket"),
        ("chomu baseyn zakrytyy", "closed"),
    ],
)
def test_cyrillic_in_latin_letters_is_understood_in_any_faq(pool: Matcher, question: str, entry: str) -> None:
    assert first(pool.match(question)) == entry


@pytest.mark.parametrize(("language", "layout"), [("ru", RUSSIAN), ("uk", UKRAINIAN)])
def test_cyrillic_typed_on_a_latin_keyboard_is_understood(library: Library, language: str, layout: str) -> None:
    # What names an outlet in Latin letters was never typed on a Cyrillic layout.
    found = lost(library, language, lambda text: on(KEYS, layout, text))
    assert [missing for missing in found if missing[0] not in {"ap-relayed", "cnn-relayed"}] == []


@pytest.mark.parametrize("layout", [RUSSIAN, UKRAINIAN])
def test_english_typed_on_a_cyrillic_keyboard_is_understood(library: Library, layout: str) -> None:
    assert lost(library, "en", lambda text: on(layout, KEYS, text)) == []


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("rjulf jnrhsdftncz ,fcctqy", "opening"),
        ("Crjkmrj cnjbn ,bktn&", "ticket"),
        ("xjve ,fctqy pfrhbnbq", "closed"),
        ("црщ кгты еру зщщд", "director"),
        ("рщц ьгср вщуы ф ешслуе сщые", "ticket"),
        ("auqnd ouvre lq piscine", "opening"),
        ("co;bien coute l'entree", "ticket"),
        ("zhen does the pool open", "opening"),
    ],
)
def test_the_wrong_keyboard_is_understood_in_any_faq(pool: Matcher, question: str, entry: str) -> None:
    assert first(pool.match(question)) == entry


def test_french_typed_on_qwerty_as_if_it_were_azerty_mostly_finds_its_entry(library: Library) -> None:
    missing = lost(library, "fr", lambda text: on(QWERTY, AZERTY, unaccented(text)))
    assert len(missing) <= 0.2 * len(library.entries), missing


def test_english_typed_on_azerty_as_if_it_were_qwerty_mostly_finds_its_entry(library: Library) -> None:
    missing = lost(library, "en", lambda text: on(AZERTY, QWERTY, text))
    assert len(missing) <= 0.2 * len(library.entries), missing


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("aui est ;qrc fogel ?", "fogel-who"),
        ("aui est d;itri peskov ?", "peskov-who"),
        ("tru;p pense-t-il aue lq pqix est en vue ?", "peace-path"),
        ("zho is ,qrc fogel?", "fogel-who"),
        ("zhqt did tru,p pro,ise welensky?", "zelensky-promised"),
    ],
)
def test_an_m_on_the_other_keyboard_loses_no_short_question(library: Library, question: str, entry: str) -> None:
    assert first(sole(library).matcher.match(question)) == entry


@pytest.mark.parametrize(
    "question",
    [
        "Qui est le gardien ?",
        "Who is the gardener?",
        "a q w z",
        "Wer ist der Gärtner?",
        "jak się masz",
        "kto wygrał mecz",
    ],
)
def test_a_question_about_something_else_is_not_answered(library: Library, question: str) -> None:
    assert sole(library).matcher.match(question).outcome is not Outcome.ANSWER


@pytest.mark.parametrize("unknown", ["Napoléon", "Einstein", "John Smith", "le jardinier", "Shrek"])
@pytest.mark.parametrize("who", ["Qui est {} ?", "Who is {}?"])
def test_who_somebody_else_is_is_left_alone(library: Library, who: str, unknown: str) -> None:
    assert sole(library).matcher.match(who.format(unknown)).outcome is Outcome.ABSTAIN


@pytest.mark.parametrize(("who", "gardener"), [("Кто такой {}?", "садовник"), ("Хто такий {}?", "садівник")])
@pytest.mark.parametrize("unknown", ["Наполеон", "Шрек", "Джон Смит", None])
def test_who_somebody_else_is_is_left_alone_in_cyrillic(
    library: Library, who: str, gardener: str, unknown: str | None
) -> None:
    assert sole(library).matcher.match(who.format(unknown or gardener)).outcome is Outcome.ABSTAIN


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("qui est Fogel and who was he exchanged for?", "prisoners-exchanged"),
        ("Combien de temps a duré le call entre Trump et Putin ?", "call-duration"),
        ("How long did l'appel entre Trump and Putin last?", "call-duration"),
        ("de quoi ils ont talk trump et poutine", "call-subject"),
        ("what did Песков say about Trump's position?", "peskov-said"),
        ("Что сказал Hegseth про NATO?", "nato-hegseth"),
        ("що Trump пообіцяв Zelensky?", "zelensky-promised"),
        ("скільки тривал разговор трампа с путіним", "call-duration"),
        ("де Hegseth виступив про OTAN", "nato-hegseth-where"),
        ("who is Песков", "peskov-who"),
    ],
)
def test_two_languages_in_one_question_are_understood(library: Library, question: str, entry: str) -> None:
    match = sole(library).matcher.match(question)
    assert match.outcome is not Outcome.ABSTAIN
    assert entry in {candidate.entry_id for candidate in match.shown_candidates}


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("Combien de temps a duré le call entre Trump and Putin ?", "call-duration"),
        ("когда start переговоры", "talks-when"),
    ],
)
def test_the_nearest_entry_of_a_question_in_two_languages_is_the_right_one(
    library: Library, question: str, entry: str
) -> None:
    assert sole(library).matcher.match(question).candidates[0].entry_id == entry


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Что сказал {} про {}?", [("Хегсет", "НАТО"), ("Hegseth", "НАТО"), ("Хегсет", "NATO"), ("Hegseth", "NATO")]),
        ("Що сказав {} про {}?", [("Гегсет", "НАТО"), ("Hegseth", "НАТО"), ("Гегсет", "NATO"), ("Hegseth", "NATO")]),
        ("What did {} say about {}?", [("Hegseth", "NATO"), ("Хегсет", "NATO"), ("Hegseth", "НАТО")]),
    ],
)
def test_names_in_another_alphabet_ask_for_the_same_entry(
    library: Library, question: str, names: list[tuple[str, str]]
) -> None:
    found = {pair: first(sole(library).matcher.match(question.format(*pair))) for pair in names}
    assert found == dict.fromkeys(names, "nato-hegseth")


LONG = {
    "en": (
        "Hi everyone, sorry to bother you, I have been reading about all this since this morning with my coffee. {} "
        "Thanks in advance, have a nice day!"
    ),
    "fr": (
        "Bonjour à tous, désolé de vous déranger, je lis tout ça depuis ce matin avec mon café. {} "
        "Merci d'avance et bonne journée !"
    ),
    "ru": "Всем привет, извините за беспокойство, читаю про это с самого утра за кофе. {} Заранее спасибо!",
    "uk": "Усім привіт, вибачте за турботу, читаю про це з самого ранку за кавою. {} Заздалегідь дякую!",
}


@pytest.mark.parametrize("language", ["fr", "en", "ru", "uk"])
def test_the_nearest_entry_of_a_long_message_is_that_of_the_question_in_it(library: Library, language: str) -> None:
    asked = [(entry, LONG[language].format(title)) for entry, title in titles(library, language)]
    found = [
        entry
        for entry, text in asked
        if entry in {candidate.entry_id for candidate in sole(library).matcher.match(text).candidates[:3]}
    ]
    assert len(found) >= 0.8 * len(asked), sorted({entry for entry, _ in asked} - set(found))


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("Hello everybody, I am new here. Who is Marc Fogel? Thank you!", "fogel-who"),
        ("Salut, petite question : combien de temps a duré l'appel entre Trump et Poutine ? Merci !", "call-duration"),
        ("Добрый день! Подскажите, пожалуйста, кто такой Песков? Заранее спасибо", "peskov-who"),
        ("Доброго дня! Підкажіть, будь ласка, на кого обміняли Марка Фогеля? Дякую", "prisoners-exchanged"),
    ],
)
def test_a_question_among_greetings_is_answered(library: Library, question: str, entry: str) -> None:
    assert first(sole(library).matcher.match(question)) == entry


@pytest.mark.parametrize(
    ("claim", "entries"),
    [
        ("Trump et Poutine se sont parlé pendant plus d'une heure au téléphone !!!", {"call-duration"}),
        ("J'ai lu que Marc Fogel a été échangé contre un Russe", {"prisoners-exchanged"}),
        ("I heard that the Kremlin confirmed the call with Trump", {"kremlin-confirmed"}),
        ("BREAKING: Hegseth says Ukraine in NATO is not realistic 🚨🚨", {"nato-hegseth"}),
        ("правда ли что трамп пообещал что-то зеленскому", {"zelensky-promised"}),
        ("Слышала, что Кремль подтвердил разговор Трампа с Путиным", {"kremlin-confirmed"}),
        ("Кажуть, що Київ готовий співпрацювати", {"zelensky-reaction"}),
        ("чув шо трамп погодився з росіянами щодо нато, це правда?", {"nato-agrees-with-russians"}),
    ],
)
def test_a_pasted_claim_finds_what_the_article_says_of_it(library: Library, claim: str, entries: set[str]) -> None:
    match = sole(library).matcher.match(claim)
    assert {candidate.entry_id for candidate in match.shown_candidates} & entries
    assert match.outcome is not Outcome.ABSTAIN


@pytest.mark.parametrize(
    ("keywords", "entry"),
    [
        ("durée appel trump poutine", "call-duration"),
        ("fogel qui", "fogel-who"),
        ("date début négociations", "talks-when"),
        ("trump putin call duration", "call-duration"),
        ("hegseth nato where", "nato-hegseth-where"),
        ("peskov who", "peskov-who"),
        ("trump promise zelensky", "zelensky-promised"),
        ("длительность разговора трамп путин", "call-duration"),
        ("песков кто", "peskov-who"),
        ("тривалість розмови трамп путін", "call-duration"),
        ("реакція зеленського", "zelensky-reaction"),
    ],
)
def test_keywords_alone_find_their_entry(library: Library, keywords: str, entry: str) -> None:
    assert first(sole(library).matcher.match(keywords)) == entry


@pytest.mark.parametrize(
    "thanks",
    [
        "merci beaucoup pour ton aide",
        "ok super merci à tous",
        "lol trop drôle",
        "thank you so much, bot",
        "haha that is so funny",
        "спасибо вам большое",
        "спасибо за ответ!",
        "ахахахаха",
        "дякую за відповідь",
        "дуже дякую вам усім",
        "👍👍👍",
    ],
)
def test_thanks_and_laughter_in_any_wording_are_left_alone(library: Library, pool: Matcher, thanks: str) -> None:
    assert sole(library).matcher.match(thanks).outcome is Outcome.ABSTAIN
    assert pool.match(thanks).outcome is Outcome.ABSTAIN


@pytest.mark.parametrize(
    ("before", "question", "after", "entry"),
    [
        (
            "Salut tout le monde ! Hier soir on a regardé les infos et on s'est encore disputés comme d'habitude.",
            "Combien de temps Trump et Poutine se sont-ils parlé ?",
            "Merci d'avance et bonne journée à tous.",
            "call-duration",
        ),
        (
            "Hi everyone, my uncle has been talking nonsense since this morning, as he does every single weekend.",
            "Who is Pete Hegseth?",
            "Thanks in advance, have a nice day!",
            "hegseth-who",
        ),
        (
            "Всем привет! Вчера вечером смотрели новости с родителями и опять поругались, как обычно.",
            "Кто такой Песков?",
            "Заранее спасибо, всем хорошего дня!",
            "peskov-who",
        ),
        (
            "Усім привіт! Учора ввечері дивилися новини з батьками і знову посварилися, як завжди.",
            "Хто такий Пєсков?",
            "Наперед дякую, усім гарного дня!",
            "peskov-who",
        ),
    ],
)
def test_the_question_inside_a_long_message_is_answered(
    library: Library, before: str, question: str, after: str, entry: str
) -> None:
    assert first(sole(library).matcher.match(f"{before} {question} {after}")) == entry
    assert first(sole(library).matcher.match(f"{before} {after}")) is None
