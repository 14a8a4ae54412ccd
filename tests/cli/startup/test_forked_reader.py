"""Another process reads, and what goes wrong there is as if it had never been."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from sufu_tui.cli.startup.forked_reader import read_in_fork
from sufu_tui.reading.loading import read
from sufu_tui.reading.preview import preview
from sufu_tui.reading.shipped import shipped_folder
from sufu_tui.reading.sizes import LARGE

# A program of its own: one that has threads, as a test's may, cannot be copied safely.
PROGRAM = """
import os, pickle, sys
from sufu_tui.cli.dossier_folder import folder_named
from sufu_tui.cli.startup import opening
from sufu_tui.languages.catalogue import load

os.sched_getaffinity = lambda _: range({processors})
print("said before", end="")  # still in the buffer, which the copy has as well
done = []
def meanwhile():
    done.append("sufu_tui.reading.rows" in sys.modules)
dossier, fetch = opening.open_beginning(folder_named(sys.argv[1]), load("en"), meanwhile)
try:
    os.waitpid(-1, 0)
    left = True
except ChildProcessError:
    left = False
print(pickle.dumps((dossier, fetch is not None, done, left)).hex())
"""

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def opened(folder, processors=2, said=""):
    """Return what was opened, if there is more, if what reads was here meanwhile, if another is left."""
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM.format(processors=processors), str(folder)],
        capture_output=True, check=True, timeout=60, encoding="utf-8",
    )  # fmt: skip
    assert said in ran.stderr if said else ran.stderr == ""
    assert ran.stderr.count("\n") == bool(said)
    assert ran.stdout.startswith("said before")
    return pickle.loads(bytes.fromhex(ran.stdout.removeprefix("said before")))


def made_large(folder: Path) -> Path:
    with (folder / "metrics.toml").open("a", encoding="utf-8") as file:
        file.write("#" * LARGE)
    return folder


@needs_fork
def test_what_is_read_ahead_is_what_is_read(minimal_folder):
    assert len(pickle.dumps(read(shipped_folder()).dossier)) > 65_536  # more than a pipe holds
    for folder in (minimal_folder, shipped_folder()):
        assert opened(folder) == (read(folder).dossier, False, [False], False)


@needs_fork
def test_of_a_large_one_the_beginning_is_read_ahead(minimal_folder):
    beginning = preview(made_large(minimal_folder))
    assert beginning is not None
    assert opened(minimal_folder) == (beginning, True, [False], False)


@needs_fork
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("broken", ["title = 5", "[[", "format = 99"])
def test_what_is_not_in_order_is_told_once(minimal_folder, broken, large):
    (minimal_folder / "dossier.toml").write_text(broken, encoding="utf-8")
    if large:
        made_large(minimal_folder)
    assert opened(minimal_folder, said="format 99" if "99" in broken else "dossier.toml:") == (
        None, False, [False], False
    )  # fmt: skip


@needs_fork
def test_what_is_not_there_is_told_once(tmp_path):
    assert opened(tmp_path / "nowhere", said="nowhere") == (None, False, [False], False)


def test_with_one_processor_it_is_read_here(minimal_folder):
    assert opened(minimal_folder, processors=1) == (read(minimal_folder).dossier, False, [], False)
    assert opened(made_large(minimal_folder), processors=1) == (preview(minimal_folder), True, [], False)


def test_where_the_system_cannot_fork_nothing_is_read_ahead(monkeypatch):
    monkeypatch.delattr(os, "fork", raising=False)
    assert read_in_fork(lambda: pytest.fail("read"), lambda: pytest.fail("done")) is None


def test_where_the_processors_cannot_be_counted_nothing_is_read_ahead(monkeypatch):
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert read_in_fork(lambda: pytest.fail("read"), lambda: pytest.fail("done")) is None


ENDING = """
import os
from sufu_tui.cli.startup.forked_reader import read_in_fork

class Ends:
    def __reduce__(self):
        os._exit(1)

os.sched_getaffinity = lambda _: range(2)
print(read_in_fork(lambda: ({sent}, Ends()), lambda: print("done")))
"""


@needs_fork
@pytest.mark.parametrize("sent", ["b''", "b'x' * 200_000"], ids=["nothing", "a part"])
def test_what_a_process_sent_that_ended_too_soon_counts_for_nothing(sent):
    program = [sys.executable, "-c", ENDING.format(sent=sent)]
    assert subprocess.run(program, capture_output=True, check=True, timeout=60).stdout == b"done\nNone\n"
