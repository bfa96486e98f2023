"""A number → as people of a language write it."""

from chataudit.wording import Language


def show_number(value: float, language: Language) -> str:
    """Return it without needless zeros, with a decimal comma in Russian."""
    shown = f"{value:g}"
    return shown.replace(".", ",") if language == "ru" else shown
