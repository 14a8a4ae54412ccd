"""A snapshot is the dossier as it was read, or nothing."""

from __future__ import annotations

import os
import pickle
import zlib
from pathlib import Path

import pytest

from sufu_tui.cli.snapshot import Snapshot
from sufu_tui.reading.loading import read


@pytest.fixture
def place(tmp_path):
    return tmp_path / "cache"


def kept(place: Path) -> Path:
    (file,) = place.iterdir()
    return file


def test_what_was_kept_is_what_was_read(place, minimal, minimal_folder, shipped):
    for dossier in (minimal, shipped):
        Snapshot(place, minimal_folder).keep(dossier)
        found = Snapshot(place, minimal_folder).recall()
        assert found == dossier
        assert all(found.item(item.ref) == item for item in dossier.items())


def test_nothing_is_there_before_or_without_a_place(place, minimal, minimal_folder):
    assert Snapshot(place, minimal_folder).recall() is None
    nowhere = Snapshot(None, minimal_folder)
    nowhere.keep(minimal)
    assert nowhere.recall() is None


@pytest.mark.parametrize("name", ["dossier.toml", "metrics.toml", "more.toml"])
def test_any_change_of_a_file_makes_it_worthless(place, minimal, minimal_folder, name):
    Snapshot(place, minimal_folder).keep(minimal)
    file = minimal_folder / name
    stamp = file.stat() if file.exists() else None
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(text.replace("2", "3", 1) if text else "\n", encoding="utf-8")
    if stamp is not None:
        os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert Snapshot(place, minimal_folder).recall() is None


def test_what_was_edited_while_it_was_read_is_not_kept(place, minimal, minimal_folder):
    snapshot = Snapshot(place, minimal_folder)
    assert snapshot.recall() is None
    file = minimal_folder / "dossier.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    snapshot.keep(minimal)
    assert Snapshot(place, minimal_folder).recall() is None


def test_another_version_of_the_program_reads_anew(place, minimal, minimal_folder, monkeypatch):
    Snapshot(place, minimal_folder).keep(minimal)
    monkeypatch.setattr("sufu_tui.__version__", "0")
    assert Snapshot(place, minimal_folder).recall() is None


@pytest.mark.parametrize("start", [0, 10, 40, 70, 500, -1])
def test_a_damaged_one_is_none(place, minimal, minimal_folder, start):
    Snapshot(place, minimal_folder).keep(minimal)
    file = kept(place)
    data = bytearray(file.read_bytes())
    data[start] ^= 1
    file.write_bytes(data)
    assert Snapshot(place, minimal_folder).recall() is None
    file.write_bytes(data[: start % len(data)])
    assert Snapshot(place, minimal_folder).recall() is None


class Obeyed:
    """What a forged file could ask for."""

    def __init__(self, *call):
        self.call = call

    def __reduce__(self):
        return self.call


@pytest.mark.parametrize(
    "forged",
    [
        Obeyed(os.mkdir, ("harm",)),
        Obeyed(eval, ("__import__('os').mkdir('harm')",)),
        Obeyed(zlib.crc32, (b"",)),
        (1, 2, 3),
        5,
    ],
    ids=["system", "eval", "function", "too few", "no record"],
)
def test_a_forged_one_makes_nothing_but_records(place, minimal, minimal_folder, forged, monkeypatch):
    monkeypatch.chdir(minimal_folder)
    Snapshot(place, minimal_folder).keep(minimal)
    file = kept(place)
    packed = pickle.dumps(forged)
    data = file.read_bytes()
    rest = data[4 : 8 + int.from_bytes(data[4:8], "big")] + packed
    file.write_bytes(zlib.crc32(rest).to_bytes(4, "big") + rest)
    assert Snapshot(place, minimal_folder).recall() is None
    assert not Path("harm").exists()


def test_a_large_dossier_has_none(place, minimal, minimal_folder):
    with (minimal_folder / "metrics.toml").open("a", encoding="utf-8") as file:
        file.writelines("# much\n" for _ in range(200_000))
    Snapshot(place, minimal_folder).keep(minimal)
    assert not place.exists()


def test_only_a_few_are_kept_and_for_this_reader_alone(place, minimal, minimal_folder):
    for number in range(12):
        folder = minimal_folder.with_name(f"dossier-{number}")
        folder.mkdir()
        (folder / "dossier.toml").write_text(str(number), encoding="utf-8")
        Snapshot(place, folder).keep(minimal)
    assert len(list(place.iterdir())) == 8
    if os.name == "posix":
        assert {file.stat().st_mode & 0o777 for file in place.iterdir()} == {0o600}


def test_where_nothing_can_be_kept_nothing_happens(tmp_path, minimal, minimal_folder):
    (tmp_path / "file").write_text("", encoding="utf-8")
    Snapshot(tmp_path / "file" / "cache", minimal_folder).keep(minimal)
    assert Snapshot(tmp_path / "file" / "cache", minimal_folder).recall() is None


def test_what_is_read_again_is_the_same(place, minimal_folder):
    reading = read(minimal_folder)
    Snapshot(place, minimal_folder).keep(reading.dossier)
    assert Snapshot(place, minimal_folder).recall() == read(minimal_folder).dossier
