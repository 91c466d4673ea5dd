"""Options change what a matcher does, one by one, and what it has learnt is kept for its own options only."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields, replace
from pathlib import Path

import pytest

from knowledge.cache import TrainedCache
from knowledge.lexicon import Alias, Concept, Lexicon
from knowledge.matcher import Matcher, MatcherOptions, Outcome, Variant
from knowledge.matching.options import DEFAULT_OPTIONS

FAQ = [
    Variant("opening", "en", "When does the market open?"),
    Variant("opening", "en", "market opening hours"),
    Variant("opening", "en", "what time do they open the market"),
    Variant("seller", "en", "Who sells fish?"),
    Variant("seller", "en", "name of the fish seller"),
    Variant("seller", "en", "From whom can I buy trout?"),
    Variant("rent", "en", "How much does a stall cost?"),
    Variant("rent", "en", "stall rent price"),
    Variant("rent", "en", "What must a trader pay Odile Marchand?"),
    Variant(None, "en", "Who owns the market?"),
    Variant(None, "en", "When was the market founded?"),
    Variant("opening", "ru", "Когда открывается рынок?"),
    Variant("seller", "ru", "Кто продаёт рыбу?"),
]
RAIN = 3 * "We were all there last night, and it rained again. "
LEXICON = Lexicon(
    [Alias(Concept("mayor", is_name=True), "en", text) for text in ("Odile Marchand", "the mayor")]
    + [Alias(Concept("stall", is_name=False), "en", text) for text in ("stall", "booth")]
)


def options(group: str, **changes: object) -> MatcherOptions:
    """The default options with some of one group changed."""
    return replace(DEFAULT_OPTIONS, **{group: replace(getattr(DEFAULT_OPTIONS, group), **changes)})


def score(question: str, entry: str, chosen: MatcherOptions = DEFAULT_OPTIONS) -> float:
    """The score of an entry, 0 where it is no candidate."""
    found = Matcher(FAQ, lexicon=LEXICON, options=chosen).match(question).candidates
    return next((candidate.score for candidate in found if candidate.entry_id == entry), 0.0)


@pytest.mark.parametrize(
    ("group", "changes", "question", "entry"),
    [
        ("question", {"layout_correction": False}, "rjulf jnrhsdftncz hsyjr", "opening"),
        ("question", {"enclosures": False}, "who sells fish https://fish.example/a?b=c", "seller"),
        ("question", {"homoglyphs": False}, "wh\u043e s\u0435lls fish", "seller"),
        ("question", {"passages": False}, f"{RAIN}who sells fish?", "seller"),
        ("spelling", {"repair": False}, "whn does teh markte opne", "opening"),
        ("spelling", {"splitting": False}, "stallrent", "rent"),
        ("spelling", {"notions": False}, "booth", "rent"),
        ("features", {"notion_weight": 0.0}, "price of a booth", "rent"),
        ("features", {"pair_weight": 0.0}, "the fish seller", "seller"),
        ("features", {"function_word_weight": 1.0}, "what is the time they open", "opening"),
        ("features", {"synonym_weight": 0.0}, "who can I purchase trout from", "seller"),
        ("similarity", {"gram_share": 0.0}, "fishseller", "seller"),
        ("similarity", {"gram_share": 1.0}, "the fish seller", "seller"),
        ("similarity", {"unknown_word_weight": 0.0}, "zebra fish", "seller"),
        ("ridge", {"penalty": 10.0}, "the fish seller", "seller"),
        ("ridge", {"squares": False}, "the fish seller", "seller"),
        ("compatibility", {"name_exponent": 0.0}, "does the mayor sell fish", "seller"),
        ("compatibility", {"kind_exponent": 0.0}, "when do they sell fish", "seller"),
        ("archive", {"largest_index": 0}, "the fish seller", "seller"),
        ("decision", {"verbatim": False}, "market opening hours", "opening"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else None,
)  # fmt: skip
def test_an_option_changes_the_score(group: str, changes: dict[str, object], question: str, entry: str) -> None:
    assert score(question, entry, options(group, **changes)) != score(question, entry)


@pytest.mark.parametrize("table", ["stems", "abbreviations", "contractions", "claim_markers", "small_talk"])
def test_a_table_of_the_tokenizer_can_be_left_out(table: str) -> None:
    without = options("features", tokens=replace(DEFAULT_OPTIONS.features.tokens, **{table: False}))
    faq = [*FAQ, Variant("opening", "en", "thanks")]
    questions = ["opened markets", "wut time open", "what's the price", "is it true that the market opens", "thanks !"]
    all_tables, fewer = Matcher(faq), Matcher(faq, options=without)
    assert [all_tables.match(question) for question in questions] != [fewer.match(question) for question in questions]


@pytest.mark.parametrize("changes", [{"total": False}, {"margin": False}, {"hidden_share": 0.9}])
def test_a_scope_feature_can_be_left_out(changes: dict[str, object]) -> None:
    wordings: list[Callable[[str], str]] = [
        "when does the {} open".format,
        "{} opening hours".format,
        "is the {} open".format,
        "until when can I go to the {}".format,
    ]
    places = ["market", "bakery", "library", "museum", "harbour", "theatre"]
    faq = [Variant(place, "en", wording(place)) for place in places for wording in wordings]
    faq += [
        Variant(None, "en", f"who {verb} the {place}")
        for place in places
        for verb in ("owns", "built", "likes", "sold")
    ]
    questions = ["hours of the harbour", "who opened the bakery", "when is it open"]
    plain, changed = Matcher(faq), Matcher(faq, options=options("scope", **changes))
    assert [plain.match(text).candidates for text in questions] != [
        changed.match(text).candidates for text in questions
    ]


@pytest.mark.parametrize("penalty", [0.01, 0.1, 10.0, 1e6])
def test_a_model_of_any_penalty_is_kept(tmp_path: Path, penalty: float) -> None:
    chosen = options("ridge", penalty=penalty)
    Matcher(FAQ, lexicon=LEXICON, cache=TrainedCache(tmp_path), options=chosen).warm_up()
    kept = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    again = Matcher(FAQ, lexicon=LEXICON, cache=TrainedCache(tmp_path), options=chosen)
    fresh = Matcher(FAQ, lexicon=LEXICON, options=chosen)
    for question in ("the fish seller", "price of a booth"):
        assert again.match(question) == fresh.match(question)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == kept


def test_what_was_learnt_with_other_options_is_not_used(tmp_path: Path) -> None:
    Matcher(FAQ, lexicon=LEXICON, cache=TrainedCache(tmp_path)).warm_up()
    chosen = options("features", pair_weight=0.0, function_word_weight=1.0)
    cached = Matcher(FAQ, lexicon=LEXICON, cache=TrainedCache(tmp_path), options=chosen)
    assert cached.match("the fish seller") == Matcher(FAQ, lexicon=LEXICON, options=chosen).match("the fish seller")


def test_a_variant_has_no_last_word_where_that_is_left_out() -> None:
    strict = options("decision", verbatim=False, answer_threshold=101.0)
    matcher = Matcher(FAQ, options=strict)
    assert matcher.match("Who sells fish?").outcome is not Outcome.ANSWER
    assert matcher.decide("Who sells fish?") == matcher.match("Who sells fish?")


def test_a_word_or_two_are_answered_only_where_they_leave_hardly_a_doubt() -> None:
    lenient = options("decision", few_words_threshold=0.0)
    strict = options("decision", few_words_threshold=100.0)
    assert Matcher(FAQ, options=lenient).match("fish seller").outcome is Outcome.ANSWER
    assert Matcher(FAQ, options=strict).match("fish seller").outcome is Outcome.CHOOSE
    assert Matcher(FAQ, options=strict).match("the fish seller").outcome is Outcome.ANSWER
    assert Matcher(FAQ, options=strict).match("market opening hours").outcome is Outcome.ANSWER


def test_options_cannot_be_changed_by_accident() -> None:
    for field in fields(DEFAULT_OPTIONS):
        group = getattr(DEFAULT_OPTIONS, field.name)
        with pytest.raises(FrozenInstanceError):
            setattr(group, fields(group)[0].name, None)
