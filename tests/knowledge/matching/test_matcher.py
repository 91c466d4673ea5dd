"""A question finds its entry however it is typed, is offered a choice where two are close, and is else left alone."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from shutil import rmtree

import pytest
from articles import sole
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.cache import TrainedCache
from knowledge.lexicon import Alias, Concept, Lexicon
from knowledge.library import Library
from knowledge.matcher import Match, Matcher, Outcome, Variant
from knowledge.matching.options import DEFAULT_OPTIONS, DecisionOptions

DECISION = DEFAULT_OPTIONS.decision

MARKET = {
    "en": {
        "opening": [
            "When does the market open?",
            "market opening hours",
            "what time do they open the market",
            "Is it true that the market opens at eight?",
        ],
        "fish": ["Who sells fish?", "fish seller name", "whos the fish guy", "From whom can I buy trout?"],
        "rent": [
            "How much does a stall cost?",
            "stall rent price",
            "how much 4 a stall",
            "What must a trader pay the town?",
        ],
    },
    "fr": {
        "opening": [
            "Quand ouvre le marché ?",
            "heures d'ouverture marché",
            "c ouvert a kelle heure le marché",
            "À partir de quand peut-on y faire ses courses ?",
        ],
        "fish": ["Qui vend du poisson ?", "nom poissonnier", "c ki le poissonnier", "Chez qui acheter une truite ?"],
        "rent": [
            "Combien coûte un stand ?",
            "prix location stand",
            "cb pour un stand",
            "Que doit payer un marchand à la ville ?",
        ],
    },
    "ru": {
        "opening": ["Когда открывается рынок?", "часы работы рынка", "во скок открывают рынок"],
        "fish": ["Кто продаёт рыбу?", "имя продавца рыбы", "у кого купить форель"],
        "rent": ["Сколько стоит прилавок?", "цена аренды прилавка", "скок за прилавок"],
    },
    "uk": {
        "opening": ["Коли відкривається ринок?", "години роботи ринку", "о котрій відкривають ринок"],
        "fish": ["Хто продає рибу?", "ім'я продавця риби", "у кого купити форель"],
        "rent": ["Скільки коштує прилавок?", "ціна оренди прилавка", "скіки за прилавок"],
    },
}
SMALL_TALK = [
    "thanks!", "lol", "ok", "good morning", "merci beaucoup", "haha merci", "mdr", "bonjour",
    "спасибо", "привет", "спс", "дякую", "добрий день", "👍", "...",
]  # fmt: skip


def variants(*languages: str) -> list[Variant]:
    """The market's variants in some languages."""
    return [
        Variant(entry, language, text)
        for language in languages
        for entry, texts in MARKET[language].items()
        for text in texts
    ]


