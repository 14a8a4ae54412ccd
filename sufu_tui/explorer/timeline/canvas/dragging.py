"""Canvas drag: the distance of the mouse since it was pressed."""

from __future__ import annotations

from textual.geometry import Offset


class CanvasDrag:
    """Drag of the mouse; a click that ends one is no click."""

    def __init__(self) -> None:
        self.moved = False
        """True if the mouse moved since it was pressed."""
        self._held: Offset | None = None

    def press(self, place: Offset) -> None:
        """Begin a drag at a place of the screen."""
        self._held, self.moved = place, False

    def move(self, place: Offset) -> Offset:
        """Return the offset in cells since the last call; zero without a drag."""
        if self._held is None or place == self._held:
            return Offset()
        pulled, self._held, self.moved = place - self._held, place, True
        return pulled

    def release(self) -> bool:
        """End the drag; return False where there was none."""
        held, self._held = self._held, None
        return held is not None
