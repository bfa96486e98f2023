"""The command that shows longer help."""

from typing import Annotated

import typer

from chataudit.cli.rules import check_language
from chataudit.wording import Language, wording


def add_guide_command(app: typer.Typer, language: Language) -> None:
    """Add `chataudit guide` with its help in a language."""

    def help_of(key: str) -> str:
        return wording(language, f"cli.{key}")

    @app.command(help=help_of("guide"))
    def guide(
        *,
        topic: Annotated[str | None, typer.Argument(help=help_of("topic"), metavar="[TOPIC]")] = None,
        lang: Annotated[str, typer.Option("--lang", help=help_of("lang"), metavar="ru|en")] = language,
    ) -> None:
        from chataudit.guide import list_topics, read_page

        check_language(lang)
        if topic is None:
            typer.echo(list_topics(language))
            return
        from chataudit.reporters.markdown_page import print_page

        print_page(read_page(topic, language))
