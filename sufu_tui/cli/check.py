"""`sufu-tui check`: every finding of a dossier, one a line."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from sufu_tui.cli.startup.collector import StartupCollector
from sufu_tui.cli.startup.shortcuts import shortcuts_wanted
from sufu_tui.reading.findings import Finding, Severity, UnreadableDossier, sentence
from sufu_tui.reading.loading import read
from sufu_tui.typesetting.cells import CLIP_MARK, clip, width
from sufu_tui.typesetting.safe_characters import harmless

if TYPE_CHECKING:
    from sufu_tui.languages.catalogue import Catalogue

_BOLD, _RED, _YELLOW, _FAINT, _PLAIN = "\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[2m", "\x1b[0m"
_COLOURS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW}

# A source line may be a whole paragraph: so much of it is shown before the fault, and in all.
_MOST_BEFORE = 40
_MOST = 100


def run(folder: Path, words: Catalogue, colour: bool, out: TextIO, err: TextIO) -> int:
    """Print the findings on `out` and a summary on `err`; return the exit status.

    Scripts get `FILE:LINE:COLUMN: severity: message`, one finding a line. On a terminal the source
    line follows each, with the place marked. The status is 0 without errors, 1 with, and 2 where
    the dossier cannot be read.
    """
    try:
        # As in a start: what is read stays until the end, and looking through it takes a sixth of the time.
        with StartupCollector(is_paused=shortcuts_wanted(os.environ)):
            findings = read(folder).findings
    except UnreadableDossier as problem:
        print(words(f"error.{problem.code}", **problem.values), file=err)
        return 2
    with_source = out.isatty()
    sources: dict[Path, list[str]] = {}
    names = {file: _shown(file) for file in dict.fromkeys(finding.file for finding in findings)}
    for finding in findings:
        print(_headline(finding, names[finding.file], words, colour), file=out)
        if with_source:
            if finding.file not in sources:
                sources[finding.file] = _lines(finding.file)
            for line in _excerpt(finding, sources[finding.file], colour):
                print(line, file=out)
    print(_summary(folder, findings, words), file=err)
    return 1 if any(finding.severity is Severity.ERROR for finding in findings) else 0


def _headline(finding: Finding, file: str, words: Catalogue, colour: bool) -> str:
    place = f"{file}:{finding.line}:{finding.column}:"
    severity = f"{finding.severity.value}:"
    if colour:
        place = f"{_BOLD}{place}{_PLAIN}"
        severity = f"{_COLOURS[finding.severity]}{severity}{_PLAIN}"
    return f"{place} {severity} {sentence(finding, words)}"


def _shown(path: Path) -> str:
    """Return the path from here if it lies below, else as it was given."""
    with suppress(ValueError, OSError):
        path = path.absolute().relative_to(Path.cwd())
    return harmless(str(path))


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except OSError:
        return []


def _excerpt(finding: Finding, lines: list[str], colour: bool) -> list[str]:
    """Return the source line and a line that marks the fault in it; nothing where there is no such line."""
    if finding.line > len(lines):
        return []
    line, place = lines[finding.line - 1].rstrip("\r"), finding.column - 1
    before, rest = harmless(line[max(0, place - _MOST) : place]), harmless(line[place : place + _MOST])
    if width(before) > _MOST_BEFORE:
        while width(before) >= _MOST_BEFORE:
            before = before[1 + len(before) // 8 :]
        before = CLIP_MARK + before
    source = clip(before + rest, _MOST)
    marked = min(width(rest[: finding.length]), width(source) - width(before))
    number = str(finding.line)
    gutter = " " * len(number)
    marks = "^" * max(marked, 1)
    if colour:
        marks = f"{_COLOURS[finding.severity]}{marks}{_PLAIN}"
        number, gutter = f"{_FAINT}{number}{_PLAIN}", f"{_FAINT}{gutter}{_PLAIN}"
    return [f" {number} | {source}", f" {gutter} | {' ' * width(before)}{marks}"]


def _summary(folder: Path, findings: tuple[Finding, ...], words: Catalogue) -> str:
    name = _shown(folder) if folder.name else harmless(Path.cwd().name)
    if not findings:
        return words("check.sound", name=name)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return words(
        "check.summary",
        name=name,
        errors=words.plural("check.errors", errors),
        warnings=words.plural("check.warnings", len(findings) - errors),
    )
