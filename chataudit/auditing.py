"""The whole flow: a chat and a rulebook in, a report out. No step reaches back, none prints or opens anything."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal

import chataudit
from chataudit.advising.texts import Advisor
from chataudit.asking import Answers
from chataudit.charting import make_charts
from chataudit.chat import Chat, Skipped
from chataudit.config import Settings
from chataudit.context.context import Context
from chataudit.context.quiet_hours import WorkingHours
from chataudit.establish import prepare_answers
from chataudit.findings import SCHEMA, SCORE_OF, ChatFacts, QuietHours, RecommendationResult, Report, RulebookName, RuleSummary, Teacher, Warning_
from chataudit.foreign_writing import warn_of_foreign_writing
from chataudit.quoting import Quotes, shown_offset
from chataudit.reliability import tell_reliability, wrong_of_hundred
from chataudit.rulebook.rulebook import Recommendation, Rulebook
from chataudit.showing import LazyFindings, make_evidence
from chataudit.verdicts.base import Between, Decision, Measures, Missing
from chataudit.wording import Language, choose, wording
from chataudit.wording.template import template

_UNSCORED: Final = ("unknown", "not_applicable")


def audit(chat: Chat, rulebook: Rulebook, settings: Settings, *, language: Language, generated_at: datetime) -> Report:
    """Judge a chat by a rulebook.

    Raises:
        ConfigError: a teacher whom the settings name is not found in the chat.
    """
    answers = prepare_answers(chat, rulebook, settings)
    context = answers.context
    assert context is not None
    for rule in rulebook.rules:
        answers.matches_of(rule)
    decided = {number: answers.decide(each) for number, each in rulebook.recommendations.items()}
    texts = Quotes(context.scene, language)
    advisor = Advisor(answers, language, f"{generated_at:%d.%m.%Y}")
    results = [
        _result(rulebook.recommendations[number], answers, *decision, advisor=advisor, language=language) for number, decision in decided.items()
    ]
    score, low, high = _score(results)
    return Report(
        schema=SCHEMA,
        chataudit=chataudit.__version__,
        language=language,
        rulebook=RulebookName(rulebook.pack.name, rulebook.pack.version, choose(rulebook.pack.title, language)),
        generated_at=generated_at.isoformat(timespec="seconds"),
        chat=_facts(context, texts, language),
        score=score,
        score_low=low,
        score_high=high,
        checked=sum(result.verdict not in _UNSCORED for result in results),
        recommendations=results,
        findings=LazyFindings(answers, texts, language),
        evidence=make_evidence(answers, texts),
        charts=make_charts(answers),
    )


def _result(
    recommendation: Recommendation, answers: Answers, decision: Decision, measures: Measures, *, advisor: Advisor, language: Language
) -> RecommendationResult:
    rulebook = answers.rulebook
    own = [rule for rule, number in rulebook.recommendation_of.items() if number == recommendation.number]
    summaries = [_summary(rule, answers, language) for rule in own]
    counts = {each.rule: each.count for each in summaries}
    filled = {name.replace(".", "_"): value for name, value in {**counts, **_shown(measures)}.items()}
    reason = template(choose(decision.case.because, language)).fill(filled)
    if decision.at_least:
        reason = wording(language, "verdict.at_least", reason=reason)
    if decision.verdict == "unknown" and decision.case.verdict != "unknown":
        reason = wording(language, "verdict.not_enough")
    return RecommendationResult(
        number=recommendation.number,
        title=choose(recommendation.title, language),
        clause=choose(recommendation.clause, language),
        why=choose(recommendation.why, language),
        advice=choose(recommendation.advice, language),
        weight=recommendation.weight,
        verdict=decision.verdict,
        score=SCORE_OF.get(decision.verdict),
        reason=reason,
        needs=list(decision.needs),
        needs_text=[wording(language, f"need.{need}") for need in decision.needs],
        measures=_numbers(measures),
        findings=sum(each.count for each in summaries if each.effect == "finding"),
        rules=summaries,
        beyond_letter=choose(recommendation.beyond_letter, language) if recommendation.beyond_letter else None,
        questions=[choose(question, language) for question in recommendation.questions],
        ready_texts=advisor.texts_for(recommendation, decision.verdict),
    )


def _summary(rule_id: str, answers: Answers, language: Language) -> RuleSummary:
    rule, count = answers.rulebook.rules[rule_id], len(answers.found[rule_id])
    assert answers.context is not None
    lacking = set(rule.needs) & answers.context.lacking
    state: Literal["found", "absent", "unknown"] = "found" if count else "unknown" if lacking else "absent"
    measured = answers.rulebook.measured.rules.get(rule_id) if answers.rulebook.measured else None
    told = tell_reliability(measured, language)
    return RuleSummary(rule_id, choose(rule.title, language), rule.effect, state, count, wrong_of_hundred(measured), told)


def _shown(measures: Measures) -> dict[str, object]:
    """Return measures as texts may quote them: shares also as per cent, bounds by the lower."""
    shown: dict[str, object] = {}
    for name, value in measures.items():
        known = value.low if isinstance(value, Between) else "…" if isinstance(value, Missing) else value
        shown[name] = round(known, 2) if isinstance(known, float) else known
        if "share" in name and isinstance(known, float | int):
            shown[f"{name}_percent"] = round(100 * known)
    return shown


def _numbers(measures: Measures) -> dict[str, int | float | None]:
    numbers: dict[str, int | float | None] = {}
    for name, value in measures.items():
        if isinstance(value, Between):
            numbers |= {f"{name}_low": round(value.low, 4), f"{name}_high": round(value.high, 4)}
        elif not isinstance(value, str):
            numbers[name] = None if isinstance(value, Missing) else round(value, 4) if isinstance(value, float) else value
    return numbers


def _score(results: list[RecommendationResult]) -> tuple[int | None, int | None, int | None]:
    """Return the weighted mean of the scores, and the same with the unknown ones counted as 0 and as 100."""
    scored = [(result.weight, result.score) for result in results if result.score is not None]
    weight, points = sum(each for each, _ in scored), sum(each * score for each, score in scored)
    if not weight:
        return None, None, None
    unknown = sum(result.weight for result in results if result.verdict == "unknown")
    return round(points / weight), round(points / (weight + unknown)), round((points + 100 * unknown) / (weight + unknown))


def _facts(context: Context, texts: Quotes, language: Language) -> ChatFacts:
    scene = context.scene
    chat = scene.chat
    rows = scene.judged_rows
    offsets = chat.messages["utc_offset_min"].dropna()
    people = chat.participants
    present = people["kind"].isin(["person", "deleted"])
    return ChatFacts(
        title=chat.title,
        platform=chat.platform,
        source=chat.source,
        message_count=len(rows),
        participant_count=int(present.sum()),
        first_message_at=texts.quote(int(rows[0])).at if len(rows) else None,
        last_message_at=texts.quote(int(rows[-1])).at if len(rows) else None,
        holds_beginning=context.administration.holds_beginning,
        timezone=shown_offset(int(offsets.iloc[-1])) if len(offsets) else None,
        timezone_origin=chat.timezone,
        quiet_hours=[_hours(period, texts) for period in context.hours],
        teachers=[
            Teacher(
                teacher.name,
                teacher.origin,
                teacher.confidence,
                [template(choose(text, language)).fill(values) for text, values in teacher.evidence],
                teacher.present,
            )
            for teacher in context.teachers
        ],
        truncated=chat.truncated,
        hides=sorted(chat.hides),
        warnings=[
            Warning_(each.line, wording(language, each.key, **each.details))
            for each in (*chat.warnings, *_namesakes(context), *warn_of_foreign_writing(context.scene))
        ],
    )


def _namesakes(context: Context) -> list[Skipped]:
    """Warn of accounts that share a teacher's display name: whoever takes it speaks with her voice."""
    people = context.scene.chat.participants
    counts = people.loc[people["kind"] == "person", "name"].value_counts()
    return [
        Skipped("teacher.namesakes", {"count": int(counts[name])})
        for name in dict.fromkeys(each.name for each in context.teachers)
        if counts.get(name, 0) > 1
    ]


def _hours(period: WorkingHours, texts: Quotes) -> QuietHours:
    working = [f"{minutes // 60:02}:{minutes % 60:02}" for minutes in (period.start, period.end)]
    return QuietHours(texts.quote(period.row).id if period.row >= 0 else None, period.origin, working, list(period.days))
