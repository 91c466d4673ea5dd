"""Numbers, durations and dates of a text, whatever the language and however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.text.normalise import fold
from knowledge.text.tokens import tokenizer

_PLAIN = "number"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, duration or date in a text.

    Attributes:
        written: As it stands in the text.
        values: The meanings that it may have: a kind ("number", "minutes", "months", "month", "weekday") and an amount.
        must_be_stated: True if a text that says the same has to say it: not small numbers in words, which are often
            articles or turns of phrase.
    """

    written: str
    values: frozenset[tuple[str, float]]
    must_be_stated: bool

    def equals(self, other: Quantity) -> bool:
        """Tell if both may mean the same: units count where both have them ("90 minutes", "une heure et demie")."""
        mine, others = ({each for each in values if each[0] != _PLAIN} for values in (self.values, other.values))
        return bool(mine & others) if mine and others else bool(self.values & other.values)


def quantities(text: str, language: str) -> list[Quantity]:
    """Return the quantities in a text, in order.

    Args:
        text: Any text.
        language: ISO 639-1 code; without tables for it only digits are read.
    """
    return list(_Reader(text, language).quantities())


_UNITS: Mapping[str, Mapping[str, str]] = {
    "fr": {"minutes 1": "minute min mn", "minutes 60": "heure h", "minutes 1440": "jour journee",
           "minutes 10080": "semaine", "months 1": "mois", "months 12": "an annee", "months 1200": "siecle"},
    "en": {"minutes 1": "minute min", "minutes 60": "hour hr", "minutes 1440": "day", "minutes 10080": "week",
           "minutes 20160": "fortnight", "months 1": "month", "months 12": "year", "months 1200": "century centurie"},
    "ru": {"minutes 1": "минут минута минуту минуты минутам минутами минутах мин",
           "minutes 60": "час часа часов часам часами часах ч",
           "minutes 1440": "день дня дней дням днями днях сутки суток суткам сутками сутках",
           "minutes 10080": "неделя недели недель неделю неделям неделями неделях",
           "months 1": "месяц месяца месяцев месяцам месяцами месяцах",
           "months 12": "год года лет годов годам годами годах", "months 1200": "век века веков"},
    "uk": {"minutes 1": "хвилина хвилини хвилин хвилину хвилинам хвилинами хвилинах хв",
           "minutes 60": "година години годин годину годинам годинами годинах год",
           "minutes 1440": "день дня дні днів дням днями днях доба доби діб добу добам добами добах",
           "minutes 10080": "тиждень тижня тижні тижнів тижням тижнями тижнях",
           "months 1": "місяць місяця місяці місяців місяцям місяцями місяцях",
           "months 12": "рік року роки років рокам роками роках", "months 1200": "століття"},
}  # fmt: skip
_NUMBERS: Mapping[str, str] = {
    "fr": "zero:0 un:1 une:1 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12"
    " treize:13 quatorze:14 quinze:15 seize:16 vingt:20 vingts:20 trente:30 quarante:40 cinquante:50 soixante:60"
    " septante:70 huitante:80 octante:80 nonante:90 cent:100 cents:100 mille:1000 million:1000000 millions:1000000"
    " milliard:1000000000 milliards:1000000000",
    "en": "zero:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13"
    " fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50"
    " sixty:60 seventy:70 eighty:80 ninety:90 hundred:100 thousand:1000 million:1000000 millions:1000000"
    " billion:1000000000 billions:1000000000",
    "ru": "ноль:0 один:1 одна:1 одну:1 одного:1 одной:1 два:2 две:2 двух:2 двумя:2 три:3 трех:3 тремя:3 четыре:4"
    " четырех:4 пять:5 пяти:5 шесть:6 шести:6 семь:7 восемь:8 восьми:8 девять:9 девяти:9 десять:10 десяти:10"
    " одиннадцать:11 одиннадцати:11 двенадцать:12 двенадцати:12 тринадцать:13 тринадцати:13 четырнадцать:14"
    " четырнадцати:14 пятнадцать:15 пятнадцати:15 шестнадцать:16 шестнадцати:16 семнадцать:17 семнадцати:17"
    " восемнадцать:18 восемнадцати:18 девятнадцать:19 девятнадцати:19 двадцать:20 двадцати:20 тридцать:30 тридцати:30"
    " сорок:40 сорока:40 пятьдесят:50 пятидесяти:50 шестьдесят:60 шестидесяти:60 семьдесят:70 семидесяти:70"
    " восемьдесят:80 восьмидесяти:80 девяносто:90 девяноста:90 сто:100 ста:100 двести:200 двухсот:200 триста:300"
    " трехсот:300 четыреста:400 четырехсот:400 пятьсот:500 пятисот:500 шестьсот:600 шестисот:600 семьсот:700"
    " семисот:700 восемьсот:800 восьмисот:800 девятьсот:900 девятисот:900 тысяча:1000 тысячи:1000 тысяч:1000"
    " тысячу:1000 тыс:1000 миллион:1000000 миллиона:1000000 миллионов:1000000 млн:1000000 миллиард:1000000000"
    " миллиарда:1000000000 миллиардов:1000000000 млрд:1000000000"
    " одним:1 одному:1 одном:1 двум:2 трем:3 четырем:4 четырьмя:4 пятью:5 шестью:6 семи:7 семью:7 восемью:8"
    " восьмью:8 девятью:9 десятью:10 одиннадцатью:11 двенадцатью:12 тринадцатью:13 четырнадцатью:14 пятнадцатью:15"
    " шестнадцатью:16 семнадцатью:17 восемнадцатью:18 девятнадцатью:19 двадцатью:20 тридцатью:30 пятьюдесятью:50"
    " шестьюдесятью:60 семьюдесятью:70 восемьюдесятью:80 восьмьюдесятью:80",
    "uk": "нуль:0 один:1 одна:1 одну:1 одного:1 однієї:1 два:2 дві:2 двох:2 двома:2 три:3 трьох:3 трьома:3 чотири:4"
    " чотирьох:4 п'ять:5 п'яти:5 шість:6 шести:6 сім:7 вісім:8 восьми:8 дев'ять:9 дев'яти:9 десять:10 десяти:10"
    " одинадцять:11 одинадцяти:11 дванадцять:12 дванадцяти:12 тринадцять:13 тринадцяти:13 чотирнадцять:14"
    " чотирнадцяти:14 п'ятнадцять:15 п'ятнадцяти:15 шістнадцять:16 шістнадцяти:16 сімнадцять:17 сімнадцяти:17"
    " вісімнадцять:18 вісімнадцяти:18 дев'ятнадцять:19 дев'ятнадцяти:19 двадцять:20 двадцяти:20 тридцять:30"
    " тридцяти:30 сорок:40 сорока:40 п'ятдесят:50 п'ятдесяти:50 шістдесят:60 шістдесяти:60 сімдесят:70 сімдесяти:70"
    " вісімдесят:80 вісімдесяти:80 дев'яносто:90 дев'яноста:90 сто:100 ста:100 двісті:200 двохсот:200 триста:300"
    " трьохсот:300 чотириста:400 чотирьохсот:400 п'ятсот:500 п'ятисот:500 шістсот:600 шестисот:600 сімсот:700"
    " семисот:700 вісімсот:800 восьмисот:800 дев'ятсот:900 дев'ятисот:900 тисяча:1000 тисячі:1000 тисяч:1000"
    " тисячу:1000 тис:1000 мільйон:1000000 мільйона:1000000 мільйони:1000000 мільйонів:1000000 млн:1000000"
    " мільярд:1000000000 мільярда:1000000000 мільярди:1000000000 мільярдів:1000000000 млрд:1000000000"
    " одним:1 одному:1 одній:1 однією:1 двом:2 трьом:3 чотирьом:4 чотирма:4 п'ятьох:5 п'ятьом:5 п'ятьма:5"
    " п'ятьома:5 шістьох:6 шістьом:6 шістьма:6 шістьома:6 дев'ятьох:9 дев'ятьом:9 дев'ятьма:9 дев'ятьома:9"
    " десятьох:10 десятьом:10 десятьма:10 десятьома:10 семи:7 сімох:7 сімом:7 сімома:7 вісьмох:8 вісьмом:8"
    " вісьма:8 вісьмома:8 одинадцятьох:11 одинадцятьом:11 одинадцятьма:11 одинадцятьома:11 дванадцятьох:12"
    " дванадцятьом:12 дванадцятьма:12 дванадцятьома:12 тринадцятьох:13 тринадцятьом:13 тринадцятьма:13"
    " тринадцятьома:13 чотирнадцятьох:14 чотирнадцятьом:14 чотирнадцятьма:14 чотирнадцятьома:14 п'ятнадцятьох:15"
    " п'ятнадцятьом:15 п'ятнадцятьма:15 п'ятнадцятьома:15 шістнадцятьох:16 шістнадцятьом:16 шістнадцятьма:16"
    " шістнадцятьома:16 сімнадцятьох:17 сімнадцятьом:17 сімнадцятьма:17 сімнадцятьома:17 вісімнадцятьох:18"
    " вісімнадцятьом:18 вісімнадцятьма:18 вісімнадцятьома:18 дев'ятнадцятьох:19 дев'ятнадцятьом:19"
    " дев'ятнадцятьма:19 дев'ятнадцятьома:19 двадцятьох:20 двадцятьом:20 двадцятьма:20 двадцятьома:20"
    " тридцятьох:30 тридцятьом:30 тридцятьма:30 тридцятьома:30",
}
# Durations that no counting gives.
_PHRASES: Mapping[str, str] = {
    "fr": "une heure et demie:90 une heure trente:90 une demi heure:30 demi heure:30 un quart d'heure:15"
    " trois quarts d'heure:45 quinze jours:20160 huit jours:10080",
    "en": "an hour and a half:90 one and a half hours:90 half an hour:30 half hour:30 a quarter of an hour:15"
    " three quarters of an hour:45 an hour:60",
    "ru": "полтора часа:90 полутора часов:90 час с половиной:90 полчаса:30 получаса:30 полчасика:30 четверть часа:15",
    "uk": "півтори години:90 півтора години:90 годину з половиною:90 півгодини:30 пів години:30 чверть години:15",
}
_MONTHS: Mapping[str, str] = {
    "fr": "janvier janv|fevrier fevr|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre",
    "en": "january jan|february feb|march|april|may|june|july|august|september sept|october oct|november nov|"
    "december dec",
    "ru": "январь января январе|февраль февраля феврале|март марта марте|апрель апреля апреле|май мая мае|"
    "июнь июня июне|июль июля июле|август августа августе|сентябрь сентября сентябре|октябрь октября октябре|"
    "ноябрь ноября ноябре|декабрь декабря декабре",
    "uk": "січень січня січні|лютий лютого лютому|березень березня березні|квітень квітня квітні|травень травня травні|"
    "червень червня червні|липень липня липні|серпень серпня серпні|вересень вересня вересні|жовтень жовтня жовтні|"
    "листопад листопада листопаді|грудень грудня грудні",
}
_WEEKDAYS: Mapping[str, str] = {
    "fr": "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    "en": "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    "ru": "понедельник понедельника понедельнику|вторник вторника вторнику|среда среду среды|четверг четверга четвергу|"
    "пятница пятницу пятницы|суббота субботу субботы|воскресенье воскресенья воскресенью",
    "uk": "понеділок понеділка|вівторок вівторка|середа середу середи|четвер четверга|п'ятниця п'ятницю п'ятниці|"
    "субота суботу суботи|неділя неділю неділі",
}
# Words that are months or weekdays only beside a day, or with a capital letter.
_AMBIGUOUS = frozenset(
    "may march mars mai mart jan sept август лютий лютого лютому середа середи середу среды среду".split()
)
# Words that are numbers only where they count: something new, forty or a magpie, a family.
_NO_NUMBERS = frozenset(("neuf", "сорок", "семью"))
# Shorter ones are "sans", "dans", "plus"; "ans" and "mois" are units.
_SHORTEST_PLURAL = 5
_LARGEST_TURN_OF_PHRASE = 2
_HALVES = (("et", "demie"), ("et", "demi"), ("and", "a", "half"), ("с", "половиной"), ("з", "половиною"))