def spread(items: Sequence[tuple[str, str]], count: int) -> Sequence[tuple[str, str]]:
    """Return at most `count` of the items, evenly spread."""
    return items[:: max(1, -(-len(items) // count))]


def offered(match: Match) -> list[str]:
    """The entries that a match answers with or lets the user choose from."""
    most = {Outcome.ANSWER: 1, Outcome.CHOOSE: 3, Outcome.ABSTAIN: 0}[match.outcome]
    return [candidate.entry_id for candidate in match.candidates[:most]]


@pytest.fixture(scope="module")
def market() -> Matcher:
    return Matcher(variants("en", "fr", "ru", "uk"))


@pytest.mark.parametrize(
    ("question", "entry", "language"),
    [
        ("when does the market open", "opening", "en"),
        ("who sells trout", "fish", "en"),
        ("what is the price of a stall", "rent", "en"),
        ("wen does teh market opne", "opening", "en"),
        ("Qui vend du poisson au marché ?", "fish", "fr"),
        ("combien coute un stnd", "rent", "fr"),
        ("Кто продает рыбу на рынке?", "fish", "ru"),
        ("сколько стоит прилавок", "rent", "ru"),
        ("Коли відкривається ринок", "opening", "uk"),
        ("скільки коштує прилавок?", "rent", "uk"),
    ],
)
def test_a_question_near_a_variant_is_answered(market: Matcher, question: str, entry: str, language: str) -> None:
    match = market.match(question)
    assert match.outcome is not Outcome.ABSTAIN
    assert match.shown_candidates[0].entry_id == entry
    assert match.language == language


def test_two_entries_that_ask_the_same_are_offered_as_a_choice() -> None:
    twins = [Variant("hall", "en", "When does the hall open?"), Variant("market", "en", "When does the hall open?")]
    match = Matcher([*twins, Variant("fish", "en", "Who sells fish?")]).match("When does the hall open?")
    assert match.outcome is Outcome.CHOOSE
    assert set(offered(match)[:2]) == {"hall", "market"}


def test_a_choice_offers_nothing_far_off() -> None:
    twins = [Variant("hall", "en", "When does the hall open?"), Variant("market", "en", "When does the hall open?")]
    match = Matcher([*twins, Variant("fish", "en", "Who sells fish?")]).match("When does the hall open?")
    assert {candidate.entry_id for candidate in match.shown_candidates} == {"hall", "market"}


@pytest.mark.parametrize(
    "question",
    [
        "What is the capital of Peru?",
        "Quel temps fera-t-il demain ?",
        "Как сварить борщ?",
        "Хто виграв матч?",
        "xyzzy plugh",
    ],
)
def test_a_question_about_something_else_is_left_alone(market: Matcher, question: str) -> None:
    assert market.match(question).outcome is Outcome.ABSTAIN


@pytest.mark.parametrize("message", SMALL_TALK)
def test_small_talk_is_left_alone(market: Matcher, library: Library, message: str) -> None:
    assert market.match(message).outcome is Outcome.ABSTAIN
    assert sole(library).matcher.match(message).outcome is Outcome.ABSTAIN


@pytest.mark.parametrize("question", ["", " ", "\n\t", "?!", "🙂", "«»", "\u200b", "'"])
def test_a_question_without_words_is_left_alone(market: Matcher, question: str) -> None:
    match = market.match(question)
    assert (match.outcome, match.candidates, match.language) == (Outcome.ABSTAIN, (), None)


@pytest.mark.parametrize("question", ["", "When does the market open?", "рынок", "thanks"])
def test_an_empty_faq_leaves_every_question_alone(question: str) -> None:
    match = Matcher([]).match(question)
    assert (match.outcome, match.candidates) == (Outcome.ABSTAIN, ())


@pytest.mark.parametrize("count", [1, 5, 30])
def test_a_faq_of_negative_examples_alone_leaves_every_question_alone(count: int) -> None:
    matcher = Matcher([Variant(None, "en", f"What did the {number}th trader say?") for number in range(count)])
    match = matcher.match("What did the 3th trader say?")
    assert (match.outcome, match.candidates) == (Outcome.ABSTAIN, ())


def test_a_faq_with_one_entry_answers_its_question_and_no_other() -> None:
    matcher = Matcher([variant for variant in variants("en") if variant.entry_id == "opening"])
    assert matcher.match("When does the market open?").outcome is Outcome.ANSWER
    assert matcher.match("what time does the market open").outcome is Outcome.ANSWER
    assert matcher.match("What is the capital of Peru?").outcome is Outcome.ABSTAIN
    assert matcher.match("thanks").outcome is Outcome.ABSTAIN


def test_a_faq_of_one_variant_answers_it() -> None:
    matcher = Matcher([Variant("opening", "en", "When does the market open?")])
    assert offered(matcher.match("when does the market open")) == ["opening"]
    assert matcher.match("Who sells fish?").outcome is Outcome.ABSTAIN


LIGHTHOUSE = {
    "buyer": ["Who bought the lighthouse?", "Which firm bought the lighthouse?", "who is the buyer"],
    "price": ["How much was the lighthouse sold for?", "what did they pay", "price of the lighthouse"],
    "critic": ["What did Tomas Weir say about the sale?", "Does Weir like the sale?", "what weir thinks of the sale"],
}
ANSWERS = {
    "buyer": {"en": ["Harrow bought the lighthouse."]},
    "price": {"en": ["The price was nine thousand crowns."]},
    "critic": {"en": ["Tomas Weir praised the sale."]},
}


@pytest.fixture(scope="module")
def lighthouse() -> Matcher:
    """An article on a sale, with its answers and the name of its councillor."""
    variants = [Variant(entry, "en", text) for entry, some in LIGHTHOUSE.items() for text in some]
    weir = Concept("weir", is_name=True)
    lexicon = Lexicon([Alias(weir, "en", "Tomas Weir"), Alias(weir, "en", "Weir")])
    return Matcher(variants, lexicon=lexicon, texts=ANSWERS)


@pytest.mark.parametrize(
    ("question", "near", "other"),
    [
        ("critic", "So what did Tomas Weir say about the sale?", "So what did John Weir say about the sale?"),
        ("price", "And how much was the lighthouse sold for?", "And how much was the brewery sold for?"),
        ("critic", "What did Weir praise about the sale?", "What did Weir condemn about the sale?"),
    ],
)
def test_a_stranger_another_thing_and_a_contrary_are_offered_at_most(
    lighthouse: Matcher, question: str, near: str, other: str
) -> None:
    match = lighthouse.match(near)
    assert (match.outcome, match.candidates[0].entry_id) == (Outcome.ANSWER, question)
    assert lighthouse.match(other).outcome is not Outcome.ANSWER


def test_where_no_answers_are_at_hand_a_name_tells_nothing() -> None:
    variants = [Variant(entry, "en", text) for entry, some in LIGHTHOUSE.items() for text in some]
    assert Matcher(variants).match("Who bought Twitter?").candidates[0].score > DECISION.answer_threshold


@pytest.mark.parametrize("empty", ["", "?!", "the"])
def test_a_variant_that_says_nothing_does_no_harm(empty: str) -> None:
    matcher = Matcher([*variants("en"), Variant("void", "en", empty)])
    assert offered(matcher.match("When does the market open?")) == ["opening"]
    assert matcher.match("").outcome is Outcome.ABSTAIN


GERMAN = {
    "opening": ["Wann öffnet der Markt?", "Öffnungszeiten Markt", "Um wie viel Uhr macht der Markt auf?"],
    "fish": ["Wer verkauft Fisch?", "Name Fischhändler", "Bei wem kaufe ich Forellen?"],
}


@pytest.mark.parametrize("code", ["de", "fi", "xx", "gsw", "de-CH"])
@pytest.mark.parametrize(
    ("question", "entry"), [("wann oeffnet der markt", "opening"), ("WER VERKAUFT HIER FISCH?", "fish")]
)
def test_a_language_without_tables_is_matched_by_its_variants(code: str, question: str, entry: str) -> None:
    matcher = Matcher([Variant(entry_id, code, text) for entry_id, texts in GERMAN.items() for text in texts])
    assert matcher.match(question).candidates[0].entry_id == entry


@pytest.mark.parametrize("code", ["de", "xx", "gsw", "de-CH"])
def test_a_language_without_tables_leaves_other_questions_alone(code: str) -> None:
    matcher = Matcher([Variant(entry_id, code, text) for entry_id, texts in GERMAN.items() for text in texts])
    assert matcher.match("Kto wygrał wczorajszy mecz?").outcome is Outcome.ABSTAIN
    assert matcher.match("").outcome is Outcome.ABSTAIN


def test_a_language_written_without_spaces_is_matched() -> None:
    matcher = Matcher([Variant("opening", "zh", "市场几点开门？"), Variant("fish", "zh", "谁卖鱼？")])
    assert offered(matcher.match("市场几点开门")) == ["opening"]
    assert offered(matcher.match("谁卖鱼")) == ["fish"]
    assert matcher.match("天气怎么样").outcome is Outcome.ABSTAIN


def test_a_negative_example_is_left_alone() -> None:
    silent = [Variant(None, "en", text) for text in ("Who owns the market?", "When was the market founded?")]
    matcher = Matcher([*variants("en"), *silent])
    assert matcher.match("Who owns the market?").outcome is Outcome.ABSTAIN
    assert offered(matcher.match("When does the market open?")) == ["opening"]


def test_thanks_are_answered_by_an_entry_for_thanks() -> None:
    polite = [Variant("polite", "en", text) for text in ("thanks", "thank you", "thanks a lot", "many thanks")]
    assert Matcher([*variants("en"), *polite]).match("thank you").candidates[0].entry_id == "polite"


def with_decision(**options: float) -> Matcher:
    return Matcher(variants("en"), options=replace(DEFAULT_OPTIONS, decision=DecisionOptions(**options)))  # type: ignore[arg-type]


def test_thresholds_are_the_callers() -> None:
    eager = with_decision(answer_threshold=0.0, offer_threshold=0.0, few_ambiguity_ratio=1.0)
    strict = with_decision(answer_threshold=101.0, offer_threshold=101.0)
    hesitant = with_decision(answer_threshold=101.0)
    question = "When does the market open?"
    assert eager.match("fish on the stall").outcome is Outcome.ANSWER
    assert strict.match(question).outcome is Outcome.ABSTAIN
    assert hesitant.match(question).outcome is Outcome.CHOOSE


@pytest.mark.parametrize(("entries", "ratio"), [(1, 0.6), (20, 0.6), (30, 0.725), (40, 0.85), (500, 0.85)])
def test_with_few_entries_a_runner_up_speaks_sooner_against_the_best(entries: int, ratio: float) -> None:
    assert DecisionOptions().ambiguity_ratio_for(entries) == pytest.approx(ratio)
    some = [Variant(f"entry{number}", "en", f"word{number}") for number in range(entries)]
    assert Matcher(some).decision.ambiguity_ratio == pytest.approx(ratio)


def test_a_question_that_is_left_alone_still_names_the_nearest_entry() -> None:
    matcher = with_decision(answer_threshold=101.0, offer_threshold=101.0)
    assert matcher.match("When does the market open?").candidates[0].entry_id == "opening"


def test_warming_up_changes_no_match() -> None:
    cold, warm = Matcher(variants("en", "fr")), Matcher(variants("en", "fr"))
    warm.warm_up()
    for question in ("when does it open", "combien pour un stand", "fish", ""):
        assert cold.match(question) == warm.match(question)


def test_what_is_beyond_the_longest_message_is_not_read(market: Matcher) -> None:
    question = "When does the market open?".ljust(4096)
    assert market.match(question + "Who sells fish? " * 50).candidates == market.match(question).candidates


@pytest.mark.parametrize("ask", [Matcher.match, Matcher.decide, Matcher.readings, Matcher.nearest_examples])
def test_what_is_beyond_it_is_no_passage_either(market: Matcher, ask: Callable[[Matcher, str], object]) -> None:
    message = ("It rains in the village, and nobody knows why. " * 100)[:4095] + "\n"
    assert ask(market, message + "Who sells fish?") == ask(market, message)


def test_a_question_matches_alike_every_time(market: Matcher) -> None:
    question = "fish stall on the markt"
    assert market.match(question) == market.match(question)


TYPED = st.text(
    st.one_of(st.sampled_from("aeést' ?’«»!\n-0123рынокїґ'"), st.characters(exclude_categories=["Cs"])), max_size=200
)
ASKED = st.lists(
    st.sampled_from("who when market fish stall price не рынок скільки combien le thanks ok 2014".split()), max_size=30
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=4096), TYPED, ASKED))
def test_any_text_has_an_outcome_with_ranked_candidates(market: Matcher, text: str) -> None:
    match = market.match(text)
    scores = [candidate.score for candidate in match.candidates]
    assert all(0.0 <= score <= 100.0 for score in scores)
    assert all(higher >= lower for higher, lower in pairwise(scores))
    ids = [candidate.entry_id for candidate in match.candidates]
    assert len(set(ids)) == len(ids)
    assert set(ids) <= {"opening", "fish", "rent"}
    assert match.outcome is Outcome.ABSTAIN or match.candidates
    assert match.outcome is not Outcome.CHOOSE or len(match.candidates) >= 2


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(["a ", "рынок ", "市", "é", "'", "fish? ", "\u0301", "ﷺ"]))
def test_a_message_of_the_greatest_length_has_an_outcome(market: Matcher, length: int, unit: str) -> None:
    assert market.match((unit * 4096)[: min(length, 4096)]).outcome in set(Outcome)


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.builds(
            Variant,
            st.one_of(st.none(), st.sampled_from("abc")),
            st.sampled_from(["en", "fr", "de"]),
            st.one_of(st.text(max_size=30), ASKED),
        ),
        max_size=12,
    ),
    st.one_of(st.text(max_size=30), ASKED),
)
def test_any_faq_matches_any_text(faq: list[Variant], text: str) -> None:
    match = Matcher(faq).match(text)
    assert {candidate.entry_id for candidate in match.candidates} <= {variant.entry_id for variant in faq}


