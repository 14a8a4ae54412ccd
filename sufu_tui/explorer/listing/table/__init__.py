"""Table of a list: its text, columns and painter, and the widget."""
