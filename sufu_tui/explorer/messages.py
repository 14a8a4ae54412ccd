"""What the widgets tell those above them."""

from __future__ import annotations

from textual.message import Message

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.history import PaneId


class OpenItem(Message):
    """The reader wants to go to an item."""

    def __init__(self, ref: Ref) -> None:
        self.ref = ref
        """The item to go to."""
        super().__init__()


class OpenPane(Message):
    """The reader wants another pane."""

    def __init__(self, pane: PaneId) -> None:
        self.pane: PaneId = pane
        """The pane to show."""
        super().__init__()


class Notice(Message):
    """A short sentence for the status line: what was done, or why it was not."""

    def __init__(self, text: str) -> None:
        self.text = text
        """The sentence, in the reader's language."""
        super().__init__()
