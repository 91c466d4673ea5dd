"""Drafting: from an article's text to a proposal of knowledge files: its statements, people, entries and questions."""
