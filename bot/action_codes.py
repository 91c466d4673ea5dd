"""The table of the actions' codes: a new action is one more line of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from itertools import product
from typing import Any

from bot.dialogue.actions import (
    Action,
    AdmitAllArticles,
    AdmitArticle,
    AnswerInLanguage,
    BrowseArticle,
    BrowseArticlePeople,
    BrowseArticles,
    BrowseArticleTopics,
    BrowsePeople,
    BrowsePerson,
    BrowseSources,
    BrowseTopic,
    BrowseTopics,
    ChooseEntry,
    HelpInLanguage,
    JudgeGroup,
    OpenEntry,
    OpenGroupArticles,
    OpenSettings,
    RejectChoices,
    ReleaseArticle,
    RemoveReply,
    ReviewQueue,
    ReviewVariant,
    ReviewVerdict,
    Settle,
    SettleArticle,
    ShowHelp,
    ShowPrivacy,
    TeachVariant,
    UndoAct,
    Vote,
)
from bot.field_codecs import LANGUAGE, FieldCodec, Lookup, NamedIdCodec, Naming, TextCodec


class ActionCode:
    """A line of the table.

    Args:
        code: Stands for the action in a button's data; no other line has it.
        action: The class.
        codecs: Of the class's fields, in their order, but for those that are fixed.
        fixed: The values of those fields that the code itself tells.

    Raises:
        ValueError: There are more codecs than fields, or fewer.
    """

    def __init__(self, code: str, action: type[Action], *codecs: FieldCodec, **fixed: Any) -> None:
        names = tuple(field.name for field in fields(action) if field.name not in fixed)
        if len(names) != len(codecs):
            raise ValueError(f"{action.__name__} needs a codec for each of {names!r}, and has {len(codecs)}.")
        self.code = code
        self.action = action
        self._codecs = codecs
        self._names = names
        self._fixed = fixed
        # Buttons are packed for every answer: each code knows beforehand how.
        self._packing = [(name, codec.pack) for name, codec in zip(names, codecs, strict=True)]

    def fits(self, action: Action) -> bool:
        """Tell whether an action of the class has the values that are fixed."""
        return not self._fixed or all(getattr(action, name) == value for name, value in self._fixed.items())

    def pack(self, action: Action, naming: Naming) -> str:
        """Return the code and the fields of an action that fits."""
        return ":".join([self.code, *[pack(getattr(action, name), naming) for name, pack in self._packing]])

    def unpack(self, texts: list[str], lookup: Lookup) -> Iterator[Action]:
        """Yield the actions that the texts of the fields may stand for."""
        if len(texts) == len(self._codecs):
            found = (codec.unpack(text, lookup) for codec, text in zip(self._codecs, texts, strict=True))
            for values in product(*found):
                values_of: dict[str, Any] = dict(zip(self._names, values, strict=True))
                yield self.action(**values_of, **self._fixed)


_ENTRY, _TOPIC, _PERSON, _ARTICLE = (
    NamedIdCodec("entry"),
    NamedIdCodec("topic"),
    NamedIdCodec("person"),
    NamedIdCodec("article"),
)
_PAGE = TextCodec("[0-9]{1,3}", int)
_CHAT = TextCodec("-?[0-9]{1,16}", int)
_SETTINGS_PAGE, _SETTING, _VALUE = TextCodec("[a-z]?", str), TextCodec("[a-z]", str), TextCodec("[a-z0-9]{1,8}", str)
_GROUP = TextCodec("[0-9a-z]{1,7}-[0-9a-z]{1,7}", str)
_VERDICT = TextCodec("|".join(ReviewVerdict), ReviewVerdict)
_ACT = TextCodec("[0-9]{1,15}", int)

ACTION_CODES = (
    ActionCode("o", OpenEntry, _ENTRY),
    ActionCode("c", ChooseEntry, _ENTRY),
    ActionCode("n", RejectChoices),
    ActionCode("T", BrowseTopics),
    ActionCode("t", BrowseTopic, _TOPIC, _PAGE),
    ActionCode("P", BrowsePeople),
    ActionCode("p", BrowsePerson, _PERSON, _PAGE),
    ActionCode("q", BrowseSources, _PAGE),
    ActionCode("A", BrowseArticles, _PAGE),
    ActionCode("a", BrowseArticle, _ARTICLE),
    ActionCode("b", BrowseArticleTopics, _ARTICLE),
    ActionCode("w", BrowseArticlePeople, _ARTICLE),
    ActionCode("E", ShowHelp),
    ActionCode("Y", ShowPrivacy),
    ActionCode("k", SettleArticle, _ARTICLE),
    ActionCode("l", ReleaseArticle, _ARTICLE),
    ActionCode("L", AnswerInLanguage, _ENTRY, LANGUAGE),
    ActionCode("M", HelpInLanguage, LANGUAGE),
    ActionCode("r", RemoveReply),
    ActionCode("u", Vote, _ENTRY, up=True),
    ActionCode("d", Vote, _ENTRY, up=False),
    ActionCode("S", OpenSettings, _CHAT, _SETTINGS_PAGE),
    ActionCode("s", Settle, _CHAT, _SETTING, _VALUE),
    ActionCode("G", OpenGroupArticles, _CHAT, _PAGE),
    ActionCode("g", AdmitArticle, _CHAT, _ARTICLE, admitted=True),
    ActionCode("h", AdmitArticle, _CHAT, _ARTICLE, admitted=False),
    ActionCode("H", AdmitAllArticles, _CHAT),
    ActionCode("R", ReviewQueue),
    ActionCode("e", ReviewVariant, _GROUP, _ENTRY),
    ActionCode("v", TeachVariant, _GROUP, _ENTRY),
    ActionCode("j", JudgeGroup, _GROUP, _VERDICT),
    ActionCode("U", UndoAct, _ACT),
)
_BY_CODE = {each.code: each for each in ACTION_CODES}
_BY_ACTION: defaultdict[type[Action], list[ActionCode]] = defaultdict(list)
for _each in ACTION_CODES:
    _BY_ACTION[_each.action].append(_each)


def pack(action: Action, naming: Naming) -> str:
    """Return an action as text: its code and its fields, with colons between.

    Args:
        action: Of a class that is in the table.
        naming: Gives the names that stand for ids.
    """
    [code] = [each for each in _BY_ACTION[type(action)] if each.fits(action)]
    return code.pack(action, naming)


def unpack(text: str, lookup: Lookup) -> Iterator[Action]:
    """Yield the actions that a text may stand for: several only if things share a name, none if no action is so packed.

    Args:
        text: The code and the fields, with colons between.
        lookup: Gives the ids that a name may stand for.
    """
    code, *texts = text.split(":")
    line = _BY_CODE.get(code)
    if line is not None:
        yield from line.unpack(texts, lookup)
