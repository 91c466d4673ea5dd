"""Requests on their way out to Telegram: paced, told apart by how they fail, a message at most once."""
