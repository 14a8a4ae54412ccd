"""Start-up: the opening of a dossier, and every shortcut that a start takes for speed alone."""
