"""Answering on Telegram: the services, limits, rights and sending that the handlers of all ways in share."""
