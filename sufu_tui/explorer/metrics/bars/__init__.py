"""Bars: figures drawn in cells, as lengths from zero or as points among powers of ten."""
