"""A rulebook tried on its own examples."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tiny_rulebooks import message_rule, rule_file

from chataudit.errors import RulebookError
from chataudit.rulebook.rulebook import Rulebook
from chataudit.trials.trial import Examples, RuleExamples, Trial, read_examples, try_examples

Makes = Callable[..., Rulebook]
RULE = message_rule("{say: [слово]}")
LAST = "{verdict: violated, because: {ru: иначе}}"
ADMINISTERED = f"{{policy: administered, cases: [{{verdict: met, when: {{creator: teacher}}, because: {{ru: сама}}}}, {LAST}]}}"
REACHED = f"{{policy: reached, contact: R01.word, cases: [{{verdict: met, when: {{outside: '== 0'}}, because: {{ru: все}}}}, {LAST}]}}"


def with_examples(rules: str, *, found: str = "[]", spared: str = "[]", cases: str = "[]") -> str:
    return f"{rules}---\nexamples:\n  R01.word: {{found: {found}, spared: {spared}}}\ncases: {cases}\n"


@pytest.fixture
def trials(make_rulebook: Makes, tmp_path: Path) -> Callable[..., list[Trial]]:
    """The trials of a rule file with its examples."""

    def try_all(*args: str, **examples: str) -> list[Trial]:
        rulebook = make_rulebook(with_examples(*args, **examples))
        return list(try_examples(rulebook, read_examples(tmp_path, rulebook)))

    return try_all


Tries = Callable[..., list[Trial]]


@pytest.mark.parametrize(
    ("example", "passes"),
    [
        ('"слово"', True),
        ('"дело"', False),
        ('{teacher: "слово"}', True),
        ('{chat: "[10:00] Ольга: слово"}', True),
        ('{chat: "[10:00] Ольга: слово  <<"}', True),
        ('{chat: "[10:00] Ольга: слово\\n[10:01] Ольга: дело  <<"}', False),
        ('{chat: "[10:00] Ольга: слово  <<\\n[10:01] Ольга: слово"}', False),
        ('{chat: "no such line"}', False),
    ],
)
def test_example_to_be_found_passes_where_exactly_its_lines_are(example: str, trials: Tries, *, passes: bool) -> None:
    assert [trial.passed for trial in trials(RULE, found=f"[{example}]")] == [passes]


@pytest.mark.parametrize(
    ("example", "passes"), [('"дело"', True), ('"слово"', False), ('{chat: "[10:00] Ольга: дело\\n[10:01] Ольга: слово"}', False)]
)
def test_example_to_be_spared_passes_where_nothing_is_found(example: str, trials: Tries, *, passes: bool) -> None:
    assert [trial.passed for trial in trials(RULE, spared=f"[{example}]")] == [passes]


def test_trial_tells_the_lines_wanted_and_got(trials: Tries) -> None:
    (trial,) = trials(RULE, found='[{chat: "[10:00] Ольга: слово\\n[10:01] Ольга: дело <<"}]')

    assert (trial.wanted, trial.got) == ("2", "1")
    assert trial.name.startswith("R01.word found 1")


@pytest.mark.parametrize(
    ("case", "passes"),
    [
        ("{name: чисто, expect: met, chat: '[10:00] Ольга: да'}", True),
        ("{name: найдено, expect: violated, chat: '[10:00] Ольга: слово'}", True),
        ("{name: ошибка, expect: partly, chat: '[10:00] Ольга: слово'}", False),
        ("{name: строка, expect: met, chat: 'no such line'}", False),
    ],
)
def test_verdict_case_passes_where_the_verdict_is_the_expected(case: str, trials: Tries, *, passes: bool) -> None:
    assert [trial.passed for trial in trials(RULE, cases=f"[{case}]")] == [passes]


def test_verdict_case_may_name_what_is_needed(trials: Tries) -> None:
    rules = rule_file("rules: [{id: R01.word, kind: late, title: {ru: а}}]", verdict=ADMINISTERED) + "\n"
    cases = "[{name: никто, expect: unknown, needs: [teacher], no_teacher: true, chat: '-- create_group Ольга: Ирина'}]"

    assert [trial.passed for trial in trials(rules, cases=cases)] == [True]


def test_example_may_tell_the_platform_the_roster_and_an_absent_teacher(trials: Tries) -> None:
    rules = rule_file("rules: [{id: R01.word, kind: message, title: {ru: а}, match: {say: [слово]}}]", verdict=REACHED) + "\n"
    cases = """
      - {name: дома, expect: met, roster: ["Ким Тимур, Ким Анна"], chat: "[10:00] Ким Анна: да"}
      - name: вне
        expect: violated
        roster: ["Ким Тимур, Ким Анна, 2024-09-01", "Иванов Пётр, Иванова Ольга"]
        absent_teacher: true
        chat: "[10:00] Иванова Ольга: да"
      - {name: платформа, expect: met, platform: whatsapp, chat: "[10:00] Ольга: да"}"""

    assert [trial.passed for trial in trials(rules, cases=cases)] == [True, True, True]


@pytest.mark.parametrize("line", ["Ким Тимур", "Ким Тимур, Ким Анна, вчера", "Ким Тимур, Ким Анна, 2024-09-01, ещё"])
def test_case_with_a_bad_line_of_a_roster_does_not_pass(line: str, trials: Tries) -> None:
    (trial,) = trials(RULE, cases=f'[{{name: список, expect: met, roster: ["{line}"], chat: "[10:00] Ольга: да"}}]')

    assert not trial.passed
    assert trial.wanted == "examples.bad_line"


def test_one_rule_can_be_tried_alone(make_rulebook: Makes, tmp_path: Path) -> None:
    rulebook = make_rulebook(with_examples(RULE, found='["слово"]', cases="[{name: а, expect: met, chat: '[10:00] Ольга: да'}]"))
    examples = read_examples(tmp_path, rulebook)

    assert [trial.name.split(":")[0] for trial in try_examples(rulebook, examples, "R01.word")] == ["R01.word found 1"]
    assert list(try_examples(rulebook, examples, "R09.none")) == []


def test_mistakes_in_examples_are_told_with_the_line_of_the_file(make_rulebook: Makes, tmp_path: Path) -> None:
    text = RULE + "---\nexamples:\n  R01.word:\n    fuond: [слово]\n"
    rulebook = make_rulebook(text)

    with pytest.raises(RulebookError) as refused:
        read_examples(tmp_path, rulebook)

    (complaint,) = refused.value.complaints
    assert complaint.key == "yaml.unknown_key_near"
    assert complaint.place.endswith(f"R01.yaml:{text.count(chr(10))}")


def test_examples_of_an_unknown_rule_are_refused(make_rulebook: Makes, tmp_path: Path) -> None:
    rulebook = make_rulebook(RULE + "---\nexamples: {R01.wrod: {found: [слово]}}\n")

    with pytest.raises(RulebookError) as refused:
        read_examples(tmp_path, rulebook)

    assert [each.key for each in refused.value.complaints] == ["rules.unknown_rule"]


def test_rulebook_without_examples_has_no_trials(make_rulebook: Makes, tmp_path: Path) -> None:
    rulebook = make_rulebook(RULE)

    assert read_examples(tmp_path, rulebook) == Examples()
    assert list(try_examples(rulebook, Examples({"R01.word": RuleExamples()}))) == []


def test_rule_that_stands_by_a_verdict_is_tried_after_it(trials: Tries) -> None:
    rules = rule_file("rules: [{id: R01.word, kind: by_verdict, verdicts: [violated], title: {ru: а}}]", verdict=ADMINISTERED) + "\n"

    tried = trials(rules, found='[{chat: "-- create_group Ольга: Учитель"}]', spared='[{chat: "-- create_group Учитель: Ольга"}]')

    assert [trial.passed for trial in tried] == [True, True]
