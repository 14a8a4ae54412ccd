"""Pure questions to a dossier: which items, in which order, mentioned where."""

SLICE = 16_384
"""Rows that are read before others get a turn: a few milliseconds."""
