"""A short soak, and the tools of the long one."""

from __future__ import annotations

import sys

import pytest

from tests.soak.actions import KEYS as BOUND_KEYS
from tests.soak.actions import Burst, Hands, Rest, Restart, Size, key_bytes
from tests.soak.episodes import Episode, episode, play
from tests.soak.modes import TerminalModes
from tests.soak.once_failed import ONCE_FAILED
from tests.soak.shrinking import shrunk

SEEDS = range(1, 7)
KEYS = 500
"""Keys of each seed, 3,000 in all; each costs some twenty milliseconds of a processor."""


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="a hang is told by /proc")


@linux_only
@pytest.mark.timeout(240)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_explorer_outlives_fast_hands(seed):
    failure = play(episode(seed, KEYS)).failure
    assert failure is None, f"python -m tests.soak --keys {KEYS} --seed {seed}\n{failure}"


@linux_only
@pytest.mark.timeout(240)
@pytest.mark.parametrize("what", ONCE_FAILED)
def test_what_has_failed_once_fails_no_more(what):
    assert play(ONCE_FAILED[what]).failure is None


@linux_only
def test_a_program_that_does_not_answer_is_a_hang_and_a_fault_is_a_death(tmp_path):
    for code, kind in (("import time\nwhile True: time.sleep(9)", "hang"), ("raise KeyError", "death")):
        program = tmp_path / "program"
        program.write_text(f"#!/usr/bin/env python3\n{code}\n")
        program.chmod(0o755)
        failure = play(_short(), program=program).failure
        assert failure is not None
        assert failure.kind == kind


@linux_only
def test_a_terminal_that_is_left_changed_is_a_failure(tmp_path):
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\nprintf '\\033[?1049h\\033[?1000h\\033[?1049l'\n")
    program.chmod(0o755)
    failure = play(_short(), program=program).failure
    assert failure is not None
    assert failure[:2] == ("terminal", "mode 1000 is on")


def _short() -> Episode:
    return Episode("shipped", "en", Size(80, 24), is_eager=True, actions=(Rest(0.01),))


def test_a_seed_makes_the_same_list_every_time():
    assert list(Hands(7).actions(200)) == list(Hands(7).actions(200)) != list(Hands(8).actions(200))
    assert sum(one.keys for one in Hands(7).actions(200) if isinstance(one, Burst)) == 200


@pytest.mark.parametrize("key", BOUND_KEYS)
def test_every_key_of_the_table_can_be_pressed(key):
    assert key_bytes(key)


@linux_only
def test_what_has_left_or_is_to_start_anew_starts_where_it_was(tmp_path):
    program, starts = tmp_path / "program", tmp_path / "starts"
    program.write_text(f"#!/bin/sh\npwd >> '{starts}'\n")
    program.chmod(0o755)
    played = _short()._replace(actions=(Restart(), Restart()))
    assert play(played, program=program) == (None, 2)
    first, second, third = starts.read_text().splitlines()
    assert first == second == third


def test_keys_are_written_as_terminals_write_them():
    assert key_bytes("ctrl+u") == b"\x15"
    assert key_bytes("alt+v") == b"\x1bv"
    assert key_bytes("up") == b"\x1b[A"
    assert key_bytes("[") == b"["


def test_modes_are_read_across_pieces_and_what_is_left_on_is_told():
    modes = TerminalModes()
    for piece in (
        b"\x1b[?10",
        b"49h\x1b[?25l\x1b[>25u",
        b"\x1b[?1000;1006h text \x1b[?1049",
        b"l\x1b[?1000l",
    ):
        modes.feed(piece)
    assert modes.left_changed() == ["mode 1006 is on", "mode 25 is off", "the keyboard protocol is on"]
    modes.feed(b"\x1b[?1006l\x1b[?25h\x1b[<u")
    assert modes.left_changed() == []


@pytest.mark.parametrize("needed", [{3}, {0, 99}, {10, 11, 12, 60}, set(range(0, 100, 9))])
def test_the_shortest_list_is_what_fails_and_nothing_else(needed):
    assert set(shrunk(range(100), lambda kept: needed <= set(kept), 2000)) == needed
