"""References: somebody whom words of a page stand for."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.drafting.entity import Entity


@dataclass(frozen=True, slots=True)
class Reference:
    """An entity that words stand for.

    Attributes:
        entity: The person or body that is meant.
        certain: False if it was told by nearness alone.
    """

    entity: Entity
    certain: bool = True
