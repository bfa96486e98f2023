"""The report as a page: what it shows, how it is built, and that it needs nothing but itself."""

import base64
import hashlib
import io
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import msgspec
import pytest
from lxml import html

from chataudit.findings import Finding, FindingList, Findings, Report
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.html.reporter import HtmlReporter

Makes = Callable[..., Report]
Page = html.HtmlElement

HEADINGS = ("h1", "h2", "h3", "h4")


def render(report: Report, *, show_all: bool = False) -> str:
    out = io.BytesIO()
    HtmlReporter().write(report, out, ReportOptions(show_all=show_all))
    return out.getvalue().decode()


def read(report: Report, *, show_all: bool = False) -> Page:
    return html.document_fromstring(render(report, show_all=show_all))


def words(element: Page) -> str:
    return " ".join(element.text_content().replace("\u00a0", " ").split())


def one(page: Page, path: str) -> Page:
    (found,) = page.xpath(path)
    return found


@pytest.fixture
def page(report: Report) -> Page:
    return read(report)


class TestWhatItSays:
    def test_head_names_chat_period_size_and_teacher(self, page: Page) -> None:
        head = words(one(page, "//header"))

        assert "2 «Б» 🎒" in head
        assert "27.08.2024 – 31.05.2025" in head
        assert "181 сообщение, 24 участника" in head
        assert "Сафина Алия Рашидовна определён по переписке, уверенность 93 %" in head
        assert "07:00–21:00" in head

    def test_score_stands_beside_how_much_was_checked_and_its_range(self, page: Page) -> None:
        score = one(page, "//section[contains(@class, 'score')]")

        assert "проверено 12 из 16" in words(score)
        assert "от 43 до 63" in words(score)
        assert words(one(score, ".//svg/title")) == "Оценка 54 из 100, проверено 12 из 16."

    def test_nothing_checked_is_a_question_and_no_zero(self, make_report: Makes) -> None:
        page = read(make_report(score=None, score_low=None, score_high=None, checked=0))

        assert words(one(page, "//*[@class='number' and name()='text']")) == "?"
        assert not page.xpath("//*[name()='circle' and @class='value']")

    def test_each_recommendation_is_shown_in_order_with_verdict_and_reason(self, page: Page, report: Report) -> None:
        shown = page.xpath("//article")

        assert [each.get("id") for each in shown] == [f"r{each.number:02}" for each in report.recommendations]
        for article, result in zip(shown, report.recommendations, strict=True):
            summary = words(article.find("details/summary"))
            assert result.title.replace("\u00a0", " ") in summary
            assert result.reason.replace("\u00a0", " ") in summary

    def test_verdict_is_told_by_sign_and_word(self, page: Page) -> None:
        verdicts = [words(each) for each in page.xpath("//article//*[@class='verdict']")]

        assert verdicts[:3] == ["✓ соблюдается", "~ соблюдается частично", "? нельзя проверить"]
        assert verdicts[14] == "– неприменимо"

    def test_recommendation_opens_to_clause_advice_and_needs(self, page: Page) -> None:
        seventh, fourth = words(one(page, "//article[@id='r07']")), words(one(page, "//article[@id='r04']"))

        assert "Что сказано в документе" in seventh
        assert "п. 7" in seventh
        assert "Напомните, что чат" in seventh
        assert "наше прочтение письма" in seventh
        assert "Список родителей класса" in fourth

    def test_finding_has_quote_author_time_and_the_messages_beside_it(self, page: Page, report: Report) -> None:
        number = next(at for at, each in enumerate(report.findings.of(7)) if each.message_ids == ["1012"])
        finding = page.xpath("//article[@id='r07']//li[contains(@class, 'finding')]")[number]

        assert words(one(finding, ".//blockquote")) == "спс"
        assert words(one(finding, ".//figcaption")) == "Ольга Ким 05.09.2024 04:03 № 1012"
        assert "до этого: Сафина Алия Рашидовна" in words(finding)
        assert "завтра первым уроком фотографирование" in words(finding)
        assert "Одна благодарность, без содержания." in words(finding)

    def test_serious_findings_are_told_by_word(self, page: Page) -> None:
        first, *others = page.xpath("//article[@id='r10']//li[contains(@class, 'finding')]")

        assert "! серьёзное" in words(first)
        assert all("серьёзное" not in words(each) for each in others)

    def test_reliability_of_rules_stands_in_a_table_with_headers(self, make_report: Makes, report: Report) -> None:
        measured = [msgspec.structs.replace(each, reliability="Из ста находок ошибочны пять.") for each in report.recommendations[6].rules]
        results = [msgspec.structs.replace(each, rules=measured) if each.number == 7 else each for each in report.recommendations]
        table = one(read(make_report(recommendations=results)), "//article[@id='r07']//table")

        assert [each.get("scope") for each in table.iter("th")] == ["col", "col", "col", "row"]
        assert "Из ста находок ошибочны пять." in words(table)

    def test_what_cannot_be_checked_says_what_would_settle_it(self, page: Page) -> None:
        assert [each[1:3] for each in page.xpath("//section[@id='unchecked']//a/@href")] == ["r0", "r0", "r1"]
        assert "экспортируйте переписку целиком" in words(one(page, "//section[@id='unchecked']"))

    def test_questions_for_a_person_are_listed(self, page: Page) -> None:
        assert "Устранена ли причина ссоры?" in words(one(page, "//section[@id='questions']"))

    def test_footer_tells_version_limits_and_what_was_not_read(self, page: Page) -> None:
        footer = words(one(page, "//footer"))

        assert "22.11.2026 10:00 программой chataudit 0.1.0" in footer
        assert "kaluga-16 1.0.0" in footer
        assert "Не проверено рекомендаций: 3 (3, 4, 16)." in footer
        assert "строка 812 Неизвестное событие." in footer

    def test_page_is_wholly_in_its_language(self, make_report: Makes) -> None:
        english = read(make_report("en", findings=FindingList([]), evidence=[]))
        ours = " ".join(
            words(each) for each in english.xpath("//h2|//h3[not(ancestor::article)]|//h4|//dt|//th[@scope='col']|//nav|//label|//button|//svg")
        )

        assert english.get("lang") == "en"
        assert not re.findall(r"[А-Яа-яё]+", ours)

    @pytest.mark.parametrize("language", ["ru", "en"])
    def test_nothing_is_escaped_twice(self, make_report: Makes, language: str) -> None:
        assert not re.findall(r"&(?:amp|#39|#34|lt|gt|quot|nbsp);", read(make_report(language)).text_content())


