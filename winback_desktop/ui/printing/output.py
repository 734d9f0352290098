# SPDX-License-Identifier: MIT
"""Puts a composed document out: as a PDF that is saved whole or not at all, or through a printer."""

import contextlib
import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from winback_desktop.application.failures import Refused
from winback_desktop.ui.printing.marks import Document, Page
from winback_desktop.ui.printing.painting import paint

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinterInfo

_PDF_DPI = 1200
_INCH = 25.4


class Printed(NamedTuple):
    """What went out: how many pages, and the size of the first one in millimetres."""

    pages: int
    width_mm: float
    height_mm: float
    file: str = ""
    printer: str = ""


def save_pdf(document: Document, path: Path | str) -> Printed:
    """Write ``document`` to ``path``; an older file there stays unless all of the new one is written.

    Needs a running `QGuiApplication`, the offscreen kind is enough. Raises
    `Refused` with a sentence when the place cannot be written or is full.
    """
    target = Path(path).expanduser()
    _write_whole(target, pdf_bytes(document))
    return _printed(document, file=str(target))


def pdf_bytes(document: Document) -> bytes:
    """``document`` as a PDF; its properties name the program and the kind of paper, never a person."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(document.title)
    writer.setCreator("Winback Desktop")
    writer.setResolution(_PDF_DPI)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter()
    for number, page in enumerate(document.pages):
        writer.setPageSize(page_size(page))
        if number == 0:
            if not painter.begin(writer):
                raise Refused("The PDF could not be drawn. Try again after restarting the program.")
        else:
            writer.newPage()
        paint(painter, page, _PDF_DPI / _INCH)
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
) -> Printed:
    """Send ``document`` to the printer of that name; raises `Refused` when it is gone or refuses the size.

    ``offset`` moves everything right and down by so many millimetres, for a
    printer that the calibration sheet has shown to be off.
    """
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    info = QPrinterInfo.printerInfo(printer_name)
    if info.isNull():
        others = printers()
        known = f" This computer knows {', '.join(others)}." if others else ""
        raise Refused(
            f"The printer “{printer_name}” is not there (any more).{known} "
            "Switch it on or choose another one; saving a PDF always works.",
            "printer",
        )
    first = document.pages[0]
    _check_size(info, first)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title)
    printer.setCreator("Winback Desktop")
    printer.setFullPage(True)
    printer.setCopyCount(copies)
    dots = printer.resolution() / _INCH
    painter = QPainter()
    for number, page in enumerate(document.pages):
        printer.setPageLayout(_printer_layout(page))
        begun = painter.begin(printer) if number == 0 else printer.newPage()
        if not begun:
            if painter.isActive():
                painter.end()
            raise Refused(
                f"The printer “{printer_name}” did not take the page. Look whether it is switched on and has "
                "paper, then print again; saving a PDF always works.",
                "printer",
            )
        painter.save()
        painter.translate(offset[0] * dots, offset[1] * dots)
        paint(painter, page, dots)
        painter.restore()
    failed = not painter.end() or printer.printerState() is QPrinter.PrinterState.Error
    if failed:
        raise Refused(
            f"The printer “{printer_name}” stopped before it was done. Print again, or save a PDF.", "printer"
        )
    return _printed(document, printer=printer_name)


def _printed(document: Document, file: str = "", printer: str = "") -> Printed:
    first = document.pages[0]
    return Printed(len(document.pages), round(first.width, 2), round(first.height, 2), file, printer)


def _printer_layout(page: Page) -> QPageLayout:
    """Printers pull the short side in first: a wide page is an upright one, turned."""
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
