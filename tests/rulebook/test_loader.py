"""A folder of rule files read as one rulebook; all that is wrong with it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tiny_rulebooks import COUNT, TINY_RULES, message_rule, rule_file

from chataudit.errors import Complaint, ExitCode, RulebookError
from chataudit.rulebook.loader import find_circle, load_rulebook
from chataudit.rulebook.rulebook import Rulebook
from chataudit.wording import wording

Makes = Callable[..., Rulebook]
GOOD = message_rule("{say: [слово]}")


@pytest.fixture
def complaints(make_rulebook: Makes) -> Callable[..., list[Complaint]]:
    """All complaints about rule files."""

    def complain(*files: str) -> list[Complaint]:
        with pytest.raises(RulebookError) as refused:
            make_rulebook(*files)
        assert refused.value.exit_code is ExitCode.USAGE
        return refused.value.complaints

    return complain


Complains = Callable[..., list[Complaint]]


def keys(found: list[Complaint]) -> list[str]:
    return [each.key for each in found]


def test_files_of_a_folder_and_of_its_folders_are_one_rulebook(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "tiny.yaml").write_text(TINY_RULES, encoding="utf-8")
    (tmp_path / "inner" / "one.yaml").write_text(message_rule("{is: polite}", rule="R02.word", number=2), encoding="utf-8")
    (tmp_path / "two.yaml").write_text(message_rule("{say: [<thanks>]}"), encoding="utf-8")
    (tmp_path / "words.yaml").write_text("\ufeffchataudit: 1\nwords: {thanks: [спасибо]}\nconditions: {polite: {say: [<thanks>]}}", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a rule file", encoding="utf-8")

    rulebook = load_rulebook(tmp_path)

    assert rulebook.pack.name == "tiny"
    assert list(rulebook.recommendations) == [1, 2]
    assert rulebook.recommendation_of == {"R02.word": 2, "R01.word": 1}
    assert set(rulebook.lists) == {"thanks"}
    assert set(rulebook.conditions) == {"polite"}


def test_examples_behind_a_line_of_dashes_are_not_read(make_rulebook: Makes) -> None:
    assert list(make_rulebook(GOOD + "---\nexamples: [this is: none of the loader's business\n").rules) == ["R01.word"]


def test_words_of_a_built_in_folder_can_be_used(tmp_path: Path) -> None:
    pack = TINY_RULES[TINY_RULES.index("pack:") : TINY_RULES.index("context:")]
    (tmp_path / "pack.yaml").write_text(f"chataudit: 1\n{pack}  uses: [russian]\n", encoding="utf-8")
    (tmp_path / "one.yaml").write_text(GOOD, encoding="utf-8")

    assert load_rulebook(tmp_path).context.cast.parent


def test_scalars_are_those_of_yaml_1_2(make_rulebook: Makes) -> None:
    rules = make_rulebook(GOOD.replace("слово]", "no, 22:00, 7]"))

    (rule,) = rules.rules.values()
    assert [pattern.text for pattern in rule.match.say] == ["no", "22:00", "7"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("match", "key"),
    [
        ("{sya: [слово]}", "yaml.unknown_key_near"),
        ("{zzz: [слово]}", "yaml.unknown_key"),
        ("{say: слово}", "yaml.not_list"),
        ("{say: ['слово', '(а']}", "pattern.bad_word"),
        ("{say: ['']}", "pattern.empty"),
        ("{say: ['очень?']}", "pattern.only_gaps"),
        ("{say: ['@none']}", "pattern.unknown_class"),
        ("{regex: ['(а']}", "yaml.bad_regex"),
        ("{regex: ['\\d+']}", "yaml.regex_without_literal"),
        ("{quiet_before: 30}", "yaml.bad_duration"),
        ("{question: yes}", "yaml.not_bool"),
        ("{words: {min: many}}", "yaml.not_int"),
        ("{kind: [stiker]}", "yaml.bad_choice_near"),
        ("{role: [zzz]}", "yaml.bad_choice"),
        ("{has: [zzz]}", "yaml.bad_choice"),
        ("{say: [слово], say: [дело]}", "yaml.duplicate_key"),
        ("{before: {within: 5m}}", "yaml.missing_key"),
        ("{say: [<thanks>]}", "rules.unknown_list"),
        ("{any: [{not: {say: ['(а|<thanks>)']}}]}", "rules.unknown_list"),
        ("{only: {of: [<thanks>]}}", "rules.unknown_list"),
        ("{together: {groups: [[слово], [<thanks>]]}}", "rules.unknown_list"),
        ("{is: polite}", "rules.unknown_condition"),
        ("{rule: [R09.none]}", "rules.unknown_rule"),
        ("{rule: [R01.wrod]}", "rules.unknown_rule_near"),
        ("{rule: [R01.word]}", "rules.cycle"),
        ("{}", "rules.empty_condition"),
        ("{sign: {ru: знак}, weight: 2}", "rules.empty_condition"),
        ("{any: []}", "rules.empty_condition"),
        ("{not: {say: []}}", "rules.empty_condition"),
        ("{together: {groups: []}}", "rules.empty_condition"),
        ("{together: {groups: [[слово], []]}}", "rules.empty_condition"),
        ("{signs: [{say: [слово], weight: 0.5}, {say: [дело], weight: -3}], threshold: 1}", "rules.unreachable"),
        ("{at_least: {count: 3, of: [{say: [слово]}, {say: [дело]}]}}", "rules.unreachable"),
    ],
)
def test_mistake_in_a_condition_is_told(match: str, key: str, complaints: Complains) -> None:
    assert keys(complaints(message_rule(match))) == [key]


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        ("{id: R01.a, kind: burts, title: {ru: а}}", "yaml.bad_choice"),
        ("{id: R01.a, title: {ru: а}}", "yaml.bad_choice"),
        ("{id: R01.a, kind: message, title: {ru: а}}", "yaml.missing_key"),
        ("{id: R01.a, kind: burst, title: {ru: а}, gap: 3 minutes}", "yaml.bad_duration"),
        ("{id: R01.a, kind: late, title: {ru: а}, severity: grave}", "yaml.bad_choice"),
        ("{id: R01.a, kind: late, title: {ru: а}, needs: [teecher]}", "yaml.bad_choice_near"),
        ("{id: R01.a, kind: late, title: {ru: а}, unless: [{name: no, say: [да]}]}", "yaml.missing_key"),
        ("{id: R01.a, kind: late, title: {ru: а}, major_when: {rule: [R09.none]}}", "rules.unknown_rule"),
        ("{id: R01.a, kind: newcomer, title: {ru: а}, after: 30d, instructed_by: [R09.none]}", "rules.unknown_rule"),
        ("{id: R01.a, kind: newcomer, title: {ru: а}, after: 30d, instructed_by: [R01.a]}", "rules.cycle"),
        ("{id: R01.a, kind: by_verdict, title: {ru: а}, verdicts: [violated], when: {creator: other}}", "rules.unknown_measure"),
        ("{id: R01.a, kind: late, title: {ru: а}, message: {ru: 'в {tmie}'}}", "rules.unknown_placeholder"),
    ],
)
def test_mistake_in_a_rule_is_told(rule: str, key: str, complaints: Complains) -> None:
    assert keys(complaints(rule_file(f"rules: [{rule}]"))) == [key]


@pytest.mark.parametrize(
    ("verdict", "key"),
    [
        ("{policy: cuont, cases: []}", "yaml.bad_choice"),
        ("{policy: count, cases: []}", "rules.no_last_case"),
        ("{policy: count, cases: [{verdict: met, when: {findings: '== 0'}, because: {ru: а}}]}", "rules.no_last_case"),
        (
            "{policy: count, cases: [{verdict: met, when: {shares: '== 0'}, because: {ru: а}}, {verdict: met, because: {ru: а}}]}",
            "rules.unknown_measure",
        ),
        ("{policy: count, cases: [{verdict: met, when: {findings: '=> 0'}, because: {ru: а}}]}", "yaml.bad_comparison"),
        ("{policy: count, cases: [{verdict: met, because: {ru: 'найдено {fundings}'}}]}", "rules.unknown_placeholder"),
        ("{policy: count, cases: [{verdict: fine, because: {ru: а}}]}", "yaml.bad_choice"),
        ("{policy: reached, contact: R01.none, cases: [{verdict: met, because: {ru: а}}]}", "rules.unknown_rule_near"),
    ],
)
def test_mistake_in_a_verdict_is_told(verdict: str, key: str, complaints: Complains) -> None:
    rules = "rules: [{id: R01.one, kind: late, title: {ru: а}}]"

    assert keys(complaints(rule_file(rules, verdict=verdict))) == [key]


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ("words: {a: [<b>], b: [<c>], c: [<a>]}", "rules.cycle"),
        ("words: {a: [<b>]}", "rules.unknown_list"),
        ("conditions: {a: {is: b}, b: {not: {is: a}}}", "rules.cycle"),
        ("conditions: {a: {rule: [R01.word]}}\nwords: {a: [слово]}", "rules.duplicate_name"),
        ("recommendation: {number: 3}", "yaml.missing_key"),
        ("rules: [{id: R02.a, kind: late, title: {ru: а}}]", "rules.no_recommendation"),
        ("pack: {name: two, version: '1', title: {ru: второй}}", "rules.pack_twice"),
        ("words: {thanks: &a [спасибо]}", "yaml.alias"),
        ("words: [спасибо]", "yaml.not_mapping"),
    ],
)
def test_mistake_in_what_rules_share_is_told(more: str, key: str, complaints: Complains) -> None:
    assert set(keys(complaints(GOOD, f"chataudit: 1\n{more}\n"))) == {key}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("profile: [учитель", "profile: [<titles>", "rules.unknown_list"),
        ("announces: {say: [", "announces: {rule: [R09.none], say: [", "rules.unknown_rule"),
        ('default: {from: "07:00"', "default: {from: 7 утра", "yaml.bad_clock"),
        ("после (?P<to_h>", "после (P<to_h>(", "yaml.bad_regex"),
    ],
)
def test_mistake_in_the_context_is_told(old: str, new: str, key: str, tmp_path: Path) -> None:
    (tmp_path / "tiny.yaml").write_text(TINY_RULES.replace(old, new), encoding="utf-8")
    (tmp_path / "one.yaml").write_text(GOOD, encoding="utf-8")

    with pytest.raises(RulebookError) as refused:
        load_rulebook(tmp_path)

    assert keys(refused.value.complaints) == [key]


def test_same_rule_number_or_name_in_two_files_is_told_with_the_first_place(complaints: Complains, tmp_path: Path) -> None:
    found = complaints(GOOD + "words: {thanks: [спасибо]}\n", GOOD + "words: {thanks: [спс]}\n")

    assert keys(found) == ["rules.duplicate_number", "rules.duplicate_name", "rules.duplicate_id"]
    assert {str(each.details["first"]).split(":")[0] for each in found} == {f"{tmp_path.name}/R01.yaml"}


def test_all_mistakes_of_all_files_are_told_at_once_with_file_and_line(complaints: Complains, tmp_path: Path) -> None:
    found = complaints(
        "chataudit: 1\nwords:\n  a: ['(']\nconditions:\n  b: {sya: [да]}\n",
        "chataudit: 1\nwords:\n  c: слово\n",
    )

    assert [(each.place, each.key) for each in found] == [
        (f"{tmp_path.name}/R01.yaml:3", "pattern.bad_word"),
        (f"{tmp_path.name}/R01.yaml:5", "yaml.unknown_key_near"),
        (f"{tmp_path.name}/R02.yaml:3", "yaml.not_list"),
    ]


def test_mistake_between_files_has_the_line_of_its_structure(complaints: Complains) -> None:
    text = rule_file("rules:\n  - id: R01.word\n    kind: message\n    title: {ru: слово}\n    match:\n      any:\n        - say: [<thanks>]\n")
    (complaint,) = complaints(text)

    assert complaint.place.endswith(f"R01.yaml:{text[: text.index('say:')].count(chr(10)) + 1}")


@pytest.mark.parametrize(("name", "near"), [("wodr", "word"), ("words", "word")])
def test_name_that_is_nearly_right_is_told_with_the_nearest(name: str, near: str, complaints: Complains) -> None:
    (complaint,) = complaints(message_rule(f"{{say: [<{name}>]}}") + "words: {word: [слово], deed: [дело]}\n")

    assert (complaint.key, complaint.details["near"]) == ("rules.unknown_list_near", near)


@pytest.mark.parametrize("match", ["{question: false}", "{reply: false}", "{any: [{words: {max: 0}}]}", "{only: {of: [слово]}}", "{kind: [photo]}"])
def test_condition_of_one_key_is_no_mistake(match: str, make_rulebook: Makes) -> None:
    assert list(make_rulebook(message_rule(match)).rules) == ["R01.word"]


def test_newer_format_is_refused(complaints: Complains) -> None:
    assert keys(complaints(GOOD.replace("chataudit: 1", "chataudit: 2"))) == ["rules.format"]


def test_file_of_another_encoding_is_told(complaints: Complains, tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_bytes("words: {а: [б]}".encode("cp1251"))

    assert keys(complaints(GOOD)) == ["rules.unreadable"]


@pytest.mark.parametrize(("folder", "key"), [("none", "rules.no_folder"), (".", "rules.no_files")])
def test_folder_without_rules_is_refused(folder: str, key: str, tmp_path: Path) -> None:
    with pytest.raises(RulebookError) as refused:
        load_rulebook(tmp_path / folder)

    assert keys(refused.value.complaints) == [key]


def test_rulebook_lacks_nothing_that_every_rulebook_needs(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("chataudit: 1\nwords: {a: [да]}\n", encoding="utf-8")

    with pytest.raises(RulebookError) as refused:
        load_rulebook(tmp_path)

    assert keys(refused.value.complaints) == ["rules.no_pack", "rules.no_context", "rules.no_names", "rules.no_rules"]


def test_unknown_built_in_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "tiny.yaml").write_text(TINY_RULES.replace("context:", "  uses: [martian]\ncontext:"), encoding="utf-8")
    (tmp_path / "one.yaml").write_text(GOOD, encoding="utf-8")

    with pytest.raises(RulebookError) as refused:
        load_rulebook(tmp_path)

    assert keys(refused.value.complaints) == ["rules.unknown_pack"]


def test_every_complaint_has_a_sentence_in_both_languages(complaints: Complains) -> None:
    bad = rule_file("rules: [{id: R01.a, kind: late, titel: {ru: а}}]", verdict=COUNT.replace("findings:", "fundings:"))

    for each in complaints(bad, "chataudit: 1\nwords: {a: ['(', '@b'], a: [c]}\n"):
        assert "…" not in wording("ru", each.key, **each.details)
        assert "…" not in wording("en", each.key, **each.details)


def test_circle_among_names_is_found_and_a_fork_is_none() -> None:
    assert find_circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert find_circle({"a": {"a"}}) == ["a", "a"]
    assert find_circle({"a": {"b", "c"}, "b": {"d"}, "c": {"d"}}) == []
