"""Rules told to people: the list of them, one in full, and how their examples went."""

from __future__ import annotations

import difflib
from pathlib import Path

from chataudit.errors import ConfigError
from chataudit.reliability import tell_reliability
from chataudit.rulebook.rulebook import Recommendation, Rulebook
from chataudit.trials.coverage import Coverage, Uncovered
from chataudit.trials.trial import Example, read_examples, try_cases, try_examples
from chataudit.verdicts.base import Case
from chataudit.verdicts.without_chat import GroupCase
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
                lines.append(f"  {_rule_line(rulebook, rule, language)}")
    return "\n".join(lines)


def _rule_line(rulebook: Rulebook, rule: str, language: Language) -> str:
    described = rulebook.rules[rule]
    return f"{'+' if described.effect == 'evidence' else ' '}{rule:<24} {choose(described.title, language)}"


def explain(rulebook: Rulebook, folder: Path, code: str, language: Language) -> str:
    """Return what a rule looks for, why, its thresholds, examples and advice; of a recommendation's number what it asks and its rules.

    Raises:
        ConfigError: no such rule or recommendation.
    """
    if code.isdecimal() and int(code) in rulebook.recommendations:
        return _explain_recommendation(rulebook, rulebook.recommendations[int(code)], language)
    for recommendation in rulebook.recommendations.values():
        for case in recommendation.without_chat:
            if case.finding == code:
                return _explain_group(case, recommendation, language)
    return _explain_rule(rulebook, folder, check_code(rulebook, code), language)


def _explain_recommendation(rulebook: Rulebook, recommendation: Recommendation, language: Language) -> str:
    rules = [rule for rule, number in rulebook.recommendation_of.items() if number == recommendation.number]
    parts = [f"{recommendation.number}. {choose(recommendation.title, language)}"]
    parts += _letter(recommendation, language) + _verdict(recommendation, language)
    if rules:
        parts += _block("rules", "\n".join(_rule_line(rulebook, rule, language) for rule in rules), language)
    return "\n".join([*parts, *_advice(recommendation, language)])


def _explain_group(case: GroupCase, recommendation: Recommendation, language: Language) -> str:
    parts = [f"{case.finding} · {choose(case.because, language)}", _effect("finding", recommendation, language)]
    parts += [wording(language, "explain.group"), *_letter(recommendation, language)]
    parts += _block("severity", wording(language, f"severity.{case.severity}"), language)
    return "\n".join([*parts, *_advice(recommendation, language)])


def _explain_rule(rulebook: Rulebook, folder: Path, code: str, language: Language) -> str:
    rule = rulebook.rules[code]
    recommendation = rulebook.recommendations[rulebook.recommendation_of[code]]
    parts = [f"{code} · {choose(rule.title, language)}", _effect(rule.effect, recommendation, language), *_letter(recommendation, language)]
    if rule.effect == "finding":
        parts += _block("severity", wording(language, f"severity.{rule.severity}"), language)
    if rule.unless:
        parts += _block("unless", "\n".join(choose(exception.because, language) for exception in rule.unless), language)
    told = tell_reliability(rulebook.measured.rules.get(code) if rulebook.measured else None, language)
    if told:
        parts += _block("reliability", told, language)
    if rule.study and language == "en":  # studies are written in English, for those who tend the rules
        parts += _block("study", rule.study, language)
    parts += _verdict(recommendation, language)
    own = read_examples(folder, rulebook).of_rules.get(code)
    if own:
        parts += _block("found", "\n".join(_shown(each) for each in own.found[:SHOWN_EXAMPLES]), language)
        parts += _block("spared", "\n".join(_shown(each) for each in own.spared[:SHOWN_EXAMPLES]), language)
    return "\n".join([*parts, *_advice(recommendation, language)])


def _block(key: str, text: str, language: Language) -> list[str]:
    return ["", wording(language, f"explain.{key}"), *(f"  {each}" for each in text.strip("\n").splitlines())]


def _effect(effect: str, recommendation: Recommendation, language: Language) -> str:
    return wording(language, f"explain.effect.{effect}", number=recommendation.number, title=choose(recommendation.title, language))


def _letter(recommendation: Recommendation, language: Language) -> list[str]:
    return _block("clause", choose(recommendation.clause, language), language) + _block("why", choose(recommendation.why, language), language)


def _verdict(recommendation: Recommendation, language: Language) -> list[str]:
    return _block("verdict", "\n".join(_case_line(case, language) for case in recommendation.verdict.cases), language)


def _advice(recommendation: Recommendation, language: Language) -> list[str]:
    return _block("advice", choose(recommendation.advice, language), language)


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
