"""Where the explorer remembers, and that it never gets in the way."""

from __future__ import annotations

import os

import pytest

from sufu_tui.cli.preferences_file import PreferencesFile
from sufu_tui.explorer.preferences import Preferences

WANTED = Preferences("sufu-light", {"metrics": {"printed": True}})


def test_without_a_folder_nothing_is_remembered():
    preferences = PreferencesFile(None, "a")
    preferences.save(WANTED)
    assert preferences.load() == Preferences()


def test_what_was_kept_is_recalled_for_its_dossier_alone(tmp_path):
    PreferencesFile(tmp_path / "new", "a").save(WANTED)
    assert PreferencesFile(tmp_path / "new", "a").load() == WANTED
    assert PreferencesFile(tmp_path / "new", "b").load() == Preferences()
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["a.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b'{"format": 99}', b"[" * 100_000])
def test_a_file_that_makes_no_sense_is_as_none(tmp_path, content):
    (tmp_path / "a.json").write_bytes(content)
    assert PreferencesFile(tmp_path, "a").load() == Preferences()


def test_where_nothing_can_be_kept_nothing_happens(tmp_path):
    (tmp_path / "file").write_text("")
    PreferencesFile(tmp_path / "file" / "folder", "a").save(WANTED)
    PreferencesFile(tmp_path, "a").save(WANTED)
    (tmp_path / "b.json").mkdir()
    PreferencesFile(tmp_path, "b").save(WANTED)
    assert PreferencesFile(tmp_path, "b").load() == Preferences()
    assert os.listdir(tmp_path / "b.json") == []  # noqa: PTH208


def test_an_id_never_leads_out_of_the_folder(tmp_path):
    PreferencesFile(tmp_path / "state", "../../x/" + "y" * 500).save(WANTED)
    assert [file.parent for file in tmp_path.rglob("*.json")] == [tmp_path / "state"]