CHANGES: list[Callable[[str], str]] = [
    str.upper,
    str.lower,
    lambda text: text.replace("’", "'").replace("'", "’"),
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: f"  {text.replace(' ', '  ')}\n",
    lambda text: f"«{text}»!!!",
    lambda text: "".join(" " if char in "?!.,;:«»“”()—–-" else char for char in text),
    lambda text: text.translate(str.maketrans("éèêëàâîïôûùçÉÈÊÀÇ", "eeeeaaiiouucEEEAC")),
    lambda text: text.replace("ё", "е").replace("Ё", "Е"),
]


def titles(library: Library) -> list[tuple[str, str]]:
    """The title of every entry in every language, with the entry's id."""
    return [(entry.id, entry.title(code)) for entry in library.entries.values() for code in library.languages]


@pytest.mark.parametrize(
    "change",
    CHANGES,
    ids=["capitals", "small", "apostrophes", "decomposed", "spaces", "quoted", "bare", "accents", "yo"],
)
def test_case_accents_and_punctuation_change_no_match(library: Library, change: Callable[[str], str]) -> None:
    for _, title in spread(titles(library), 40):
        plain, changed = sole(library).matcher.match(title), sole(library).matcher.match(change(title))
        assert (changed.outcome, changed.candidates) == (plain.outcome, plain.candidates), title


