"""Themes, and the styles of text that are mixed from their colours."""
