"""Canvas: axis and lanes on the screen."""
