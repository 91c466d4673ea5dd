"""The dialogue: a question in, a reply out, as plain values. No Telegram, no terminal, no I/O."""
