"""The table of metrics: its columns, their layout, and how rows are painted."""
