"""Background work: loading, idle work and progress."""
