"""The fixtures of the conversations."""

from people import anna, boris, failures_expected, no_failure_in_the_log, place, root

__all__ = ["anna", "boris", "failures_expected", "no_failure_in_the_log", "place", "root"]
