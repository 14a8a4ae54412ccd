"""Another process reads the dossier, and what goes wrong there is as if it had never been."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

import pytest

from sufu_tui.cli import readahead
from sufu_tui.cli.packed import pack, unpack
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder
from sufu_tui.reading.sizes import LARGE

# A program of its own: one that has threads, as a test's may, cannot be copied safely.
PROGRAM = """
import os, pickle, sys
from pathlib import Path
from sufu_tui.cli import readahead

readahead._processors = lambda: {processors}
print("said before", end="")  # still in the buffer, which the copy has as well
done = []
def meanwhile():
    done.append("sufu_tui.reading.loading" in sys.modules)
dossier = readahead.read_ahead(Path(sys.argv[1]), meanwhile)
try:
    os.waitpid(-1, 0)
    left = True
except ChildProcessError:
    left = False
print(pickle.dumps((dossier, done, left)).hex())
"""

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def ahead_of(folder, processors=2):
    """Return what was read ahead, what was done meanwhile (is what reads here?), and whether one is left."""
    program = PROGRAM.format(processors=processors)
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, str(folder)],
        capture_output=True, check=True, timeout=60, encoding="utf-8",
    )  # fmt: skip
    assert ran.stderr == ""
    assert ran.stdout.startswith("said before")
    return pickle.loads(bytes.fromhex(ran.stdout.removeprefix("said before")))


@needs_fork
def test_what_is_read_ahead_is_what_is_read(minimal_folder):
    assert len(pack(read(shipped_folder()).dossier)) > 65_536  # more than a pipe holds
    for folder in (minimal_folder, shipped_folder()):
        assert ahead_of(folder) == (read(folder).dossier, [False], False)


@needs_fork
@pytest.mark.parametrize("broken", ["title = 5", "[[", "format = 99"])
def test_what_is_not_in_order_is_left_to_whoever_can_say_so(minimal_folder, broken):
    (minimal_folder / "dossier.toml").write_text(broken, encoding="utf-8")
    assert ahead_of(minimal_folder) == (None, [False], False)


def test_with_one_processor_nothing_is_gained(minimal_folder):
    assert ahead_of(minimal_folder, processors=1) == (None, [], False)


def test_a_large_one_has_a_preview_and_a_missing_one_nothing(minimal_folder):
    with (minimal_folder / "metrics.toml").open("a", encoding="utf-8") as file:
        file.write("#" * LARGE)
    assert ahead_of(minimal_folder) == (None, [], False)
    assert ahead_of(minimal_folder / "nowhere") == (None, [], False)


def test_where_the_system_cannot_fork_nothing_is_read_ahead(minimal_folder, monkeypatch):
    monkeypatch.delattr(os, "fork", raising=False)
    assert readahead.read_ahead(minimal_folder, lambda: pytest.fail("done")) is None


def test_at_least_one_processor_is_there(monkeypatch):
    assert readahead._processors() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert readahead._processors() == 1


@pytest.mark.parametrize("good", [True, False])
def test_the_other_process_sends_a_dossier_or_nothing(minimal, minimal_folder, good):
    if not good:
        (minimal_folder / "dossier.toml").write_text("title = 5", encoding="utf-8")
    receiving, sending = os.pipe()
    readahead._send(minimal_folder, sending)
    if not good:
        os.close(sending)
    with os.fdopen(receiving, "rb") as pipe:
        assert unpack(pipe.read()) == (minimal if good else None)
