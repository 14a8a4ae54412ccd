"""Metrics pane: every figure in a table that sorts."""
