"""Screen capture: the explorer's screen as a grid of cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sufu_tui.explorer.theme.adapted_inks import TERMINAL_DARK, TERMINAL_LIGHT
from sufu_tui.screenshots.grid import CellStyle, ScreenCell, ScreenGrid, cells_of

if TYPE_CHECKING:
    from rich.color import Color
    from rich.style import Style
    from rich.terminal_theme import TerminalTheme
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
    theme = app.current_theme
    looks = _Looks(TERMINAL_DARK if theme.dark else TERMINAL_LIGHT, {} if theme.ansi else app.theme_variables)
    strips: list[Strip] = app.screen._compositor.render_strips()  # noqa: SLF001
    return ScreenGrid(app.size.width, tuple(tuple(_cells(strip, looks)) for strip in strips), looks.base)


def capture_widget(widget: Widget) -> ScreenGrid:
    """Return the part of the screen that a widget takes."""
    region = widget.region
    return capture(widget.app).crop(region.x, region.y, region.width, region.height)


def _cells(strip: Strip, looks: _Looks) -> Iterator[ScreenCell]:
    for text, style, control in strip:
        if not control:
            look = looks.of(style) if style else looks.base
            yield from cells_of(text, look, (style.link if style else None) or "")


class _Looks:
    """Looks of cells in a terminal of the colours `terminal`, on the ground of a theme's variables."""

    def __init__(self, terminal: TerminalTheme, variables: Mapping[str, str]) -> None:
        self._terminal = terminal
        foreground = variables.get("foreground", terminal.foreground_color.hex)
        background = variables.get("background", terminal.background_color.hex)
        self.base = CellStyle(foreground.lower()[:7], background.lower()[:7])

    def of(self, style: Style) -> CellStyle:
        foreground = self._hex(style.color, self.base.foreground)
        background = self._hex(style.bgcolor, self.base.background)
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

    def _hex(self, color: Color | None, default: str) -> str:
        return default if color is None or color.is_default else color.get_truecolor(self._terminal).hex
