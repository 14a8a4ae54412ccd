"""The axis of time: its scale, grid and ticks."""
