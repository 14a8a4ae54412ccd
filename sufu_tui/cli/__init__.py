"""Command line: one module a command, nothing heavy at import."""
