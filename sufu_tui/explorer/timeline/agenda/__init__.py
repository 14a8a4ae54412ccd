"""The agenda: events as a list."""
