# SPDX-License-Identifier: MIT
# ruff: noqa: F722, F821 - D-Bus signatures stand where types do
"""A notification server for tests: prints what it is asked to show, presses buttons when told to.

With "refuse" it turns everything down.
"""

import asyncio
import sys

from dbus_fast import DBusError
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_method, dbus_signal


class Notifications(ServiceInterface):
    def __init__(self) -> None:
        super().__init__("org.freedesktop.Notifications")
        self.last = 0

    @dbus_method()
    def GetCapabilities(self) -> "as":
        return ["actions", "body", "body-markup"]

    @dbus_method()
    def GetServerInformation(self) -> "ssss":
        return ["test", "test", "1", "1.2"]

    @dbus_method()
    def Notify(
        self,
        app: "s",
        replaces: "u",
        icon: "s",
        summary: "s",
        body: "s",
        actions: "as",
        hints: "a{sv}",
        timeout: "i",
    ) -> "u":
        if "refuse" in sys.argv:
            raise DBusError("org.freedesktop.Notifications.Error.ExcessNotificationGeneration", "too many")
        self.last += 1
        print("notify", summary, body.replace("\n", "/"), ",".join(actions), sep="|", flush=True)
        return self.last

    @dbus_method()
    def CloseNotification(self, id: "u") -> None:
        print("close", flush=True)
        self.NotificationClosed(id, 3)

    @dbus_signal()
    def ActionInvoked(self, id: int, action: str) -> "us":
        return [id, action]

    @dbus_signal()
    def NotificationClosed(self, id: int, reason: int) -> "uu":
        return [id, reason]


async def main() -> None:
    bus = await MessageBus().connect()
    server = Notifications()
    bus.export("/org/freedesktop/Notifications", server)
    await bus.request_name("org.freedesktop.Notifications")
    print("ready", flush=True)
    loop = asyncio.get_running_loop()
    while text := await loop.run_in_executor(None, sys.stdin.readline):
        server.ActionInvoked(server.last, text.split()[1])


asyncio.run(main())
