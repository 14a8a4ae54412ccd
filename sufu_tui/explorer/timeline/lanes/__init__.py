"""Lanes: which event stands in which row and cells."""
