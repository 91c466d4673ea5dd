"""Days as the store writes them: 2026-11-27, in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def today() -> str:
    """Return today's date."""
    return days_ago(0)


def days_ago(count: int) -> str:
    """Return the date of so many days ago."""
    return (datetime.now(UTC) - timedelta(days=count)).date().isoformat()


def day_of(seconds: int) -> str:
    """Return the date of a time in seconds since 1970."""
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def start_of(day: str) -> int:
    """Return the time in seconds since 1970 at which a day begins."""
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())


def last_days(count: int) -> list[str]:
    """Return so many days, the last of them today, oldest first."""
    end = datetime.now(UTC).date()
    return [(end - timedelta(days=back)).isoformat() for back in reversed(range(count))]
