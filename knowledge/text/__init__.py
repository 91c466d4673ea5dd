"""Text on its own: folding, words, stems, sentences, languages. No FAQ, no article."""
