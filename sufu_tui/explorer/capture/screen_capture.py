"""Screen capture: the explorer's screen as a grid of cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sufu_tui.screenshots.grid import CellStyle, ScreenCell, ScreenGrid, cells_of

if TYPE_CHECKING:
    from rich.color import Color
    from rich.style import Style
    from textual.app import App
    from textual.strip import Strip
    from textual.widget import Widget


def capture(app: App[None]) -> ScreenGrid:
    """Return the whole screen of a running app.

    Textual offers its screen only as an SVG of its own making, and has no public name for the parts that it
    reads for this. `tests/explorer/capture/` fails as soon as one of the names used here is missing.
    """
    from textual._context import visible_screen_stack

    visible_screen_stack.set(app._background_screens)  # noqa: SLF001  the screens below a dialog
    variables = app.theme_variables
    base = CellStyle(variables["foreground"].lower()[:7], variables["background"].lower()[:7])
    strips: list[Strip] = app.screen._compositor.render_strips()  # noqa: SLF001
    return ScreenGrid(app.size.width, tuple(tuple(_cells(strip, base)) for strip in strips), base)


def capture_widget(widget: Widget) -> ScreenGrid:
    """Return the part of the screen that a widget takes."""
    region = widget.region
    return capture(widget.app).crop(region.x, region.y, region.width, region.height)


def _cells(strip: Strip, base: CellStyle) -> Iterator[ScreenCell]:
    for text, style, control in strip:
        if not control:
            yield from cells_of(text, _look(style, base) if style else base)


def _look(style: Style, base: CellStyle) -> CellStyle:
    foreground, background = _hex(style.color, base.foreground), _hex(style.bgcolor, base.background)
    if style.reverse:
        foreground, background = background, foreground
    return CellStyle(
        foreground,
        background,
        bold=bool(style.bold),
        italic=bool(style.italic),
        underline=bool(style.underline),
        strike=bool(style.strike),
    )


def _hex(color: Color | None, default: str) -> str:
    return default if color is None or color.is_default else color.get_truecolor().hex
