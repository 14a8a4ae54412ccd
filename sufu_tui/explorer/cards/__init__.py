"""Card of a section, metric, event or entity."""
