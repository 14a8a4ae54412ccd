"""Pictures as pixels: in the rasteriser always, in a browser where one is installed."""

from __future__ import annotations

import io
import shutil
import subprocess

import pytest
from PIL import Image

from sufu_tui.screenshots.dimensions import CELL_HEIGHT, CELL_WIDTH, MARGIN
from sufu_tui.screenshots.encoding import Screenshot, encode
from tests.screenshots.test_grid import PLAIN, grid_of

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ROWS = ("┌──────┬──┐", "│蘇州 a│陽│", "│“b“中 │  │", "└──────┴──┘", "█▌ ▐█ 阜a州")


@pytest.fixture(params=["rasteriser", "browser"])
def pixels(request, pen, tmp_path):
    """Return the picture of ROWS as a function from a pixel of the SVG to its brightness."""
    picture = Screenshot(grid_of(*ROWS), "")
    if request.param == "rasteriser":
        image, zoom = Image.open(io.BytesIO(encode(picture, ".png", pen).data)), 2
    else:
        if BROWSER is None:
            pytest.skip("no browser is installed")
        page, shot = tmp_path / "page.svg", tmp_path / "page.png"
        page.write_bytes(encode(picture, ".svg", pen).data)
        subprocess.run(
            [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
             "--disable-background-networking", "--disable-sync", f"--user-data-dir={tmp_path / 'profile'}",
             "--window-size=400,300", f"--screenshot={shot}", page.as_uri()],
            check=True, capture_output=True, timeout=80,
        )  # fmt: skip
        image, zoom = Image.open(shot), 1
    grey = image.convert("L")
    return lambda x, y: grey.getpixel((int(x * zoom), int(y * zoom)))


def ink(pixels, column, row, cells=1):
    """Return the share of the cells that is inked."""
    left, top = MARGIN + column * CELL_WIDTH, MARGIN + row * CELL_HEIGHT
    points = [(left + x + 0.5, top + y + 0.5) for x in range(cells * CELL_WIDTH) for y in range(CELL_HEIGHT)]
    return sum(pixels(x, y) > 127 for x, y in points) / len(points)


def test_characters_are_in_their_columns(pixels):
    """A box of the test's fonts leaves a tenth of its room free on the left and on the right."""
    middle = MARGIN + CELL_HEIGHT * 1.5
    for column, cells in ((1, 2), (3, 2), (6, 1), (8, 2)):
        left = MARGIN + column * CELL_WIDTH
        row = [pixels(left + x + 0.5, middle) > 127 for x in range(cells * CELL_WIDTH)]
        edge = cells * CELL_WIDTH // 10
        assert row == [False] * edge + [True] * (len(row) - 2 * edge) + [False] * edge, column


def test_a_glyph_too_wide_for_its_cell_does_not_leave_it(pixels):
    for column, inked in ((1, True), (2, True), (3, True), (4, True), (5, True), (6, False)):
        assert (ink(pixels, column, 2) > 0.3) is inked, column


def test_blanks_are_blank(pixels):
    assert ink(pixels, 5, 1) == 0
    assert ink(pixels, 2, 4) == 0


def test_borders_have_no_gaps(pixels):
    def bright(points):
        return [pixels(x, y) > 100 for x, y in points]

    centre_x, centre_y = CELL_WIDTH / 2 + 0.5, CELL_HEIGHT / 2 + 0.5
    first, last = MARGIN + centre_x, MARGIN + 9 * CELL_WIDTH + centre_x
    del last  # the right border stands after wide characters
    top, bottom = MARGIN + centre_y, MARGIN + 3 * CELL_HEIGHT + centre_y
    upright = [y / 2 for y in range(int(top * 2), int(bottom * 2))]
    for column in (0, 7):
        x = MARGIN + column * CELL_WIDTH + centre_x
        assert all(bright([(x, y) for y in upright])), column
    level = [x / 2 for x in range(int(first * 2), int((MARGIN + 7 * CELL_WIDTH) * 2))]
    assert all(bright([(x, top) for x in level]))
    assert all(bright([(x, bottom) for x in level]))


def test_blocks_fill_their_share(pixels):
    assert ink(pixels, 0, 4) == 1
    assert ink(pixels, 1, 4) == pytest.approx(0.5, abs=0.05)
    assert ink(pixels, 3, 4) == pytest.approx(0.5, abs=0.05)
    assert ink(pixels, 4, 4) == 1


def test_the_look_of_the_ground(pen):
    image = Image.open(io.BytesIO(encode(Screenshot(grid_of("a"), ""), ".png", pen).data))
    assert image.convert("RGB").getpixel((MARGIN, MARGIN)) == (0, 0, 0)
    assert PLAIN.background == "#000000"
