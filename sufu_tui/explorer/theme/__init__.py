"""Themes, and text styles from their colours."""
