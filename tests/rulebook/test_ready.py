"""Ready texts of a rule file: which mistakes the loader tells, and what the shipped ones hold to."""

import json
from collections.abc import Callable

import pytest
from tiny_rulebooks import rule_file

from chataudit.detectors.by_verdict import ByVerdict
from chataudit.errors import RulebookError
from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.json_schema import rule_file_schema
from chataudit.rulebook.loader import load_rulebook
from chataudit.rulebook.ready import ReadyWording
from chataudit.rulebook.rulebook import Rulebook
from chataudit.wording.template import template

RULES = "rules: [{id: R01.word, kind: message, title: {ru: слово}, match: {say: [слово]}}]"


def with_ready(text: str) -> str:
    """A rule file with one ready text, written as the inside of a YAML mapping."""
    return rule_file(f"  ready:\n    - {{{text}}}\n{RULES}")


@pytest.fixture(scope="module")
def shipped() -> Rulebook:
    return load_rulebook(builtin_rules())


def test_text_with_known_placeholders_is_read(make_rulebook: Callable[..., Rulebook]) -> None:
    rulebook = make_rulebook(with_ready("to: class_chat, title: {ru: а}, text: {ru: '{teacher} {R01_word:раз|раза|раз} {R01_word_last}'}"))

    assert [each.to for each in rulebook.recommendations[1].ready] == ["class_chat"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("to: class_chat, title: {ru: а}, text: {ru: 'от {teachr}'}", "rules.unknown_placeholder"),
        ("to: class_chat, title: {ru: '{word}'}, text: {ru: а}", "rules.unknown_placeholder"),
        ("to: private, title: {ru: а}, text: {ru: '{episodes}'}", "rules.unknown_placeholder"),
        ("to: private, title: {ru: а}, text: {ru: а}, when: {known: [creatr]}", "rules.unknown_placeholder"),
        ("to: private, title: {ru: а}, text: {ru: а}, when: {found: [R02.word]}", "ready.foreign_rule"),
        ("to: private, title: {ru: а}, text: {ru: '{ teacher }'}", "ready.brace"),
        ("to: private, title: {ru: а}, text: {ru: ' '}", "ready.empty"),
        ("to: private, title: {ru: а}, text: {}", "ready.empty"),
        ("to: class_chat, title: {ru: а}, text: {ru: 'сказали {R01_word_people}'}", "ready.personal"),
        ("to: parents, title: {ru: а}, text: {ru: '{creator}'}", "ready.personal"),
        ("to: everybody, title: {ru: а}, text: {ru: а}", "yaml.bad_choice"),
        ("to: private, title: {ru: а}, text: {ru: а}, when: {verdicts: [met]}", "yaml.bad_choice"),
        ("to: private, title: {ru: а}, txet: {ru: а}, text: {ru: а}", "yaml.unknown_key_near"),
    ],
)
def test_mistake_in_a_ready_text_is_told_with_its_place(text: str, key: str, make_rulebook: Callable[..., Rulebook]) -> None:
    with pytest.raises(RulebookError) as refused:
        make_rulebook(with_ready(text))

    (complaint,) = refused.value.complaints
    assert complaint.key == key
    line = with_ready(text).split("\n").index(f"    - {{{text}}}") + 1
    assert complaint.place.endswith(f"/R01.yaml:{line}")


def test_unknown_placeholder_is_answered_by_the_known_ones(make_rulebook: Callable[..., Rulebook]) -> None:
    with pytest.raises(RulebookError) as refused:
        make_rulebook(with_ready("to: class_chat, title: {ru: а}, text: {ru: '{teachr}'}"))

    known = str(refused.value.complaints[0].details["known"]).split(", ")
    assert {"teacher", "chat", "hours", "R01_word", "R01_word_people"} <= set(known)


@pytest.mark.parametrize("to", ["private", "administration"])
def test_people_may_be_named_in_private_and_to_the_administration(to: str, make_rulebook: Callable[..., Rulebook]) -> None:
    rulebook = make_rulebook(with_ready(f"to: {to}, title: {{ru: а}}, text: {{ru: 'сказали {{R01_word_people}}'}}"))

    assert rulebook.recommendations[1].ready


@pytest.mark.parametrize("messenger", ["telegram", "whatsapp"])
@pytest.mark.parametrize("verdict", ["violated", "partly"])
def test_each_shipped_recommendation_that_can_be_violated_has_a_text(verdict: str, messenger: str, shipped: Rulebook) -> None:
    """A text for whatever was found, or one for every rule that finds messages or people."""
    for recommendation in shipped.recommendations.values():
        if verdict not in {case.verdict for case in recommendation.verdict.cases}:
            continue
        offered = [each.when for each in recommendation.ready if verdict in each.when.verdicts and messenger in (each.when.messenger or [messenger])]
        own = {rule for rule in shipped.findings_of(recommendation.number) if not isinstance(shipped.rules[rule], ByVerdict)}
        always = any(not when.found and not when.known for when in offered)
        assert always or {rule for when in offered for rule in when.found} >= own, recommendation.number


@pytest.mark.parametrize("part", ["title", "text"])
def test_shipped_texts_are_in_both_languages_with_the_same_facts(part: str, shipped: Rulebook) -> None:
    ready = [each for recommendation in shipped.recommendations.values() for each in recommendation.ready]
    for each in ready:
        texts = getattr(each, part)
        assert list(texts) == ["ru", "en"]
        assert template(texts["ru"]).names == template(texts["en"]).names, texts["ru"]


def test_schema_for_editors_knows_where_texts_go() -> None:
    schemas = json.loads(rule_file_schema())["$defs"]

    assert schemas["ReadyWording"]["properties"]["to"] == {"enum": ["class_chat", "private", "administration", "parents"]}
    assert schemas["ReadyWording"]["required"] == ["to", "title", "text"]


def test_shipped_titles_differ_within_a_recommendation_and_a_messenger(shipped: Rulebook) -> None:
    def titles(ready: list[ReadyWording]) -> list[str]:
        return [each.title["ru"] for each in ready]

    assert all(len(set(titles(each.ready))) == len(each.ready) for each in shipped.recommendations.values())