_SPACES = " \u00a0\u202f\u2009\u2007"
_TOKEN = re.compile(
    r"(?P<date>\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b)"
    r"|(?P<iso>\b\d{4}-\d{2}-\d{2}\b)"
    rf"|(?P<clock>\b\d{{1,2}}[{_SPACES}]?(?:[hH][{_SPACES}]?|:)\d{{2}}\b)"
    rf"|(?P<number>\d{{1,3}}(?:[{_SPACES}.,'’]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)"
)
_GROUPED = re.compile(rf"\d{{1,3}}(?:[{_SPACES}.,'’]\d{{3}})+")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Number:
    """A number: its length in tokens, its possible values, and whether an equal text has to state it."""

    length: int
    values: frozenset[float]
    stated: bool


class _Reader:
    """A reader of one text from left to right."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language
        self._tables = _tables(language)
        found = (_Token(each.lastgroup or "", each[0], fold(each[0]), *each.span()) for each in _TOKEN.finditer(text))
        self._tokens = [part for token in found for part in _parts(token)]

    def quantities(self) -> Iterator[Quantity]:
        """The quantities, in order."""
        position = 0
        while position < len(self._tokens):
            found, length = self._at(position)
            yield from found
            position += length

    def _at(self, position: int) -> tuple[list[Quantity], int]:
        """Return the quantities that begin at a token, and their length in tokens."""
        token = self._tokens[position]
        if token.kind in ("date", "iso"):
            return _date(token), 1
        if token.kind == "clock":
            hours, minutes = re.findall(r"\d+", token.text)
            clock = frozenset({("minutes", int(hours) * 60.0 + int(minutes))})
            return [Quantity(token.text, clock, must_be_stated=True)], 1
        following = [each.folded for each in self._tokens[position : position + 6]]
        phrase = self._tables.phrase(following)
        if phrase is not None:
            length, long = phrase
            meant = {("minutes", long)}
            number = self._words(position)
            if number is not None:
                counted, counted_length = self._counted(position, number)
                # "Huit jours" may be a week, or eight days.
                meant |= counted.values if counted_length == length else set()
            return [self._quantity(position, length, meant, stated=False)], length
        number = self._digits(position) if token.kind == "number" else self._words(position)
        if number is not None:
            quantity, length = self._counted(position, number)
            return [quantity], length
        return self._named(position), 1

    def _digits(self, position: int) -> _Number:
        """A number in digits, and the thousands or millions that follow it."""
        values, length = _possible_numbers(self._tokens[position].text), 1
        for token in self._tokens[position + 1 :]:
            scale = self._tables.numbers.get(token.folded, 0)
            if scale < 1000:
                break
            values, length = frozenset(value * scale for value in values), length + 1
        return _Number(length, values, stated=True)

    def _words(self, position: int) -> _Number | None:
        """A number in words."""
        words: list[str] = []
        last = position
        for number, token in enumerate(self._tokens[position : position + 16], start=position):
            gap = self._text[self._tokens[number - 1].end : token.start] if words else ""
            if token.kind != "word" or gap.strip(" -‑\u00a0\u202f") or not self._tables.goes_on(words, token.folded):
                break
            words.append(token.folded)
            if token.folded in self._tables.numbers:
                last = number
        words = words[: last - position + 1]
        value = self._tables.value(words)
        if value is None or (len(words) == 1 and words[0] in _NO_NUMBERS and not self._is_counting(position + 1)):
            return None
        return _Number(len(words), frozenset({value}), stated=value > _LARGEST_TURN_OF_PHRASE)

    def _is_counting(self, position: int) -> bool:
        """Tell if the word at a position is counted: in "neuf jours" and "neuf blessés", not in "un pont neuf"."""
        if position >= len(self._tokens):
            return False
        word = self._tokens[position].folded
        if word in self._tables.units or self._tables.numbers.get(word, 0) >= 1000:
            return True
        reader = tokenizer(self._language)
        is_plural = self._tables.french and len(word) >= _SHORTEST_PLURAL and word.endswith(("s", "x"))
        return is_plural and not any(token.function for token in reader.tokens(reader.words(word)))

    def _counted(self, position: int, number: _Number) -> tuple[Quantity, int]:
        """A number with the unit that follows it, and the half that follows that."""
        length, meant = number.length, {("number", value) for value in number.values}
        stated = number.stated
        following = [each.folded for each in self._tokens[position + length : position + length + 5]]
        before = _half(following)
        unit = self._tables.units.get(following[before]) if before < len(following) else None
        if unit is not None:
            kind, factor = unit
            half = before or _half(following[1:])
            meant = set() if half else meant
            meant |= {(kind, (value + (0.5 if half else 0)) * factor) for value in number.values}
            length += 1 + half
            # "1 heure" may be "une heure" elsewhere, or plain "час".
            stated = stated and (max(number.values) > 1 or bool(half))
        return self._quantity(position, length, meant, stated=stated), length

    def _named(self, position: int) -> list[Quantity]:
        """A month or a weekday."""
        token = self._tokens[position]
        meant = self._tables.named.get(token.folded) if token.kind == "word" else None
        if meant is None or (token.folded in _AMBIGUOUS and not self._is_a_date(position)):
            return []
        return [self._quantity(position, 1, {meant}, stated=True)]

    def _is_a_date(self, position: int) -> bool:
        """Tell if a word is a month or weekday: a day or a year stands beside it, or it has a capital letter."""
        if self._tables.english and position and self._tokens[position].text[:1].isupper():
            return True
        beside = self._tokens[max(0, position - 1) : position + 2]
        return any(each.kind == "number" and each.text.isdecimal() for each in beside)

    def _quantity(self, position: int, length: int, values: set[tuple[str, float]], *, stated: bool) -> Quantity:
        written = self._text[self._tokens[position].start : self._tokens[position + length - 1].end]
        return Quantity(written, frozenset(values), must_be_stated=stated)


def _half(words: Sequence[str]) -> int:
    """Return the number of words that add a half ("et demie"); 0 if there are none."""
    return next((len(half) for half in _HALVES if list(words[: len(half)]) == list(half)), 0)


def _date(token: _Token) -> list[Quantity]:
    parts = [float(part) for part in re.findall(r"\d+", token.text)]
    year, month, day = parts if token.kind == "iso" else reversed(parts)
    meant = (("number", day), ("month", month), ("number", year))
    return [Quantity(token.text, frozenset({each}), must_be_stated=True) for each in meant]


def _parts(token: _Token) -> Iterator[_Token]:
    """A word without the article that is elided before it."""
    head, mark, rest = token.folded.partition("'")
    if token.kind == "word" and mark and len(head) <= 2 and head in ("d", "l", "qu", "n"):
        yield _Token(token.kind, token.text, head, token.start, token.end)
        yield _Token(token.kind, token.text, rest, token.start, token.end)
    else:
        yield token


def _possible_numbers(text: str) -> frozenset[float]:
    """The numbers that digits may mean: "3.125" is 3.125 or 3125."""
    grouped = _GROUPED.match(text)
    meant: set[float] = set()
    if grouped:
        whole = float(re.sub(r"\D", "", grouped[0]))
        rest = re.sub(r"\D", "", text[grouped.end() :])
        meant.add(whole + (float(f"0.{rest}") if rest else 0))
        if re.fullmatch(r"\d{1,3}[.,]\d{3}", text) and not text.endswith("000"):
            meant.add(float(text.replace(",", ".")))
    else:
        meant.add(float(text.replace(",", ".")))
    return frozenset(meant)


class _Tables:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.english, self.french = language == "en", language == "fr"
        self.numbers = {
            word: int(value) for word, value in (pair.split(":") for pair in _NUMBERS.get(language, "").split())
        }
        self.units: dict[str, tuple[str, float]] = {}
        for unit, words in _UNITS.get(language, {}).items():
            kind, factor = unit.split()
            for word in words.split():
                self.units.update(dict.fromkeys((word, f"{word}s"), (kind, float(factor))))
        self.named: dict[str, tuple[str, float]] = {}
        for kind, table in (("month", _MONTHS), ("weekday", _WEEKDAYS)):
            for number, words in enumerate(table.get(language, "").split("|"), start=1):
                self.named.update(dict.fromkeys(words.split(), (kind, float(number))))
        pairs = re.findall(r"([^:\d]+):(\d+)", _PHRASES.get(language, ""))
        self._phrases = sorted(
            ((phrase.replace("'", " ").split(), float(minutes)) for phrase, minutes in pairs),
            key=lambda pair: -len(pair[0]),
        )

    def phrase(self, words: Sequence[str]) -> tuple[int, float] | None:
        """The longest phrase that words begin with: its length and its minutes."""
        for phrase, minutes in self._phrases:
            if list(words[: len(phrase)]) == phrase:
                return len(phrase), minutes
        return None

    def goes_on(self, words: Sequence[str], word: str) -> bool:
        """Tell if a number in words goes on with another word: "vingt" with "quatre", "three" not with "four"."""
        number = self.numbers.get(word)
        if not words:
            return number is not None
        before = self.numbers.get(words[-1])
        if word in ("et", "and"):
            return before is not None and (before >= 100 or (word == "et" and 20 <= before <= 60))
        if number is None:
            return False
        if before is None:
            return word in ("un", "une", "onze") or self.numbers[words[-2]] >= 100
        if number >= 100:
            return before < number
        tens = before >= 20 and before % 10 == 0 and number < 10
        french = (
            (before, number) == (4, 20) or (before in (20, 60) and number < 20) or (before == 10 and 7 <= number <= 9)
        )
        return tens or before >= 100 or (self.french and french)

    def value(self, words: Sequence[str]) -> float | None:
        """The value of a number in words; None if there are none."""
        if not words:
            return None
        total = current = 0
        for word in words:
            number = self.numbers.get(word)
            if number is None:
                continue
            if number >= 1000:
                total, current = total + max(current, 1) * number, 0
            elif number == 100 or (number == 20 and current == 4):
                current = max(current, 1) * number
            else:
                current += number
        return float(total + current)


@lru_cache(maxsize=32)
def _tables(language: str) -> _Tables:
    return _Tables(language)
