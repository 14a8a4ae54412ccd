"""Footer: the bottom row with hints of commands, a notice or the progress of a work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from rich.segment import Segment
from textual.strip import Strip

from sufu_tui.explorer.commands import (
    ALWAYS,
    ESSENTIAL,
    Command,
    LineId,
    commands_here,
    commands_while_typing,
)
from sufu_tui.explorer.navigation import PaneId
from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.explorer.terminal.text_entry import TextEntry
from sufu_tui.explorer.theme.styles import StyleSpec
from sufu_tui.explorer.widgets.one_line import OneLine
from sufu_tui.typesetting.cells import clip, width

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widget import Widget

NOTICE_SECONDS = 4.0
"""Time for which a notice is shown."""
_BAR_CELLS = 20


class Footer(OneLine):
    """Footer of keys with their commands; where room is short, the most important stay."""

    STYLES: ClassVar[Mapping[str, StyleSpec]] = {
        "key": StyleSpec("primary", bold=True),
        "label": StyleSpec("ink-muted"),
        "notice": StyleSpec("accent"),
    }
    DEFAULT_CSS = """
    Footer {
        dock: bottom; height: 1; background: $bar;
    }
    """

    def __init__(self, state: SharedState) -> None:
        super().__init__()
        self._state = state
        self._notice = ""
        self._forgetting: Timer | None = None
        self._done: dict[str, float] = {}  # share done (0 to 1) by work

    def on_mount(self) -> None:
        """Follow the state and the focus: other keys work in an input line or a menu."""
        self._state.watch(self._state_changed)
        self.watch(self.screen, "focused", self._focus_moved, init=False)
        self.app.screen_change_signal.subscribe(self, lambda _: self.refresh())
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def _state_changed(self, changes: frozenset[Change]) -> None:
        if Change.LANGUAGE in changes:
            self._notice = ""  # it speaks another language, perhaps of what has changed
        if changes & {Change.PANE, Change.LANGUAGE, Change.FILTER, Change.SEARCH}:
            self.refresh()

    def _focus_moved(self, _before: Widget | None, now: Widget | None) -> None:
        if isinstance(now, TextEntry):
            self._notice = ""  # who begins to type needs the keys of the line
        self.refresh()

    def say(self, text: str, seconds: float = NOTICE_SECONDS) -> None:
        """Show a notice for some seconds."""
        self._notice = text
        self.refresh()
        if self._forgetting is not None:
            self._forgetting.stop()
        self._forgetting = self.set_timer(seconds, self._forget)

    def _forget(self) -> None:
        self._notice = ""
        self.refresh()

    def progress(self, work: str, done: float | None) -> None:
        """Show the share `done` (0 to 1) of `work`, a key of the catalogue; None when it is over."""
        if done is None:
            self._done.pop(work, None)
        else:
            self._done[work] = done
        self.refresh()

    @property
    def notice(self) -> str:
        """Notice shown just now; empty while hints are shown."""
        return self._notice

    @property
    def hints(self) -> list[tuple[str, str]]:
        """Key and label of the commands that fit into the row; none below a menu, which has its own."""
        if self.app.screen is not self.screen:
            return []
        focused = self.screen.focused
        if isinstance(focused, TextEntry):
            return self._fitting(
                [(one, self._typing_label(one, focused.line)) for one in commands_while_typing(focused.line)]
            )
        # The pane's commands first, then those for everywhere, each in the order of the table.
        scope: PaneId | Literal["source"] = getattr(
            focused, "command_scope", self._state.pane
        )  # a text may have its own
        here = sorted(commands_here(scope), key=lambda one: (one.scope == "app", one.rank >= ALWAYS))
        steps_held = bool(self._state.filter) and self._state.marks is None
        around = () if focused is None else focused.ancestors_with_self
        idle = frozenset[str]().union(*(getattr(one, "idle_commands", ()) for one in around))
        named = (one for one in here if one.id not in idle and (steps_held or not one.under_filter))
        return self._fitting([(one, self._label(one)) for one in named])

    def _label(self, command: Command) -> str:
        return self._state.words(f"command.{command.id}")

    def _typing_label(self, command: Command, line: LineId) -> str:
        """Return the label of `command` in `line`."""
        if command.scope not in {"typing", "choosing"}:
            return self._label(command)
        return self._state.words(f"typing.{line}-{command.id}")

    def _fitting(self, labelled: Sequence[tuple[Command, str]]) -> list[tuple[str, str]]:
        """Return key and label of those that fit into the row, in their order.

        Labels are told in brief where that makes room for more that is essential.
        """
        room = self.size.width - 1 - sum(segment.cell_length for segment in self._bars())
        brief = [(command, self._brief(command, label)) for command, label in labelled]
        best = max((labelled, brief), key=lambda one: sum(c.rank >= ESSENTIAL for c in _chosen(one, room)))
        chosen = _chosen(best, room)
        return [(command.shown, label) for command, label in best if command in chosen]

    def _brief(self, command: Command, label: str) -> str:
        key = f"command.{command.id}-brief"
        return self._state.words(key) if key in self._state.words else label

    def _bars(self) -> list[Segment]:
        """Return the progress bars of all running works."""
        return [segment for work, done in self._done.items() for segment in self._bar(work, done)]

    def _bar(self, work: str, done: float) -> list[Segment]:
        text = self._state.words(work, percent=int(100 * done))
        full = round(_BAR_CELLS * done)
        return [
            Segment(f"{text} ", self.style("notice")),
            Segment("━" * full, self.style("key")),
            Segment("╌" * (_BAR_CELLS - full) + "  ", self.style("label")),
        ]

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        segments = [Segment(" ", self.rich_style), *self._bars()]
        if self._notice:
            used = sum(width(segment.text) for segment in segments)
            text = clip(self._notice, self.size.width - 1 - used)
            segments.append(Segment(text, self.style("notice")))
        else:
            for key, label in self.hints:
                segments.append(Segment(key, self.style("key")))
                segments.append(Segment(f" {label}  ", self.style("label")))
        return Strip(segments if y == 0 else []).adjust_cell_length(self.size.width, self.rich_style)


def _chosen(labelled: Sequence[tuple[Command, str]], room: int) -> set[Command]:
    """Return the commands whose hints have room in so many cells, chosen by rank."""
    chosen: set[Command] = set()
    for command, label in sorted(labelled, key=lambda one: -one[0].rank):
        cells = width(command.shown) + width(label) + 3
        if cells <= room:
            chosen.add(command)
            room -= cells
    return chosen
