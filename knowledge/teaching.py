"""Teaching: a library learns new variants and out-of-scope examples, as far as they do no harm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.article_variant import ArticleVariant
from knowledge.library import Library
from knowledge.matcher import Matcher
from knowledge.text.normalise import question_key


@dataclass(frozen=True, slots=True)
class UnusableVariant:
    """A variant that nothing can be taught by: it holds no word, its language is not served, or its entry is gone.

    Attributes:
        text: Of the variant.
    """

    text: str


@dataclass(frozen=True, slots=True)
class VariantCollision:
    """A variant that its article has already as something else.

    Attributes:
        text: Of the variant.
        key: The key of the entry that it is a variant of; None if it is an out-of-scope example.
    """

    text: str
    key: str | None


@dataclass(frozen=True, slots=True)
class OutcomeFlip:
    """A variant that its entry would answer no longer, or an out-of-scope example that would be answered.

    Attributes:
        variant: The one that suffers.
        present_key: The key of the entry that would answer it; None if none would.
    """

    variant: ArticleVariant
    present_key: str | None


Refusal = UnusableVariant | VariantCollision | OutcomeFlip


def teach(library: Library, variants: Sequence[ArticleVariant]) -> Library | Refusal:
    """Teach some variants if they do no harm; it takes seconds, and may run in a thread beside a library in use.

    Only the articles that they belong to are trained again.

    Args:
        library: The library with everything that was taught before.
        variants: The variants and out-of-scope examples to be taught.

    Returns:
        The library that knows them too, its models ready (the library itself if it knew them all), or the reason
        why they must not be taught.
    """
    for _, refusal in unusable_variants(library, variants):
        return refusal
    new = with_taught(library, variants)
    if new is library:
        return library
    for slug in dict.fromkeys(each.article for each in new.taught[len(library.taught) :]):
        new.models[slug].warm_up()
    return next(_flips(library, new), new)


def with_taught(library: Library, variants: Sequence[ArticleVariant]) -> Library:
    """Return the library with some more variants, as far as they are usable; its models learn on first use.

    What was taught before stays; to take that back, begin with `without_taught`.
    """
    # To look through all that is known takes a tenth of a second.
    fresh = usable_variants(library, variants) if variants else ()
    return library.with_taught((*library.taught, *fresh)) if fresh else library


def without_taught(library: Library) -> Library:
    """Return the library without taught variants."""
    return library.with_taught(()) if library.taught else library


def variants_in_files(library: Library, variants: Sequence[ArticleVariant]) -> tuple[ArticleVariant, ...]:
    """Return the variants that the files already have, in whatever spelling."""
    if not variants:
        return ()
    known = _Known(without_taught(library), variants)
    return tuple(variant for variant in variants if variant in known)


def usable_variants(library: Library, variants: Sequence[ArticleVariant]) -> tuple[ArticleVariant, ...]:
    """Return the variants that a library can be taught and does not know yet.

    Left out are those that the library has, in its files or taught, and those that are `unusable_variants`.
    """
    return tuple(variant for variant, verdict in _sorted(library, variants) if verdict is _FRESH)


def unusable_variants(
    library: Library, variants: Sequence[ArticleVariant]
) -> list[tuple[ArticleVariant, UnusableVariant | VariantCollision]]:
    """Return the variants that a library cannot be taught, with the reason.

    They hold no word, their language is not served, their entry is gone, or their article, or an earlier one of them,
    has them as something else.
    """
    return [(variant, verdict) for variant, verdict in _sorted(library, variants) if not isinstance(verdict, bool)]


_FRESH, _HAD = True, False


def _sorted(
    library: Library, variants: Sequence[ArticleVariant]
) -> Iterator[tuple[ArticleVariant, bool | UnusableVariant | VariantCollision]]:
    """Yield each variant with its verdict: fresh, known to the library, or the reason why it cannot be used."""
    known = _Known(library, variants)
    for variant in variants:
        if variant in known:
            yield variant, _HAD
            continue
        obstacle = known.obstacle(variant)
        if obstacle is None:
            known.add(variant)
        yield variant, obstacle or _FRESH


class _Known:
    """The questions of some articles of a library, with their entries."""

    def __init__(self, library: Library, variants: Sequence[ArticleVariant]) -> None:
        self._library = library
        self._owners: dict[tuple[str, str], list[str | None]] = {}
        self._variants: set[tuple[str, str, str | None, str]] = set()
        for slug in dict.fromkeys(each.article for each in variants):
            for variant in library.variants_of(slug):
                self.add(variant)

    def add(self, variant: ArticleVariant) -> None:
        question = question_key(variant.text)
        self._owners.setdefault((variant.article, question), []).append(variant.key)
        self._variants.add((variant.article, question, variant.entry_id, variant.language))

    def __contains__(self, variant: ArticleVariant) -> bool:
        return (variant.article, question_key(variant.text), variant.entry_id, variant.language) in self._variants

    def obstacle(self, variant: ArticleVariant) -> UnusableVariant | VariantCollision | None:
        """Return the reason that forbids a variant; None if there is none."""
        question = question_key(variant.text)
        if not question or variant.language not in self._served(variant):
            return UnusableVariant(variant.text)
        # In whatever language: the matcher does not ask for it where a variant is typed as it stands.
        others = [owner for owner in self._owners.get((variant.article, question), ()) if owner != variant.key]
        return VariantCollision(variant.text, others[0]) if others else None

    def _served(self, variant: ArticleVariant) -> Sequence[str]:
        article = self._library.by_slug.get(variant.article)
        if article is None or (variant.key is not None and variant.key not in self._library.entries):
            return ()
        return article.served


def _flips(before: Library, after: Library) -> Iterator[OutcomeFlip]:
    """Yield the variants and out-of-scope examples with a worse outcome after teaching than before, by words alone."""
    fresh = after.taught[len(before.taught) :]
    learnt: dict[str, set[str]] = {}
    for each in fresh:
        learnt.setdefault(each.article, set()).add(each.language)
    for slug, languages in learnt.items():
        then, now = (library.models[slug].matcher for library in (before, after))
        for variant in before.variants_of(slug):
            if variant.language in languages or _is_read_in(languages, variant.text, now):
                answer = now.entry_by_words(variant.text)
                # Few come off badly, so that few are judged twice.
                if answer != variant.entry_id and then.entry_by_words(variant.text) == variant.entry_id:
                    yield OutcomeFlip(variant, ArticleVariant(slug, answer, variant.language, variant.text).key)


def _is_read_in(languages: set[str], text: str, matcher: Matcher) -> bool:
    """Tell if a text is read in any of some languages; its outcome in the others is as before."""
    return any(not languages.isdisjoint(read_in) for _, read_in in matcher.readings(text))
