"""Timeline pane: every event on a proportional axis."""
