"""Agenda: events as a list."""
