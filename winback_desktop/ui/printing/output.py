# SPDX-License-Identifier: MIT
"""Puts a composed document out: as a PDF that is saved whole or not at all, or through a printer."""

import contextlib
import errno
import os
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from winback_desktop.application.failures import Refused
from winback_desktop.ui.printing.marks import Document, Page
from winback_desktop.ui.printing.painting import paint

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinterInfo

R = TypeVar("R")

JOB = 50
"""Pages that are handed to the printer at once; even, so that no sheet is torn apart."""
_PDF_DPI = 1200
_INCH = 25.4


class Printed(NamedTuple):
    """What went out: how many pages, and the size of the first one in millimetres."""

    pages: int
    width_mm: float
    height_mm: float
    file: str = ""
    printer: str = ""


Steps = Generator[int, None, R]
"""Work that may be left off between two pages: yields how many are done, returns its result."""


def after(done: int, steps: Steps[R]) -> Steps[R]:
    """The same work, counted on from what is ``done`` already."""
    while True:
        try:
            number = next(steps)
        except StopIteration as end:
            result: R = end.value
            return result
        yield done + number


def at_once(steps: Steps[R]) -> R:
    """Do all of the work without a break."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            result: R = done.value
            return result


def save_pdf(document: Document, path: Path | str) -> Printed:
    """Write ``document`` to ``path``; an older file there stays unless all of the new one is written.

    Needs a running `QGuiApplication`, the offscreen kind is enough. Raises
    `Refused` with a sentence when the place cannot be written or is full.
    """
    return at_once(save_pdf_steps(document, path))


def save_pdf_steps(document: Document, path: Path | str) -> Steps[Printed]:
    """`save_pdf` page by page; closed early it leaves the place as it was."""
    target = Path(path).expanduser()
    data = yield from _pdf_steps(document)
    _write_whole(target, data)
    return _printed(document, file=str(target))


def pdf_bytes(document: Document) -> bytes:
    """``document`` as a PDF; its properties name the program and the kind of paper, never a person."""
    return at_once(_pdf_steps(document))


def _pdf_steps(document: Document) -> Steps[bytes]:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(document.title)
    writer.setCreator("Winback Desktop")
    writer.setResolution(_PDF_DPI)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter()
    try:
        for number, page in enumerate(document.pages):
            writer.setPageSize(page_size(page))
            if number == 0:
                if not painter.begin(writer):
                    raise Refused("The PDF could not be drawn. Try again after restarting the program.")
            else:
                writer.newPage()
            paint(painter, page, _PDF_DPI / _INCH)
            yield number + 1
    finally:
        if painter.isActive():
            painter.end()
    buffer.close()
    return bytes(data.data())


def page_size(page: Page) -> QPageSize:
    """The exact size of ``page``, upright or wide as it is."""
    millimetres = QSizeF(page.width, page.height)
    return QPageSize(millimetres, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)


def printers() -> tuple[str, ...]:
    """The names of the printers that the system knows now, the default one first."""
    from PySide6.QtPrintSupport import QPrinterInfo

    default = QPrinterInfo.defaultPrinterName()
    names = sorted(QPrinterInfo.availablePrinterNames(), key=str.casefold)
    return tuple(sorted(names, key=lambda name: name != default))


def print_to(
    document: Document,
    printer_name: str,
    copies: int = 1,
    offset: tuple[float, float] = (0.0, 0.0),
    long_first: bool = False,
) -> Printed:
    """Send ``document`` to the printer of that name; raises `Refused` when it is gone or refuses the size.

    ``offset`` moves everything right and down by so many millimetres, for a
    printer that the calibration sheet has shown to be off. ``long_first``
    draws a wide page for a printer that takes its long side in first.
    """
    return at_once(print_steps(document, printer_name, copies, offset, long_first))


def print_steps(
    document: Document,
    printer_name: str,
    copies: int = 1,
    offset: tuple[float, float] = (0.0, 0.0),
    long_first: bool = False,
    both_sides: str = "",
) -> Steps[Printed]:
    """`print_to` in jobs of `JOB` pages: closed early, what was not handed over yet never is.

    A job goes out whole, because Qt's printing through CUPS sends what was drawn so far when it is aborted.
    ``both_sides`` lets the printer turn the sheets: over their ``long-edge`` or ``short-edge``.
    """
    from PySide6.QtPrintSupport import QPrinterInfo

    info = QPrinterInfo.printerInfo(printer_name)
    if info.isNull():
        others = printers()
        known = f" This computer knows {', '.join(others)}." if others else ""
        raise Refused(
            f"The printer “{printer_name}” is not there (any more).{known} "
            "Switch it on or choose another one; saving a PDF always works.",
            "printer",
        )
    _check_size(info, document.pages[0])
    for start in range(0, len(document.pages), JOB):
        job = document._replace(pages=document.pages[start : start + JOB])
        _print_job(job, info, copies, offset, long_first, both_sides)
        yield start + len(job.pages)
    return _printed(document, printer=printer_name)


def _print_job(
    document: Document,
    info: "QPrinterInfo",
    copies: int,
    offset: tuple[float, float],
    long_first: bool,
    both_sides: str,
) -> None:
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title)
    printer.setCreator("Winback Desktop")
    printer.setFullPage(True)
    printer.setCopyCount(copies)
    if both_sides == "long-edge":
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    elif both_sides == "short-edge":
        printer.setDuplex(QPrinter.DuplexMode.DuplexShortSide)
    dots = printer.resolution() / _INCH
    painter = QPainter()
    whole = False
    try:
        for number, page in enumerate(document.pages):
            printer.setPageLayout(_printer_layout(page, long_first))
            if not (painter.begin(printer) if number == 0 else printer.newPage()):
                raise Refused(
                    f"The printer “{info.printerName()}” did not take the page. Look whether it is switched "
                    "on and has paper, then print again; saving a PDF always works.",
                    "printer",
                )
            painter.save()
            painter.translate(offset[0] * dots, offset[1] * dots)
            paint(painter, page, dots)
            painter.restore()
        whole = True
    finally:
        if not whole:
            printer.abort()
        ended = not painter.isActive() or painter.end()
    if not ended or printer.printerState() is QPrinter.PrinterState.Error:
        raise Refused(
            f"The printer “{info.printerName()}” stopped before it was done. Print again, or save a PDF.",
            "printer",
        )


def unreachable(printer_name: str, page: Page) -> float:
    """The widest border (mm) of ``page`` that the printer says it cannot print on; 0 when it says nothing."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    info = QPrinterInfo.printerInfo(printer_name)
    if info.isNull():
        return 0.0
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(_printer_layout(page))
    least = printer.pageLayout().minimumMargins()
    widest = max(least.left(), least.top(), least.right(), least.bottom())
    return widest * _INCH / 72 if printer.pageLayout().units() is QPageLayout.Unit.Point else widest


