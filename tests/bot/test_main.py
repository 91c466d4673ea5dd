"""The entry point: what is settled before anything else is imported."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_NAME = "OPENBLAS_NUM_THREADS"
_PROGRAM = f"""
import os, sys
from contextlib import suppress
from bot.__main__ import main

sys.argv = ["selon", "--version"]
with suppress(SystemExit):
    main()
print(os.environ["{_NAME}"])
"""


@pytest.mark.parametrize(("settled", "count"), [(None, "1"), ("3", "3")])
def test_one_core_multiplies_matrices_unless_the_environment_says_otherwise(settled: str | None, count: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != _NAME}
    if settled is not None:
        environment[_NAME] = settled
    ran = subprocess.run(
        [sys.executable, "-c", _PROGRAM], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert ran.stdout.splitlines()[-1] == count
