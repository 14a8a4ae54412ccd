"""The measures of a picture, in its own units: a pixel each where it is not magnified."""

from __future__ import annotations

CELL_WIDTH = 10
CELL_HEIGHT = 24
EM = 20
"""The size of a font whose wide characters take two cells."""
BASELINE = 19.4
"""How far below the upper edge of its cell a character stands."""
MARGIN = 12
"""What is left free around the screen, and between it and the line below."""
FINE = 20
"""Steps to a unit: outlines are drawn in whole steps."""
