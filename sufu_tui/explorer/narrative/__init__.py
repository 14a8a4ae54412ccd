"""Narrative pane: the sections of the report, one at a time."""
