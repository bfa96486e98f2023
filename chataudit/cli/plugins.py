"""The command that lists what other packages add, and the words in which one that is skipped is told of."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from chataudit.cli.rules import check_language
from chataudit.error_sentences import tell_error
from chataudit.errors import PluginError
from chataudit.plugins import listening
from chataudit.wording import Language, wording


def add_plugins_command(app: typer.Typer, language: Language) -> None:
    """Add `chataudit plugins` with its help in a language."""

    @app.command(help=wording(language, "plugins.help"))
    def plugins(*, lang: Annotated[str, typer.Option("--lang", help=wording(language, "cli.lang"), metavar="ru|en")] = language) -> None:
        from chataudit.plugin_list import list_plugins

        check_language(lang)
        typer.echo(list_plugins(language))


@contextmanager
def telling_of_plugins(say: Callable[[str], None], language: Language) -> Iterator[None]:
    """Say each plug-in that is skipped in the user's language, once."""
    told: set[str] = set()

    def tell(error: PluginError) -> None:
        sentence = tell_error(error, language)
        if sentence not in told:
            told.add(sentence)
            say(sentence)

    with listening(tell):
        yield
