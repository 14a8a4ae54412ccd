"""The card of a section, metric, event or entity."""
