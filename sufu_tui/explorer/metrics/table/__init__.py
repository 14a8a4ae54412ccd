"""Table of metrics: its columns, their layout, and the painting of rows."""
