"""Screenshots: a grid of cells as SVG, PNG and text."""
