# SPDX-License-Identifier: MIT
"""What it all brought: the figures as charts, and the letter to oneself about one year."""

from datetime import date

from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.domain.insight_charts import Chart, Money, caution, charts
from winback_desktop.domain.insights import Figures
from winback_desktop.domain.mood_chart import mood_chart
from winback_desktop.domain.yearly_letter import letter


def insights(work: Workspace, money: Money) -> tuple[str, tuple[Chart, ...], Figures]:
    """How far the figures carry, the charts, and the figures themselves."""
    found = work.store.queries.insights(work.clock.today())
    mood = mood_chart(found.felt)
    return caution(found), charts(found, money) + ((mood,) if mood else ()), found


def letter_years(work: Workspace, figures: Figures) -> tuple[int, ...]:
    """The years to write a letter about, the latest first; this one always."""
    this = work.clock.today().year
    return tuple(sorted({this, *(year.year for year in figures.years if year.year <= this)}, reverse=True))


def yearly_letter(work: Workspace, year: int) -> tuple[str, ...]:
    """The paragraphs of the letter about a year."""
    return letter(work.store.queries.year_in_deeds(year), owner(work).name)


def csv_of(chart: Chart) -> str:
    """The chart's table for a spreadsheet; nothing in it is taken for a formula."""
    import csv
    import io

    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(chart.headers)
    table.writerows([_safe(cell) for cell in row] for row in chart.rows)
    return text.getvalue()


def text_of(chart: Chart) -> str:
    """The chart's table with tabs, as spreadsheets take it from the clipboard."""
    lines = [chart.headers, *chart.rows]
    return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)


def file_name(chart: Chart, day: date) -> str:
    """A file's name for a chart, without an ending."""
    return f"{chart.title} {day.isoformat()}".replace("/", "-")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
