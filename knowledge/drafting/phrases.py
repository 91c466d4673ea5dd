"""Noun phrases: where those begin and end that stand beside a cue."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.drafting.languages import Grammar
from knowledge.drafting.words import Word

_BREAKS = frozenset(",;:()—–[]")
_CONJUNCTIONS = frozenset(
    """mais et or and but while yet so car donc puis tandis alors que qu' though although as if whereas when lorsque si
    quand""".split()
)
_AND = frozenset("et and ou or".split())
_MOST_PLAIN = 4
_MOST_COMPLEMENTS = 3
_LONGEST = 14
_LONGEST_REST = 10
_PARTICIPLES: dict[str, tuple[str, ...]] = {
    "fr": ("é", "ée", "és", "ées", "ant"),
    "en": ("ed", "ing"),
    "ru": (),
    "uk": (),
}


def is_break(word: Word) -> bool:
    """Tell if a word parts clauses: a comma, a colon, a dash or a bracket outside quotation marks."""
    return not word.quoted and (word.text in _BREAKS or word.text == "-")


def begins_phrase(words: Sequence[Word], position: int, known: Grammar) -> bool:
    """Tell if a noun phrase may begin at a position."""
    if position >= len(words):
        return False
    word = words[position]
    if word.quoted or not word.is_word:
        return False
    if word.lower in known.articles or word.lower in known.pronouns:
        return True
    if known.is_noun(word.lower):
        return True
    return word.is_capital and not (known.is_function(word.lower) and position == 0)


def phrase_end(words: Sequence[Word], position: int, known: Grammar, limit: int | None = None) -> int:
    """Return the position after the noun phrase that begins at a position.

    Complements belong to it ("le président du jury"), places and times do not.
    """
    limit = len(words) if limit is None else limit
    end = position
    plain = complements = 0
    while end < limit and end - position < _LONGEST:
        word = words[end]
        after = _over_marks(words, position, end, known, limit)
        if after is not None:
            if after == end:
                break
            end = after
            continue
        if word.lower in known.complements or word.lower == "'s":
            complements += word.lower != "'s"
            if complements > _MOST_COMPLEMENTS:
                break
            plain = 0
        elif word.lower in known.articles:
            if end > position and not _may_precede_article(words[end - 1].lower, known):
                break
        elif end > position and _ends_phrase(words, end, known):
            break
        elif not word.is_capital:
            plain += 1
            if plain > _MOST_PLAIN:
                break
        end += 1
        if word.lower in known.pronouns and word.lower not in known.articles:
            break
    return _without_loose_end(words, position, end, known)


def _over_marks(words: Sequence[Word], position: int, end: int, known: Grammar, limit: int) -> int | None:
    """The position after a nickname or the full stop of a title, that of a mark that ends it all; None for a word."""
    word = words[end]
    if word.quoted and end > position:
        inside = end
        while inside < limit and words[inside].quoted:
            inside += 1
        nickname = inside < limit and words[inside].is_capital and words[inside].is_word and inside - end < 6
        return inside if nickname else end
    if word.is_word:
        return None
    before = words[end - 1] if end > position else None
    abbreviated = word.text == "." and before is not None and (before.lower in known.titles or len(before.text) == 1)
    return end + 1 if abbreviated or word.text == "&" else end


def _may_precede_article(lower: str, known: Grammar) -> bool:
    return lower in known.complements or lower in known.articles or lower == "tous"


def _ends_phrase(words: Sequence[Word], end: int, known: Grammar) -> bool:
    """Tell if a word behind the first one belongs to the phrase no more."""
    lower, before = words[end].lower, words[end - 1].lower
    small = not words[end].is_capital
    if lower in known.times and (before in known.complements or not small):
        return before not in known.complements and lower in known.prepositions
    return (
        lower in known.prepositions
        or lower in known.relatives
        or lower in known.auxiliaries
        or lower in known.negations
        or lower in known.common_verbs
        or lower in known.clitics
        or lower in known.pronouns
        or (small and (lower in known.times or lower in _AND))
        or (small and lower in known.verbs and before not in known.articles)
        or (known.code == "en" and small and lower.endswith("ed") and known.is_noun(before))
    )


def _without_loose_end(words: Sequence[Word], position: int, end: int, known: Grammar) -> int:
    """The end of a phrase without a preposition, article or full stop that nothing follows."""
    while end > position + 1:
        last = words[end - 1]
        stop = last.text == "." and words[end - 2].lower not in known.titles
        if not (stop or last.lower in known.complements or last.lower in known.articles):
            break
        end -= 1
    return end


def with_apposition(words: Sequence[Word], end: int, known: Grammar) -> int:
    """Return the position after a name that follows a noun phrase and a comma ("le préfet, Hervé Castagnol").

    The rest of a long description, or an abbreviation in brackets, may stand between both.
    """
    comma = _comma_after(words, end, known)
    if comma is None:
        return end
    following = comma + 1
    while following < len(words) and words[following].lower in known.articles and following < comma + 3:
        following += 1
    if (
        following > comma + 1
        and following + 1 < len(words)
        and words[following + 1].is_capital
        and (words[following].is_word and words[following + 1].is_word)
    ):
        # ", la géographe Apolline Sarrazin"
        following += 1
    word = words[following] if following < len(words) else None
    if word is None or not word.is_word or word.quoted:
        return end
    office = following
    while office < min(len(words) - 1, following + 3) and not words[office].is_capital and words[office].is_word:
        if words[office].lower in known.person_nouns and words[office + 1].is_capital:
            # ", state senator Cody Brandt"
            return phrase_end(words, office, known)
        office += 1
    titled = word.lower in known.titles or word.lower in known.person_nouns
    if not (word.is_capital or titled) or (known.is_function(word.lower) and not titled):
        return end
    return phrase_end(words, comma + 1, known)


def _comma_after(words: Sequence[Word], end: int, known: Grammar) -> int | None:
    """The position of the comma behind the rest of a description that a conjunction or brackets go on with."""
    goes_on = end < len(words) and (
        words[end].text == "(" or words[end].lower in _AND or words[end].lower in known.complements
    )
    last = min(len(words), end + _LONGEST_REST) if goes_on else min(len(words), end + 1)
    for position in range(end, last):
        word = words[position]
        if word.text == ",":
            return position if not word.quoted else None
        if (
            word.quoted
            or word.text in (".", ";", ":")
            or word.lower in known.auxiliaries
            or (word.lower in known.verbs and not word.is_capital)
        ):
            return None
    return None


def segments(words: Sequence[Word], start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of a clause between commas, colons, dashes and brackets, as positions, without empty ones."""
    found: list[tuple[int, int]] = []
    begin = start
    for position in range(start, end):
        if is_break(words[position]):
            if begin < position:
                found.append((begin, position))
            begin = position + 1
    if begin < end:
        found.append((begin, end))
    return found


