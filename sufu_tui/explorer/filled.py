"""Containers that their children fill."""

from __future__ import annotations

from textual.containers import Container
from textual.screen import Screen


class Filled(Container):
    """A container of which nothing is ever seen: its children fill it.

    Textual draws what lies below others as well, line by line, in every frame; a blank is drawn once.
    """

    BLANK = True


class Ground(Screen[None]):
    """The screen below the rows of the explorer, which fill it."""

    BLANK = True
