"""The matcher, as programs import it: `from knowledge.matcher import Matcher, Variant`."""

from knowledge.matching.match import Candidate, Match, Outcome
from knowledge.matching.matcher import Matcher
from knowledge.matching.options import MatcherOptions
from knowledge.matching.variant import Variant

__all__ = ["Candidate", "Match", "Matcher", "MatcherOptions", "Outcome", "Variant"]
