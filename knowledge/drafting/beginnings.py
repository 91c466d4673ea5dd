"""Beginnings: where behind a cue begins what is said."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.drafting.cues import Cue
from knowledge.drafting.languages import Frame
from knowledge.drafting.passage_reader import PassageReader, over_adverbial
from knowledge.drafting.phrases import begins_phrase, phrase_end
from knowledge.drafting.quoted_passage import PassageState
from knowledge.drafting.words import Word

_MOST_STEPS = 40
_NEARBY_THAT = 22
_NEARBY_CYRILLIC = 12
_FRENCH_ADJUNCTS = frozenset(
    "à au aux sur dans depuis devant lors via en chez auprès pour par face contre après avant dès".split()
)
# Nouns and other words with the ending of an infinitive.
_NO_INFINITIVES = frozenset(
    """dernier premier contre entre autre notre votre outre novembre décembre octobre septembre hier soir leur janvier
    février espoir mer maire ministre centre titre nombre quatre livre lettre plaisir avenir loisir ouvrier quartier
    dossier courrier chantier métier encore affaire genre terre guerre mètre membre chambre ordre cadre offre montre
    perte rencontre propre sucre histoire victoire mémoire territoire""".split()
)
_SPOKEN_TO = frozenset("tell remind inform assure warn advise promise notify".split())
_LONGEST_APPOSITION = 6
_SUBJECTS = frozenset("it he she they we i there".split())
_MODALS = frozenset("must should could can may might needs faces need".split())


class BeginningReader(PassageReader):
    """A reader of what stands between a cue and what is said."""

    def _begin_of_said(self, state: PassageState, cue: Cue, limit: int) -> int | None:
        """Return the position at which what is said begins; None if nothing that counts is said."""
        if self._known.code == "fr":
            return self._begin_french(state, cue, limit)
        if self._known.code == "en":
            return self._begin_english(state, cue, limit)
        return self._begin_cyrillic(state, cue, limit)

    def _begin_cyrillic(self, state: PassageState, cue: Cue, limit: int) -> int | None:
        words = state.words
        for position in range(cue.end, min(limit, cue.end + _NEARBY_CYRILLIC)):
            if words[position].lower in self._known.complementisers and words[position - 1].text == ",":
                return position + 1
            if words[position].quoted:
                return position if self._has_quote(state, position, limit) else None
        return None

    # -- French

    def _begin_french(self, state: PassageState, cue: Cue, limit: int) -> int | None:
        words, known = state.words, self._known
        position = cue.end
        for _ in range(_MOST_STEPS):
            if position >= limit:
                return None
            word = words[position]
            if word.quoted:
                return position if self._has_quote(state, position, limit) else None
            if word.lower in known.complementisers:
                return position + 1 if cue.frames & Frame.THAT else None
            if over := over_adverbial(words, position):
                position += over
                continue
            begin = self._infinitive_french(words, position, cue, limit)
            if begin is not None:
                return begin
            noun = word.lower in known.articles or word.is_capital or word.text[0].isdigit()
            if noun and word.lower not in _FRENCH_ADJUNCTS:
                behind = self._phrase_over(words, position, cue, limit)
                if behind is None:
                    return self._object_french(state, position, cue, limit)
                position = behind
                continue
            if not word.is_word and word.text != ",":
                return None
            if word.lower == "à" and cue.frames & Frame.QUOTED_OBJECT and self._quoted_next(words, position, limit):
                return position + 1
            position = self._over_french(words, position, limit)
        return None

    def _quoted_next(self, words: Sequence[Word], position: int, limit: int) -> bool:
        return position + 1 < limit and words[position + 1].quoted

    def _infinitive_french(self, words: Sequence[Word], position: int, cue: Cue, limit: int) -> int | None:
        """The position at which a reported infinitive begins: "de céder", "avoir cédé", "n'avoir rien su"."""
        lower = words[position].lower
        if lower in ("de", "d'") and position + 1 < limit:
            if {"état", "part"} & set(cue.lemmas):
                return position + 1
            following = position + 1
            while following + 1 < limit and words[following].lower in (*self._known.clitics, "ne", "n'", "pas", "plus"):
                following += 1
            if cue.frames & Frame.INFINITIVE and _is_infinitive(words[following].lower):
                return position + 1
            if cue.frames & Frame.OBJECT and position == cue.end and words[position + 1].quoted:
                return position + 1
            return None
        begins = lower in ("n'", "ne", "avoir", "être", "s'", "se") or _is_infinitive(lower)
        begins = begins or (lower in ("en", "y") and position + 1 < limit and _is_infinitive(words[position + 1].lower))
        allowed = cue.frames & (Frame.INFINITIVE | Frame.THAT) and not words[position].is_capital
        if begins and allowed and any(_is_infinitive(each.lower) for each in words[position : position + 4]):
            return position
        return None

    def _phrase_over(self, words: Sequence[Word], position: int, cue: Cue, limit: int) -> int | None:
        """The position after a noun phrase that is not yet what is said: a time, or somebody who is told."""
        known = self._known
        end = phrase_end(words, position, known, limit)
        lowers = [each.lower for each in words[position:end]]
        is_time = all(each in known.times or each in known.articles for each in lowers)
        if is_time and any(each in known.times and each not in known.articles for each in lowers):
            return end
        told = end < limit and words[end].lower in known.complementisers
        if cue.frames & Frame.THAT and told and not cue.frames & Frame.OBJECT:
            return end
        return end if "reprocher" in cue.lemmas and position == cue.end else None

    def _object_french(self, state: PassageState, position: int, cue: Cue, limit: int) -> int | None:
        if cue.frames & Frame.OBJECT:
            return position
        if cue.frames & Frame.QUOTED_OBJECT and self._has_quote(state, position, limit, anywhere=True):
            return position
        return None

    def _over_french(self, words: Sequence[Word], position: int, limit: int) -> int:
        """The position after an adverbial, a parenthesis or a small word."""
        word = words[position]
        if word.lower in _FRENCH_ADJUNCTS:
            return max(phrase_end(words, position + 1, self._known, limit), position + 1)
        if word.text == ",":
            closing = next(
                (p for p in range(position + 1, limit) if words[p].text == "," and not words[p].quoted), None
            )
            that = position + 1 < limit and words[position + 1].lower in self._known.complementisers
            return position + 1 if closing is None or that else closing + 1
        return position + 1

    # -- English

    def _begin_english(self, state: PassageState, cue: Cue, limit: int) -> int | None:
        words, frames = state.words, cue.frames
        position = cue.end
        if frames & Frame.THAT:
            that = next((p for p in range(position, min(limit, position + _NEARBY_THAT)) if _is_that(words[p])), None)
            if that is not None and self._only_adjuncts(words, position, that, cue):
                return that + 1
        if "tell" in cue.lemmas and begins_phrase(words, position, self._known):
            position = phrase_end(words, position, self._known, limit)
        for _ in range(_MOST_STEPS):
            if position >= limit:
                return None
            if words[position].quoted:
                taken = frames & (Frame.QUOTED_OBJECT | Frame.THAT)
                return position if taken and self._has_quote(state, position, limit) else None
            if words[position].lower == "not" and "ask" in cue.lemmas:
                # "who asked not to be named"
                return None
            if words[position].text == "," and self._quoted_next(words, position, limit):
                position += 1
                continue
            over = self._over_english(words, position, cue, limit)
            if over is None:
                return self._object_english(state, position, cue, limit)
            position = over
        return None

    def _over_english(self, words: Sequence[Word], position: int, cue: Cue, limit: int) -> int | None:
        """The position after a time, an adverb, a place or a parenthesis; None if none begins here."""
        word, known = words[position], self._known
        if (
            word.lower in known.times
            or word.lower in known.within
            or (word.lower.endswith("ly") and not word.is_capital)
        ):
            return position + 1
        if word.text == ",":
            closing = next(
                (p for p in range(position + 1, limit) if words[p].text == "," and not words[p].quoted), None
            )
            return None if closing is None or closing - position > 10 else closing + 1
        if word.lower == "as" and cue.frames & Frame.QUOTED_OBJECT:
            return position + 1
        named_as = position + 1 < limit and words[position + 1].lower == "as"
        if named_as and word.lower in ("that", "it", "this", "them", "him", "her"):
            return position + 2
        if self._governed(words, position, cue, limit):
            return None
        if word.lower in known.prepositions or word.lower in ("of", "for", "through"):
            return self._after_adjunct(words, position, limit)
        return None

    def _governed(self, words: Sequence[Word], position: int, cue: Cue, limit: int) -> bool:
        """Tell if a preposition belongs to the verb: "warned of", "called for", "spoke of", "promised to"."""
        lower = words[position].lower
        if lower == "to":
            following = words[position + 1] if position + 1 < limit else None
            verb = following is not None and following.text.isalpha() and not following.is_capital
            return (
                bool(cue.frames & Frame.INFINITIVE) and verb and words[position + 1].lower not in self._known.articles
            )
        lemmas = set(cue.lemmas)
        return (
            (lower == "of" and "warn" in lemmas)
            or (lower == "for" and "call" in lemmas)
            or (lower in ("of", "about") and bool(lemmas & {"speak", "talk", "complain"}))
        )

    def _object_english(self, state: PassageState, position: int, cue: Cue, limit: int) -> int | None:
        words, frames = state.words, cue.frames
        word = words[position]
        if self._governed(words, position, cue, limit):
            wants = "call" in cue.lemmas and begins_phrase(words, position + 1, self._known)
            needs_quote = word.lower != "to" and "warn" not in cue.lemmas and not wants
            has_quote = self._has_quote(state, position, limit, anywhere=True)
            return position + 1 if has_quote or not needs_quote else None
        if not word.is_word:
            return None
        clause = word.lower in _SUBJECTS or self._clause_follows(words, position, limit)
        if frames & Frame.THAT and (clause or not frames & (Frame.OBJECT | Frame.QUOTED_OBJECT)):
            return position if clause or "say" in cue.lemmas else None
        if frames & Frame.INFINITIVE and begins_phrase(words, position, self._known):
            # Somebody is urged to do something.
            end = phrase_end(words, position, self._known, limit)
            if end + 1 < limit and words[end].lower == "to":
                return end + 1
        if frames & Frame.INFINITIVE and position + 2 < limit and words[position + 1].lower == "to":
            # "people to write to their MP"
            return position
        if frames & Frame.OBJECT:
            return position
        if frames & Frame.QUOTED_OBJECT and self._has_quote(state, position, limit, anywhere=True):
            return position
        return None

    def _clause_follows(self, words: Sequence[Word], position: int, limit: int) -> bool:
        """Tell if a finite verb follows before the clause is over."""
        end = min(limit, position + 18)
        commas = [p for p in range(position + 1, end) if words[p].text == "," and not words[p].quoted]
        apposed = len(commas) > 1 and commas[1] - commas[0] <= _LONGEST_APPOSITION
        if apposed and (words[commas[1] + 1].lower in self._known.auxiliaries if commas[1] + 1 < end else False):
            # "the landlord, Brightwater Holdings, had …"
            return True
        for each in words[position + 1 : end]:
            if each.quoted:
                continue
            if each.text == ",":
                return False
            if each.lower in self._known.common_verbs:
                return True
            past = each.lower.endswith("ed") and len(each.lower) > 4 and each.text[0].islower()
            if past or each.lower in self._known.auxiliaries or each.lower in _MODALS:
                return True
        return False

    def _only_adjuncts(self, words: Sequence[Word], start: int, end: int, cue: Cue) -> bool:
        """Tell if nothing but times, places and those spoken to stands between a cue and "that"."""
        if start == end:
            return True
        first, known = words[start], self._known
        adjunct = (
            first.text == ","
            or first.lower in known.prepositions
            or first.lower in known.times
            or first.lower in known.within
            or first.lower.endswith("ly")
        )
        if not (adjunct or _SPOKEN_TO & set(cue.lemmas)):
            return False
        cited = ("citing", "quoting", "speaking")
        return not any(
            each.lower in known.auxiliaries
            or (each.lower in known.verbs and each.lower not in cited and each.text[0].islower())
            for position, each in enumerate(words[start + 1 : end], start + 1)
            if not (each.quoted or {word.lower for word in words[position - 2 : position]} & known.articles.keys())
        )

    def _after_adjunct(self, words: Sequence[Word], position: int, limit: int) -> int:
        """The position after a preposition and its noun phrase; a further subject begins a clause."""
        known = self._known
        end, begun = position + 1, False
        while end < limit and words[end].is_word and not words[end].quoted:
            word = words[end]
            if word.lower in known.complementisers:
                break
            if word.lower in known.pronouns and word.lower not in known.possessives:
                break
            if begun and (word.lower in known.articles or word.lower in known.prepositions):
                break
            before = words[end - 1]
            if begun and word.is_capital and not before.is_capital and before.lower not in known.articles:
                break
            begun = begun or word.lower not in known.articles
            end += 1
        return end


def _is_that(word: Word) -> bool:
    return word.lower == "that" and not word.quoted


def _is_infinitive(lower: str) -> bool:
    """Tell if a word may be a French infinitive, by its ending."""
    return lower.endswith(("er", "ir", "re", "oir")) and len(lower) > 3 and lower not in _NO_INFINITIVES
