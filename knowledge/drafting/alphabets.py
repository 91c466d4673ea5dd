"""Names in the other alphabet, by the usual tables; a person has to look at each."""

from __future__ import annotations

from knowledge.text.normalise import alphabet, fold
from knowledge.text.transliteration import to_cyrillic


def name_in(name: str, language: str) -> str:
    """Return a name as a language would write it: in Cyrillic letters for Russian and Ukrainian.

    Args:
        name: In Latin or Cyrillic letters; one in Cyrillic letters stays as it is.
        language: ISO 639-1 code.
    """
    if language not in ("ru", "uk") or alphabet(name) != "LATIN":
        return name
    written = {code: text for text, code in to_cyrillic(fold(name))}
    cyrillic = written.get(language, name)
    return " ".join("-".join(part[:1].upper() + part[1:] for part in word.split("-")) for word in cyrillic.split())
