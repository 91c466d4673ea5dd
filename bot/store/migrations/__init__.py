"""Alembic's migrations of the store, run at start-up; one that has landed is never changed."""
