"""Looks at the program as an assistive technology does, over AT-SPI; run by the system's Python.

Reads one JSON request a line from stdin and answers with one JSON line. It knows nothing of the
program: only roles, names, states and actions. (gi is a Debian package, not in the virtualenv.)
"""

from __future__ import annotations

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20.0
ACTIONS = ("Press", "Check", "Toggle", "Uncheck", "ShowMenu")


def walk(node):
    """Every accessible below a node that is on screen, in reading order."""
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None and child.get_state_set().contains(Atspi.StateType.VISIBLE):
            yield from walk(child)


def applications(name):
    """The running programs of a name."""
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for index in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(index)
        if app is not None and app.get_name() == name:
            yield app


def told(node):
    """What a screen reader would tell of it."""
    states = node.get_state_set()
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "showing": states.contains(Atspi.StateType.SHOWING),
        "checked": states.contains(Atspi.StateType.CHECKED),
        "enabled": states.contains(Atspi.StateType.ENABLED),
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
        "focused": states.contains(Atspi.StateType.FOCUSED),
    }


def everything(name):
    """All accessibles of a program, with what is told of each."""
    found = []
    try:
        for app in applications(name):
            app.clear_cache()
            found += [(node, told(node)) for node in walk(app)]
    except GLib.Error:
        pass  # part of the window went away while we looked; the next look is whole
    return found


def fits(it, request):
    """Whether an accessible is the one that is asked for."""
    name = request.get("name")
    part = request.get("part")
    role = request.get("role")
    return (
        (name is None or it["name"] == name)
        and (part is None or part in it["name"] or part in it["description"])
        and (role is None or it["role"] == role)
        and (not request.get("showing", True) or it["showing"])
        and ("checked" not in request or it["checked"] == request["checked"])
    )


def place(node):
    """Where it is on the screen: left, top, width and height in px."""
    it = Atspi.Component.get_extents(node.get_component_iface(), Atspi.CoordType.SCREEN)
    return [it.x, it.y, it.width, it.height]


def value(node):
    """The value of what has one, such as a slider; else nothing."""
    its = node.get_value_iface()
    return its.get_current_value() if its is not None else None


def focused(request):
    """What has the focus; nothing while it goes from one to another."""
    try:
        for app in applications(request["program"]):
            app.clear_cache()
            for node in walk(app):
                states = node.get_state_set()
                if states.contains(Atspi.StateType.FOCUSED) and node.get_role_name() != "frame":
                    return told(node)
    except GLib.Error:
        pass  # the window changed while we looked
    return None


def find(request):
    """Wait until what is asked for is there."""
    until = time.monotonic() + request.get("patience", PATIENCE)
    while True:
        for node, it in everything(request["program"]):
            if fits(it, request):
                return node, it
        if time.monotonic() > until:
            return None, None
        time.sleep(0.1)  # nothing to wait on: the tree is another process's


def act(node):
    """Do what a click would do."""
    action = node.get_action_iface()
    if action is None:
        return False
    names = [Atspi.Action.get_action_name(action, i) for i in range(action.get_n_actions())]
    wanted = next((name for name in ACTIONS if name in names), None)
    return wanted is not None and Atspi.Action.do_action(action, names.index(wanted))


def write(node, text):
    """Write into a field, and make sure that it stands there."""
    for _attempt in range(10):
        Atspi.EditableText.set_text_contents(node.get_editable_text_iface(), text)
        time.sleep(0.2)  # the field takes it in its own time
        field = node.get_text_iface()
        shown = Atspi.Text.get_text(field, 0, Atspi.Text.get_character_count(field))
        if shown == text or node.get_role() == Atspi.Role.PASSWORD_TEXT:  # which tells nothing
            return True
    return False


def answer(request):
    """Answer one request."""
    if request["do"] == "list":
        return {"found": [it for _node, it in everything(request["program"])]}
    if request["do"] == "focused":
        return {"it": focused(request)}
    node, it = find(request)
    if node is None:
        return {"error": "not there", "found": [x for _n, x in everything(request["program"])]}
    if request["do"] == "press" and not act(node):
        return {"error": "cannot be pressed", "it": it}
    if request["do"] == "type" and not write(node, request["text"]):
        return {"error": "cannot be written to", "it": it}
    if request["do"] == "find":
        it = {**it, "place": place(node), "value": value(node)}
    return {"it": it}


def main():
    """Serve until stdin ends."""
    Atspi.init()
    Atspi.set_timeout(5_000, 15_000)  # ms: a loaded machine answers slowly, not never
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
