"""Canvas drag: how far the mouse pulled since it took hold."""

from __future__ import annotations

from textual.geometry import Offset


class CanvasDrag:
    """A hold of the mouse; a click that ends a pull is none."""

    def __init__(self) -> None:
        self.moved = False
        """Whether the mouse moved since it took hold."""
        self._held: Offset | None = None

    def press(self, place: Offset) -> None:
        """Take hold at a place of the screen."""
        self._held, self.moved = place, False

    def move(self, place: Offset) -> Offset:
        """Return how far the mouse pulled since the last time; nowhere where it holds nothing."""
        if self._held is None or place == self._held:
            return Offset()
        pulled, self._held, self.moved = place - self._held, place, True
        return pulled

    def release(self) -> bool:
        """Let go; return False where nothing was held."""
        held, self._held = self._held, None
        return held is not None
