"""Entities: somebody or something that a page names or describes."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Entity:
    """Somebody or something with a name or a description.

    Attributes:
        name: The fullest form in the page, without an article.
        nouns: The page's names for it, as nouns in lower case.
        gender: "m", "f" or empty if nothing tells.
        is_person: True, False, or None if nothing tells.
        has_name: False if it is only described.
        role: The words of its role as they stand; empty without one.
        places: The places of its names: the index of the passage and the position there.
    """

    name: str
    nouns: set[str] = field(default_factory=set)
    gender: str = ""
    is_person: bool | None = None
    has_name: bool = True
    role: str = ""
    role_lead: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)

    @property
    def may_speak_for_itself(self) -> bool:
        """Tell if it may be an organisation: no person, and nothing with a gender."""
        return self.is_person is False or (self.is_person is None and self.has_name and not self.gender)

    @property
    def last(self) -> str:
        """Return the last word of the name, in lower case."""
        return self.name.split()[-1].lower().replace("’", "'")
