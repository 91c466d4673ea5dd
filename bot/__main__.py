"""The `selon` command, which is `python -m bot` too: small, so that Ctrl+C is heard while the rest is imported."""

from __future__ import annotations

import sys

from bot.errors import INTERRUPTED


def main() -> None:
    """Run `selon`; Ctrl+C ends it without a traceback, whatever it was about to do."""
    try:
        from bot.cli.commands import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