class TestCounts:
    @pytest.fixture
    def crowded(self, make_report: Makes, a_finding: Callable[..., Finding], report: Report) -> Report:
        found = [a_finding("R07.acknowledgement", number, "Дамир", "принято", id=f"f-{number:012x}") for number in range(450)]
        found += [a_finding("R07.picture", number, "Юлия", "[фото]", id=f"f-{number:012x}") for number in range(900, 905)]
        results = [msgspec.structs.replace(each, findings=455 if each.number == 7 else 0) for each in report.recommendations]
        return make_report(findings=FindingList(found), recommendations=results)

    def test_first_findings_of_every_rule_are_shown_and_the_count_of_all_is_told(self, crowded: Report) -> None:
        article = one(read(crowded), "//article[@id='r07']")

        assert len(article.xpath(".//li[contains(@class, 'finding')]")) == 205
        assert "Показано 205 из 455" in words(article)
        assert "455 замечаний" in words(article.find("details/summary"))

    def test_all_are_shown_when_asked_for(self, crowded: Report) -> None:
        article = one(read(crowded, show_all=True), "//article[@id='r07']")

        assert len(article.xpath(".//li[contains(@class, 'finding')]")) == 455
        assert "Показано" not in words(article)

    def test_findings_that_are_not_shown_are_never_made(self, make_report: Makes, report: Report) -> None:
        asked: list[int | None] = []

        class Many(Findings):
            def __len__(self) -> int:
                return 140_000

            def __getitem__(self, index: object) -> Finding:
                raise AssertionError

            def __iter__(self) -> Iterator[Finding]:
                raise AssertionError

            def of(self, recommendation: int, limit: int | None = None, *, of_each_rule: int | None = None) -> Sequence[Finding]:
                asked.append(limit or of_each_rule)
                return report.findings.of(recommendation, limit, of_each_rule=of_each_rule)

        assert "<!doctype html>" in render(make_report(findings=Many()))
        assert None not in asked


class TestReassurance:
    @pytest.fixture
    def calm(self, make_report: Makes, report: Report) -> Makes:
        without = FindingList([each for each in report.findings if each.severity != "major"])
        return lambda **changes: make_report(**{"findings": without, "score": 97, "checked": 12} | changes)

    @staticmethod
    def is_green(page: Page) -> bool:
        return bool(page.xpath("//body[contains(@class, 'reassuring')]") or page.xpath("//*[contains(concat(' ', @class, ' '), ' good ')]"))

    def test_a_good_score_over_enough_is_green(self, calm: Makes) -> None:
        assert self.is_green(read(calm()))

    def test_too_little_checked_is_grey_whatever_the_score(self, calm: Makes) -> None:
        page = read(calm(checked=11))

        assert not self.is_green(page)
        assert words(one(page, "//p[contains(@class, 'tone')]")) == "мало данных"

    def test_a_serious_finding_forbids_green(self, calm: Makes, report: Report) -> None:
        assert not self.is_green(read(calm(findings=report.findings)))

    def test_a_middling_score_is_not_green(self, calm: Makes) -> None:
        assert words(one(read(calm(score=89)), "//p[contains(@class, 'tone')]")) == "есть что поправить"


