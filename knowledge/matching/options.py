"""Options of the matcher: weights, thresholds and switches, each with the value that was found best.

A weight, a share or an exponent of 0 leaves its mechanism out, and so does a switch that is off.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from knowledge.text.spelling import ALL_REPAIRS, SpellingOptions
from knowledge.text.tokens import ALL_TABLES, TokenizerOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionOptions:
    """Options of finding the question in what was typed.

    Attributes:
        layout_correction: Try other keyboard layouts and alphabets for a text of few known words.
        enclosures: Leave out what was sent along with a question: links, addresses, telephone numbers, headers.
        homoglyphs: Put each word into one alphabet.
        passages: Match the parts of a long message that ask something; else the message as a whole.
        language_probability: The least probability, 0 to 1, of a language whose variants are compared.
    """

    layout_correction: bool = True
    enclosures: bool = True
    homoglyphs: bool = True
    passages: bool = True
    language_probability: float = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureOptions:
    """Weights of word features, 0 to 1, where a word of content and a name weigh 1.

    Attributes:
        tokens: Tables by which a text is cut into words.
        function_word_weight: Of a word that says little of what a text is about.
        pair_weight: Of two neighbours; of two function words, half of it.
        order_weight: Of a word of content that stands anywhere before another: who does what, to whom.
        notion_weight: Of a notion, beside the words that stand for it.
        synonym_weight: Of a group of synonyms, beside the word. Synonyms differ in shade, and one word has several
            senses.
    """

    tokens: TokenizerOptions = ALL_TABLES
    function_word_weight: float = 0.35
    pair_weight: float = 0.65
    order_weight: float = 0.2
    notion_weight: float = 0.8
    synonym_weight: float = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarityOptions:
    """Options of the similarity of a question and a variant.

    Attributes:
        gram_share: The share of character n-grams in it, 0 to 1; the rest is that of words.
        unknown_word_weight: Of a question's word feature that no variant has, 0 to 10, in units of the rarest one that
            some variant has.
        unknown_gram_weight: The same of a character n-gram.
    """

    gram_share: float = 0.5
    unknown_word_weight: float = 1.4
    unknown_gram_weight: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class RidgeOptions:
    """Options of the kernel ridge regression from similarities to entries.

    Attributes:
        penalty: λ, above 0: the more, the less a single variant is trusted.
        intercept: Of each entry, 0 to 1, where there are no out-of-scope examples. Where questions were collected, busy
            entries have more of them; where a curator wrote variants, and what the FAQ does not answer beside them,
            their number is the curator's diligence.
        squares: Add the squares of similarities to them, so that pairs of features count.
    """

    penalty: float = 1.0
    intercept: float = 0.03
    squares: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CompatibilityOptions:
    """Exponents, from 0, of the compatibility of a question and an entry: the higher, the more it counts.

    Attributes:
        name_exponent: Of the people and organisations that are named.
        kind_exponent: Of the kinds of thing that are asked for. Question words are a weaker sign than names: "who" may
            ask for a country, and "when" be left out.
    """

    name_exponent: float = 1.0
    kind_exponent: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeOptions:
    """Options of telling questions in scope from those out of it.

    Attributes:
        hidden_share: The share of an entry's other variants, 0 to 1, that are hidden together with one that plays a
            user's question.
        total: Look at what all entries have together, too.
        margin: Look at how much nearer a variant is than an out-of-scope example, too.
        in_scope_share: The share of questions, 0 to 1, that are taken to be in scope.
    """

    hidden_share: float = 0.3
    total: bool = True
    margin: bool = True
    in_scope_share: float = 0.55


@dataclass(frozen=True, slots=True, kw_only=True)
class MeaningOptions:
    """Options of meaning beside words, where there is an embedder.

    Attributes:
        landmarks: The most variants that get a vector; they are spread over entries and languages.
        weight: Of meaning, 0 to 1; settled from the variants if None.
    """

    landmarks: int = 1_500
    weight: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossLingualOptions:
    """Options of glosses beside words: features that all languages have in common.

    Attributes:
        largest: The most variants of all languages together; where there are more, words alone decide.
        weight: Of glosses, 0 to 1; settled from the variants if None.
        gram_share: The share of n-grams of sounds in the similarity of glosses, 0 to 1.
        most_foreign: The questions of each language that no FAQ answers that tell the scale of scores.
    """

    largest: int = 4_000
    weight: float | None = None
    gram_share: float = 0.5
    most_foreign: int = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveOptions:
    """Options of an archive, which compares a question with its nearest variants only.

    Attributes:
        largest_index: More variants of one language than this make an archive: the ridge over all of them would take a
            minute to learn.
        neighbours: The variants that a question is compared with.
        postings: The most variants to look at in order to find these.
        widening: The candidates that are compared in full, for each neighbour wanted.
        unknown_word_weight: As of `SimilarityOptions`.
    """

    largest_index: int = 6_000
    neighbours: int = 48
    postings: int = 10_000
    widening: int = 4
    unknown_word_weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionOptions:
    """Options of deciding an outcome by scores.

    Attributes:
        answer_threshold: The least score, 0 to 100, at which one entry answers.
        few_words_threshold: The same where a word or two were typed that name nobody: they say little, and many of them
            ("test", "news") are not even a question.
        offer_threshold: The least score, 0 to 100, at which entries are offered as a choice.
        ambiguity_ratio: The share of the best score, 0 to 1, that the next may reach while the best answers alone, in a
            FAQ of many entries.
        few_ambiguity_ratio: The same in one of few: so small a FAQ knows little of what is asked, and a runner-up tells
            that the question may be another.
        few_entries: So many are few.
        many_entries: So many are many; between the two numbers the ratio grows evenly.
        verbatim: Give the last word to a variant that was typed as it stands.
        contradictions: Offer at most what the question names a stranger beside, or another thing in the place of.
    """

    answer_threshold: float = 60.0
    few_words_threshold: float = 90.0
    offer_threshold: float = 40.0
    ambiguity_ratio: float = 0.85
    few_ambiguity_ratio: float = 0.6
    few_entries: int = 20
    many_entries: int = 40
    verbatim: bool = True
    contradictions: bool = True

    def ambiguity_ratio_for(self, entries: int) -> float:
        """Return the share of the best score that the next may reach in a FAQ of so many entries."""
        ratios = self.few_ambiguity_ratio, self.ambiguity_ratio
        return float(np.interp(entries, (self.few_entries, self.many_entries), ratios))


@dataclass(frozen=True, slots=True, kw_only=True)
class MatcherOptions:
    """All options of a matcher; `dataclasses.replace` makes others.

    Attributes:
        question: From what was typed to the question.
        spelling: Repair of misspelled words.
        features: From words to weighted features.
        similarity: From features to similarities.
        ridge: From similarities to the relevance of entries.
        compatibility: Names and kinds of answer that question and entry share.
        scope: From the relevance of all entries to a score.
        meaning: Beside words.
        crosslingual: Beside words, where there is no meaning.
        archive: For very many variants.
        decision: From scores to an outcome.
    """

    question: QuestionOptions = QuestionOptions()
    spelling: SpellingOptions = ALL_REPAIRS
    features: FeatureOptions = FeatureOptions()
    similarity: SimilarityOptions = SimilarityOptions()
    ridge: RidgeOptions = RidgeOptions()
    compatibility: CompatibilityOptions = CompatibilityOptions()
    scope: ScopeOptions = ScopeOptions()
    meaning: MeaningOptions = MeaningOptions()
    crosslingual: CrossLingualOptions = CrossLingualOptions()
    archive: ArchiveOptions = ArchiveOptions()
    decision: DecisionOptions = DecisionOptions()


DEFAULT_OPTIONS = MatcherOptions()
"""The options with the values that were found best."""
