"""Groups of figures, and the card of one."""
