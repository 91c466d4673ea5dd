"""State that outlives the process: updates on their way, replies to edit, chats. No Telegram types."""
