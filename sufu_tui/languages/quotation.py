"""Quotation marks: those of a text that stands within others."""

from __future__ import annotations

_INNER = str.maketrans("「」『』“”", "『』「」‘’")


def within_quotes(text: str) -> str:
    """Return `text` with the marks it has within outer ones: `「1+N」` becomes `『1+N』`."""
    return text.translate(_INNER)
