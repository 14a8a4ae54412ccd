"""The place is kept between runs of the installed program, and what is asked for goes before it."""

from __future__ import annotations

import json
import time

import pytest


def begun(opened, folder, *arguments, said, **more):
    """Open the program with a folder for its state, and wait until it shows `said`."""
    terminal = opened(*arguments, columns=120, rows=40, XDG_STATE_HOME=str(folder), **more)
    return terminal, terminal.until(said)


def settled(terminal) -> list[str]:
    """Return the screen without its foot, once nothing more has come for half a second."""
    read, since = -1, time.monotonic()
    while time.monotonic() < since + 0.5:
        terminal._read(0.1)
        if len(terminal.raw) != read:
            read, since = len(terminal.raw), time.monotonic()
    return terminal.rows[:-1]


def left(terminal) -> list[str]:
    terminal.type("q")
    assert terminal.status() == 0
    return terminal.rows


def test_the_next_start_is_where_the_reader_left_and_its_first_frame_is_right(opened, tmp_path):
    terminal, _ = begun(opened, tmp_path, said="Opening: a ten-year compact")
    terminal.type("3")
    terminal.until("Framework signed")
    terminal.type("ll+")
    terminal.until("event 6 of")
    terminal.type("L")
    terminal.until("第6件")
    before = settled(terminal)
    left(terminal)
    terminal, _ = begun(opened, tmp_path, said="第6件")  # though the environment is English
    assert settled(terminal) == before
    assert "Opening" not in terminal.raw.decode("utf-8", "replace")  # no frame showed another place
    left(terminal)
    terminal, _ = begun(opened, tmp_path, "--lang", "en", said="event 6 of")
    left(terminal)


def test_fresh_begins_anew_and_deletes_nothing(opened, tmp_path):
    terminal, _ = begun(opened, tmp_path, said="Opening: a ten-year compact")
    terminal.type("2")
    terminal.until(" figures")
    left(terminal)
    terminal, _ = begun(opened, tmp_path, "--fresh", said="Opening: a ten-year compact")
    left(terminal)
    terminal, _ = begun(opened, tmp_path, said=" figures")
    left(terminal)


def test_pane_filter_and_sort_are_asked_for(opened, tmp_path):
    asked = ("--pane", "metrics", "--filter", "area:industry", "--sort", "-value,label")
    terminal, screen = begun(opened, tmp_path, *asked, said="area:industry")
    assert "▾1" in screen
    assert "▴2" in screen
    left(terminal)
    terminal, screen = begun(opened, tmp_path, said="area:industry")  # it is kept as well
    assert "▾1" in screen
    left(terminal)


def test_a_filter_by_a_kind_of_the_dossiers_own_is_taken(opened, tmp_path, minimal_folder):
    file = minimal_folder / "dossier.toml"
    kind = '\n[[kind]]\nid = "ship"\nlabel = { zh-Hant = "船隻", en = "ship" }\n'
    file.write_text(f"{file.read_text(encoding='utf-8').rstrip()}\n{kind}", encoding="utf-8")
    asked = ("--data", str(minimal_folder), "--lang", "en", "--pane", "names", "--filter")
    terminal, _ = begun(opened, tmp_path, *asked, "kind:ship", said="kind:ship")
    left(terminal)
    terminal = opened(*asked, "kind:shop", XDG_STATE_HOME=str(tmp_path))
    assert terminal.status() == 2
    assert "^" in "\n".join(terminal.rows)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--pane", "nowhere"], "--pane takes one of narrative, metrics, timeline"),
        (["--filter", "area:"], "^"),
        (["--sort", "nothing"], "There is no column “nothing” to sort by"),
    ],
)
def test_a_wrong_value_is_a_sentence(opened, tmp_path, arguments, said):
    terminal = opened("--lang", "en", *arguments, XDG_STATE_HOME=str(tmp_path))
    status = terminal.status()
    assert said in "\n".join(terminal.rows)
    assert status == 2
    assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff", b"[[" * 50_000, b'{"format":1,"place":{"format":1,"pane":7,"panes":[]}}']
)
def test_broken_files_do_not_hinder_a_start(opened, tmp_path, content):
    folder = tmp_path / "sufu-tui"
    folder.mkdir()
    for name in ("suzhou-fuyang.json", "suzhou-fuyang.bookmarks.json"):
        (folder / name).write_bytes(content)
    # What cannot be read is no place: without --pane this is a first start, at the cover.
    asked = ("--lang", "en", "--pane", "narrative")
    terminal, _ = begun(opened, tmp_path, *asked, said="Opening: a ten-year compact")
    terminal.type("*")
    terminal.until("bookmark set")
    left(terminal)
    kept = json.loads((folder / "suzhou-fuyang.bookmarks.json").read_bytes())
    assert len(kept["bookmarks"]) == 1
    assert (folder / "suzhou-fuyang.bookmarks.unread").read_bytes() == content


def test_a_folder_that_takes_nothing_is_said_and_does_not_hinder(opened, tmp_path):
    (tmp_path / "sufu-tui").write_text("a file in the way")
    terminal, _ = begun(opened, tmp_path, "--lang", "en", said="Opening: a ten-year compact")
    terminal.type("*")
    terminal.until("ends with this run")
    left(terminal)
