"""Background work: what goes on while the reader reads."""
