"""Beside a pane, or below it: the card of the current item, or the source in its place."""
