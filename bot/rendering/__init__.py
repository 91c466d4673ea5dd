"""How a reply looks: in HTML for Telegram, in a terminal, and as a keyboard."""
