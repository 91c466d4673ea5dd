"""The matcher, as programs import it: `from knowledge.matcher import Matcher, Variant`."""

from knowledge.matching.matcher import Candidate, Match, Matcher, Outcome, Variant
from knowledge.matching.options import MatcherOptions

__all__ = ["Candidate", "Match", "Matcher", "MatcherOptions", "Outcome", "Variant"]
