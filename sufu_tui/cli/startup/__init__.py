"""Start-up: what opens a dossier, and every shortcut that a start takes for speed alone."""
