"""A number → as people write it."""

from chataudit.wording import Language


def show_number(value: float, language: Language) -> str:
    """Return it without needless zeros, with a decimal comma in Russian."""
    shown = f"{value:g}"
    return shown.replace(".", ",") if language == "ru" else shown


def show_signed(change: int) -> str:
    """Return a change with its sign; the minus is a minus, as wide as a plus."""
    return f"{change:+d}".replace("-", "\u2212")
