"""Containers that their children fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container
from textual.screen import Screen
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.strip import Strip


class Unseen(Widget):
    """A widget of which nothing is ever seen: its children fill it.

    Textual draws what lies below others as well, line by line, in every frame. So this draws no line.
    """

    def render_lines(self, crop: Region) -> list[Strip]:  # noqa: ARG002  Textual calls it so
        """Draw nothing."""
        return []


class Filled(Unseen, Container):
    """A container that its children fill."""


class Ground(Screen[None]):
    """The screen below the rows of the explorer, which fill it: a blank, which is drawn once."""

    BLANK = True
