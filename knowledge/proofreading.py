"""Proofreading: warnings of what a careful editor would ask about, in an article's files that hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from knowledge.article_files import ArticleFiles
from knowledge.composer import Place
from knowledge.errors import Finding, WarningKind
from knowledge.model import FRAGMENT_SEPARATOR, Article, Entry, Outlet, Person, Statement
from knowledge.quotes import QuotedSentence
from knowledge.text.negations import may_negate, negations, turning_words
from knowledge.text.normalise import canonical, fold, words
from knowledge.text.phrases import PhraseTable
from knowledge.text.quantities import Quantity, quantities
from knowledge.text.sentences import Sentence, number_sentences
from knowledge.text.stems import stem
from knowledge.text.tokens import tokenizer

# With fewer, questions that the article does not answer are answered as often as not; 20 tell most of them.
FEWEST_OUT_OF_SCOPE = 20
# A text is up to a third longer in one language than in another; twice as long says more.
LONGEST_RATIO = 2.0
_SHORT = 60

# What an answer may begin with before it says the same in a sentence.
_YES_OR_NO = re.compile(r"^(?:non|no|нет|ні)\b(?=\s*[.,:;—–!])", re.IGNORECASE)
# Where a clause ends: what follows says something of its own.
_MARK_OF_A_CLAUSE = r"[,;:.!?…()—–]|\s-\s"
_CONJUNCTIONS = r"\b(?:et|ou|mais|and|or|but|и|или|но|і|й|та|або|але)\b"
_CLAUSE = re.compile(f"{_MARK_OF_A_CLAUSE}|{_CONJUNCTIONS}", re.IGNORECASE)
_LAST_CLAUSE = re.compile(
    rf"{_CLAUSE.pattern}|\b(?:qui|dont|où|who|which|that|because|when|while|where)\b", re.IGNORECASE
)
# Shorter ones make no statement that a verb of saying would belong to.
_FEWEST_WORDS_OF_A_STATEMENT = 3
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# What a sentence, a quotation or a list item may begin after; a capital letter says nothing there.
_BEGINS_AFTER = tuple(".!?…:;«»“”„‘’\"'([—–-•")
# Words by which a sentence takes up what was said before.
_ANAPHORS: Mapping[str, frozenset[str]] = {
    "fr": frozenset(
        "il elle ils elles lui leur leurs eux son sa ses celui celle ceux celles ce cet cette ces dernier derniere"
        " meme memes deux trois y en".split()
    ),
    "en": frozenset(
        "he she they him her them his hers their its it this that these those both two three latter".split()
    ),
    "ru": frozenset(
        "он она они его ее их ему ей им ним ней ними этот эта это эти этого этой этих этому этом оба обе двух два две"
        " последний свой своего своей своим своих".split()
    ),
    "uk": frozenset(
        "він вона вони його її їх йому їй їм ним нею ними цей ця це ці цього цієї цих цьому обидва обидві двох два дві"
        " останній свій свого своєї своїм своїх".split()
    ),
}
# "a-t-il ajouté", "he said": whoever speaks.
_WHO_SPEAKS = re.compile(r"-(?:t-)?(?:il|elle|ils|elles|on)\b", re.IGNORECASE)
_PRONOUNS: Mapping[str, frozenset[str]] = {
    "fr": frozenset("il elle ils elles on dernier derniere".split()),
    "en": frozenset("he she they it latter".split()),
    "ru": frozenset("он она они тот та те последний".split()),
    "uk": frozenset("він вона вони той та ті останній".split()),
}
_WORDS_BEFORE_SPEAKER = 3


def proofread(files: ArticleFiles, article: Article, text: str | None = None) -> list[Finding]:
    """Return what a careful editor would ask about.

    Args:
        files: The article's documents.
        article: The article that they describe.
        text: The article's text, if it is at hand; most can only be asked with it.

    Returns:
        Warnings, without those of the kinds that `allow` names in the entry or, where none is meant, in article.yaml.
    """
    proofreader = _Proofreader(files, article, number_sentences(text) if text is not None else ())
    return list(proofreader.warnings())


@dataclass(frozen=True)
class _Proofreader:
    """One method for each kind of warning."""

    files: ArticleFiles
    article: Article
    sentences: tuple[Sentence, ...]

    def warnings(self) -> Iterator[Finding]:
        """Everything to ask about, what is allowed left out."""
        allowed = frozenset(self.files.article.data.get("allow") or ())
        yield from (each for each in self._of_article() if each.warning not in allowed)
        asked: dict[tuple[Path, int | None, str], Finding] = {}
        answered: set[tuple[Path, int | None, str]] = set()
        for number, entry in enumerate(self.article.entries):
            allowed = frozenset(self.files.faq.data["entries"][number].get("allow") or ())
            for finding in self._of_entry(number, entry):
                # Several entries may point to one statement: it is asked about once, and allowed once.
                key = (finding.path, finding.line, finding.problem)
                asked.setdefault(key, replace(finding, entry_id=entry.id))
                if finding.warning in allowed:
                    answered.add(key)
        yield from (finding for key, finding in asked.items() if key not in answered)

    def _of_article(self) -> Iterator[Finding]:
        yield from self._out_of_scope()
        if self.sentences:
            yield from self._uncovered()
            yield from self._unpaired()

    def _of_entry(self, number: int, entry: Entry) -> Iterator[Finding]:
        yield from self._languages(entry)
        yield from self._length(entry)
        if self.sentences:
            yield from self._numbers(entry)
            yield from self._names(entry)
            for position, statement in enumerate(entry.statements):
                yield from self._statement(statement, ("entries", number, "statements", position))

    def _out_of_scope(self) -> Iterator[Finding]:
        for code in self.article.served:
            count = len(self.article.out_of_scope[code])
            if count < FEWEST_OUT_OF_SCOPE:
                problem = f"{count} out-of-scope examples are few: write at least {FEWEST_OUT_OF_SCOPE} that are near."
                finding = self.files.languages[code].finding(problem, "out_of_scope")
                yield replace(finding, warning=WarningKind.OUT_OF_SCOPE)

    def _uncovered(self) -> Iterator[Finding]:
        used = {number for entry in self.article.entries for number in entry.evidence}
        unused = [each.number for each in self.sentences if each.number not in used | self._headings]
        if unused:
            which = "sentence" if len(unused) == 1 else "sentences"
            problem = f"No entry rests on {which} {_ranges(unused)} of the article."
            yield replace(self.files.faq.finding(problem, "entries"), warning=WarningKind.UNCOVERED)

    def _unpaired(self) -> Iterator[Finding]:
        for sentence in self.sentences:
            if sentence.unpaired:
                mark = sentence.text[sentence.unpaired[0]]
                problem = (
                    f"Sentence {sentence.number} of the article has a quotation mark without its partner, “{mark}”."
                )
                yield replace(self.files.article.finding(problem, "sha256"), warning=WarningKind.UNPAIRED)

    def _languages(self, entry: Entry) -> Iterator[Finding]:
        """Numbers that one answer states and another does not, outlets, and people in the place of others."""
        own = self.article.language
        stated = {code: self._quantities(entry, code) for code in self.article.served}
        for code in self.article.served:
            missing = [
                f"{quantity.written} ({other})"
                for other in self.article.served
                for quantity in _missing(stated[other], stated[code])
            ]
            if missing:
                problem = f"It does not state what the answer in another language does: {_listed(missing)}."
                yield self._of_answer(code, entry, problem, WarningKind.LANGUAGES)
            if code != own:
                yield from self._exchanged(entry, own, code)
        yield from self._turned(entry)
        for statement in entry.statements:
            if statement.quote:
                yield from self._translated(statement.quote)

    def _turned(self, entry: Entry) -> Iterator[Finding]:
        """Answers that negate or restrict nothing where those in other languages do."""
        told = {code: _YES_OR_NO.sub("", entry.answers[code]) for code in self.article.served}
        negating = [code for code in told if negations(told[code], code)]
        for code, answer in told.items():
            if negating and not may_negate(answer, code):
                problem = (
                    f"It denies and restricts nothing, other than the answer in {_listed(negating)}:"
                    " do they say the same?"
                )
                yield self._of_answer(code, entry, problem, WarningKind.LANGUAGES)

    def _translated(self, fragments: Sequence[str]) -> Iterator[Finding]:
        """Translations of a quote that lose a number, or what it denies or restricts."""
        own = self.article.language
        quote = FRAGMENT_SEPARATOR.join(fragments)
        for code in self.article.served:
            translation = self.article.translations[code].get(canonical(quote))
            if code == own or translation is None:
                continue
            given, got = quantities(quote, own), quantities(translation, code)
            problems = [f"does not state {each.written}" for each in _missing(given, got)]
            problems += [f"states {each.written}" for each in _unmatched(got, given)]
            if negations(quote, own) and not may_negate(translation, code):
                problems.append("denies and restricts nothing")
            if negations(translation, code) and not may_negate(quote, own):
                problems.append("denies or restricts something")
            if problems:
                problem = f"Other than the quote “{quote}”, its translation {' and '.join(problems)}."
                document = self.files.languages[code]
                key = next(each for each in document.data["quotes"] if canonical(each) == canonical(quote))
                yield replace(document.finding(problem, "quotes", key), warning=WarningKind.LANGUAGES)

    def _exchanged(self, entry: Entry, own: str, code: str) -> Iterator[Finding]:
        """Outlets that only one of two answers names, and people that each names instead of others."""
        ours, theirs = (self._named(entry.answers[each], each) for each in (own, code))
        outlets = self.article.outlets.keys()
        if ours - theirs and theirs - ours:
            more, less = theirs - ours, ours - theirs
        else:
            more, less = (theirs - ours) & outlets, (ours - theirs) & outlets
        ours, theirs = (self._places(entry.answers[each], each) for each in (own, code))
        if ours - theirs and theirs - ours:
            problem = (
                f"Other than the answer in {own}, it names {self._notions_of(theirs - ours, code)}"
                f" and does not name {self._notions_of(ours - theirs, own)}."
            )
            yield self._of_answer(code, entry, problem, WarningKind.LANGUAGES)
        parts = [f"names {self._names_of(more)}"] if more else []
        parts += [f"does not name {self._names_of(less)}"] if less else []
        if parts:
            problem = f"Other than the answer in {own}, it {' and '.join(parts)}."
            yield self._of_answer(code, entry, problem, WarningKind.LANGUAGES)

    def _length(self, entry: Entry) -> Iterator[Finding]:
        lengths = {code: len(entry.answers[code]) for code in self.article.served}
        longest, shortest = max(lengths, key=lambda code: lengths[code]), min(lengths, key=lambda code: lengths[code])
        if lengths[longest] > max(LONGEST_RATIO * lengths[shortest], lengths[shortest] + _SHORT):
            problem = (
                f"The answer in {longest} has {lengths[longest]} characters, the one in {shortest}"
                f" {lengths[shortest]}: do they say the same?"
            )
            yield self._of_answer(shortest, entry, problem, WarningKind.LENGTH)

    def _numbers(self, entry: Entry) -> Iterator[Finding]:
        known = [each for number in entry.evidence for each in quantities(self._text(number), self.article.language)]
        known += self._counted(entry)
        for code in self.article.served:
            strange = _unmatched(self._quantities(entry, code), known)
            if strange:
                written = _listed(each.written for each in strange)
                elsewhere = self._elsewhere(strange, entry)
                problem = f"The answer states {written}; {_silent(entry.evidence)}{elsewhere}."
                yield self._of_answer(code, entry, problem, WarningKind.NUMBER)

    def _elsewhere(self, strange: Sequence[Quantity], entry: Entry) -> str:
        """The sentences that state the first of these quantities, if all answers do: the evidence may be incomplete."""
        wanted = strange[:1]
        if any(_unmatched(wanted, self._quantities(entry, code)) for code in self.article.served):
            return ""
        own = self.article.language
        stating = [each.number for each in self.sentences if not _unmatched(wanted, quantities(each.text, own))]
        verb = "does" if len(stating) == 1 else "do"
        return f" ({_ranges(stating)} {verb}: add what the answer rests on)" if stating else ""

    def _counted(self, entry: Entry) -> Iterator[Quantity]:
        """How many speakers, outlets and statements an entry brings together, which an answer may count itself."""
        speakers, outlets = ({getattr(each, key) for each in entry.statements} - {None} for key in ("speaker", "via"))
        for count in {len(speakers), len(outlets), len(entry.statements)}:
            yield Quantity(str(count), frozenset({("number", float(count))}), stated=False)

    def _names(self, entry: Entry) -> Iterator[Finding]:
        evidence = [self.sentences[number - 1] for number in entry.evidence]
        context = " ".join(sentence.text for sentence in evidence)
        if any(self._takes_up(sentence) for sentence in evidence):
            context = " ".join(sentence.text for sentence in self.sentences[: max(entry.evidence)])
        known = self._named(context, self.article.language)
        known |= {name for each in entry.statements for name in (each.speaker, each.via) if name is not None}
        for code in self.article.served:
            strange = sorted(self._named(entry.answers[code], code) - known)
            names = [self._name(name) for name in strange]
            if code == self.article.language:
                names += _strange(entry.answers[code], code, (context, *self._spellings))
            if names:
                problem = f"The answer names {_listed(names)}; {_silent(entry.evidence)}."
                yield self._of_answer(code, entry, problem, WarningKind.NAME)

    def _takes_up(self, sentence: Sentence) -> bool:
        """Tell if a sentence, apart from what it quotes and from who says it, points to what was said before."""
        told = _WHO_SPEAKS.sub(" ", _outside(sentence))
        return bool(_ANAPHORS.get(self.article.language, frozenset()) & set(words(fold(told.replace("-", " ")))))

    def _statement(self, statement: Statement, place: Place) -> Iterator[Finding]:
        sentence = self.sentences[statement.sentence - 1]
        chain = (
            (statement.speaker, self.article.people.keys(), WarningKind.SPEAKER),
            (statement.via, self.article.outlets.keys(), WarningKind.OUTLET),
        )
        for name, kind_of, warning in chain:
            near = self._near(sentence, frozenset(kind_of))
            if name is not None and name not in near:
                instead = f", but {self._names_of(near)}" if near else ""
                problem = f"{self._name(name)} is not named where sentence {sentence.number} gives this{instead}."
                yield self._of_statement(problem, place, warning)
        quoted = QuotedSentence.of(sentence)
        for before, left_out in zip(statement.quote, quoted.left_out(statement.quote), strict=False):
            dropped = turning_words(before, left_out, self.article.language)
            if dropped:
                problem = f"The quote leaves out “{dropped}” after “{_end(before)}”, which may turn what was said."
                yield self._of_statement(problem, place, WarningKind.OMISSION)
        if statement.quote:
            before, after = quoted.around(statement.quote)
            yield from self._edges(statement.quote, before, after, place)

    def _edges(self, fragments: Sequence[str], before: str, after: str, place: Place) -> Iterator[Finding]:
        """What turns the meaning in the clauses that a quote begins and ends in the midst of."""
        first, last = fragments[0], fragments[-1]
        is_statement = len(words(fold(first))) >= _FEWEST_WORDS_OF_A_STATEMENT
        begun = _CLAUSE.split(before)[-1]
        dropped = turning_words("", begun, self.article.language, saying=is_statement)
        if dropped:
            problem = f"The quote leaves out “{dropped}” before “{_beginning(first)}”, which may turn what was said."
            yield self._of_statement(problem, place, WarningKind.OMISSION)
        dropped = turning_words(last, _LAST_CLAUSE.split(after)[0], self.article.language, saying=False)
        if dropped:
            problem = f"The quote leaves out “{dropped}” after “{_end(last)}”, which may turn what was said."
            yield self._of_statement(problem, place, WarningKind.OMISSION)

    def _near(self, sentence: Sentence, wanted: frozenset[str]) -> set[str]:
        """The people or outlets that a sentence may mean by who says it.

        Those that it names outside its quotations; if there are none, or a pronoun stands for somebody else, those
        of the nearest sentence before that names any.
        """
        told = _outside(sentence)
        near = self._named(told, self.article.language) & wanted
        pronouns = _PRONOUNS.get(self.article.language, frozenset())
        if near and not pronouns & set(words(fold(told.replace("-", " ")))):
            return near
        for each in reversed(self._up_to(sentence.number)[:-1]):
            before = self._named(_outside(each), self.article.language) & wanted
            if before:
                return near | before
        return near

    def _up_to(self, number: int) -> list[Sentence]:
        """The sentences of the paragraph before and of its own, headings left out, up to a sentence."""
        own = self.sentences[number - 1].paragraph
        told = [each for each in self.sentences[: number - 1] if each.number not in self._headings]
        before = max((each.paragraph for each in told if each.paragraph < own), default=own)
        return [*(each for each in told if each.paragraph >= before), self.sentences[number - 1]]

    @cached_property
    def _headings(self) -> frozenset[int]:
        """The numbers of sentences that are headings or bylines: a paragraph each, and nothing ends them."""
        sizes = Counter(sentence.paragraph for sentence in self.sentences)
        return frozenset(
            sentence.number
            for sentence in self.sentences
            if sizes[sentence.paragraph] == 1 and not sentence.text.rstrip("»”\"'’ )").endswith(tuple(".!?…"))
        )

    def _text(self, number: int) -> str:
        return self.sentences[number - 1].text

    def _quantities(self, entry: Entry, code: str) -> list[Quantity]:
        return quantities(entry.answers[code], code)

    def _named(self, text: str, language: str) -> set[str]:
        """The ids of the people and outlets that a text names."""
        return self._found(text, language, self._name_tables[language])

    def _places(self, text: str, language: str) -> set[str]:
        """The notions that are names, of places mostly, in a text."""
        return self._found(text, language, self._place_tables[language])

    @staticmethod
    def _found(text: str, language: str, tables: tuple[PhraseTable[str], PhraseTable[str]]) -> set[str]:
        reader = tokenizer(language)
        stems: list[str] = []
        capitalised: list[str] = []
        for word in _WORD.findall(text):
            own = [token.stem for token in reader.tokens(reader.words(word))]
            stems += own
            # "l'AFP" has its capital letter after the article.
            capitalised += own if any(part[:1].isupper() for part in re.split("['’]", word)) else [""] * len(own)
        phrases, single = tables
        return {found.value for found in (*phrases.find(stems), *single.find(capitalised))}

    @cached_property
    def _name_tables(self) -> Mapping[str, tuple[PhraseTable[str], PhraseTable[str]]]:
        """For each language the names that are found as they are, and those that a capital letter tells from words."""
        return {code: self._name_table(code) for code in self.article.served}

    @cached_property
    def _place_tables(self) -> Mapping[str, tuple[PhraseTable[str], PhraseTable[str]]]:
        """For each language the notions that are written with a capital letter in all of them."""
        served = self.article.served
        names = {
            notion: texts
            for notion, texts in self.article.notions.items()
            if all(texts.get(code) and texts[code][0][:1].isupper() for code in served)
        }
        return {code: _tables(code, {notion: texts[code] for notion, texts in names.items()}) for code in served}

    def _name_table(self, code: str) -> tuple[PhraseTable[str], PhraseTable[str]]:
        bearers: Mapping[str, Person | Outlet] = {**self.article.people, **self.article.outlets}
        return _tables(code, {name: (each.name[code], *each.aliases.get(code, ())) for name, each in bearers.items()})

    @cached_property
    def _spellings(self) -> tuple[str, ...]:
        """The names and notions of the article as people write them."""
        code = self.article.language
        bearers: tuple[Person | Outlet, ...] = (*self.article.people.values(), *self.article.outlets.values())
        named = [text for each in bearers for text in (each.name[code], *each.aliases.get(code, ()))]
        roles = [each.role[code] for each in self.article.people.values() if each.role is not None]
        notions = [text for each in self.article.notions.values() for text in each.get(code, ())]
        return (*named, *roles, *notions)

    def _name(self, name: str) -> str:
        bearer = self.article.people.get(name) or self.article.outlets[name]
        return bearer.name[self.article.language]

    def _names_of(self, ids: Iterable[str]) -> str:
        return _listed(self._name(each) for each in sorted(ids))

    def _notions_of(self, notions: Iterable[str], code: str) -> str:
        return _listed(self.article.notions[each][code][0] for each in sorted(notions))

    def _of_answer(self, code: str, entry: Entry, problem: str, kind: WarningKind) -> Finding:
        return replace(self.files.languages[code].finding(problem, "entries", entry.id, "answer"), warning=kind)

    def _of_statement(self, problem: str, place: Place, kind: WarningKind) -> Finding:
        return replace(self.files.faq.finding(problem, *place), warning=kind)


def _tables(language: str, spellings: Mapping[str, Sequence[str]]) -> tuple[PhraseTable[str], PhraseTable[str]]:
    """What has these spellings: as they are, and single words that a capital letter tells from others."""
    reader = tokenizer(language)
    tables: tuple[list[tuple[list[str], str]], list[tuple[list[str], str]]] = ([], [])
    for name, texts in spellings.items():
        for text in texts:
            tokens = reader.tokens(reader.words(text))
            if tokens and not all(token.function for token in tokens):
                is_capitalised = len(tokens) == 1 and text[:1].isupper()
                tables[is_capitalised].append(([token.stem for token in tokens], name))
    return PhraseTable(tables[0]), PhraseTable(tables[1])


def _unmatched(stated: Sequence[Quantity], known: Sequence[Quantity]) -> list[Quantity]:
    return [each for each in stated if each.stated and not any(each.equals(other) for other in known)]


def _missing(stated: Sequence[Quantity], other: Sequence[Quantity]) -> list[Quantity]:
    """What one answer states and another does not; small numbers in words only if that has others in their place."""
    exchanged = any(_is_small(each) for each in _unmatched(other, stated))
    return [each for each in _unmatched(stated, other) if exchanged or not _is_small(each)]


def _is_small(quantity: Quantity) -> bool:
    return quantity.written[:1].isalpha() and all(kind == "number" and value <= 10 for kind, value in quantity.values)


def _strange(text: str, language: str, known: Iterable[str]) -> list[str]:
    """The words with a capital letter, not at the beginning of a sentence, that no known text has."""
    seen = {stem(word, language) for each in known for word in words(fold(each.replace("’", " ").replace("'", " ")))}
    return [
        found[0]
        for found in _WORD.finditer(text)
        if found[0][0].isupper()
        and text[: found.start()].rstrip()[-1:] not in ("", *_BEGINS_AFTER)
        and not all(stem(word, language) in seen for word in words(fold(found[0].replace("-", " "))))
    ]


def _outside(sentence: Sentence) -> str:
    """A sentence without what it quotes."""
    text = sentence.text
    for start, end in reversed(sentence.quoted):
        text = f"{text[:start]} … {text[end:]}"
    return text


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _silent(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"sentence {numbers[0]} of the article, its evidence, does not"
    return f"sentences {_ranges(numbers)} of the article, its evidence, do not"


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers as people list them: "2, 5–7"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _beginning(fragment: str) -> str:
    return " ".join(fragment.split()[:_WORDS_BEFORE_SPEAKER])


def _end(fragment: str) -> str:
    return " ".join(fragment.split()[-_WORDS_BEFORE_SPEAKER:])
