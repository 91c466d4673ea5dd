"""A reply holds nothing that could not be shown."""

from __future__ import annotations

import pytest

from bot.dialogue.parts import Mention


def test_a_mention_without_a_name_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a name"):
        Mention("", 7)
