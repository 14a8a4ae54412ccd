"""The timeline pane: every event on a proportional axis."""
