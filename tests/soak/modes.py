"""Modes that a program has switched in its terminal, read from what it writes."""

from __future__ import annotations

import re

_SWITCH = re.compile(rb"\x1b\[\?([0-9;]+)([hl])|\x1b\[([<>])[0-9]*u")
_LONGEST = 40
_ON_BEFORE = frozenset({7, 25})
"""Modes that are on in a fresh terminal: lines wrap, the cursor is shown."""
_MOMENTARY = frozenset({2026})
"""Modes that last for one frame."""


class TerminalModes:
    """Modes of a terminal, from the sequences that it was sent."""

    def __init__(self) -> None:
        self._on: set[int] = set(_ON_BEFORE)
        self._keyboards = 0
        self._rest = b""

    def feed(self, data: bytes) -> None:
        """Take what the program has written."""
        data = self._rest + data
        end = 0
        for match in _SWITCH.finditer(data):
            end = match.end()
            if match[3]:
                self._keyboards += 1 if match[3] == b">" else -1
                continue
            numbers = {int(number) for number in match[1].split(b";") if number}
            self._on = self._on | numbers if match[2] == b"h" else self._on - numbers
        self._rest = data[max(end, len(data) - _LONGEST) :]

    def left_changed(self) -> list[str]:
        """Return what is not as in a fresh terminal, in words."""
        left = [f"mode {mode} is on" for mode in sorted(self._on - _ON_BEFORE - _MOMENTARY)]
        left += [f"mode {mode} is off" for mode in sorted(_ON_BEFORE - self._on)]
        if self._keyboards > 0:
            left.append("the keyboard protocol is on")
        return left
