"""Widgets that know no report: text, lists, lines to type in, and how they scroll."""
