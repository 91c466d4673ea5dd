"""Numerals: small numbers in words, which stand right before what they count."""

from __future__ import annotations

NUMERALS = frozenset(
    """deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante
    cinquante soixante cent mille two three four five seven eight nine ten eleven twelve twenty thirty forty fifty
    sixty hundred два две три четыре пять шесть семь восемь девять десять дві чотири п'ять шість сім вісім дев'ять
    десять""".split()
)
