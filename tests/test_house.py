"""The house rules that a machine can hold: each test prints what offends."""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
import re
import textwrap
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from textual.driver import Driver
from textual.filter import LineFilter
from textual.message import Message
from textual.message_pump import MessagePump

from sufu_tui.explorer.navigation import PANES

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "sufu_tui"
MOST_LINES = 400
MOST_STOREYS = 3
ALIKE_MODULES = {"__init__", "__main__", "model", "pane", "widget", "row_painter", "axis", "status", "fields"}
"""Names of modules that may stand in several folders, which tell them apart."""
PRIVATE_TEXTUAL = {"explorer/terminal", "explorer/capture"}
"""Folders that may touch what Textual does not offer."""
OVERRIDDEN = {
    "namespace",  # of a message: the first part of the name of what handles it
    # What Textual asks to be defined or set, or takes as a keyword of a class.
    *("ALLOW_SELECT", "AUTO_FOCUS", "BINDINGS", "CSS", "DEFAULT_CSS", "ENABLE_COMMAND_PALETTE", "_abc_impl"),
    *(
        "action_back",
        "action_help_quit",
        "action_page_down",
        "action_page_up",
        "action_quit",
        "action_submit",
        "apply",
        "bubble",
    ),
    *("animation_level",),
    *("can_focus", "can_focus_children", "capture_mouse", "check_action", "compose", "control", "exit"),
    *("allow_focus", "focus_on_click"),
    *("exit",),
    *("cursor_screen_offset", "get_css_variables", "get_default_screen", "get_driver_class"),
    *("cuts", "get_line_filters", "render_partial_update", "_render_chops"),
    *("no_dispatch", "notify_style_update", "on_event", "refresh_css", "render_line", "replace"),
    *("resume_application_mode", "run_input_thread", "start_application_mode", "suspend_application_mode"),
    *("theme_variables", "verbose"),
}


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE), ast.parse(path.read_text(encoding="utf-8"))


def classes() -> list[type]:
    """Return all classes of the package, those within classes too."""
    found = {}
    for path, tree in modules():
        if path.name == "__main__.py":
            continue
        module = importlib.import_module(".".join(("sufu_tui", *path.with_suffix("").parts)))
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                own = getattr(module, node.name, None)
                if isinstance(own, type) and own.__module__ == module.__name__:
                    found[own] = None
    return list(found)


CLASSES = classes()


def ours(one: type) -> list[type]:
    return [base for base in one.__mro__ if base.__module__.startswith("sufu_tui")]


def test_no_class_stands_on_more_than_three_storeys_of_ours():
    towers = {one.__qualname__: [base.__name__ for base in ours(one)] for one in CLASSES}
    assert {name: chain for name, chain in towers.items() if len(chain) > MOST_STOREYS} == {}


def test_no_event_is_handled_twice_in_one_chain():
    twice = []
    for one in CLASSES:
        names = [name for base in ours(one) for name in vars(base) if name.startswith("on_")]
        twice += [f"{one.__qualname__}.{name}" for name in set(names) if names.count(name) > 1]
    assert twice == []


def test_no_public_class_has_its_name_twice():
    places = defaultdict(list)
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(str(path))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_no_module_has_its_name_twice_but_where_the_folder_tells():
    places = defaultdict(list)
    for path, _ in modules():
        places[path.stem].append(str(path))
    twice = {name: found for name, found in places.items() if len(found) > 1}
    assert {name: found for name, found in twice.items() if name not in ALIKE_MODULES} == {}


def test_no_file_is_longer_than_a_concept():
    lengths = {path: len((PACKAGE / path).read_text(encoding="utf-8").splitlines()) for path, _ in modules()}
    assert {str(path): lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_private_modules_of_textual_are_touched_in_two_folders_only():
    offenders = [
        f"{path}: {name}"
        for path, tree in modules()
        for name in imported(tree)
        if name.startswith("textual.") and any(part.startswith("_") for part in name.split("."))
        if not any(path.as_posix().startswith(folder) for folder in PRIVATE_TEXTUAL)
    ]
    assert offenders == []


@functools.cache
def own_names(one: type) -> frozenset[str]:
    """Return the attributes that a class has by its own code, those of its instances too."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(one))).body
    assigned = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
        if isinstance(node.value, ast.Name) and node.value.id == "self"
    }
    return frozenset(assigned | {name for name in vars(one) if not name.startswith("__")})


@functools.cache
def base_names(base: type) -> frozenset[str]:
    """Return what the instances of a class of Textual have, by its code and that of its bases.

    What is set through a descriptor is used by whoever sets it, not hidden.
    """
    sources = [each for each in base.__mro__ if each.__module__.startswith("textual")]
    names = frozenset().union(*(own_names(each) for each in sources))
    return frozenset(name for name in names if not hasattr(getattr(base, name, None), "__set__"))


def test_no_attribute_of_ours_hides_one_of_textual():
    """An attribute that Textual has as well would change what Textual does."""
    hidden = []
    for one in CLASSES:
        if not issubclass(one, (MessagePump, Message, Driver, LineFilter)):
            continue
        base = next(base for base in one.__mro__ if not base.__module__.startswith("sufu_tui"))
        made = vars(type("Plain", (base,), {}))  # what a class gets without saying anything
        there = own_names(one) & base_names(base) - OVERRIDDEN - made.keys()
        hidden += [f"{one.__qualname__}.{name}" for name in there]
    assert sorted(hidden) == []


def test_every_pane_is_held_by_the_contract_that_keeps_panes_apart():
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for spec in PANES:
        package = spec.widget.rpartition(".")[0]
        assert package in contract, package


def test_every_file_that_the_documentation_names_is_there():
    there = [path.relative_to(ROOT).as_posix() for path in ROOT.glob("[dst]*/**/*") if path.suffix]
    missing = [
        f"{page.name}: {named}"
        for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
        for named in re.findall(r"`([\w/-]+\.(?:py|toml|md))`", page.read_text(encoding="utf-8"))
        if not any(f"/{path}".endswith(f"/{named}") for path in (*there, "pyproject.toml"))
    ]
    assert missing == []
