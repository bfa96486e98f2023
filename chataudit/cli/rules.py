"""The commands about rules: their list, their examples, how often they are right, their weights, their schema."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chataudit.errors import ConfigError, ExitCode
from chataudit.wording import LANGUAGES, Language, wording

if TYPE_CHECKING:
    from chataudit.rulebook.rulebook import Rulebook


def build_rules_app(language: Language) -> typer.Typer:
    """Build the commands of `chataudit rules` with their help in a language."""

    def help_of(key: str) -> str:
        return wording(language, f"cli.{key}")

    rules_app = typer.Typer(help=help_of("rules"), no_args_is_help=True, rich_markup_mode=None)
    lang_option = Annotated[str, typer.Option("--lang", help=help_of("lang"), metavar="ru|en")]
    rules_option = Annotated[Path | None, typer.Option("--rules", help=help_of("rules_folder"), metavar="DIR")]
    labelled_argument = Annotated[list[Path], typer.Argument(help=help_of("labelled"), metavar="LABELLED...", show_default=False)]
    only_option = Annotated[str, typer.Option("--only", help=help_of("only_chats"), metavar="A,B")]

    @rules_app.command("list", help=help_of("rules_list"))
    def list_rules(*, rules: rules_option = None, lang: lang_option = language) -> None:
        from chataudit.explaining import list_of_rules
        from chataudit.rulebook.choosing import rulebook_names

        check_language(lang)
        typer.echo(list_of_rules(load_rules(rules), language))
        typer.echo("\n" + wording(language, "newrules.known", known=", ".join(rulebook_names())))

    @rules_app.command("new", help=wording(language, "newrules.help"))
    def new(
        *,
        folder: Annotated[Path, typer.Argument(help=wording(language, "newrules.folder"), metavar="FOLDER", show_default=False)],
        lang: lang_option = language,
    ) -> None:
        from chataudit.starting.new_rulebook import write_rulebook

        check_language(lang)
        written = write_rulebook(folder)
        typer.echo(wording(language, "newrules.written", files=", ".join(map(str, written)), path=folder))

    @rules_app.command("test", help=help_of("rules_test"))
    def test_rules(
        *,
        only: Annotated[str | None, typer.Argument(help=help_of("only"), metavar="[CODE]")] = None,
        coverage: Annotated[bool, typer.Option("--coverage", help=help_of("coverage"))] = False,
        rules: rules_option = None,
        lang: lang_option = language,
    ) -> None:
        from chataudit.explaining import run_trials

        check_language(lang)
        text, passed = run_trials(load_rules(rules), rules_folder(rules), only, language, with_coverage=coverage)
        typer.echo(text)
        raise typer.Exit(ExitCode.AUDITED if passed else ExitCode.FINDINGS)

    @rules_app.command("schema", help=help_of("rules_schema"))
    def schema(*, lang: lang_option = language) -> None:
        from chataudit.rulebook.json_schema import rule_file_schema

        check_language(lang)
        typer.echo(rule_file_schema().encode())  # for editors: UTF-8, whatever the terminal reads

    @rules_app.command("eval", help=help_of("rules_eval"))
    def evaluate(
        *,
        labelled: labelled_argument,
        only: only_option = "",
        errors: Annotated[str | None, typer.Option("--errors", help=help_of("errors"), metavar="CODE")] = None,
        write: Annotated[bool, typer.Option("--write", help=help_of("write_measured"))] = False,
        rules: rules_option = None,
        lang: lang_option = language,
    ) -> None:
        from chataudit.tending import evaluate_rules

        check_language(lang)
        text = evaluate_rules(load_rules(rules), rules_folder(rules), labelled, only=_names(only), errors=errors, language=language, write=write)
        typer.echo(text)

    @rules_app.command("fit", help=help_of("rules_fit"))
    def fit(
        *,
        code: Annotated[str, typer.Argument(help=help_of("code"), metavar="CODE")],
        labelled: labelled_argument,
        only: only_option = "",
        write: Annotated[bool, typer.Option("--write", help=help_of("write_fitted"))] = False,
        rules: rules_option = None,
        lang: lang_option = language,
    ) -> None:
        from chataudit.tending import fit_rule

        check_language(lang)
        typer.echo(fit_rule(load_rules(rules), rules_folder(rules), code, labelled, only=_names(only), language=language, write=write))

    return rules_app


def _names(listed: str) -> list[str]:
    return [name.strip() for name in listed.split(",") if name.strip()]


def check_language(named: str) -> None:
    """Refuse a language that there is not.

    Raises:
        ConfigError: it is none of LANGUAGES.
    """
    if named not in LANGUAGES:
        raise ConfigError("cli.bad_language", value=named, known=", ".join(LANGUAGES))


def rules_folder(rules: Path | None) -> Path:
    """Return the rulebook's folder: the one given or named, else the default one.

    Raises:
        RulebookError: there is no such rulebook.
    """
    from chataudit.rulebook.choosing import choose_rules

    return choose_rules(rules)


def load_rules(rules: Path | None) -> "Rulebook":
    """Read the rulebook given, else the built-in one.

    Raises:
        RulebookError: what is wrong in it.
    """
    from chataudit.rulebook.loader import load_rulebook

    return load_rulebook(rules_folder(rules))
