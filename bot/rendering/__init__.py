"""Replies as they look: in HTML for Telegram, in a terminal, and as a keyboard."""
