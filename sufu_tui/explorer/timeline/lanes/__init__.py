"""Lanes: the rows and cells of events."""
