"""Names pane: people, organisations, places, programmes and terms."""
