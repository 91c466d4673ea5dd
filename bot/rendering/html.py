"""A reply as Telegram's HTML, no longer than a message or a caption may be once its entities are parsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from bot.dialogue.names import CARD
from bot.dialogue.parts import Footnote, Item, MainText, Mention, Part, Pointer, QuoteLine, Title
from bot.dialogue.reply import Reply

LONGEST_MESSAGE = 4096
LONGEST_CAPTION = 1024
LONGEST_OPEN_QUOTATION = 120
"""Characters of a quotation with its translation that is shown whole at once."""
_CUT = "…"


def html(reply: Reply, longest: int = LONGEST_MESSAGE, *, username: str | None = None) -> str:
    """Return the message, no longer than so many UTF-16 units without its markup.

    Where it would be too long, items of a list go first, then quotations, both from the end; then the
    longest text is cut. Small print stays: an answer without its source would be worse than a short one.

    Args:
        reply: The reply.
        longest: The most that the message may have.
        username: The bot's, for links to the cards of articles; they are left out without it.
    """
    parts = _fitting(list(reply.parts), longest)
    blocks: list[Part] = []
    texts: list[str] = []
    for folded, group in groupby(parts, _is_folded):
        shown = list(group)
        marked = [_marked_up(part, username) for part in shown]
        if folded:
            blocks.append(shown[0])
            texts.append(f"<blockquote expandable>{_joined(shown, marked)}</blockquote>")
        else:
            blocks.extend(shown)
            texts.extend(marked)
    return _joined(blocks, texts)


def plain(reply: Reply) -> str:
    """Return the message without any markup."""
    return _joined(reply.parts, [_plain(part) for part in reply.parts])


def summary(reply: Reply, longest: int = 120) -> str:
    """Return a line about a reply for a list: the answer first, then speaker, venue and outlet."""
    small = [part.text for part in reply.parts if isinstance(part, Footnote)]
    lead = [part.text for part in reply.parts if isinstance(part, MainText)]
    text = " — ".join([*lead, *small[:-1][:1]])
    return text if len(text) <= longest else text[: text.rfind(" ", 0, longest)].rstrip(" ,;:—") + _CUT


def utf16_length(text: str) -> int:
    """Return the length as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _fitting(parts: list[Part], most: int) -> list[Part]:
    for kind in (Item, QuoteLine):
        for position in range(len(parts) - 1, 0, -1):
            if _length(parts) <= most:
                return parts
            if isinstance(parts[position], kind):
                del parts[position]
    while (excess := _length(parts) - most) > 0:
        longest = max(range(len(parts)), key=lambda position: utf16_length(_plain(parts[position])))
        room = max(utf16_length(_plain(parts[longest])) - excess, 1)
        parts[longest] = MainText(_shortened(_plain(parts[longest]), room))
    return parts


def _length(parts: Sequence[Part]) -> int:
    return utf16_length(_joined(parts, [_plain(part) for part in parts]))


def _joined(parts: Sequence[Part], texts: Sequence[str]) -> str:
    """Join the texts of parts, with an empty line between two, except between footnotes."""
    lines: list[str] = []
    for position, text in enumerate(texts):
        if position:
            close = isinstance(parts[position], Footnote) and isinstance(parts[position - 1], Footnote)
            lines.append("\n" if close else "\n\n")
        lines.append(text)
    return "".join(lines)


def _is_folded(part: Part) -> bool:
    return isinstance(part, Item) and part.folded


def _marked_up(part: Part, username: str | None) -> str:
    match part:
        case Title(text):
            return f"<b>{escape(text, quote=False)}</b>"
        case MainText(text):
            return escape(text, quote=False)
        case QuoteLine():
            text = "\n".join(_quotation_lines(part))
            tag = "blockquote expandable" if len(text) > LONGEST_OPEN_QUOTATION else "blockquote"
            return f"<{tag}>{escape(text, quote=False)}</blockquote>"
        case Footnote(text, url, article):
            if url is None and article is not None and username is not None:
                url = f"https://t.me/{username}?start={CARD}{article}"
            line = f"<i>{escape(text, quote=False)}</i>"
            return f'<a href="{escape(url)}">{line}</a>' if url else line
        case Item(text, details):
            return "\n".join(_item_lines(escape(text, quote=False), [escape(line, quote=False) for line in details]))
        case Pointer(text, url, mention):
            line = f'<a href="{escape(url)}">{escape(text, quote=False)}</a>' if url else escape(text, quote=False)
            return line if mention is None else f"{_link(mention)}, {line}"


def _link(mention: Mention) -> str:
    return f'<a href="tg://user?id={mention.person_id}">{escape(mention.name, quote=False)}</a>'


def _plain(part: Part) -> str:
    match part:
        case Title(text) | MainText(text) | Footnote(text):
            return text
        case QuoteLine():
            return "\n".join(_quotation_lines(part))
        case Item(text, details):
            return "\n".join(_item_lines(text, details))
        case Pointer(text, _, mention):
            return text if mention is None else f"{mention.name}, {text}"


def _quotation_lines(quotation: QuoteLine) -> Iterator[str]:
    yield f"{quotation.text} ({quotation.language_label})" if quotation.language_label else quotation.text
    if quotation.translation is not None:
        yield quotation.translation


def _item_lines(text: str, details: Sequence[str]) -> Iterator[str]:
    yield f"• {text}"
    for line in details:
        yield f"   {line}"


def _shortened(text: str, room: int) -> str:
    """The beginning of a text that fits, marked as cut; a surrogate pair is never taken apart."""
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * (room - len(_CUT))]
    return units.decode("utf-16-le", "ignore").rstrip() + _CUT
