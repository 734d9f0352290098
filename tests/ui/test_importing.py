# SPDX-License-Identifier: MIT
"""Bringing customers in through the sheet, and the sheet that takes data out and keeps it safe."""

import pytest
from fakes import NoHolidays
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.people import Contact
from winback_desktop.storage.opening import open_store
from winback_desktop.ui.importing.presenter import ImportPresenter
from winback_desktop.ui.importing.sheet import ImportSheet
from winback_desktop.ui.importing.view import SummaryView, TableView
from winback_desktop.ui.keeping.sheet import open_sheet as open_keeping
from winback_desktop.ui.navigation import CUSTOMERS, Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.widgets.buttons import Button

TABLE = "Kunde;Post;Ort\n" + "".join(f"Person {n};p{n}@example.com;Town\n" for n in range(7)) + ";;Nowhere\n"


@pytest.fixture
def work(tmp_path, clock):
    store = open_store(tmp_path / "data" / "winback.db", clock_now=clock.now, program_version="test")
    yield Workspace(store, clock, NoHolidays())
    store.close()


@pytest.fixture
def operations(work):
    return Operations(work.store)


@pytest.fixture
def host(qtbot):
    host = QWidget()
    host.resize(1000, 800)
    qtbot.addWidget(host)
    host.show()
    return host


@pytest.fixture
def sheet(theme, host, work, operations):
    sheet = ImportSheet(theme, host, ImportPresenter(work, operations), Navigator(operations))
    sheet.open()
    return sheet


def press(sheet, words):
    QCoreApplication.processEvents()  # buttons are shown by the next round of events
    shown = [button for button in sheet.findChildren(Button) if not button.isHidden()]
    next(button for button in shown if button.words().startswith(words)).click()


def names(work):
    return sorted(contact.name for contact in work.store.find(Contact))


def test_a_table_is_looked_at_mapped_imported_and_taken_back(qtbot, sheet, work, tmp_path):
    file = tmp_path / "clients.csv"
    file.write_text(TABLE)
    sheet.take(str(file))
    table = sheet.findChild(TableView)
    assert len(table.fields()) == 3
    table._choices[0].set_current("name")
    table._choices[1].set_current("email")
    press(sheet, "Go on")
    qtbot.waitUntil(lambda: sheet.findChild(SummaryView) is not None)
    assert sheet.findChild(SummaryView).sentence.text() == "7 will be added, 1 will be left out."
    assert names(work) == []
    press(sheet, "Bring in 7 customers")
    assert len(names(work)) == 7
    press(sheet, "Undo the import")
    assert names(work) == []


def test_the_columns_are_remembered_for_such_a_table(work, operations, tmp_path):
    file = tmp_path / "clients.csv"
    file.write_text(TABLE)
    refusals = []
    first = ImportPresenter(work, operations)
    first.choose(str(file), lambda *said: refusals.append(said))
    first.set_columns(["name", "email", ""])
    assert first.read(lambda *said: refusals.append(said))
    again = ImportPresenter(work, operations)
    again.choose(str(file), lambda *said: refusals.append(said))
    assert again.table(lambda *said: refusals.append(said)).fields == ("name", "email", "")
    assert refusals == []


def test_somebody_who_seems_known_is_asked_about(qtbot, sheet, work, tmp_path):
    record_loss(work, LossDraft("Rosa Delgado"))
    file = tmp_path / "book.vcf"
    file.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Rosa Delgado\nTEL:+1 555 0100\nEND:VCARD\n")
    sheet.take(str(file))
    qtbot.waitUntil(lambda: sheet.findChild(SummaryView) is not None)
    presenter = sheet._presenter
    question = presenter.summary(lambda *_: None).questions[0]
    assert question.known == "Rosa Delgado"
    presenter.decide(question.place, "merge")
    assert presenter.summary(lambda *_: None).sentence == "1 will be completed."
    presenter.decide(question.place, "keep-both")
    assert presenter.summary(lambda *_: None).sentence == "1 will be added."
    presenter.decide(question.place, "skip")
    assert presenter.summary(lambda *_: None).count == 0


@pytest.mark.parametrize("content", [b"", b"\x00\xff\x00", b"%PDF-1.7 nothing"])
def test_what_is_no_address_book_is_said_in_the_sheet(sheet, tmp_path, content):
    file = tmp_path / "thing.vcf"
    file.write_bytes(content)
    sheet.take(str(file))
    assert sheet._error.text().endswith(".")
    sheet.take(str(tmp_path / "missing.vcf"))
    assert sheet._error.text().endswith(".")


def test_after_the_import_the_way_leads_to_the_customers(qtbot, sheet, tmp_path):
    file = tmp_path / "book.vcf"
    file.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nEND:VCARD\n")
    sheet.take(str(file))
    qtbot.waitUntil(lambda: sheet.findChild(SummaryView) is not None)
    press(sheet, "Bring in 1 customer")
    press(sheet, "See them")
    assert sheet._navigator.here.page == CUSTOMERS


def test_export_backup_check_and_restore(theme, host, work, operations, tmp_path):
    record_loss(work, LossDraft("Rosa"))
    sheet = open_keeping(host, work, operations, Navigator(operations), theme)
    sheet._export(str(tmp_path / "out.vcf"))
    assert sheet.said.text() == "Wrote out.vcf: contacts 1."
    assert b"Rosa" in (tmp_path / "out.vcf").read_bytes()
    sheet._export(str(tmp_path / "nowhere" / "out.vcf"))
    assert "no folder" in sheet._error.text()
    press(sheet, "Back up now")
    assert sheet.said.text().startswith("Backed up and checked")
    record_loss(work, LossDraft("Tom"))
    press(sheet, "Check my data")
    assert sheet.said.text() == "Everything is sound."
    press(sheet, "Restore this one")
    assert sheet.said.text().startswith("Restored")
    assert names(work) == ["Rosa"]
