"""Axis of time: its scale, grid and ticks."""
