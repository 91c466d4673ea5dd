"""What articles say, who said it, and how to find it: no Telegram, no network."""
