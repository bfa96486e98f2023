"""A report as one HTML page, written piece by piece."""

from typing import BinaryIO

from markupsafe import Markup

from chataudit.findings import Report
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.html.environment import environment, join_pieces, read_source
from chataudit.reporters.html.page import build_page
from chataudit.reporters.html.policy import content_policy
from chataudit.reporters.html.style import filter_rules
from chataudit.wording import platform_name, wording


class HtmlReporter:
    """Writes the report for a browser, for mail and for paper."""

    name = "html"
    suffix = ".html"
    binary = False

    def write(self, report: Report, out: BinaryIO, options: ReportOptions) -> None:
        """Write the page: of every rule the first findings, all with `show_all`."""
        page = build_page(report, show_all=options.show_all)
        style = read_source("report.css") + filter_rules(page.filters)
        script = read_source("report.js")

        def say(key: str, **values: object) -> str:
            return wording(report.language, key, **values)

        pieces = (
            environment()
            .get_template("report.html.jinja")
            .generate(
                report=report,
                page=page,
                say=say,
                platform=platform_name(report.language, report.chat.platform),
                style=Markup(style),  # noqa: S704  - our own words, and marks made of letters and digits
                script=Markup(script),  # noqa: S704  - our own
                policy=content_policy(style, script),
            )
        )
        out.writelines(join_pieces(pieces))
