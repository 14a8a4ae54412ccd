"""Pure questions to a dossier: which items, in which order, mentioned where."""

SLICE = 16_384
"""How many rows are looked at before others get a turn: a few milliseconds."""
