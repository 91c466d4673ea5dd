"""The asker of a reply is a person; no id stands for anybody else."""

from __future__ import annotations

import pytest

from bot.dialogue.pressers import Asker


@pytest.mark.parametrize("person_id", [0, -1, -1_001_234_567_890])
def test_nobody_has_an_id_below_one(person_id: int) -> None:
    with pytest.raises(ValueError, match=f"^{person_id} is nobody's id"):
        Asker(person_id)


def test_askers_are_told_apart_by_their_ids() -> None:
    assert Asker(7) == Asker(7)
    assert Asker(7) != Asker(8)
