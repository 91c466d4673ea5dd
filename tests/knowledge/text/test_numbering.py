"""Strings keep the numbers that they were given, and others have none."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.parameters import Parameters
from knowledge.text.numbering import Numbering

# Lone surrogates too: people paste them.
STRINGS = st.lists(st.text(st.characters(), max_size=4), unique=True, max_size=30)


@given(STRINGS, STRINGS)
def test_known_strings_are_found_by_their_numbers_and_others_are_not(known: list[str], others: list[str]) -> None:
    learnt = Numbering.learn(known)
    kept = Numbering.restore(Parameters.from_bytes(learnt.parameters().to_bytes()))
    expected = [known.index(other) if other in known else -1 for other in (*known, *others)]
    for numbering in (learnt, kept):
        assert len(numbering) == len(known)
        assert numbering.find([*known, *others]).tolist() == expected


def test_no_numbering_is_made_of_what_is_not_right() -> None:
    arrays = Numbering.learn(["fish", "trout", "eel"]).parameters().arrays
    wrongs: tuple[dict[str, np.ndarray], ...] = (
        {},
        {"numbers": arrays["numbers"]},
        {"digests": arrays["digests"]},
        {**arrays, "numbers": arrays["numbers"][:-1]},
        {**arrays, "numbers": arrays["numbers"] + np.int32(1)},
        {**arrays, "numbers": np.array(1, dtype=np.int32)},
        {**arrays, "digests": arrays["digests"][::-1].copy()},
        {**arrays, "digests": arrays["digests"][:1].repeat(3, axis=0)},
    )
    for wrong in wrongs:
        with pytest.raises(ValueError, match=r".+"):
            Numbering.restore(Parameters(wrong, {}))