def test_by_their_words_alone_nearly_all_titles_find_their_own_entry(library: Library) -> None:
    found = [(entry, title, sole(library).matcher.entry_by_words(title)) for entry, title in titles(library)]
    others = [(entry, title, answer) for entry, title, answer in found if answer != entry]
    assert len(others) <= 0.03 * len(found), others


@pytest.mark.slow
def test_a_decision_is_what_the_whole_match_comes_to(library: Library) -> None:
    variants = [
        text for article in library.articles for texts in article.out_of_scope.values() for text in texts[:20]
    ] + [text for entry in library.entries.values() for code in library.languages for text in entry.questions(code)[:3]]
    texts = [form for text in variants for form in (text, text[1:], f"{text} {text}", text.upper())]
    beaten = 0
    for text in texts:
        decision, match = sole(library).matcher.decide(text), sole(library).matcher.match(text)
        assert (decision.outcome, decision.language, decision.plausible) == (
            match.outcome,
            match.language,
            match.plausible,
        )
        assert decision.shown_candidates == match.shown_candidates, text
        beaten += len(decision.candidates) < len(match.candidates)
    assert beaten > len(texts) / 4


def test_a_variant_of_two_entries_is_decided_as_a_choice() -> None:
    matcher = Matcher([Variant(entry, "en", "Who said it?") for entry in ("first", "second")])
    assert matcher.decide("who said it") == matcher.match("who said it")
    assert matcher.decide("who said it").outcome is Outcome.CHOOSE


