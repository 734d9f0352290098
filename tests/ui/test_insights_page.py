# SPDX-License-Identifier: MIT
"""The insights page: every chart as picture and table, copied and saved; a return noted with joy."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.insight_charts import Form
from winback_desktop.domain.meetings import Return
from winback_desktop.domain.practice import Plan, PlanState
from winback_desktop.storage.opening import open_memory_store
from winback_desktop.system.public_holidays import PublicHolidays
from winback_desktop.ui.insights.page import build_page
from winback_desktop.ui.insights.plot import ChartTable
from winback_desktop.ui.navigation import RECORD_LOSS, Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.outcome.joy import Joy
from winback_desktop.ui.outcome.sheet import open_sheet
from winback_desktop.ui.printing import output

sys.path.insert(0, str(Path(__file__).parents[1] / "storage"))


@pytest.fixture
def work(clock):
    workspace = Workspace(open_memory_store(clock.now), clock, PublicHolidays())
    yield workspace
    workspace.store.close()


@pytest.fixture
def make_page(qtbot, work, theme):
    def make():
        operations, navigator = Operations(work.store), Navigator()
        page = build_page(work, operations, navigator, theme)
        page.operations, page.asked = operations, []
        navigator.asked.connect(lambda request, target: page.asked.append(request))
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        page.activate(None)
        return page

    return make


@pytest.fixture
def page(make_page, work):
    from three_years import live_through

    live_through(work.store)
    return make_page()


def test_an_empty_page_says_what_will_be_there(make_page):
    page = make_page()
    assert page.cards == []
    page._shown.button.click()
    assert page.asked == [RECORD_LOSS]


def test_every_chart_is_drawn_and_told_in_words(page, qtbot):
    assert len(page.cards) == 10
    for card in page.cards:
        if card.chart.form is Form.TABLE:
            assert card.shows_table
            continue
        assert card.plot.accessibleName() == card.chart.title
        for row in card.chart.rows:
            assert all(cell in card.plot.accessibleDescription() for cell in row)
        picture = card.plot.grab().toImage()
        colours = {
            picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, 60, 3)
        }
        assert len(colours) > 2
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(page):
            assert widget.accessibleName(), widget


def test_the_table_says_the_same_and_stays_when_figures_change(page, work):
    card = page.cards[0]
    card.switch.click()
    table = card.table
    assert isinstance(table, ChartTable)
    shown = [
        tuple(table.item(line, place).text() for place in range(table.columnCount()))
        for line in range(table.rowCount())
    ]
    assert tuple(shown) == card.chart.rows
    cell = table.item(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert cell == f"{card.chart.rows[0][0]}, Lost: {card.chart.rows[0][1]}"
    before = card.chart.sentence
    record_loss(work, LossDraft("Somebody"))
    assert page.cards[0].shows_table
    assert page.cards[0].chart.sentence != before
    page.show_tables()
    assert all(card.shows_table for card in page.cards)
    page.show_tables()
    assert not page.cards[0].shows_table


def test_a_chart_is_copied_and_saved_as_csv_png_and_pdf(page, tmp_path):
    card = page.cards[0]
    card.copy()
    assert QGuiApplication.clipboard().text().splitlines()[0] == "Year\tLost\tCame back"
    for ending in ("csv", "png", "pdf"):
        assert page._presenter.write(
            str(tmp_path / f"a.{ending}"), lambda ending=ending: card.bytes_of(ending)
        )
    text = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "Year,Lost,Came back"
    assert len(text.splitlines()) == len(card.chart.rows) + 1
    image = QImage(str(tmp_path / "a.png"))
    assert image.width() == 1440
    assert image.pixelColor(0, 0).name() == "#ffffff"
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_every_chart_can_be_put_on_paper(page):
    for card in page.cards:
        assert card.bytes_of("pdf").startswith(b"%PDF")
        assert len(card.bytes_of("png")) > 2000


def test_a_place_that_cannot_be_written_gets_a_sentence(page, tmp_path, qtbot):
    with qtbot.waitSignal(page.operations.failed) as failed:
        assert not page._presenter.write(str(tmp_path / "no" / "a.csv"), lambda: b"x")
    assert "folder" in failed.args[0]


def test_a_formula_in_a_reason_is_written_as_text(make_page, work):
    from winback_desktop.domain.practice import Cause

    record_loss(work, LossDraft("Ann", reason_given="=1+1", cause=Cause.NOTHING_WE_DID))
    page = make_page()
    causes = next(card for card in page.cards if card.chart.key == "causes")
    assert "=1+1" in causes.bytes_of("csv").decode("utf-8-sig")
    assert not any(line.startswith("=") for line in causes.bytes_of("csv").decode().split(","))


def test_the_letter_fills_one_page(page):
    document = page.letter_document(2025)
    assert len(document.pages) == 1
    assert "2025" in document.pages[0].words
    assert output.pdf_bytes(document).startswith(b"%PDF")
    assert page._presenter.years[0] == 2026


def test_what_changes_no_figure_draws_nothing_anew(page, work):
    before = page.cards[0]
    with work.store.change("a setting"):
        work.store.set_setting("window.scale", 100)
    assert page.cards[0] is before
    record_loss(work, LossDraft("Somebody new"))
    assert page.cards[0] is not before


# --- They came back


@pytest.fixture
def outcome(qtbot, work, theme):
    recorded = record_loss(work, LossDraft("Rosa Delgado", value=240_000, currency="USD"))
    work.clock.move(days=30)
    host = QWidget()
    host.resize(900, 640)
    qtbot.addWidget(host)
    host.show()
    return open_sheet(host, work, Operations(work.store), Navigator(), theme, recorded.plan.id)


def test_what_helped_is_kept_with_the_return(outcome, work):
    assert outcome.value.text() == "2,400"
    outcome.helped.setPlainText("the lunch")
    outcome.value.setText("3000.50")
    assert outcome.keep()
    kept = work.store.find(Return)[0]
    assert (kept.helped, kept.value, kept.currency) == ("the lunch", 300_050, "USD")
    assert work.store.get(Plan, kept.plan).state is PlanState.REHIRED


def test_a_return_before_its_loss_is_told_in_place_and_nothing_is_lost(outcome, work):
    outcome.on.set_day(work.clock.today().replace(year=2020))
    outcome.helped.setPlainText("time")
    assert not outcome.keep()
    assert "can't be before that" in outcome.fields["on"].error
    outcome.value.setText("much")
    outcome.on.set_day(work.clock.today())
    assert not outcome.keep()
    assert "no sum" in outcome.fields["value"].error
    assert outcome.helped.toPlainText() == "time"
    assert work.store.find(Return) == []
    outcome.value.setText("")
    outcome.dismiss()
    assert work.store.find(Return)[0].helped == "time"


def test_joy_moves_only_where_motion_is_welcome(qtbot, theme, monkeypatch):
    monkeypatch.setattr(type(theme), "reduced_motion", property(lambda self: False))
    moving = Joy(theme)
    qtbot.addWidget(moving)
    assert not moving.still
    monkeypatch.setattr(type(theme), "reduced_motion", property(lambda self: True))
    calm = Joy(theme)
    qtbot.addWidget(calm)
    assert calm.still
    calm.resize(300, 90)
    picture = calm.grab().toImage()
    drawn = {picture.pixelColor(x, y).name() for x in range(0, 300, 2) for y in range(0, 90, 2)}
    assert {theme.colour("gift.solid").name(), theme.colour("lunch.solid").name()} <= drawn
