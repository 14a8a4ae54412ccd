"""Messages of widgets to those above them."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.navigation import PaneId
from sufu_tui.typesetting.glyphs import GlyphSet


@dataclass
class OpenItem(Message):
    """The reader wants to go to an item."""

    ref: Ref
    """The item to go to."""
    paragraph: int | None = None
    """The paragraph of a section to go to, from 0."""


@dataclass
class OpenPane(Message):
    """The reader wants another pane."""

    pane: PaneId
    """The pane to show."""


@dataclass
class GlyphsChosen(Message):
    """The screen is shown in another set of glyphs."""

    glyphs: GlyphSet
    """The set in use now."""
    found_wide: bool
    """Whether the terminal has told that it draws ambiguous characters two cells wide."""


@dataclass
class Notice(Message):
    """A short sentence for the status line: what was done, or why it was not."""

    text: str
    """The sentence, in the reader's language."""


@dataclass
class Progress(Message):
    """So much of a work is done, from 0 to 1; None once it is over, whatever its end."""

    work: str
    """The key of the words for it, which are given the `percent`."""
    done: float | None
    """The part that is done."""


class TerminalLost(Message):
    """The terminal is gone: nothing more will come from it, and nothing reaches it."""