@pytest.mark.slow
def test_what_the_article_is_silent_about_is_left_alone(library: Library) -> None:
    asked = [
        (code, text) for article in library.articles for code in article.served for text in article.out_of_scope[code]
    ]
    assert [
        (code, text) for code, text in asked if sole(library).matcher.match(text).outcome is not Outcome.ABSTAIN
    ] == []


@pytest.mark.parametrize(
    "question",
    [
        "What is the capital of Australia?",
        "Who won the world cup?",
        "best pizza near me",
        "recette de la ratatouille",
        "qui a gagné le match hier soir",
        "как приготовить борщ",
        "какая завтра погода",
        "скільки коштує квиток до Львова",
        "Wie wird das Wetter morgen in Berlin?",
    ],
)
def test_questions_about_anything_else_are_left_alone(library: Library, question: str) -> None:
    assert sole(library).matcher.match(question).outcome is Outcome.ABSTAIN


ZELENSKY_REACTED = "zelensky-reaction"
ZELENSKY = ("Zelensky", "Zelenskyy", "Zelenskiy", "ZELENSKY", "Volodymyr Zelensky", "Зеленский", "Зеленський")


@pytest.mark.parametrize(
    ("question", "names", "entry"),
    [
        ("How did {} react to the conversation with Trump?", (*ZELENSKY, "the Ukrainian president"), ZELENSKY_REACTED),
        ("Comment {} a-t-il réagi à l’échange avec Trump ?", (*ZELENSKY, "le président ukrainien"), ZELENSKY_REACTED),
        ("Как {} отреагировал на разговор с Трампом?", (*ZELENSKY, "президент Украины"), ZELENSKY_REACTED),
        ("Як {} відреагував на розмову з Трампом?", (*ZELENSKY, "президент України"), ZELENSKY_REACTED),
        (
            "What does Trump think of Ukraine joining {}?",
            ("NATO", "nato", "OTAN", "N.A.T.O.", "the alliance"),
            "nato-trump",
        ),
        (
            "Que pense Trump de l'entrée de l'Ukraine dans {} ?",
            ("l'OTAN", "l’OTAN", "l'otan", "lotan", "OTAN", "NATO", "l'alliance", "l’alliance atlantique"),
            "nato-trump",
        ),
        ("Что думает Трамп о вступлении Украины в {}?", ("НАТО", "нато", "NATO", "альянс"), "nato-trump"),
        ("Що думає Трамп про вступ України до {}?", ("НАТО", "нато", "NATO", "альянсу"), "nato-trump"),
        (
            "What did {} say at NATO headquarters?",
            ("Hegseth", "Pete Hegseth", "hegset", "the defense secretary", "the Pentagon chief"),
            "nato-hegseth-where",
        ),
    ],
)
def test_a_name_is_known_in_every_spelling(library: Library, question: str, names: tuple[str, ...], entry: str) -> None:
    found = {name: offered(sole(library).matcher.match(question.format(name)))[:1] for name in names}
    assert found == {name: [entry] for name in names}


