"""Fonts made for the tests: every character is a box that leaves a tenth of its cells free on each side."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from sufu_tui.screenshots.fonts import FontSet, find_fonts
from sufu_tui.screenshots.grid import CellStyle
from sufu_tui.screenshots.outlines import Outlines

UNITS = 1000


def _boxes(path: Path, characters: str, advance: int, family: str) -> None:
    names = {ord(character): f"u{ord(character):04X}" for character in characters}
    pen = TTGlyphPen(None)
    margin, top, bottom = advance // 10, 780, -20
    pen.moveTo((margin, bottom))
    for point in ((margin, top), (advance - margin, top), (advance - margin, bottom)):
        pen.lineTo(point)
    pen.closePath()
    box = pen.glyph()
    order = [".notdef", *names.values()]
    builder = FontBuilder(UNITS, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf(dict.fromkeys(order, box))
    builder.setupHorizontalMetrics(dict.fromkeys(order, (advance, margin)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "version": "Version 1.5"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


@pytest.fixture(scope="session")
def font_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wide and a narrow font."""
    folder = tmp_path_factory.mktemp("fonts")
    _boxes(folder / "SourceHanSansTC-Regular.otf", "蘇州阜陽「」，中“", UNITS, "Boxes Wide")
    (folder / "deeper").mkdir()
    latin = "".join(map(chr, range(0x21, 0x7F)))
    _boxes(folder / "deeper" / "DejaVuSansMono.ttf", latin + "“▸é\u0301", 602, "Boxes Narrow")
    return folder


@pytest.fixture(scope="session")
def pen(font_folder: Path) -> Outlines:
    """Draws with the fonts of the tests."""
    return Outlines(find_fonts((font_folder,), "TC"))


@pytest.fixture
def no_pen() -> Outlines:
    """Draws without any font."""
    return Outlines(FontSet())


@pytest.fixture
def look() -> CellStyle:
    """Light on dark."""
    return CellStyle("#ffffff", "#000000")