def _printed(document: Document, file: str = "", printer: str = "") -> Printed:
    first = document.pages[0]
    return Printed(len(document.pages), round(first.width, 2), round(first.height, 2), file, printer)


def _printer_layout(page: Page, long_first: bool = False) -> QPageLayout:
    """Most printers pull the short side in first: a wide page is then an upright one, turned."""
    if long_first:
        as_it_is = QPageLayout(page_size(page), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        as_it_is.setMode(QPageLayout.Mode.FullPageMode)
        return as_it_is
    short, long = sorted((page.width, page.height))
    upright = page_size(page._replace(width=short, height=long))
    wide = page.width > page.height
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    layout = QPageLayout(upright, turned, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _check_size(info: "QPrinterInfo", page: Page) -> None:
    """Refuse a size that the printer says it cannot take, before anything is sent."""
    short, long = sorted((page.width, page.height))
    known = info.supportedPageSizes()
    if not known:
        return
    for size in known:
        a, b = sorted(
            (size.size(QPageSize.Unit.Millimeter).width(), size.size(QPageSize.Unit.Millimeter).height())
        )
        if abs(a - short) < 1.5 and abs(b - long) < 1.5:
            return
    if info.supportsCustomPageSizes():
        least = info.minimumPhysicalPageSize().size(QPageSize.Unit.Millimeter)
        most = info.maximumPhysicalPageSize().size(QPageSize.Unit.Millimeter)
        # A printer that names no bounds is taken at its word.
        if most.isEmpty() or (least.width() - 1 <= short <= most.width() + 1 and long <= most.height() + 1):
            return
    raise Refused(
        f"The printer “{info.printerName()}” does not take paper of "
        f"{page.width:.0f} × {page.height:.0f} mm. Choose another size or printer, or save a PDF.",
        "printer",
    )


def _write_whole(target: Path, data: bytes) -> None:
    """Write beside ``target`` and rename; what is no ordinary file (a pipe, a device) is written into."""
    special = target.exists() and not target.is_file() and not target.is_dir()
    real = target.resolve() if target.is_symlink() and not special else target
    part = real if special else real.with_name(f".{real.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            if not special:
                os.fsync(file.fileno())
        if not special:
            part.replace(real)
    except OSError as fault:
        if not special:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
        raise Refused(cannot_save(target, fault), "file") from fault


def cannot_save(target: Path, fault: OSError) -> str:
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return (
            f"There is no room left to save “{target.name}”. "
            "Make some room or choose another place; the text is kept."
        )
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"“{target.parent}” may not be written to. Choose another place for “{target.name}”."
    if fault.errno == errno.ENOENT:
        return f"The folder “{target.parent}” does not exist. Choose another place for “{target.name}”."
    if fault.errno == errno.EISDIR:
        return f"“{target}” is a folder. Choose a file name that ends in .pdf."
    return f"“{target.name}” could not be saved ({fault.strerror}). Choose another place and try again."