def test_who_is_named_decides_between_entries_that_share_all_other_words(library: Library) -> None:
    match = sole(library).matcher.match
    asked = {name: match(f"What did {name} say about NATO?").candidates[0].entry_id for name in ("Trump", "Hegseth")}
    assert asked["Trump"] != asked["Hegseth"]
    assert asked["Hegseth"].startswith(("nato-hegseth", "hegseth"))


def test_names_alone_tell_no_language(library: Library) -> None:
    assert sole(library).matcher.match("Trump NATO").language is None


def test_a_matcher_takes_over_what_an_earlier_one_learnt_of_the_languages_that_are_as_they_were() -> None:
    before = Matcher(variants("en", "fr", "ru"))
    before.warm_up()
    changed = [*variants("en", "fr", "ru"), Variant("fish", "en", "Where do I get a salmon?")]
    after = Matcher(changed, earlier=before)
    assert after.scorer("fr") is before.scorer("fr")
    assert after.scorer("ru") is before.scorer("ru")
    assert after.scorer("en") is not before.scorer("en")
    afresh = Matcher(changed)
    for text in ("salmon?", "Qui vend du poisson ?", "скок за прилавок", "who sells fsh", "heures d'ouverture"):
        assert after.match(text) == afresh.match(text)
    assert before.match("Where do I get a salmon?") != after.match("Where do I get a salmon?")


@pytest.mark.parametrize("what", ["an entry", "a name", "an option"])
def test_a_matcher_takes_over_no_scorer_that_was_learnt_from_anything_else(what: str) -> None:
    before = Matcher(variants("en", "fr"))
    before.warm_up()
    more = [Variant("music", "en", "Who plays the accordion?")] if what == "an entry" else []
    lexicon = Lexicon([Alias(Concept("baker", is_name=True), "en", "Mrs Baker")]) if what == "a name" else None
    decision = DecisionOptions(answer_threshold=50.0) if what == "an option" else DEFAULT_OPTIONS.decision
    options = replace(DEFAULT_OPTIONS, decision=decision)
    after = Matcher([*variants("en", "fr"), *more], lexicon=lexicon, options=options, earlier=before)
    assert after.scorer("fr") is not before.scorer("fr")


def test_a_language_that_is_gone_is_taken_over_no_more() -> None:
    before = Matcher(variants("en", "fr"))
    before.warm_up()
    after = Matcher(variants("en"), earlier=before)
    assert after.match("Qui vend du poisson ?") == Matcher(variants("en")).match("Qui vend du poisson ?")


def test_what_was_taken_over_can_leave_memory_if_it_is_kept(tmp_path: Path) -> None:
    cache = TrainedCache(tmp_path)
    before = Matcher(variants("en", "fr"), cache=cache)
    before.warm_up()
    after = Matcher([*variants("en", "fr"), Variant(None, "en", "Who was it?")], cache=cache, earlier=before)
    after.warm_up()
    assert after.is_cached
    rmtree(tmp_path / "selon-trained")
    assert not after.is_cached
