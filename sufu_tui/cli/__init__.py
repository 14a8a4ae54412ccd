"""The command line: one module a command, nothing heavy at import."""
