"""What is measured: this explorer, and the programs that it is held against."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.harness.generator import GREATEST, LEAST, Generated

_BIN = Path(sys.executable).parent
_FIRST_LABEL = "Cities paired"  # with Fuyang; VisiData cuts it after twenty characters
_UP, _DOWN = "▴", "▾"


class Subject(NamedTuple):
    """A program: how it is started, what it shows, and its keys.

    A pair is keys and what they make it show.
    """

    name: str
    command: Callable[[Generated], list[str]]
    first: str
    """What its first useful frame shows."""
    loaded: Callable[[int], str]
    """What it shows when all of so many rows are there."""
    to_value: str
    """Goes to the column of the values and makes them numbers."""
    ascending: tuple[str, str]
    descending: tuple[str, str]
    top: str
    """Goes to the first row."""
    down: str = "\x1b[B"
    page_down: str = "\x1b[6~"
    to_label: str = ""
    """Goes from the column of the values to that of the labels."""
    by_label: tuple[tuple[str, str], ...] = ()
    """Sort by label, upwards and downwards."""


OURS = Subject(
    "sufu-tui",
    lambda made: [
        *(str(_BIN / "sufu-tui"), "--lang", "en"),
        *("--data", str(made.folder), "--goto", "metric:partner-cities"),
    ],
    _FIRST_LABEL,
    lambda number: f" {number:,} figures",
    "\x1b[C",
    ("s", f"sorted by Value {_UP}"),
    ("s", f"sorted by Value {_DOWN}"),
    "g",
    to_label="\x1b[D",
    by_label=(("s", f"sorted by Figure {_UP}"), ("s", f"sorted by Figure {_DOWN}")),
)
OPENED = OURS._replace(
    command=lambda _: [str(_BIN / "sufu-tui")],
    first="Jobs offered at the fairs",
)
"""As a reader first opens it: the shipped dossier, with its cover."""

TABLE_ALONE = OURS._replace(
    name="our table alone",
    command=lambda made: [sys.executable, str(Path(__file__).with_name("ourtable.py")), str(made.folder)],
    loaded=lambda _: _FIRST_LABEL,
    to_value="",
    ascending=("s", f"Value{_UP}"),
    descending=("s", f"Value{_DOWN}"),
    by_label=(),
)
"""Without the card, which neither peer has."""

DATA_TABLE = Subject(
    "DataTable",
    lambda made: [sys.executable, str(Path(__file__).with_name("datatable.py")), str(made.rows_file)],
    _FIRST_LABEL,
    lambda _: _FIRST_LABEL,
    "",
    ("s", LEAST),
    ("s", GREATEST),
    "\x1b[1;5H",
    by_label=(("t", ""), ("t", "")),
)
VISIDATA = Subject(
    "VisiData",
    lambda made: [str(_BIN / "vd"), "--motd-url=", str(made.rows_file)],
    _FIRST_LABEL,
    lambda number: f"{number} rows",
    "l%",
    ("[", LEAST),
    ("]", GREATEST),
    "gk",
    down="j",
    to_label="h",
    by_label=(("[", ""), ("]", "")),
)
"""Its message of the day, which comes from the network, is off."""


def empty_app() -> list[str]:
    """Return the command of a Textual app without anything in it."""
    return [sys.executable, "-c", "from textual.app import App; App().run()"]


def subjects() -> tuple[Subject, ...]:
    """Return what can be measured here, ours first; without the extra `bench` there is no VisiData."""
    ours = (OURS, TABLE_ALONE)
    return (*ours, DATA_TABLE, VISIDATA) if find_spec("visidata") else (*ours, DATA_TABLE)
