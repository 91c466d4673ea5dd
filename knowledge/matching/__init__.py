"""How alike a question and the variants of a FAQ are: features, similarities, evidence, thresholds."""
