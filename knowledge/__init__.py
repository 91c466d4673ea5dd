"""The statements of articles, their speakers, and the matcher that finds them: no Telegram, no network."""
