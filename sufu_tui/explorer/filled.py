"""Containers that their children fill."""

from __future__ import annotations

from textual.containers import Container
from textual.screen import Screen


class Filled(Container):
    """A container of which nothing is ever seen: its children fill it.

    What lies below others Textual draws as well, line by line, in every frame; but not what is hidden. So
    this is hidden, and its children are not. It hears of no new size.
    """

    DEFAULT_CSS = """
    Filled { visibility: hidden; }
    Filled > * { visibility: visible; }
    """


class Ground(Screen[None]):
    """The screen below the rows of the explorer, which fill it: a blank, which is drawn once."""

    BLANK = True
