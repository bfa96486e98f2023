"""Findings as JSON, column by column: the same bytes as one by one, whatever the chat holds."""

from collections.abc import Callable

import pytest
from tiny_rulebooks import message_rule, rule_file

from chataudit.findings import FindingList, Report
from chataudit.reporters.json_text import encode_lines
from chataudit.rulebook.rulebook import Rulebook

RULES = (
    message_rule(
        "{any: [{sign: {ru: знак}, say: [слово]}, {sign: {ru: дело}, say: [дело]}]}",
        ", sure_when: {say: [дело]}, major_when: {say: [слово]}, message: {ru: '{author} в {time}'}",
    ),
    rule_file("rules: [{id: R02.burst, kind: burst, gap: 3m, title: {ru: очередь}, message: {ru: '{count:раз|раза|раз}'}}]", number=2),
)
CHATS = {
    "none": "[10:00] Ольга: да",
    "alone": "[10:00] Ольга: слово",
    "first and last": "[10:00] Ольга: слово и дело\n[10:30] Ирина: да\n[11:00] Ольга: дело",
    "runs": "[10:00] Ольга: слово\n[10:01] Ольга: слово\n[10:02] Ольга: слово",
    "events between": "[10:00] Ольга: раз\n-- pin Ольга\n[10:30] Ирина: слово\n-- pin Ольга",
    "escaped": '[10:00] Ольга: «слово» "\\u202e\x7f\u2028',
    "half a character": "[10:00] Ольга: слово \ud83d",
    "long": f"[10:00] Ольга: слово {'и так далее ' * 50}",
}


@pytest.mark.parametrize("lines", CHATS.values(), ids=CHATS)
def test_findings_are_encoded_as_if_made_one_by_one(lines: str, make_rulebook: Callable[..., Rulebook], report_on: Callable[..., Report]) -> None:
    findings = report_on(lines, make_rulebook(*RULES)).findings

    assert b"\n".join(findings.encode(encode_lines)) == b"\n".join(FindingList(findings).encode(encode_lines))
