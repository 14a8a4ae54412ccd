"""What the widgets tell those above them."""

from __future__ import annotations

from textual.message import Message

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.history import PaneId
from sufu_tui.typesetting.glyphs import GlyphSet


class OpenItem(Message):
    """The reader wants to go to an item."""

    def __init__(self, ref: Ref, paragraph: int | None = None) -> None:
        self.ref = ref
        """The item to go to."""
        self.paragraph = paragraph
        """Which paragraph of a section to go to, from 0."""
        super().__init__()


class OpenPane(Message):
    """The reader wants another pane."""

    def __init__(self, pane: PaneId) -> None:
        self.pane: PaneId = pane
        """The pane to show."""
        super().__init__()


class GlyphsChosen(Message):
    """The screen is shown in another set of glyphs."""

    def __init__(self, glyphs: GlyphSet, *, found_wide: bool) -> None:
        self.glyphs = glyphs
        """The set in use now."""
        self.found_wide = found_wide
        """Whether the terminal has told that it draws ambiguous characters two cells wide."""
        super().__init__()


class Notice(Message):
    """A short sentence for the status line: what was done, or why it was not."""

    def __init__(self, text: str) -> None:
        self.text = text
        """The sentence, in the reader's language."""
        super().__init__()


class Progress(Message):
    """So much of a work is done, from 0 to 1; None once it is over, whatever its end."""

    def __init__(self, work: str, done: float | None) -> None:
        self.work = work
        """The key of the words for it, which are given the `percent`."""
        self.done = done
        """The part that is done."""
        super().__init__()


class HungUp(Message):
    """The terminal is gone: nothing more will come from it, and nothing reaches it."""
