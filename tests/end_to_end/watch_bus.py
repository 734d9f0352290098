# SPDX-License-Identifier: MIT
"""Prints each notification that crosses the session bus as one JSON line; run by the system's own Python."""

import json

from gi.repository import Gio, GLib

NAMES = ("app", "replaces", "icon", "title", "body", "actions", "hints", "timeout")


def seen(connection, message, incoming):
    if incoming and message.get_member() == "Notify" and message.get_body() is not None:
        values = message.get_body().unpack()
        hints = values[6]
        print(json.dumps({**dict(zip(NAMES, values, strict=True)), "hints": sorted(hints)}), flush=True)
    if incoming and message.get_member() == "CloseNotification":
        print(json.dumps({"closed": message.get_body().unpack()[0]}), flush=True)
    return None if incoming else message  # a monitor may not answer what it sees


bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
rules = ["interface='org.freedesktop.Notifications',type='method_call'"]
bus.call_sync(
    "org.freedesktop.DBus",
    "/org/freedesktop/DBus",
    "org.freedesktop.DBus.Monitoring",
    "BecomeMonitor",
    GLib.Variant("(asu)", (rules, 0)),
    None,
    Gio.DBusCallFlags.NONE,
    -1,
    None,
)
bus.add_filter(seen)
bus.set_exit_on_close(True)
print(json.dumps({"watching": True}), flush=True)
GLib.MainLoop().run()
