"""The `selon` command, which is `python -m bot` too: small, so that Ctrl+C is heard while the rest is imported."""

from __future__ import annotations

import os
import sys

from bot.errors import INTERRUPTED

# Matrices here are small: a second thread of the linear algebra mostly waits, and takes a core while it does. Two
# languages are learnt at a time anyway. NumPy reads this when it is imported.
_THREADS_OF_LINEAR_ALGEBRA = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def main() -> None:
    """Run `selon`; Ctrl+C ends it without a traceback, whatever it was about to do."""
    for name, count in _THREADS_OF_LINEAR_ALGEBRA.items():
        os.environ.setdefault(name, count)
    try:
        from bot.cli.commands import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