class TestSelfContained:
    def test_policy_allows_the_pages_own_style_and_script_and_nothing_else(self, page: Page) -> None:
        policy = one(page, "//meta[@http-equiv='Content-Security-Policy']/@content")

        def digest(name: str) -> str:
            return base64.b64encode(hashlib.sha256(one(page, f"//{name}").text.encode()).digest()).decode()

        assert policy == (
            f"default-src 'none'; style-src 'sha256-{digest('style')}'; script-src 'sha256-{digest('script')}'; base-uri 'none'; form-action 'none'"
        )

    def test_nothing_is_fetched(self, page: Page) -> None:
        style = one(page, "//style").text

        assert not page.xpath("//@src | //link | //img | //iframe | //object | //form | //*[@style] | //@*[starts-with(name(), 'on')]")
        assert all(href.startswith("#") for href in page.xpath("//@href"))
        assert "url(" not in style
        assert "@import" not in style
        assert "//" not in style

    def test_policy_comes_before_what_it_governs(self, report: Report) -> None:
        text = render(report)

        assert text.index("Content-Security-Policy") < text.index("<style>") < text.index("<script>")

    def test_same_report_gives_the_same_bytes(self, make_report: Makes) -> None:
        assert render(make_report()) == render(make_report())


class TestReadByMachines:
    def test_anchors_are_unique_and_every_reference_has_its_target(self, page: Page) -> None:
        ids = page.xpath("//@id")
        referred = {href[1:] for href in page.xpath("//@href")} | set(page.xpath("//@for")) | set(page.xpath("//@aria-labelledby"))

        assert len(ids) == len(set(ids))
        assert referred <= set(ids)

    def test_findings_of_one_id_have_permalinks_of_their_own(self, make_report: Makes, a_finding: Callable[..., Finding]) -> None:
        twins = [a_finding("R06.name", None, "Юлия", None, id="f-0123456789ab") for _ in range(3)]
        page = read(make_report(findings=FindingList(twins)))

        assert page.xpath("//a[@class='permalink']/@href") == ["#f-0123456789ab", "#f-0123456789ab-2", "#f-0123456789ab-3"]

    def test_there_are_landmarks_and_one_main_heading(self, page: Page) -> None:
        assert all(len(page.xpath(f"//{name}")) == 1 for name in ("header", "main", "footer", "nav", "h1"))

    def test_headings_skip_no_level(self, page: Page) -> None:
        levels = [int(each.tag[1]) for each in page.iter(*HEADINGS)]

        assert all(after - before <= 1 for before, after in pairwise(levels))

    def test_every_field_has_its_label_and_every_table_its_headers(self, page: Page) -> None:
        assert set(page.xpath("//select/@id | //input/@id")) == set(page.xpath("//label/@for"))
        assert all(table.xpath(".//th[@scope='col']") and table.xpath(".//th[@scope='row']") for table in page.iter("table"))

    def test_every_picture_has_words(self, page: Page) -> None:
        pictures = page.xpath("//svg[@role='img']")

        assert len(pictures) == 5
        assert all(picture.get("aria-label") or picture.get("aria-labelledby") for picture in pictures)
        assert all(svg.get("role") == "img" or svg.xpath("ancestor::*[@aria-hidden='true']") for svg in page.iter("svg"))


class TestFilters:
    @pytest.mark.parametrize("field", ["recommendation", "severity", "month", "author"])
    def test_each_choice_hides_the_rest_without_scripts(self, page: Page, field: str) -> None:
        style = one(page, "//style").text
        marks = [mark for mark in page.xpath(f"//select[@id='by-{field}']/option/@value") if mark]

        assert marks
        for mark in marks:
            assert f'#by-{field} option[value="{mark}"]:checked) .' in style
            assert page.xpath(f"//*[contains(concat(' ', @class, ' '), ' {mark} ')]") or field == "severity"

    def test_authors_are_hidden_until_asked_for_and_not_ranked(self, page: Page) -> None:
        names = [words(each) for each in page.xpath("//details[@class='by-author' and not(@open)]//option")][1:]

        assert names == sorted(names, key=str.casefold)
        assert not any(char.isdigit() for name in names for char in name if "u202e" not in name)

    def test_what_only_a_script_can_do_is_hidden_without_it(self, page: Page) -> None:
        assert all(button.xpath("ancestor-or-self::*[contains(@class, 'js-only')]") for button in page.iter("button", "input"))


def contrast(first: str, second: str) -> float:
    """The ratio of WCAG between two colours «#rrggbb» or «#rgb»."""

    def luminance(colour: str) -> float:
        digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
        parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted(map(luminance, (first, second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_words_stand_out_from_their_ground(page: Page, theme: str) -> None:
    blocks = re.findall(r":root \{(.*?)\}", one(page, "//style").text, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#\w+)", blocks[("light", "dark", "print").index(theme)]))
    pairs = [(ink, ground) for ink in ("ink", "soft", "link") for ground in ("paper", "sheet", "tint")]
    pairs += [(verdict, ground) for verdict in ("met", "good", "partly", "violated", "unknown", "none") for ground in ("paper", "sheet")]
    pairs += [(verdict, f"{verdict}-tint") for verdict in ("partly", "violated", "unknown")] + [("good", "met-tint")]

    assert {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 4.5} == {}
