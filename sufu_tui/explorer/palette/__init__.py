"""Command palette: what can be done and what can be gone to, by a few letters."""
