"""Capture: the screen as a grid of cells, and as a file."""
