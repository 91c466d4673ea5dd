"""Teaching: a library learns new variants and out-of-scope examples, as far as they do no harm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.library import Library
from knowledge.matcher import Matcher, Variant
from knowledge.text.normalise import same_question


@dataclass(frozen=True, slots=True)
class Unusable:
    """A variant that nobody can be taught: it holds no word, its language is not served, or its entry is gone.

    Attributes:
        text: Of the variant.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Collision:
    """A variant that is already known as something else.

    Attributes:
        text: Of the variant.
        entry_id: The entry that it is a variant of; None if it is an out-of-scope example.
    """

    text: str
    entry_id: str | None


@dataclass(frozen=True, slots=True)
class Flip:
    """A variant that its entry would answer no longer, or an out-of-scope example that would be answered.

    Attributes:
        variant: That suffers.
        now: The entry that would answer it; None if none would.
    """

    variant: Variant
    now: str | None


Refusal = Unusable | Collision | Flip


def teach(library: Library, variants: Sequence[Variant]) -> Library | Refusal:
    """Teach some variants if they do no harm; it takes seconds, and may run in a thread beside a matcher in use.

    Args:
        library: With everything that was taught before.
        variants: What is to be taught.

    Returns:
        The library that knows them too, its matcher ready (the library itself if it knew them all), or why
        they must not be taught.
    """
    for _, refusal in unusable(library, variants):
        return refusal
    new = taught(library, variants)
    if new is library:
        return library
    new.matcher.warm_up()
    return next(_flips(library, new), new)


def taught(library: Library, variants: Sequence[Variant]) -> Library:
    """Return the library that also knows some variants, as far as they are usable; its matcher learns on first use.

    What was taught before stays; to take it back, begin with `untaught`.
    """
    # To look through all that is known takes a tenth of a second.
    fresh = usable(library, variants) if variants else ()
    return replace(library, taught=(*library.taught, *fresh)) if fresh else library


def untaught(library: Library) -> Library:
    """Return the library as its files have it."""
    return replace(library, taught=()) if library.taught else library


def written(library: Library, variants: Sequence[Variant]) -> tuple[Variant, ...]:
    """Return those of some variants that the files have, however they are spelled there."""
    if not variants:
        return ()
    known = _Known(untaught(library))
    return tuple(variant for variant in variants if variant in known)


def usable(library: Library, variants: Sequence[Variant]) -> tuple[Variant, ...]:
    """Return those of some variants that a library can be taught and does not know yet.

    Left out are variants that the library has, in its files or taught, and those that are `unusable`.
    """
    return tuple(variant for variant, verdict in _sorted(library, variants) if verdict is _FRESH)


def unusable(library: Library, variants: Sequence[Variant]) -> list[tuple[Variant, Unusable | Collision]]:
    """Return those of some variants that a library cannot be taught, whatever they do to others, with the reason.

    They hold no word, their language is not served, their entry is gone, or the library, or an earlier one of them, has
    them as something else.
    """
    return [(variant, verdict) for variant, verdict in _sorted(library, variants) if not isinstance(verdict, bool)]


_FRESH, _HAD = True, False


def _sorted(library: Library, variants: Sequence[Variant]) -> Iterator[tuple[Variant, bool | Unusable | Collision]]:
    """Each variant with its verdict: it is fresh, the library has it, or why it cannot be used."""
    known = _Known(library)
    for variant in variants:
        if variant in known:
            yield variant, _HAD
            continue
        obstacle = known.obstacle(variant)
        if obstacle is None:
            known.add(variant)
        yield variant, obstacle or _FRESH


class _Known:
    """The questions that a library has, and what they are."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._owners: dict[str, list[str | None]] = {}
        self._variants: set[tuple[str, str | None, str]] = set()
        for variant in library.variants:
            self.add(variant)

    def add(self, variant: Variant) -> None:
        key = same_question(variant.text)
        self._owners.setdefault(key, []).append(variant.entry_id)
        self._variants.add((key, variant.entry_id, variant.language))

    def __contains__(self, variant: Variant) -> bool:
        return (same_question(variant.text), variant.entry_id, variant.language) in self._variants

    def obstacle(self, variant: Variant) -> Unusable | Collision | None:
        """Return the reason that forbids a variant; None if there is none."""
        key = same_question(variant.text)
        if not key or variant.language not in self._served(variant.entry_id):
            return Unusable(variant.text)
        # In whatever language: the matcher does not ask for it where a variant is typed as it stands.
        others = [owner for owner in self._owners.get(key, ()) if owner != variant.entry_id]
        return Collision(variant.text, others[0]) if others else None

    def _served(self, entry_id: str | None) -> Sequence[str]:
        if entry_id is None:
            return self._library.languages
        entry = self._library.entries.get(entry_id)
        return self._library.article_of(entry).served if entry is not None else ()


def _flips(before: Library, after: Library) -> Iterator[Flip]:
    """The variants and out-of-scope examples that come off worse after teaching than before, by their words alone."""
    learnt = {variant.language for variant in after.taught[len(before.taught) :]}
    for variant in before.variants:
        if variant.language in learnt or _is_read_in(learnt, variant.text, after.matcher):
            now = after.matcher.by_words(variant.text)
            # Few come off badly, so that few are judged twice.
            if now != variant.entry_id and before.matcher.by_words(variant.text) == variant.entry_id:
                yield Flip(variant, now)


def _is_read_in(languages: set[str], text: str, matcher: Matcher) -> bool:
    """Tell if a text is read in any of some languages; what it comes to in the others is as before."""
    return any(not languages.isdisjoint(read_in) for _, read_in in matcher.reading(text))
