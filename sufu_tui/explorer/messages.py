"""Messages that widgets post upwards."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.navigation import PaneId
from sufu_tui.typesetting.glyphs import GlyphSet


@dataclass
class OpenItem(Message):
    """Request to go to an item."""

    ref: Ref
    """Item to go to."""
    paragraph: int | None = None
    """Paragraph of a section to go to, from 0."""
    reckoned: bool = False
    """True if a figure's reckoning is wanted and not its card."""


@dataclass
class OpenAddress(Message):
    """Request for a page of the web in the reader's browser."""

    address: str
    """Address of the page."""


@dataclass
class OpenPane(Message):
    """Request for another pane."""

    pane: PaneId
    """Pane to show."""


@dataclass
class GlyphsChosen(Message):
    """Change of the glyph set of the screen."""

    glyphs: GlyphSet
    """Set in use now."""
    found_wide: bool
    """True if the terminal has answered that it draws ambiguous characters two cells wide."""


@dataclass
class Notice(Message):
    """Notice for the footer: a short sentence on an action done or refused."""

    text: str
    """Sentence in the reader's language."""


@dataclass
class Progress(Message):
    """Progress of a work, from 0 to 1; None once it has ended, in whichever way."""

    work: str
    """Catalogue key of its sentence, with a placeholder `percent`."""
    done: float | None
    """Share done."""


class TerminalLost(Message):
    """Loss of the terminal: no more input from it, no more output to it."""


@dataclass
class EndAsked(Message):
    """Request for the end, by a signal."""

    status: int
    """Exit status: 128 and the signal's number."""


@dataclass
class UnboundKey(Message):
    """Key that does nothing where the reader is."""

    key: str
    """Textual's name of the key."""
    character: str | None
    """Character that it types, if any."""


class UnusedPaste(Message):
    """Paste while no line is open to take it."""