def subject(words: Sequence[Word], start: int, end: int, known: Grammar) -> tuple[int, int] | None:
    """Return the positions of the noun phrase that is the subject of the verb at `end`, appositions included.

    Args:
        words: Those of the passage.
        start: The beginning of the clause.
        end: The beginning of its group of verbs.
        known: The grammar of the language.
    """
    parts = [part for part in segments(words, start, end) if any(not word.quoted for word in words[slice(*part)])]
    last_part = parts[-1] if len(parts) > 1 else (end, end)
    if last_part[1] == end and end - last_part[0] == 1 and words[end - 1].lower in known.pronouns:
        # "Première à Horta, elle …"
        return parts[-1]
    for number, (first, last) in enumerate(parts):
        begin = _phrase_in(words, first, last, known, is_last=number == len(parts) - 1)
        if begin is None:
            continue
        return begin, end if number < len(parts) - 1 else last
    return None


def _phrase_in(words: Sequence[Word], first: int, last: int, known: Grammar, *, is_last: bool) -> int | None:
    """Return where a noun phrase begins in a part of a clause; None if that is an adverbial or a participle."""
    that = first < last and words[first].lower in known.complementisers
    while first < last and _is_lead(words[first], known):
        first += 1
    if first >= last or (that and not is_last):
        # ", que Le Progrès a pu consulter," is a clause of its own.
        return None
    if _is_adverbial(words, first, last, known, is_last=is_last):
        return _last_phrase(words, first, last, known) if is_last else None
    if begins_phrase(words, first, known):
        return first
    adverb = words[first].lower.endswith(("ly", "ment"))
    if is_last:
        # "Neighbouring Dravia", "Researchers at Tolland University", an adverb before the subject.
        begin = next((p for p in range(first, last) if begins_phrase(words, p, known)), None)
        if begin is None:
            return first if last - first <= 3 else None
        return begin if begin - first > 2 or adverb else first
    articled = first + 1 < last and words[first + 1].lower in known.articles
    named = words[first].is_capital and not articled
    return first if named and not adverb and not words[first].lower.endswith(("ing", "ant")) else None


def _is_lead(word: Word, known: Grammar) -> bool:
    """Tell if a word stands before the clause that it joins to another: a conjunction or an adverb."""
    if word.lower in known.articles or word.lower in known.pronouns:
        return False
    return word.quoted or word.lower in _CONJUNCTIONS or word.lower in known.within


def _is_adverbial(words: Sequence[Word], first: int, last: int, known: Grammar, *, is_last: bool) -> bool:
    """Tell if a part of a clause begins as a place, a time, a relative clause or a participle does."""
    word = words[first]
    lower = word.lower
    if lower in known.prepositions or lower in known.times or lower in known.relatives:
        return True
    if lower in known.complements and lower not in known.articles:
        return True
    participle = first + 1 < last and not word.is_capital and lower not in known.articles
    ending = lower.endswith(_PARTICIPLES[known.code]) and not known.is_noun(lower)
    return not is_last and (participle or first == 0) and ending


def _last_phrase(words: Sequence[Word], first: int, last: int, known: Grammar) -> int | None:
    """Return the beginning of the last noun phrase behind an adverbial, which reaches up to the verb."""
    for position in range(last - 1, first, -1):
        word, previous = words[position], words[position - 1]
        if word.quoted or not begins_phrase(words, position, known):
            continue
        before = previous.lower
        if before in known.complements or before in known.prepositions or before in known.articles or before == "'s":
            continue
        bare_noun = word.lower not in known.articles and word.lower in known.person_nouns and not previous.is_capital
        if bare_noun or (previous.is_capital and word.is_capital):
            continue
        return position
    return None
