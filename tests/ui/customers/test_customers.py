# SPDX-License-Identifier: MIT
"""The customers pages on a real store: the list, a person's form, chips, gifts and the path."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from winback_desktop.application.keep_contacts import add_contact, card, remove_contact, set_status
from winback_desktop.application.keep_interests import add_interest
from winback_desktop.application.ports import Workspace
from winback_desktop.application.record_loss import LossDraft, record_loss
from winback_desktop.domain.cards import ContactCard
from winback_desktop.domain.people import (
    Address,
    Constraint,
    ConstraintKind,
    Contact,
    ContactPoint,
    ContactStatus,
    Interest,
    PointKind,
    Role,
)
from winback_desktop.domain.practice import Gift, GiftState, Plan, PlanState, Step, StepKind, StepState
from winback_desktop.ui.customers.directory.model import ROW
from winback_desktop.ui.customers.page import CustomersPage, build_page
from winback_desktop.ui.customers.sheet import NewCustomer, open_sheet
from winback_desktop.ui.navigation import CUSTOMERS, NEW_CUSTOMER, NOTES, Navigator
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.theme import Theme
from winback_desktop.ui.widgets.chips import Chip
from winback_desktop.ui.widgets.sheet import Sheet

HOSTILE = '<img src="/etc/hostname">'


class Desk:
    """The page in a window, with what stands behind it."""

    def __init__(self, work: Workspace, theme: Theme, qtbot) -> None:
        self.work, self.theme, self.qtbot = work, theme, qtbot
        self.operations, self.navigator = Operations(work.store), Navigator()
        self.page = build_page(work, self.operations, self.navigator, theme)
        assert isinstance(self.page, CustomersPage)
        self.navigator.requested.connect(
            lambda page, target: self.page.activate(target) if page == CUSTOMERS else None
        )
        self.navigator.asked.connect(self._answer)
        qtbot.addWidget(self.page)
        self.page.resize(1100, 900)
        self.page.show()
        qtbot.waitExposed(self.page)

    def _answer(self, request: str, target: object) -> None:
        if request == NEW_CUSTOMER:
            self.sheet = open_sheet(self.page, self.work, self.operations, self.navigator, self.theme, target)

    def open(self, contact: int):
        self.navigator.go(CUSTOMERS, contact)
        self.page.activateWindow()
        self.qtbot.waitActive(self.page)
        return self.page.person()

    def editor(self, kind: type[QWidget], name: str) -> QWidget:
        QCoreApplication.processEvents()  # what was added to a layout is shown on the next round
        return next(w for w in self.page.findChildren(kind) if w.accessibleName() == name and w.isVisible())

    def button(self, name: str) -> QAbstractButton:
        return self.editor(QAbstractButton, name)

    def texts(self) -> list[str]:
        QCoreApplication.processEvents()
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]

    def type(self, widget: QWidget, text: str) -> None:
        widget.setFocus()
        self.qtbot.keyClicks(widget, text)


@pytest.fixture
def desk(work: Workspace, theme: Theme, qtbot) -> Desk:
    return Desk(work, theme, qtbot)


@pytest.fixture
def priya(work: Workspace) -> Contact:
    return add_contact(
        work,
        ContactCard(
            Contact(
                "Priya Nair",
                organisation="Nair Interiors",
                roles=(Role.CLIENT,),
                customer_since=date(2020, 5, 9),
            ),
            points=(ContactPoint(PointKind.EMAIL, "priya@nair-interiors.com"),),
            addresses=(Address("12 Mill Lane", locality="Springfield"),),
            interests=(Interest("grilling", words="every Sunday"), Interest("trout fishing")),
            constraints=(Constraint(ConstraintKind.ALLERGY, "nuts"),),
        ),
    )


# --- The list


def names(desk: Desk) -> list[str]:
    model = desk.page.directory().model
    return [model.data(model.index(at), ROW).name for at in range(model.rowCount())]


def test_an_empty_list_offers_to_add_or_import(desk: Desk) -> None:
    desk.page.activate(None)
    assert "Nobody here yet" in desk.texts()


def test_the_list_follows_what_is_typed_and_the_role(desk: Desk, work, priya) -> None:
    add_contact(work, ContactCard(Contact("Sam Whitfield", roles=(Role.LEAN_ON,))))
    desk.page.activate(None)
    assert names(desk) == ["Priya Nair", "Sam Whitfield"]
    directory = desk.page.directory()
    directory.search.setText("nair")
    assert names(desk) == ["Priya Nair"]
    directory.search.setText("nobody")
    assert "Nobody is found for “nobody”" in desk.texts()
    directory.search.clear()
    desk.editor(QComboBox, "Show").setCurrentIndex(4)
    assert names(desk) == ["Sam Whitfield"]


def test_a_long_list_is_read_page_by_page(desk: Desk, work) -> None:
    with work.store.transaction():
        work.store.add_all(Contact(f"Person {n:04}") for n in range(700))
    desk.page.activate(None)
    model = desk.page.directory().model
    assert model.rowCount() < 100
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    while model.canFetchMore(model.index(-1)):
        model.fetchMore(model.index(-1))
    assert names(desk) == [f"Person {n:04}" for n in range(700)]
    assert tester.failureReportingMode() == QAbstractItemModelTester.FailureReportingMode.Fatal


def test_a_line_says_itself_to_a_screen_reader(desk: Desk, work, priya) -> None:
    record_loss(work, LossDraft(contact=priya.id))
    desk.page.activate(None)
    model = desk.page.directory().model
    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Priya Nair, Nair Interiors, quiet time, Quiet time ")


def test_enter_opens_a_person_and_typing_searches(desk: Desk, qtbot, priya) -> None:
    desk.page.activate(None)
    desk.page.activateWindow()
    qtbot.waitActive(desk.page)
    directory = desk.page.directory()
    qtbot.keyClicks(directory.list, "n")
    assert directory.search.text() == "n"
    qtbot.keyClick(directory.search, Qt.Key.Key_Return)
    assert desk.page.currentWidget() is desk.page.person()


def test_delete_in_the_list_can_be_undone(desk: Desk, qtbot, work, priya) -> None:
    desk.page.activate(None)
    listed = desk.page.directory().list
    listed.setCurrentIndex(desk.page.directory().model.index(0))
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert names(desk) == []
    desk.operations.undo()
    assert names(desk) == ["Priya Nair"]


def test_a_new_customer_needs_a_name_and_gets_a_page(desk: Desk, qtbot, work) -> None:
    desk.page.activate(None)
    desk.navigator.ask(NEW_CUSTOMER, "Ada")
    sheet = desk.sheet
    assert isinstance(sheet, NewCustomer)
    name, email = (w for w in sheet.findChildren(QLineEdit) if w.accessibleName() in ("Name", "E-mail"))
    assert name.text() == "Ada"
    name.clear()
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert any("Please say who it is" in text for text in desk.texts())
    name.setText("Ada Lovelace")
    email.setText("ada@example.org")
    qtbot.keyClick(email, Qt.Key.Key_Return)
    stored = card(work, 1)
    assert (stored.contact.name, stored.points[0].value) == ("Ada Lovelace", "ada@example.org")
    assert desk.navigator.here.target == 1


# --- The form


def test_a_field_is_stored_when_it_is_left_and_says_so(desk: Desk, work, priya) -> None:
    desk.open(priya.id)
    line = desk.editor(QLineEdit, "Organisation")
    desk.type(line, " Ltd")
    desk.editor(QLineEdit, "Name").setFocus()
    assert work.store.get(Contact, priya.id).organisation == "Nair Interiors Ltd"
    assert "Saved just now" in desk.texts()
    desk.operations.undo()
    assert line.text() == "Nair Interiors"


def test_a_field_is_stored_after_a_second_without_a_key(desk: Desk, qtbot, work, priya) -> None:
    desk.open(priya.id)
    desk.type(desk.editor(QLineEdit, "Organisation"), "!")
    qtbot.waitUntil(lambda: work.store.get(Contact, priya.id).organisation.endswith("!"), timeout=3000)


def test_typed_text_survives_going_to_somebody_else(desk: Desk, work, priya) -> None:
    other = add_contact(work, ContactCard(Contact("Sam")))
    desk.open(priya.id)
    desk.type(desk.editor(QPlainTextEdit, "What they told you"), "Likes green.")
    desk.open(other.id)
    assert work.store.get(Contact, priya.id).about == "Likes green."
    assert work.store.get(Contact, other.id).about == ""
    assert desk.editor(QPlainTextEdit, "What they told you").toPlainText() == ""


def test_what_is_refused_stays_in_the_field_with_a_sentence(desk: Desk, work, priya) -> None:
    desk.open(priya.id)
    line = desk.editor(QLineEdit, "Name")
    line.selectAll()
    desk.type(line, " ")
    desk.editor(QLineEdit, "Organisation").setFocus()
    assert any("Please say who it is" in text for text in desk.texts())
    assert work.store.get(Contact, priya.id).name == "Priya Nair"


def test_an_incomplete_address_is_doubted_and_kept(desk: Desk, work, priya) -> None:
    desk.open(priya.id)
    line = desk.editor(QLineEdit, "E-mail")
    line.selectAll()
    desk.type(line, "priya@nair")
    desk.editor(QLineEdit, "Name").setFocus()
    assert any("does not look complete" in text for text in desk.texts())
    assert card(work, priya.id).points[0].value == "priya@nair"


def test_another_phone_is_added_and_one_removed(desk: Desk, qtbot, work, priya) -> None:
    desk.open(priya.id)
    desk.type(desk.editor(QLineEdit, "Phone"), "+1 555 0100")
    desk.button("Add another phone").click()
    desk.type(desk.editor(QLineEdit, "Phone 2"), "+1 555 0101")
    desk.editor(QLineEdit, "Name").setFocus()
    assert [point.value for point in card(work, priya.id).points] == [
        "+1 555 0100",
        "+1 555 0101",
        "priya@nair-interiors.com",
    ]
    desk.button("Remove phone").click()
    phones = [point.value for point in card(work, priya.id).points if point.kind is PointKind.PHONE]
    assert phones == ["+1 555 0101"]


def test_address_days_and_roles_are_behind_one_button(desk: Desk, work, priya) -> None:
    desk.open(priya.id)
    desk.button("Address, birthday and more").click()
    desk.type(desk.editor(QLineEdit, "Postal code"), "62701")
    desk.type(desk.editor(QLineEdit, "What day"), "Birthday")
    desk.type(desk.editor(QLineEdit, "Date"), "29 Feb")
    desk.button("Best customer").click()
    desk.editor(QLineEdit, "Name").setFocus()
    stored = card(work, priya.id)
    assert (stored.addresses[0].postal_code, stored.addresses[0].street) == ("62701", "12 Mill Lane")
    assert (stored.dates[0].month, stored.dates[0].day, stored.dates[0].year) == (2, 29, None)
    assert Role.BEST in stored.contact.roles
    line = desk.editor(QLineEdit, "Date")
    line.selectAll()
    desk.type(line, "31 Feb")
    desk.editor(QLineEdit, "Name").setFocus()
    assert any("no day we can read" in text for text in desk.texts())


# --- Interests


def chips(desk: Desk) -> list[str]:
    return [chip.item.text for chip in desk.page.findChildren(Chip) if not chip.isHidden()]


def labels(work: Workspace, contact: int) -> list[str]:
    return [one.label for one in card(work, contact).interests]


@pytest.mark.parametrize(
    ("typed", "key"), [("opera", Qt.Key.Key_Return), ("opera", Qt.Key.Key_Tab), ("opera,", 0)]
)
def test_enter_tab_and_comma_add_an_interest(desk: Desk, qtbot, work, priya, typed, key) -> None:
    desk.open(priya.id)
    line = desk.editor(QLineEdit, "What they enjoy")
    desk.type(line, typed)
    if key:
        qtbot.keyClick(line, key)
    assert labels(work, priya.id) == ["grilling", "trout fishing", "opera"]
    assert line.text() == ""
    assert line.hasFocus()


def test_pasting_a_list_makes_several(desk: Desk, qtbot, work, priya) -> None:
    desk.open(priya.id)
    QGuiApplication.clipboard().setText("opera, jazz; chess\ntea")
    line = desk.editor(QLineEdit, "What they enjoy")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert labels(work, priya.id)[2:] == ["opera", "jazz", "chess", "tea"]
    desk.operations.undo()
    assert labels(work, priya.id) == ["grilling", "trout fishing"]


def test_backspace_selects_then_removes_and_arrows_move(desk: Desk, qtbot, work, priya) -> None:
    desk.open(priya.id)
    line = desk.editor(QLineEdit, "What they enjoy")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert desk.page.focusWidget().item.text == "trout fishing"
    qtbot.keyClick(desk.page.focusWidget(), Qt.Key.Key_Left)
    assert desk.page.focusWidget().item.text == "grilling"
    qtbot.keyClick(desk.page.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(desk.page.focusWidget(), Qt.Key.Key_Backspace)
    assert labels(work, priya.id) == ["grilling"]
    assert line.hasFocus()


def test_completion_shows_counts_and_down_takes_one(desk: Desk, qtbot, work, priya) -> None:
    for name in ("Ada", "Bo"):
        add_interest(work, add_contact(work, ContactCard(Contact(name))).id, "opera")
    desk.open(priya.id)
    line = desk.editor(QLineEdit, "What they enjoy")
    desk.type(line, "oper")
    edit = desk.page.person().about._interests
    qtbot.waitUntil(lambda: bool(edit.list.offers()))
    words = [(offer.words, offer.trailing) for offer in edit.list.offers()]
    assert words[0] == ("opera", "2 people")
    assert words[-1] == ("Add “oper”", "Enter")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert labels(work, priya.id)[-1] == "opera"


def test_a_chip_opens_their_words_and_closing_stores_them(desk: Desk, qtbot, work, priya) -> None:
    desk.open(priya.id)
    line = desk.editor(QLineEdit, "What they enjoy")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Left)
    qtbot.keyClick(desk.page.focusWidget(), Qt.Key.Key_Return)
    words = desk.editor(QPlainTextEdit, "Their words")
    desk.type(words, "At dawn, alone.")
    desk.button("They don't").click()
    qtbot.keyClick(words, Qt.Key.Key_Escape)
    stored = card(work, priya.id).interests[1]
    assert (stored.words, stored.attitude) == ("At dawn, alone.", "dislike")
    assert "not trout fishing" in chips(desk)


def test_what_to_avoid_is_guessed_and_removed(desk: Desk, qtbot, work, priya) -> None:
    desk.open(priya.id)
    line = desk.editor(QLineEdit, "What to avoid")
    for typed in ("no alc", "vegan", "kiwi"):
        desk.type(line, typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    noted = [(one.kind.value, one.avoid) for one in card(work, priya.id).constraints]
    assert noted == [("allergy", "nuts"), ("alcohol", ""), ("diet", "vegan"), ("allergy", "kiwi")]
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClick(desk.page.focusWidget(), Qt.Key.Key_Delete)
    assert len(card(work, priya.id).constraints) == 3


def test_free_words_are_heard_and_accepted_with_a_key(desk: Desk, qtbot, work, priya) -> None:
    desk.open(priya.id)
    told = desk.editor(QPlainTextEdit, "What they told you")
    desk.type(told, "Told me at the fair that she loves opera.")
    qtbot.waitUntil(lambda: any("Did you hear" in text for text in desk.texts()), timeout=3000)
    qtbot.keyClick(told, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    opera = card(work, priya.id).interests[-1]
    assert (opera.label, opera.heard_where) == ("opera", "the fair")
    assert not any("Did you hear" in text for text in desk.texts())


# --- Gifts, path, status


def test_a_gift_is_chosen_with_its_reason_and_moved_on(desk: Desk, work, priya) -> None:
    desk.open(priya.id)
    ideas = desk.page.person()._person.screen.ideas
    assert any("because of “grilling” · " in text for text in desk.texts())
    desk.button(f"Why this? {ideas[0].title}").click()
    assert any(text.startswith("You noted “") for text in desk.texts())
    desk.button(f"Choose: {ideas[0].title}").click()
    gift = work.store.find(Gift, contact=priya.id)[0]
    assert (gift.title, gift.state) == (ideas[0].title, GiftState.CHOSEN)
    desk.page.person()._person.giving.mark(gift.id, "bought")
    assert any(text.startswith("bought · because of") for text in desk.texts())


def test_why_not_names_what_was_set_aside(desk: Desk, work, priya) -> None:
    desk.open(priya.id)
    desk.button("Why not others?").click()
    assert "It costs more than $30." in desk.texts()


def test_the_path_shows_its_steps_and_moves_on(desk: Desk, work, priya, clock) -> None:
    recorded = record_loss(work, LossDraft(contact=priya.id, learned_on=date(2026, 11, 19)))
    desk.open(priya.id)
    assert "Write the note" in [b.accessibleName() for b in desk.page.findChildren(QAbstractButton)]
    went = []
    desk.navigator.requested.connect(lambda page, target: went.append((page, target)))
    desk.button("Write the note").click()
    assert went == [(NOTES, recorded.plan.id)]
    desk.button("Done: Write to Priya").click()
    steps = {step.kind: step for step in work.store.find(Step, plan=recorded.plan.id)}
    assert steps[StepKind.NOTE].state is StepState.DONE
    assert "Handwritten note sent" in desk.texts()


def test_quiet_time_offers_nothing_towards_them(desk: Desk, work, priya) -> None:
    record_loss(work, LossDraft(contact=priya.id))
    desk.open(priya.id)
    assert any(text.startswith("Nothing to do yet. Returns ") for text in desk.texts())
    shown = [b.accessibleName() for b in desk.page.findChildren(QAbstractButton) if b.isVisible()]
    assert not any(name.startswith(("Done: ", "Later: ", "Write the note")) for name in shown)


def test_they_came_back(desk: Desk, work, priya) -> None:
    plan = record_loss(work, LossDraft(contact=priya.id)).plan
    desk.open(priya.id)
    desk.button("They came back").click()
    assert work.store.get(Plan, plan.id).state is PlanState.REHIRED
    assert any("came back 24 Nov 2026" in text for text in desk.texts())


def test_no_contact_is_said_and_can_be_taken_back(desk: Desk, work, priya) -> None:
    desk.open(priya.id)
    desk.page.person()._ask_no_contact()
    desk.editor(QLineEdit, "How they said it").setText("in a letter")
    desk.editor(QComboBox, "Which way").setCurrentIndex(2)
    desk.editor(QLineEdit, "Since").setText("25/11/2026")
    desk.button("Respect it").click()
    assert any("after today" in text for text in desk.texts())
    desk.editor(QLineEdit, "Since").setText("20/11/2026")
    desk.button("Respect it").click()
    assert work.store.get(Contact, priya.id).status is ContactStatus.DO_NOT_CONTACT
    said = (
        "They asked for no contact by phone on 20 Nov 2026, so nothing is planned towards them. “in a letter”"
    )
    assert said in desk.texts()
    assert "No gift is planned for them." in desk.texts()
    desk.button("Allow contact again").click()
    assert work.store.get(Contact, priya.id).status is ContactStatus.NORMAL


def test_deleting_goes_back_to_the_list_and_undo_brings_them_back(desk: Desk, work, priya) -> None:
    desk.open(priya.id)
    desk.page.person()._person.delete()
    assert desk.page.currentWidget() is desk.page.directory()
    assert names(desk) == []
    desk.operations.undo()
    assert names(desk) == ["Priya Nair"]


def test_a_person_who_is_gone_leads_back_to_the_list(desk: Desk, qtbot) -> None:
    desk.navigator.go(CUSTOMERS, 4711)
    qtbot.waitUntil(lambda: desk.page.currentWidget() is desk.page.directory())


def test_a_deleted_person_can_be_brought_back_from_their_page(desk: Desk, work, priya) -> None:
    remove_contact(work, priya.id)
    desk.open(priya.id)
    desk.button("Bring them back").click()
    assert work.store.get(Contact, priya.id).deleted_at is None


# --- For everybody


def test_hostile_names_are_plain_text_everywhere(desk: Desk, work) -> None:
    contact = add_contact(
        work,
        ContactCard(Contact(HOSTILE, organisation=HOSTILE), interests=(Interest(HOSTILE, words=HOSTILE),)),
    )
    record_loss(work, LossDraft(contact=contact.id, reason_given=HOSTILE))
    desk.open(contact.id)
    for label in desk.page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    assert HOSTILE in chips(desk)


@pytest.mark.parametrize("name", ["مريم العلي", "🎈", "李", "x" * 200, "A & B"])
def test_unusual_names_have_a_page(desk: Desk, work, name) -> None:
    desk.open(add_contact(work, ContactCard(Contact(name))).id)
    assert name in desk.texts()


def test_everything_that_takes_the_keyboard_has_a_name(desk: Desk, work, priya) -> None:
    record_loss(work, LossDraft(contact=priya.id))
    desk.page.activate(None)
    desk.open(priya.id)
    desk.button("Address, birthday and more").click()
    desk.texts()
    nameless = [
        widget
        for widget in desk.page.findChildren(QWidget)
        if widget.window() is desk.page
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (widget.parent() and widget.parent().accessibleName())
    ]
    assert nameless == []


def test_nothing_is_a_window_of_its_own_while_a_page_is_drawn(desk: Desk, qapp, work, priya) -> None:
    set_status(work, priya.id, ContactStatus.DO_NOT_CONTACT)
    desk.open(priya.id)
    assert [w for w in qapp.topLevelWidgets() if w.isVisible()] == [desk.page]
    assert not desk.page.findChildren(Sheet)
