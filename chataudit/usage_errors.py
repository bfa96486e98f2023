"""What is wrong with a command line, in the user's language: an error of the library that reads it in, one sentence out.

The library says it in English only. Its errors are told apart by what they carry, as their place in it changes with its version.
"""

from typing import Any

from chataudit.wording import Language, wording


def tell_usage_error(error: Any, language: Language) -> str:
    """Return the sentence for an error about options, arguments or commands; the help where the command line is empty."""
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        return str(error.format_message())
    command = error.ctx.command_path if error.ctx else "chataudit"
    if kind == "NoSuchOption":
        near = next(iter(error.possibilities or ()), None)  # the nearest stands first
        return wording(language, "usage.no_option_near" if near else "usage.no_option", name=error.option_name, near=near, command=command)
    if kind == "BadOptionUsage":
        return wording(language, "usage.bad_value", name=error.option_name)
    if kind == "MissingParameter":
        return wording(language, "usage.missing", name=error.param.metavar or error.param.name, command=command)
    if hasattr(error.ctx.command, "list_commands"):
        return wording(language, "usage.no_command", known=", ".join(error.ctx.command.list_commands(error.ctx)))
    return wording(language, "usage.too_many", command=command)
