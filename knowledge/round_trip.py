"""YAML read and written again with its comments, quotation marks and order."""

from __future__ import annotations

import io
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.representer import RoundTripRepresenter

_WIDE = 100_000


class _Representer(RoundTripRepresenter):
    """A writer of values that has a word for none of them, as all knowledge files do."""

    def represent_none(self, data: None) -> Any:  # noqa: ARG002 — its parameters are those of the method above it
        return self.represent_scalar("tag:yaml.org,2002:null", "null")


_Representer.add_representer(type(None), _Representer.represent_none)


def loaded(text: str) -> Any:
    """Return what a YAML text holds, as values that remember how they were written."""
    return _yaml().load(text)


def dumped(data: Any) -> str:
    """Return values as a YAML text, those from `loaded` as they were written."""
    written = io.StringIO()
    _yaml().dump(data, written)
    return written.getvalue()


def _yaml() -> YAML:
    yaml = YAML()
    yaml.Representer = _Representer
    yaml.preserve_quotes = True
    yaml.width = _WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
