"""The matcher, as programs import it: `from knowledge.matcher import Matcher, Variant`."""

from knowledge.matching.matcher import Candidate, Match, Matcher, Outcome, Variant

__all__ = ["Candidate", "Match", "Matcher", "Outcome", "Variant"]
