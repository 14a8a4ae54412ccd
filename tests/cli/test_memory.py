"""Where the explorer remembers, and that it never gets in the way."""

from __future__ import annotations

import os

import pytest

from sufu_tui.cli.memory import Memory, state_folder
from sufu_tui.explorer.remembered import Remembered

WANTED = Remembered("sufu-light", {"metrics": {"printed": True}})


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({"XDG_STATE_HOME": "/x", "HOME": "/h"}, "linux", "/x/sufu-tui"),
        ({"XDG_STATE_HOME": "x", "HOME": "/h"}, "linux", "/h/.local/state/sufu-tui"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Application Support/sufu-tui"),
        ({"LOCALAPPDATA": "/l", "USERPROFILE": "/h"}, "win32", "/l/sufu-tui"),
    ],
)
def test_the_folder_is_where_the_system_wants_it(environ, platform, folder):
    assert state_folder(environ, platform).as_posix() == folder


def test_without_a_home_there_is_no_folder_and_nothing_is_remembered():
    assert state_folder({}, "linux") is None
    memory = Memory(None, "a")
    memory.keep(WANTED)
    assert memory.recall() == Remembered()


def test_what_was_kept_is_recalled_for_its_dossier_alone(tmp_path):
    Memory(tmp_path / "new", "a").keep(WANTED)
    assert Memory(tmp_path / "new", "a").recall() == WANTED
    assert Memory(tmp_path / "new", "b").recall() == Remembered()
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["a.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b'{"format": 99}', b"[" * 100_000])
def test_a_file_that_makes_no_sense_is_as_none(tmp_path, content):
    (tmp_path / "a.json").write_bytes(content)
    assert Memory(tmp_path, "a").recall() == Remembered()


def test_where_nothing_can_be_kept_nothing_happens(tmp_path):
    (tmp_path / "file").write_text("")
    Memory(tmp_path / "file" / "folder", "a").keep(WANTED)
    Memory(tmp_path, "a").keep(WANTED)
    (tmp_path / "b.json").mkdir()
    Memory(tmp_path, "b").keep(WANTED)
    assert Memory(tmp_path, "b").recall() == Remembered()
    assert os.listdir(tmp_path / "b.json") == []  # noqa: PTH208


def test_an_id_never_leads_out_of_the_folder(tmp_path):
    Memory(tmp_path / "state", "../../x/" + "y" * 500).keep(WANTED)
    assert [file.parent for file in tmp_path.rglob("*.json")] == [tmp_path / "state"]
