"""Explorer: the Textual app."""
