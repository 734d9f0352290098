# SPDX-License-Identifier: MIT
"""Reads and uses a program's accessibility tree as a screen reader does; run by the system's own Python.

Takes one JSON request a line and answers with one JSON line, until its input ends. Only what shows counts.
"""

import json
import sys
from contextlib import suppress

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

SHOWING = Atspi.StateType.SHOWING
TEXTS = ("text", "entry", "spin button", "paragraph", "document text", "terminal")
LEAVES = ("label", "push button", "check box", "radio button", "text", "entry", "icon", "image")
STATES = ("FOCUSED", "CHECKED", "ENABLED", "SELECTED", "EDITABLE", "EXPANDED")


def nodes_of(process):
    """Every showing widget of a process with its role, from the front."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        if program is not None and program.get_process_id() == process:
            for child in range(program.get_child_count()):
                yield from below(program.get_child_at_index(child))


def below(node):
    if node is None:
        return
    try:
        node.clear_cache()
        if not node.get_state_set().contains(SHOWING):
            return
        role = node.get_role_name()
        yield node, role
        if role in LEAVES:
            return
        # A table of 50,000 rows manages its own children; the first screenfuls are what shows.
        for number in range(min(node.get_child_count(), 400)):
            yield from below(node.get_child_at_index(number))
    except GLib.Error:
        return  # it went while it was read


def described(node, role):
    states = node.get_state_set()
    box = node.get_extents(Atspi.CoordType.SCREEN)
    return {
        "role": role,
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "text": text_of(node, role),
        "states": [name.lower() for name in STATES if states.contains(getattr(Atspi.StateType, name))],
        "box": [box.x, box.y, box.width, box.height],
    }


def read(node, role):
    """What is to be read in a widget, in order."""
    return [line for line in (node.get_name(), text_of(node, role)) if line]


def of_all(nodes, ask):
    """The answers of every one that is still there when it is asked."""
    answers = []
    for node, role in nodes:
        with suppress(GLib.Error):
            answers.append(ask(node, role))
    return answers


def text_of(node, role):
    if role not in TEXTS:
        return ""
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def found(process, roles, name, exact):
    for node, role in nodes_of(process):
        if roles and role not in roles:
            continue
        with suppress(GLib.Error):
            label = (node.get_name() or "").replace("&", "")
            if label == name if exact else name.lower() in label.lower():
                yield node, role


def answer(request):
    process = request["process"]
    if request["ask"] == "tree":
        return of_all(nodes_of(process), described)
    if request["ask"] == "words":
        return [line for lines in of_all(nodes_of(process), read) for line in lines]
    matches = list(found(process, request.get("role"), request["name"], request.get("exact", True)))
    if request["ask"] == "find":
        return of_all(matches, described)
    node, _ = matches[request.get("number", 0)]
    if request["ask"] == "write":
        return bool(Atspi.EditableText.set_text_contents(node, request["text"]))
    if request["ask"] == "activate":
        return bool(Atspi.Action.do_action(node, request.get("action", 0)))
    if request["ask"] == "focus":
        return bool(Atspi.Component.grab_focus(node))
    raise ValueError(request["ask"])


def main():
    for line in sys.stdin:
        try:
            reply = {"answer": answer(json.loads(line))}
        except Exception as error:
            reply = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(reply), flush=True)


main()
