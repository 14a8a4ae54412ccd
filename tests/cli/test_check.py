"""`check`: one line a finding, the place marked on a terminal."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from sufu_tui.cli.check import run
from sufu_tui.languages.catalogue import load
from sufu_tui.typesetting.cells import width

_LINE = re.compile(r"[^:]+\.toml:\d+:\d+: (error|warning): \S.*")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _break(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / f"{file}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _run(
    folder: Path, out: io.StringIO, language: str = "en", *, colour: bool = False
) -> tuple[int, list[str], str]:
    err = io.StringIO()
    status = run(folder, load(language), colour, out, err)  # type: ignore[arg-type]
    return status, out.getvalue().splitlines(), err.getvalue()


def test_a_sound_dossier(minimal_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(minimal_folder.parent)
    assert _run(minimal_folder, io.StringIO()) == (0, [], "minimal: nothing found wrong.\n")


def test_errors_give_status_1_and_a_line_each(minimal_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(minimal_folder.parent)
    _break(minimal_folder, "metrics", 'area = "farming"', 'area = "farmin"')
    _break(minimal_folder, "timeline", "weight = 9", "weight = 11")
    _break(minimal_folder, "entities", ', en = "Mayor"', "")
    status, lines, summary = _run(minimal_folder, io.StringIO())
    assert status == 1
    assert lines == [
        "minimal/entities.toml:6:8: warning: The text in en is missing.",
        "minimal/metrics.toml:5:8: error: There is no area “farmin”. Did you mean “farming”?",
        "minimal/timeline.toml:13:10: error: The weight has to be from 0 to 9.",
    ]
    assert all(_LINE.fullmatch(line) for line in lines)
    assert summary == "minimal: 2 errors, 1 warning.\n"


def test_warnings_alone_give_status_0(minimal_folder: Path) -> None:
    _break(minimal_folder, "entities", ', en = "Mayor"', "")
    status, lines, _ = _run(minimal_folder, io.StringIO())
    assert (status, len(lines)) == (0, 1)


def test_an_unreadable_dossier_gives_status_2_and_one_sentence(tmp_path: Path) -> None:
    status, lines, sentence = _run(tmp_path / "nowhere\x1b[2J", io.StringIO(), "zh-Hans")
    assert (status, lines) == (2, [])
    assert sentence.startswith("没有“")
    assert "\x1b" not in sentence


def test_a_terminal_gets_the_source_line_with_the_fault_marked_by_cells(minimal_folder: Path) -> None:
    _break(minimal_folder, "narrative", "entity:liu-yujie", "entity:liu")
    _, lines, _ = _run(minimal_folder, _Terminal())
    assert len(lines) == 3
    source, marks = lines[1:]
    start = marks.index("^")
    shown = source[: source.index("entity:liu")]
    assert width(shown) == start
    assert marks.count("^") == len("entity:liu")


def test_a_long_line_is_cut_around_the_fault(minimal_folder: Path) -> None:
    _break(
        minimal_folder,
        "entities",
        "見[方案]",
        "見" + "很長的一段話" * 50 + "[方案](event:none)又" + "長" * 200,
    )
    _, lines, _ = _run(minimal_folder, _Terminal(), "zh-Hant")
    source, marks = next(
        (source, marks) for head, source, marks in zip(*[iter(lines)] * 3, strict=True) if "none" in head
    )
    assert width(source) < 120
    assert width(source[: source.index("event:none")]) == marks.index("^")


def test_colour_is_only_where_it_is_asked_for(minimal_folder: Path) -> None:
    _break(minimal_folder, "timeline", "weight = 9", "weight = 11")
    _, plain, _ = _run(minimal_folder, _Terminal())
    _, coloured, _ = _run(minimal_folder, _Terminal(), colour=True)
    assert not any("\x1b" in line for line in plain)
    assert [re.sub(r"\x1b\[[\d;]*m", "", line) for line in coloured] == plain
    assert "\x1b[1;31merror:" in coloured[0]


def test_the_source_line_cannot_reach_the_terminal(minimal_folder: Path) -> None:
    _break(minimal_folder, "entities", "市長", "市\u202e\u009b長")
    _, lines, _ = _run(minimal_folder, _Terminal())
    assert all(line.isprintable() for line in lines)
