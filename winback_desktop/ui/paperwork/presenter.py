# SPDX-License-Identifier: MIT
"""Knows what is to be printed and how: remembers it by printer, draws the preview, and sends it out."""

from collections.abc import Generator, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from winback_desktop.application.failures import Refused
from winback_desktop.application.gather_paper import Addressee, people_to_write_to
from winback_desktop.application.owner import owner
from winback_desktop.application.ports import Workspace
from winback_desktop.application.printer_habits import (
    PDF,
    habits_of,
    keep_habits,
    keep_last_printer,
    last_printer,
)
from winback_desktop.domain import paper
from winback_desktop.domain.people import Contact
from winback_desktop.domain.printer_habits import BothSides, Habits
from winback_desktop.ui.navigation import PrintWish
from winback_desktop.ui.operations import Operations
from winback_desktop.ui.paperwork import choices
from winback_desktop.ui.paperwork.choices import Chosen
from winback_desktop.ui.paperwork.drawing import Drawn, draw, second_pass, size_of
from winback_desktop.ui.printing.marks import Document, Page

PREVIEWED = 12
"""So many people of a batch are drawn to be looked at; all of them when it goes out."""


class PrintDesk(QObject):
    """One print sheet's choices. ``drawn`` says that the preview, its sentence or the choices changed."""

    drawn = Signal()

    def __init__(self, workspace: Workspace, operations: Operations, wish: PrintWish) -> None:
        super().__init__()
        self._work, self._operations, self._wish = workspace, operations, wish
        self.kind = wish.kind
        self.text = wish.text
        self.people: list[int] = list(wish.contacts)
        self.chooses_people = wish.kind in (choices.ENVELOPES, choices.LABELS) and not wish.contacts
        self.printers = _printers()
        last = last_printer(workspace)
        self.printer = last if last in self.printers else next(iter(self.printers), "")
        self.lost_printer = last if last and last not in self.printers else ""
        self.chosen = Chosen(size="", mode=wish.mode or Chosen("").mode, cover=wish.cover)
        self.document = Document("", ())
        self.remark, self.problem = "", ""
        self.sent = 0
        """Pages that the printer was given by the work that runs or ran last."""
        self._take_size()
        self.draw_preview()

    @property
    def habits(self) -> Habits:
        """What is remembered of the chosen printer."""
        return habits_of(self._work, self.printer or PDF)

    @property
    def title(self) -> str:
        """The sheet's heading."""
        if self.kind == choices.ENVELOPES and len(self._wish.contacts) == 1:
            return "Print the envelope"
        return choices.TITLES[self.kind]

    @property
    def folded(self) -> bool:
        """Whether the chosen card has a cover that can be printed now."""
        size = self._size()
        prints = self.chosen.mode in choices.WITH_COVER
        return self.kind == choices.NOTE and prints and size is not None and size.fold is not paper.Fold.FLAT

    @property
    def two_passes(self) -> bool:
        """Whether the second side is printed by putting the sheets in again."""
        by_hand = self.habits.both_sides is BothSides.BY_HAND
        return self.folded and bool(self.chosen.cover.strip()) and by_hand

    def people_found(self, text: str, role: str) -> list[Addressee]:
        """Whom envelopes or labels could be for."""
        return people_to_write_to(self._work, text, role)

    def choose_printer(self, name: str) -> None:
        """Print on another printer; the paper used there last is taken again."""
        self.printer = name
        self._take_size()
        self.draw_preview()

    def choose(self, **changed: Any) -> None:
        """Change some of what is chosen (see `Chosen`)."""
        self.chosen = self.chosen._replace(**changed)
        if "size" in changed or "own_size" in changed:
            key = self.chosen.size
            kept = f"{key}:{self.chosen.own_size}" if key == choices.OWN_SIZE else key
            if key != choices.OWN_SIZE or self._size() is not None:
                self.set_habits(self.habits.with_size(self.kind, kept))
                return
        self.draw_preview()

    def choose_people(self, people: Sequence[int]) -> None:
        """Print for these."""
        self.people = list(people)
        self.draw_preview()

    def set_text(self, text: str) -> None:
        """Other words for a gift tag."""
        self.text = text
        self.draw_preview()

    def set_habits(self, habits: Habits) -> None:
        """Remember how the chosen printer behaves."""
        keep_habits(self._work, self.printer or PDF, habits)
        self.draw_preview()

    def draw_preview(self) -> None:
        """Draw what would come out; where it can't be drawn yet, ``problem`` says why."""
        self.problem, self.remark = "", ""
        try:
            drawn = _at_once(self._draw(self.people[:PREVIEWED]))
        except Refused as refused:
            self.problem = " ".join(filter(None, (self._first_of_many(), str(refused))))
            self.document = Document("", ())
        else:
            self.document = drawn.whole
            self.remark = " ".join(filter(None, (self._first_of_many(), drawn.remark)))
        self.drawn.emit()

    def drawing(self) -> Generator[int, None, Drawn]:
        """Everything, step by step; raises Refused also while nothing may leave the house."""
        if self._wish.may_go is not None:
            self._wish.may_go()
        return (yield from self._draw(self.people))

    def printing(self, second: Drawn | None = None) -> Generator[int, None, Drawn]:
        """Draw and print the first sides (all sides where the printer turns sheets by itself), or with
        ``second`` the other sides of what was printed by hand."""
        from winback_desktop.ui.printing.output import print_steps, unreachable
        from winback_desktop.ui.printing.reach import check_edges

        self.sent = 0
        drawn = second or (yield from self.drawing())
        habits = self.habits
        if second is not None:
            document = second_pass(second, habits)
        elif self.two_passes:
            document = drawn.fronts
        else:
            document = drawn.whole
        check_edges(document, habits.edge or unreachable(self.printer, document.pages[0]))
        envelope = self.kind == choices.ENVELOPES
        on_own = self.chosen.sheet == choices.OWN_PAPER
        steps = print_steps(
            document,
            self.printer,
            self.chosen.copies if on_own else 1,
            (habits.right, habits.down),
            long_first=envelope and habits.feed.long_first,
            both_sides=_qt_sides(habits, drawn) if second is None else "",
        )
        for self.sent in steps:
            yield self.total() // 2 + self.sent
        keep_last_printer(self._work, self.printer)
        self._tell(drawn)
        return drawn

    def saving(self, path: str) -> Generator[int, None, Drawn]:
        """Draw everything and save it as a PDF."""
        from winback_desktop.ui.printing.output import after, save_pdf_steps

        self.sent = 0
        drawn = yield from self.drawing()
        yield from after(self.total() // 2, save_pdf_steps(drawn.whole, path))
        self._tell(drawn)
        return drawn

    def printed(self) -> None:
        """It came out of the printer: let whoever asked for it know."""
        if self._wish.done is not None:
            self._wish.done()

    def file_name(self) -> str:
        """A name to offer for a PDF; nothing of it can lead to another folder."""
        name = self._wish.text if self.kind == choices.DAYS else ""
        if len(self.people) == 1:
            name = self._work.store.get(Contact, self.people[0]).name
        plain = "".join(letter if letter.isalnum() or letter in " -" else "" for letter in name)
        what = choices.FILE_NAMES[self.kind]
        what = "Envelope" if what == "Envelopes" and name else what
        return f"{what} {' '.join(plain.split())[:60]}".strip() + ".pdf"

    def total(self) -> int:
        """How much there is to do: to draw everybody and to put them out; 0 where it is done in a moment."""
        batch = self.kind in (choices.ENVELOPES, choices.LABELS)
        return 2 * len(self.people) if batch else 0

    def left_off(self) -> str:
        """What to say when it was stopped on the way."""
        if not self.sent:
            return "Stopped. Nothing was printed or saved; everything stays here."
        pages = "One page" if self.sent == 1 else f"{self.sent} pages"
        return f"Stopped. {pages} had gone to the printer already; the rest was not sent."

    def _first_of_many(self) -> str:
        many = len(self.people) > PREVIEWED
        return f"Shown are the first {PREVIEWED} of {len(self.people):,} people." if many else ""

    def _tell(self, drawn: Drawn) -> None:
        """Say who was left out of many; the preview knows only the first of them."""
        if drawn.remark:
            self._operations.remarked.emit(drawn.remark)

    def _draw(self, people: Sequence[int]) -> Generator[int, None, Drawn]:
        return draw(self._work, self._wish, people, self.text, self.chosen, self.habits)

    def _size(self) -> paper.Size | None:
        try:
            return size_of(self.kind, self.chosen)
        except (Refused, StopIteration):
            return None

    def _take_size(self) -> None:
        kept, _, own = self.habits.size_for(self.kind).partition(":")
        known = {key for key, _ in choices.sizes(self.kind)}
        wished = self._wish.size if self._wish.size in known else ""
        size = wished or (kept if kept in known else "") or self._usual()
        self.chosen = self.chosen._replace(size=size, own_size=own or self.chosen.own_size)

    def _usual(self) -> str:
        country = owner(self._work).country
        sheet = paper.usual_sheet(country)
        if self.kind == choices.ENVELOPES:
            fitting = paper.envelope_for(paper.usual_card(country))
            return fitting.key if fitting else paper.ENVELOPES[0].key
        if self.kind == choices.LABELS:
            return "5160" if sheet.key == "Letter" else "L7160"
        if self.kind == choices.NOTE:
            return paper.usual_card(country).key
        return sheet.key if self.kind != choices.TAG_KIND else "tag"


def _qt_sides(habits: Habits, drawn: Drawn) -> str:
    return str(habits.both_sides) if drawn.backs is not None else ""


def _printers() -> tuple[str, ...]:
    from winback_desktop.ui.printing.output import printers

    return printers()


def _at_once(steps: Generator[int, None, Drawn]) -> Drawn:
    from winback_desktop.ui.printing.output import at_once

    return at_once(steps)


def pages_in_words(page: Page, number: int, count: int) -> str:
    """Which side is shown."""
    return f"Side {number + 1} of {count}: {page.title}" if count > 1 else page.title
