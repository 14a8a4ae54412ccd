"""With and without what exists for speed alone the explorer does the same."""

from __future__ import annotations

import sys

import pytest

from sufu_tui.reading.sizes import LARGE

# Says which shortcuts were taken once the explorer has been left.
PROGRAM = """
import gc, os, sys

forks, fork = [], os.fork
frozen = gc.get_freeze_count()  # Python 3.12 freezes some objects itself
os.fork = lambda: forks.append(1) or fork()
os.sched_getaffinity = lambda _: range(2)
sys.argv = ["sufu-tui", "--lang", "en"]
from sufu_tui.cli.main import main

status = main()
print("forks", len(forks), "TLS", "ssl" in sys.modules, "frozen", gc.get_freeze_count() > frozen)
sys.exit(status)
"""


@pytest.mark.parametrize(
    ("chosen", "taken"), [("", b"forks 1 TLS False frozen True"), ("off", b"forks 0 TLS True frozen False")]
)
def test_the_variable_takes_them_out_all_together(opened, chosen, taken):
    terminal = opened("-c", PROGRAM, program=sys.executable, SUFU_SHORTCUTS=chosen)
    terminal.until("Enter open")
    terminal.type("q")
    assert terminal.status() == 0
    assert taken in terminal.raw


def test_without_them_everything_works(opened):
    terminal = opened("--lang", "en", columns=120, rows=40, SUFU_SHORTCUTS="off")
    terminal.until("National Development")
    terminal.type("2")
    terminal.until("47 figures")
    terminal.type("\x1b[Cs")
    terminal.until("sorted by Value")
    terminal.type("fmuseum\r")
    terminal.until(" of 47")
    terminal.type("3")
    terminal.until("event 1 of 1 shown")
    terminal.type("q")
    assert terminal.status() == 0


@pytest.mark.parametrize(("chosen", "in_parts"), [("", True), ("off", False)])
def test_without_them_a_large_dossier_comes_whole(opened, minimal_folder, chosen, in_parts):
    with (minimal_folder / "metrics.toml").open("a", encoding="utf-8") as file:
        file.write("#" * LARGE)
    terminal = opened("--data", str(minimal_folder), "--lang", "en", SUFU_SHORTCUTS=chosen)
    terminal.until("Enter open")
    terminal.type("q")
    assert terminal.status() == 0
    assert (b"Reading" in terminal.raw) == in_parts
