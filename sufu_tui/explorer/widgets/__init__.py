"""Widgets that know no report: text, lists, input lines and scrolling."""
