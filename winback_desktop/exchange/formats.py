# SPDX-License-Identifier: MIT
"""The writers by the names that the use case ``export_data`` knows them by."""

from winback_desktop.exchange.archive import write_archive
from winback_desktop.exchange.icalendar_out import write_calendar
from winback_desktop.exchange.spreadsheet import write_table
from winback_desktop.exchange.vcard_out import write_vcards

__all__ = ["write_archive", "write_calendar", "write_table", "write_vcards"]
