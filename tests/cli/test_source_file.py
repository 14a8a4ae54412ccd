"""The text of a source from a file: shown beside, or a sentence on why not, never a fault."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.explorer.driving import rest_instead_of_naps


@pytest.fixture(autouse=True)
def _no_naps(monkeypatch):
    rest_instead_of_naps(monkeypatch)


TRAPS = Path(__file__).parents[1] / "data" / "traps"


def pictured(run, tmp_path, *more):
    outcome = run(
        "screenshot", "metrics", "-o", tmp_path / "a.txt", "--lang", "en", "--press", "P", "--data", *more
    )
    file = tmp_path / "a.txt"
    return outcome, file.read_text(encoding="utf-8") if file.exists() else ""


def test_the_source_stands_beside_where_it_is_given(run, tmp_path):
    outcome, text = pictured(run, tmp_path, TRAPS, "--source", TRAPS / "source.txt")
    assert outcome.status == 0
    assert "第一部分" in text


def test_the_source_of_the_dossiers_own_folder_stands_beside(run, tmp_path):
    outcome, text = pictured(run, tmp_path, TRAPS)
    assert outcome.status == 0
    assert "第一部分" in text


def bad_source(tmp_path, kind):
    file = tmp_path / "source.txt"
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    elif kind == "large":
        with file.open("wb") as made:
            made.truncate(50 * 2**20)
    elif kind != "missing":
        file.write_bytes({"empty": b"", "html": b"<!DOCTYPE html><p>1</p>", "latin": b"\xe9t\xe9"}[kind])
    return file


BAD = ("folder", "pipe", "large", "missing", "empty", "html", "latin")


@pytest.mark.parametrize("kind", BAD)
def test_a_file_that_is_no_text_is_a_sentence(run, tmp_path, kind):
    outcome, text = pictured(run, tmp_path, TRAPS, "--source", bad_source(tmp_path, kind))
    assert outcome.status == 2
    assert outcome.err.count("\n") == 1
    assert "source.txt" in outcome.err
    assert text == ""


@pytest.mark.parametrize("kind", [*BAD, "link-out", "link-circle"])
def test_a_file_of_the_folder_that_is_no_text_is_a_notice_and_the_card_stays(run, tmp_path, kind):
    folder = Path(shutil.copytree(TRAPS, tmp_path / "traps"))
    (folder / "source.txt").unlink()
    if kind == "link-out":
        (folder / "source.txt").symlink_to(TRAPS / "source.txt")
    elif kind == "link-circle":
        (folder / "source.txt").symlink_to("source.txt")
    else:
        bad_source(folder, kind)
    outcome, text = pictured(run, tmp_path, folder)
    assert outcome.status == 0
    assert "source.txt" in text
    assert "Value" in text
    assert "第一部分" not in text
