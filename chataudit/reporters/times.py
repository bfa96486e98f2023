"""A report's ISO 8601 moments → moments as people write them."""

from datetime import datetime


def show_date(at: str) -> str:
    """Return dd.mm.yyyy."""
    return f"{datetime.fromisoformat(at):%d.%m.%Y}"


def show_moment(at: str) -> str:
    """Return dd.mm.yyyy HH:MM, the two held together by a non-breaking space."""
    return f"{datetime.fromisoformat(at):%d.%m.%Y\u00a0%H:%M}"
