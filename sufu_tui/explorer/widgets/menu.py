"""Menus: a short list above the pane, to choose from or to tick off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Protocol

from rich.segment import Segment
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from sufu_tui.explorer.terminal.steady_screens import SteadyDialog
from sufu_tui.explorer.theme.styles import StyleCache, StyleSpec
from sufu_tui.explorer.widgets.scroll_view import Viewport
from sufu_tui.typesetting.cells import clip, width

if TYPE_CHECKING:
    from textual.events import Click

TICK = "✓"

_MEASURED = 500
"""Entries that are measured for the width of the menu; further ones may be clipped."""

_STYLES: Mapping[str, StyleSpec] = {
    "cursor": StyleSpec(background="cursor-row", bold=True),
    "tick": StyleSpec("primary", bold=True),
}


class MenuEntry(NamedTuple):
    """Entry of a menu; `ticked` is None for one without a tick."""

    text: str
    ticked: bool | None = None


class MenuList(Widget):
    """List of entries, one of them under the cursor."""

    DEFAULT_CSS = "MenuList { width: 100%; background: $surface; }"

    def __init__(self, entries: Sequence[MenuEntry], cursor: int = 0) -> None:
        super().__init__()
        self.entries = entries
        self.cursor = cursor
        self._top = 0
        self._style = StyleCache(self, _STYLES)

    def notify_style_update(self) -> None:
        """Draw again in the colours of a new theme."""
        super().notify_style_update()
        self._style.forget()

    def show(self, entries: Sequence[MenuEntry], cursor: int) -> None:
        """Show `entries` with the cursor on one of them."""
        self.entries = entries
        self.cursor = max(0, min(len(entries) - 1, cursor))
        self._top = Viewport(self._top, max(1, self.size.height), len(entries)).showing(self.cursor).top
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw an entry."""
        number = y + self._top
        if number >= len(self.entries):
            return Strip.blank(self.size.width, self._style())
        entry = self.entries[number]
        background = ("cursor",) if number == self.cursor else ()
        base = self._style(*background)
        tick = "" if entry.ticked is None else f"[{TICK if entry.ticked else ' '}] "
        segments = [
            Segment("▸ " if number == self.cursor else "  ", base),
            Segment(tick, self._style(*background, "tick")),
            Segment(clip(entry.text, max(0, self.size.width - 3 - width(tick))), base),
        ]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def entry_at(self, y: int) -> int | None:
        """Return the number of the entry in row `y`, or None."""
        number = y + self._top
        return number if number < len(self.entries) else None


class MenuScreen(SteadyDialog[int | None]):
    """Menu of `entries`: Enter or a click returns a number, Escape returns None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,ｑ", "cancel", show=False),
        Binding("enter", "choose", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j,tab", "move(1)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("home,g", "go(0)", show=False),
        Binding("end,G", "go(-1)", show=False),
    ]
    DEFAULT_CSS = """
    MenuScreen {
        align: center middle;
        & > #menu {
            width: auto; height: auto; max-width: 94%; max-height: 90%;
            background: $surface; border: round $primary-muted; padding: 0 1;
        }
        & #menu-title { text-style: bold; color: $primary; width: auto; height: 1; }
        & #menu-hint { color: $ink-muted; width: auto; height: auto; max-height: 2; }
    }
    """

    def __init__(self, title: str, hint: str, entries: Sequence[MenuEntry], cursor: int = 0) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._list = MenuList(entries, cursor)
        self._frame = Vertical(id="menu")

    def compose(self) -> ComposeResult:
        """Compose title, entries and hint."""
        with self._frame:
            yield Static(Text(self._title), id="menu-title")
            yield self._list
            yield Static(Text(self._hint), id="menu-hint")

    def on_mount(self) -> None:
        """Make room for the entries."""
        entries = self._list.entries
        texts = (entry.text for entry in entries[:_MEASURED])
        widest = max(map(width, (self._title, self._hint, *texts)))
        self._frame.styles.width = widest + 12
        self._list.styles.height = "auto" if not entries else len(entries)
        self._list.styles.max_height = max(3, self.app.size.height * 9 // 10 - 4)
        # Once it has its size, it knows how far to scroll; by then the reader may have moved on.
        self.call_after_refresh(lambda: self.show(self._list.entries, self.cursor))

    @property
    def cursor(self) -> int:
        """Number of the entry under the cursor."""
        return self._list.cursor

    def show(self, entries: Sequence[MenuEntry], cursor: int) -> None:
        """Show other entries."""
        self._list.show(entries, cursor)

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self._list.show(self._list.entries, self._list.cursor + step)

    def action_go(self, number: int) -> None:
        """Move the cursor to an entry, from the end if negative."""
        self._list.show(self._list.entries, number % max(1, len(self._list.entries)))

    def action_choose(self) -> None:
        """Choose the entry under the cursor."""
        self.close_with(self._list.cursor)

    def action_cancel(self) -> None:
        """Close the menu without a choice."""
        self.close_with()

    def on_click(self, event: Click) -> None:
        """Choose the entry under the mouse; close on a click beside the menu."""
        if event.widget is self._list:
            number = self._list.entry_at(event.y)
            if number is not None:
                self.show(self._list.entries, number)
                self.action_choose()
        elif event.widget is self:
            self.action_cancel()


class TickList(Protocol):
    """Entries to tick and to put in order; every change takes effect at once."""

    def entries(self) -> Sequence[MenuEntry]:
        """Return the entries in their order."""
        ...

    def tick(self, number: int) -> int:
        """Toggle the tick of an entry; return its new number."""
        ...

    def move(self, number: int, step: int) -> int:
        """Move an entry up or down; return its new number."""
        ...


class TickScreen(MenuScreen):
    """Menu of entries to tick and to put in order."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "cancel", show=False),
        Binding("space,x,ｘ,ideographic_space", "choose", show=False),
        Binding("shift+up,left,less_than_sign,fullwidth_less_than_sign", "put(-1)", show=False),
        Binding("shift+down,right,greater_than_sign,fullwidth_greater_than_sign", "put(1)", show=False),
        Binding("left_double_angle_bracket", "put(-1)", show=False),
        Binding("right_double_angle_bracket", "put(1)", show=False),
    ]

    def __init__(self, title: str, hint: str, ticks: TickList) -> None:
        super().__init__(title, hint, ticks.entries())
        self._ticks = ticks

    def action_choose(self) -> None:
        """Toggle the tick of the entry under the cursor."""
        number = self._ticks.tick(self.cursor)
        self.show(self._ticks.entries(), number)

    def action_put(self, step: int) -> None:
        """Move the entry under the cursor up or down."""
        number = self._ticks.move(self.cursor, step)
        self.show(self._ticks.entries(), number)
