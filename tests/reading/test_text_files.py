"""Text files: what `check` says of the file of a source's text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sufu_tui.languages.catalogue import load
from sufu_tui.reading.findings import Severity, sentence
from sufu_tui.reading.loading import read

URL = 'url = "https://example.org/release"'


def _found(folder: Path, name: str = "report.txt") -> list[tuple[object, ...]]:
    file = folder / "dossier.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(URL, f'{URL}\ntext = "{name}"', 1), encoding="utf-8")
    reading = read(folder)
    assert reading.dossier is not None
    return [
        (one.file.name, one.line, one.column, one.severity, one.code, sentence(one, load("en")))
        for one in reading.findings
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "There is no file “report.txt”."),
        (b"", "“report.txt” is empty."),
        (b"\n\xe9t\xe9", "“report.txt” is not UTF-8 in line 2. Convert it first."),
        (b"\xff\xfea\0", "“report.txt” is not plain text in UTF-8: it has bytes of zero or is UTF-16."),
        (b"<!DOCTYPE html><p>1</p>", "“report.txt” is HTML. Save the page as plain text first."),
    ],
)
def test_a_text_that_cannot_be_shown_is_a_warning_at_its_name(minimal_folder, data, said):
    if data is not None:
        (minimal_folder / "report.txt").write_bytes(data)
    sentence = f"The text of this source cannot be shown. {said}"
    assert _found(minimal_folder) == [("dossier.toml", 17, 8, Severity.WARNING, "source-text", sentence)]


def test_a_text_that_can_be_shown_is_no_finding(minimal_folder):
    (minimal_folder / "texts").mkdir()
    (minimal_folder / "texts" / "report.txt").write_text("\ufeff互訪5次", encoding="utf-8")
    assert _found(minimal_folder, "texts/report.txt") == []


@pytest.mark.parametrize("target", ["/etc/passwd", "report.txt"])
def test_a_link_that_leads_out_or_nowhere_is_a_warning(minimal_folder, target):
    (minimal_folder / "report.txt").symlink_to(target)
    assert [found[4] for found in _found(minimal_folder)] == ["source-text"]


def test_what_would_keep_check_waiting_is_not_read(minimal_folder):
    os.mkfifo(minimal_folder / "report.txt")
    assert [found[4] for found in _found(minimal_folder)] == ["source-text"]


def test_a_start_does_not_read_the_text(minimal_folder):
    assert _found(minimal_folder)
    assert read(minimal_folder, with_warnings=False).findings == ()


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
def test_the_reason_is_in_the_readers_language(minimal_folder, language):
    assert _found(minimal_folder)
    (finding,) = read(minimal_folder).findings
    words = load(language)
    assert sentence(finding, words).endswith(words("verify.no-file", file="report.txt"))
