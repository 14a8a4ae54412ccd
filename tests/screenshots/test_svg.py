"""What is in an SVG, and what is not."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.screenshots.captions import CaptionLine
from sufu_tui.screenshots.dimensions import CELL_HEIGHT, CELL_WIDTH, FINE, MARGIN
from sufu_tui.screenshots.fonts import FontSet
from sufu_tui.screenshots.grid import CellStyle, ScreenGrid, cells_of
from sufu_tui.screenshots.outlines import Outlines
from sufu_tui.screenshots.svg import draw
from tests.screenshots.test_grid import PLAIN, grid_of

NAMESPACE = "{http://www.w3.org/2000/svg}"


def parsed(grid, pen, *caption):
    return ET.fromstring(draw(grid, "標題", caption, pen).svg)


def places(root):
    """Return row and column of each outline and each text, top to bottom."""
    found = []
    for group in root.findall(f"{NAMESPACE}g")[-1]:
        row = int((re.search(r"translate\(0 (\d+)\)", group.get("transform", "")) or [0, 0])[1])
        parts = [part for part in group if part.tag != f"{NAMESPACE}path"]
        columns = [int(part.get("x", 0)) / (CELL_WIDTH * FINE) for part in parts]
        found += [(row / (CELL_HEIGHT * FINE), column) for column in columns]
    return found


def test_every_character_stands_in_its_own_cell(pen):
    root = parsed(grid_of("蘇州 a“b", "│中│"), pen)
    assert sorted(places(root)) == [(0, 0), (0, 2), (0, 5), (0, 6), (0, 7), (1, 0), (1, 1), (1, 3)]


def test_without_fonts_characters_are_text_in_the_same_places(pen, no_pen):
    grid = grid_of("蘇州 a“b", "│中│")
    assert sorted(places(parsed(grid, pen))) == sorted(places(parsed(grid, no_pen)))
    drawing = draw(grid, "", (), no_pen)
    assert "".join(drawing.undrawn) == "蘇州a“b中"
    assert drawing.metadata.fonts == ()
    assert not draw(grid, "", (), pen).undrawn


def test_it_needs_nothing_from_elsewhere(pen):
    svg = draw(grid_of("蘇州", "ab"), "t", (CaptionLine("c"),), pen).svg.replace(
        'xmlns="http://www.w3.org/2000/svg"', ""
    )
    assert not re.search(r"https?:|url\(|@font-face|<script|<style|<image|data:", svg)


def test_every_outline_that_is_used_is_there_once(pen):
    root = parsed(grid_of("蘇州蘇州ab", "州ab蘇州"), pen, CaptionLine("蘇a"))
    ids = [path.get("id") for path in root.find(f"{NAMESPACE}defs")]
    used = {use.get("href")[1:] for use in root.iter(f"{NAMESPACE}use")}
    assert used == set(ids)
    assert len(ids) == len(set(ids))


def test_its_text_is_in_title_and_description(pen):
    root = parsed(grid_of("蘇州 <a> & b", "  [red]"), pen, CaptionLine("說明"))
    assert root.find(f"{NAMESPACE}title").text == "標題"
    assert root.find(f"{NAMESPACE}desc").text == "蘇州 <a> & b\n  [red]\n\n說明"
    assert root.get("role") == "img"


@given(st.lists(st.text(st.characters(min_codepoint=32, exclude_categories=["C"]), max_size=9), min_size=1))
def test_any_text_gives_a_sound_document_and_the_same_bytes(texts):
    grid, pen = grid_of(*texts), Outlines(FontSet())
    assert ET.fromstring(draw(grid, texts[0], tuple(map(CaptionLine, texts)), pen).svg) is not None
    assert draw(grid, "", (), pen).svg == draw(grid, "", (), pen).svg


def test_a_caption_too_long_is_clipped(pen):
    grid = grid_of("蘇州阜陽")
    root = parsed(grid, pen, CaptionLine("蘇州 · 阜陽 · 2023"))
    below = [column for row, column in places(root) if row > 1]
    assert max(below) < grid.columns


def test_grounds_that_go_on_are_one_rectangle(pen):
    marked = PLAIN._replace(background="#123456")
    grid = grid_of(
        [("  ", marked), ("    ", PLAIN)], [("蘇", marked), ("    ", PLAIN)], [("a", marked), ("    ", PLAIN)]
    )
    grounds = parsed(grid, pen).findall(f"{NAMESPACE}g")[0]
    assert [(r.get("y"), r.get("width"), r.get("height")) for r in grounds] == [
        ("0", str(2 * CELL_WIDTH), str(2 * CELL_HEIGHT)),
        (str(2 * CELL_HEIGHT), str(CELL_WIDTH), str(CELL_HEIGHT)),
    ]


def test_the_picture_is_as_large_as_its_cells(pen):
    root = parsed(grid_of("蘇州", "ab"), pen, CaptionLine("說明"))
    assert int(root.get("width")) == 4 * CELL_WIDTH + 2 * MARGIN
    assert int(root.get("height")) == 3 * CELL_HEIGHT + 3 * MARGIN


def test_decorations(pen):
    lined = CellStyle("#ffffff", "#000000", underline=True, strike=True)
    leaning = CellStyle("#00ff00", "#000000", italic=True)
    svg = draw(grid_of([("ab", lined), ("中", leaning)]), "", (), pen).svg
    assert svg.count(f"h{CELL_WIDTH * FINE}v{FINE}") == 4
    assert "skewX" in svg.split("#00ff00")[1]


def test_bold_is_drawn_with_the_bold_font(tmp_path, font_folder):
    from sufu_tui.screenshots.fonts import FontFile

    regular = FontFile(font_folder / "deeper" / "DejaVuSansMono.ttf")
    bold = FontFile(font_folder / "SourceHanSansTC-Regular.otf")
    both = Outlines(FontSet(narrow=regular, narrow_bold=bold, wide=regular, wide_bold=bold))
    assert both.of("“", 1, bold=True) != both.of("“", 1, bold=False)
    assert both.of("a", 1, bold=True) is None


def test_a_link_is_a_link_and_needs_no_page_to_be_looked_at(pen):
    uri = "https://example.org/a?b=1&c='\""
    plain = cells_of("see ", PLAIN)
    grid = ScreenGrid(9, ((*plain, *cells_of("a頁", PLAIN, uri), *cells_of("  ", PLAIN)),), PLAIN)
    root = parsed(grid, pen, CaptionLine("說明"), CaptionLine("where", "https://example.org/"))
    links = list(root.iter(f"{NAMESPACE}a"))
    assert [link.get("href") for link in links] == [uri, "https://example.org/"]
    assert [len(link) for link in links] == [2, 5]
    assert root.get("role") == "graphics-document"


def test_every_line_of_a_caption_has_a_row_of_its_own(pen):
    root = parsed(grid_of("蘇州"), pen, CaptionLine("a"), CaptionLine("b"), CaptionLine("c"))
    rows = sorted({row for row, _ in places(root)})
    assert [later - row for row, later in pairwise(rows[1:])] == [1, 1]
