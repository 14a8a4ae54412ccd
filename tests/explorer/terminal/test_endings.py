"""Every end gives the terminal back as it was: signals, at any moment, and a crash."""

from __future__ import annotations

import signal
import sys

import pytest

from tests.samples import sample
from tests.soak.modes import TerminalModes

OPENING = "Opening: a ten-year compact"
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)
CRASH = """
import sys
from sufu_tui.cli.main import main
from sufu_tui.explorer.app import Explorer
def action_next_theme(self): raise ZeroDivisionError
Explorer.action_next_theme = action_next_theme
sys.exit(main())
"""


def left_changed(terminal):
    modes = TerminalModes()
    modes.feed(terminal.raw)
    return modes.left_changed()


@pytest.mark.parametrize(
    ("keys", "number"),
    sample([(keys, number) for keys in ("", "2f", "?", "2c", "/park") for number in SIGNALS], 7),
)
def test_a_signal_restores_the_terminal_whatever_is_open(number, keys, opened):
    terminal = opened("--lang", "en")
    terminal.until(OPENING)
    terminal.type(keys)
    terminal.signal(number)
    assert terminal.status() == 128 + number
    assert left_changed(terminal) == []
    assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_before_the_first_frame_is_complete_restores_the_terminal(number, opened):
    terminal = opened("--lang", "en")
    terminal.until_raw(b"\x1b[?1049h", 0)
    terminal.signal(number)
    assert terminal.status() == 128 + number
    assert left_changed(terminal) == []
    assert b"Traceback" not in terminal.raw


def test_many_signals_are_one_end(opened):
    terminal = opened("--lang", "en")
    terminal.until(OPENING)
    for number in SIGNALS:
        terminal.signal(number)
    assert terminal.status() - 128 in SIGNALS
    assert left_changed(terminal) == []


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT])
def test_a_signal_that_whoever_started_the_program_ignores_stays_ignored(number, opened):
    before = signal.signal(number, signal.SIG_IGN)
    try:
        terminal = opened("--lang", "en")
    finally:
        signal.signal(number, before)
    terminal.until(OPENING)
    terminal.signal(number)
    terminal.type("2")
    terminal.until(" 47 figures")
    terminal.type("q")
    assert terminal.status() == 0


def test_a_crash_restores_the_terminal_before_it_tells(opened, tmp_path):
    program = tmp_path / "crash.py"
    program.write_text(CRASH)
    terminal = opened(str(program), "--lang", "en", "--pane", "narrative", program=sys.executable)
    terminal.until(OPENING)
    terminal.type("\x14")
    assert terminal.status() == 1
    assert left_changed(terminal) == []
    assert terminal.raw.index(b"ZeroDivisionError") > terminal.raw.rindex(b"\x1b[?1049l")


def test_going_on_without_a_stop_takes_the_terminal_no_second_time(opened):
    terminal = opened("--lang", "en")
    terminal.until(OPENING)
    terminal.signal(signal.SIGCONT)
    terminal.type("2")
    terminal.until(" 47 figures")
    assert terminal.raw.count(b"\x1b[?1049h") == 1
    terminal.type("q")
    assert terminal.status() == 0
    assert left_changed(terminal) == []


def test_it_may_be_stopped_at_any_moment(opened):
    terminal = opened("--lang", "en", columns=80, rows=24)
    terminal.until_raw(b"\x1b[?1049h", 0)
    for _ in range(12):
        terminal.type("2jf3lL4")
        terminal.signal(signal.SIGTSTP)
        terminal.until_stopped()
        assert left_changed(terminal) == []
        shown = len(terminal.raw)
        terminal.signal(signal.SIGCONT)
        terminal.until_raw(b"\x1b[?1049h", shown)
    terminal.type("\x11")
    assert terminal.status() == 0
    assert left_changed(terminal) == []


def test_after_a_stop_the_end_restores_the_terminal_as_well(opened):
    terminal = opened("--lang", "en")
    terminal.until(OPENING)
    terminal.type("\x1a")
    terminal.until_stopped()
    assert left_changed(terminal) == []
    shown = len(terminal.raw)
    terminal.signal(signal.SIGCONT)
    terminal.until_raw(OPENING.encode(), shown)
    terminal.signal(signal.SIGHUP)
    assert terminal.status() == 129
    assert left_changed(terminal) == []
