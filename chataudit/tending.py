"""What those who tend a rulebook ask of labelled chats: how the rules did, and which weights their signs deserve."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from chataudit.errors import ConfigError
from chataudit.evaluation.counting import Counts, count_chats
from chataudit.evaluation.labelled_chats import LabelledChat, read_labelled_chats
from chataudit.evaluation.telling import tell_counts, tell_mistakes, tell_weights
from chataudit.evaluation.writing import FITTED_FILE, MEASURED_FILE, write_fitted, write_measured
from chataudit.explaining import check_code
from chataudit.rulebook.labelling import Measured, Reliability
from chataudit.rulebook.rulebook import Rulebook
from chataudit.wording import Language, wording


def evaluate_rules(
    rulebook: Rulebook, folder: Path, paths: Sequence[Path], *, only: Sequence[str], errors: str | None, language: Language, write: bool
) -> str:
    """Compare findings with labels; return the table, or the mistakes of one rule as well.

    Raises:
        ConfigError: no such rule; labelled chats that cannot be read.
    """
    code = errors and check_code(rulebook, errors)
    chats = list(read_labelled_chats(paths, only))
    counts = count_chats(chats, rulebook)
    parts = [tell_mistakes(counts[code], language)] if code and code in counts and counts[code].mistakes else []
    parts.append(tell_counts(counts, chats, language))
    if write:
        write_measured(_measured(counts, chats, rulebook), folder)
        parts.append(wording(language, "eval.written", path=MEASURED_FILE))
    return "\n".join(parts)


def fit_rule(rulebook: Rulebook, folder: Path, code: str, paths: Sequence[Path], *, only: Sequence[str], language: Language, write: bool) -> str:
    """Fit the weights of a rule's signs; return them with how they did on chats held back.

    Raises:
        ConfigError: no such rule, no signs to weigh, too few labels; the library of the extra is not there.
    """
    code = check_code(rulebook, code)
    try:
        from chataudit.evaluation.fitting import fit_weights

        name, fitted = fit_weights(code, list(read_labelled_chats(paths, only)), rulebook, datetime.now(tz=UTC).date())
    except ModuleNotFoundError as error:
        raise ConfigError("labelled.no_library") from error
    parts = [tell_weights(code, name, fitted, language)]
    if write:
        write_fitted(rulebook.fitted | {name: fitted}, folder)
        parts.append(wording(language, "eval.written", path=FITTED_FILE))
    return "\n".join(parts)


def _measured(counts: dict[str, Counts], chats: list[LabelledChat], rulebook: Rulebook) -> Measured:
    return Measured(
        on=datetime.now(tz=UTC).date().isoformat(),
        version=rulebook.pack.version,
        chats=len(chats),
        messages=sum(len(chat.numbers) for chat in chats),
        rules={code: Reliability(each.right, each.wrong, each.missed) for code, each in counts.items()},
    )
