"""Matching of questions and a FAQ's variants: features, similarities, the relevance of entries, scope, outcome."""
