"""Dimensions of a screenshot, in its own units: a pixel each where it is not magnified."""

from __future__ import annotations

CELL_WIDTH = 10
CELL_HEIGHT = 24
EM = 20
"""Font size at which wide characters take two cells."""
BASELINE = 19.4
"""Distance of the baseline from the upper edge of a cell."""
MARGIN = 12
"""Margin around the screen, and between it and the caption."""
FINE = 20
"""Fine steps to a unit: outlines are drawn in whole steps."""
