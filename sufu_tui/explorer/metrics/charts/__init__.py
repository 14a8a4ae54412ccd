"""Charts: figures as bars by unit, or side by side."""
