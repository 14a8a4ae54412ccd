"""The canvas: axis and lanes on the screen."""
