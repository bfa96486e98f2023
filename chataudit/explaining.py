"""Rules told to people: the list of them, one in full, and how their examples went."""

from __future__ import annotations

import difflib
from pathlib import Path

from chataudit.errors import ConfigError
from chataudit.reliability import tell_reliability
from chataudit.rulebook.rulebook import Rulebook
from chataudit.trials.coverage import Coverage, Uncovered
from chataudit.trials.trial import Example, read_examples, try_cases, try_examples
from chataudit.verdicts.base import Case
from chataudit.wording import Language, choose, wording
from chataudit.wording.template import template

SHOWN_EXAMPLES = 5


def list_of_rules(rulebook: Rulebook, language: Language) -> str:
    """Return the recommendations with their rules, a line each."""
    lines = [f"{choose(rulebook.pack.title, language)} ({rulebook.pack.name} {rulebook.pack.version})"]
    for number, recommendation in rulebook.recommendations.items():
        lines += ["", f"{number}. {choose(recommendation.title, language)}"]
        for rule, owner in rulebook.recommendation_of.items():
            if owner == number:
                described = rulebook.rules[rule]
                sign = "+" if described.effect == "evidence" else " "
                lines.append(f"  {sign}{rule:<24} {choose(described.title, language)}")
    return "\n".join(lines)


def explain_rule(rulebook: Rulebook, folder: Path, code: str, language: Language) -> str:
    """Return what a rule looks for, why, its thresholds, examples and advice.

    Raises:
        ConfigError: no such rule.
    """
    code = check_code(rulebook, code)
    rule = rulebook.rules[code]
    recommendation = rulebook.recommendations[rulebook.recommendation_of[code]]

    def line(key: str, text: str) -> list[str]:
        return ["", wording(language, f"explain.{key}"), *(f"  {each}" for each in text.strip().splitlines())]

    parts = [
        f"{code} · {choose(rule.title, language)}",
        wording(language, f"explain.effect.{rule.effect}", number=recommendation.number, title=choose(recommendation.title, language)),
    ]
    parts += line("clause", choose(recommendation.clause, language)) + line("why", choose(recommendation.why, language))
    if rule.effect == "finding":
        parts += line("severity", wording(language, f"severity.{rule.severity}"))
    if rule.unless:
        parts += line("unless", "\n".join(choose(exception.because, language) for exception in rule.unless))
    told = tell_reliability(rulebook.measured.rules.get(code) if rulebook.measured else None, language)
    if told:
        parts += line("reliability", told)
    if rule.study and language == "en":  # studies are written in English, for those who tend the rules
        parts += line("study", rule.study)
    parts += line("verdict", "\n".join(_case_line(case, language) for case in recommendation.verdict.cases))
    own = read_examples(folder, rulebook).of_rules.get(code)
    if own:
        parts += line("found", "\n".join(_shown(each) for each in own.found[:SHOWN_EXAMPLES]))
        parts += line("spared", "\n".join(_shown(each) for each in own.spared[:SHOWN_EXAMPLES]))
    return "\n".join([*parts, *line("advice", choose(recommendation.advice, language))])


def check_code(rulebook: Rulebook, code: str) -> str:
    """Return a rule's code without the plus of evidence.

    Raises:
        ConfigError: no such rule.
    """
    code = code.removeprefix("+")
    if code not in rulebook.rules:
        near = difflib.get_close_matches(code, list(rulebook.rules), 3, 0.4)
        raise ConfigError("cli.no_rule", code=code, near=", ".join(near) or "chataudit rules list")
    return code


def _case_line(case: Case, language: Language) -> str:
    verdict = wording(language, f"report.verdict.{case.verdict}")
    when = ", ".join(f"{name} {wanted.sign} {_number(wanted.value)}" for name, wanted in case.when.items())
    return f"{verdict}{f' ({when})' if when else ''}: {template(choose(case.because, language)).fill({})}"


def _number(value: float | str) -> str:
    return f"{value:g}" if isinstance(value, float) else value


def _shown(example: str | Example) -> str:
    text = example if isinstance(example, str) else example.teacher or (example.chat or "").strip().replace("\n", " | ")
    return f"«{text}»"


def run_trials(rulebook: Rulebook, folder: Path, only: str | None, language: Language, *, with_coverage: bool) -> tuple[str, bool]:
    """Try the rulebook's examples, or those of one rule; return what to print and whether all passed.

    Raises:
        ConfigError: no such rule.
    """
    if only is not None:
        only = check_code(rulebook, only)
    examples = read_examples(folder, rulebook)
    uncovered: list[Uncovered] = []
    if with_coverage:
        coverage = Coverage(rulebook, examples)
        for rule in [only] if only else rulebook.rules:
            coverage.look_at(rule)
        coverage.look_at_shared()
        trials, uncovered = coverage.trials + ([] if only else list(try_cases(rulebook, examples))), coverage.uncovered
    else:
        trials = list(try_examples(rulebook, examples, only))
    failed = [trial for trial in trials if not trial.passed]
    lines = [wording(language, "trial.failed", name=trial.name, wanted=trial.wanted, got=trial.got) for trial in failed]
    lines += [wording(language, f"trial.{each.key}", rule=each.rule, what=each.what) for each in uncovered]
    lines.append(
        wording(language, "trial.summary", passed=sum(trial.passed for trial in trials), failed=len(trials) - sum(trial.passed for trial in trials))
    )
    return "\n".join(lines), not failed and not uncovered
