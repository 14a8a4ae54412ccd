"""Pane: a part of the explorer that follows the shared state and can show an item."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol

from textual.geometry import Size
from textual.widget import Widget

from sufu_tui.dossier.bookmark import Spot
from sufu_tui.dossier.model import Item, Ref
from sufu_tui.explorer.messages import Notice
from sufu_tui.explorer.state import Change, SharedState

if TYPE_CHECKING:
    from textual.events import Resize


_BARS = 2
"""Rows of the tab bar and the footer."""


class Citation(NamedTuple):
    """Text for the clipboard that quotes something with its source, and what that is called.

    The `address` is the source's, where it has one.
    """

    title: str
    text: str
    address: str | None = None


class PaneLinks(Protocol):
    """Links of a pane: all in it that belongs to the item that the reader looks at, or looked at before."""

    def clear(self) -> str:
        """Let nothing belong to it any more, and say so; an empty sentence where nothing did."""
        ...


class PlaceKeeper(Protocol):
    """Keeper of the reader's place within a pane over a restart, as plain values."""

    def plain(self) -> dict[str, object]:
        """Return the present place as plain values, to be written as JSON."""
        ...

    async def resume(self, plain: Mapping[str, object]) -> None:
        """Return to the place in plain values from any source, as far as the dossier still has it.

        The pane may not be laid out yet: its first frame shall be right.
        """
        ...

    def spot(self) -> Spot | None:
        """Return where the reader is, to be bookmarked; None for nowhere."""
        ...


class Pane(Widget):
    """Pane of the explorer.

    A hidden pane does no work: changes meanwhile reach `state_changed` when it is shown.
    """

    DEFAULT_CSS = """
    Pane { height: 1fr; width: 1fr; }
    """
    NOTHING_TO_BOOKMARK: ClassVar[str] = "bookmarks.nowhere"
    """Catalogue key of the sentence that nothing is selected that could be bookmarked."""

    def __init__(self, state: SharedState, *, id: str) -> None:  # noqa: A002  Textual's own word
        super().__init__(id=id)
        self.state = state
        self.keeper: PlaceKeeper | None = None
        """Keeper of the reader's place, where the pane has one."""
        self.links: PaneLinks | None = None
        """Links of the pane, where it shows them."""
        self.idle_commands: frozenset[str] = frozenset()
        """Ids of the commands that are none in the view shown: the foot does not name them."""
        self._pending: frozenset[Change] = frozenset()
        self._unwatch: Callable[[], None] = lambda: None
        self._fitted: Size | None = None

    def on_mount(self) -> None:
        """Follow the state."""
        self._unwatch = self.state.watch(self._hear)
        self.begin()

    def on_unmount(self) -> None:
        """Stop following."""
        self._unwatch()

    def on_resize(self, event: Resize) -> None:
        """Arrange the pane for its size."""
        self.fit(event.size)

    @property
    def room(self) -> Size:
        """Size in cells; before the pane is laid out, that which it will have."""
        columns, rows = self.app.size
        return self.size or Size(columns, rows - _BARS)

    def fit(self, size: Size) -> None:
        """Arrange the pane for a size, unless that is done; for none nothing is.

        Who shows a pane tells it its size before: else it is laid out and drawn as it was before, and again.
        """
        if size and size != self._fitted:
            self._fitted = size
            self.adapt(size)

    def adapt(self, size: Size) -> None:
        """Arrange the parts of the pane for its size."""

    def on_show(self) -> None:
        """Catch up with changes while the pane was hidden."""
        self.catch_up()

    def catch_up(self) -> None:
        """Pass on the changes while the pane was hidden."""
        pending, self._pending = self._pending, frozenset()
        if pending:
            self.state_changed(pending)

    def _hear(self, changes: frozenset[Change]) -> None:
        if self.display:
            self.state_changed(changes)
        else:
            self._pending |= changes

    def begin(self) -> None:
        """Show the state for the first time."""
        raise NotImplementedError

    def state_changed(self, changes: frozenset[Change]) -> None:
        """Show the state again where `changes` touch the pane."""
        raise NotImplementedError

    def spot(self) -> Spot | None:
        """Return where the reader is, to be bookmarked; None for nowhere."""
        return None if self.keeper is None else self.keeper.spot()

    def say(self, key: str, **values: object) -> None:
        """Show the sentence `key` of the catalogue in the footer."""
        self.post_message(Notice(self.state.words(key, **values)))

    def focus_on(self, widget: Widget) -> None:
        """Focus a widget of the pane at once: the next key may be for it."""
        if widget.is_attached:
            self.screen.set_focus(widget)

    def leave_idle(self, commands: frozenset[str]) -> None:
        """Let the foot name all commands but some."""
        if commands != self.idle_commands:
            self.idle_commands = commands
            self.refresh_bindings()

    def take_dossier(self) -> bool:
        """Show the state's new dossier; return False where the pane has to be made again."""
        return False

    def reveal(self, ref: Ref, paragraph: int | None = None) -> bool:
        """Scroll to `ref` and make it current; return False where this pane does not show it.

        `paragraph` is a paragraph of a section, counted from 0.
        """
        raise NotImplementedError

    def place(self) -> object:
        """Return the place of the reader within the pane, to return to; places are compared by value."""
        raise NotImplementedError

    async def return_to(self, place: Any) -> None:  # noqa: ANN401  each pane has its own
        """Return to a place within the pane."""
        raise NotImplementedError

    def citation(self) -> Citation | None:
        """Return what the reader looks at, to be copied; None where there is nothing."""
        raise NotImplementedError

    def items_in_view(self) -> Sequence[Item]:
        """Return the items that the reader sees, with those of the card: a picture names their sources."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Focus the widget that takes the pane's keys."""
        raise NotImplementedError

    def on_source_view_left(self) -> None:
        """Take the keys again from the source beside."""
        self.take_focus()

    def go_to_linked(self) -> bool:
        """Go to the next part that belongs to what was looked at before; return False without any."""
        return False

    def step_held(self, step: int) -> bool:  # noqa: ARG002  each pane has its own steps
        """Go to the next part that holds something of the filter, or with -1 to the one before.

        Return False where the pane has no such parts: a list has left out all others.
        """
        return False

    def step_up(self) -> bool:
        """Go one level up within the pane (Esc); return False at the top."""
        return False

    def stop_work(self) -> bool:
        """Stop the pane's work in the background; return False where there is none."""
        return False
