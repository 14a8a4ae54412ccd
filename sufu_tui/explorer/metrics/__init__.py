"""The metrics pane: every figure in a table that sorts."""
