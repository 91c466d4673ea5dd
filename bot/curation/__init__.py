"""Curation: misses reviewed, variants taught and undone."""
