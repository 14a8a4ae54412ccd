"""Help formatter: argparse's, with lines broken by cells and a heading in the reader's language."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.cells import width

_NO_BREAK = chr(0x2011)  # non-breaking hyphen; none is ever printed


class HelpFormatter(argparse.HelpFormatter):
    """Help formatter with a heading in the reader's language, and lines broken by cells."""

    def __init__(self, prog: str, heading: str) -> None:
        super().__init__(prog)
        self._heading = heading

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Add the usage, with room for the heading."""
        # argparse indents further lines by characters: blanks keep the room until the heading is written.
        super().add_usage(usage, actions, groups, " " * width(self._heading) if prefix is None else prefix)

    def format_help(self) -> str:
        """Return the help with the heading before it."""
        text, room = super().format_help(), width(self._heading)
        return self._heading + text[room:] if text.startswith(" " * room) else text

    def _split_lines(self, text: str, width: int) -> list[str]:
        # A name or an option to be typed stays on one line.
        return [line.replace(_NO_BREAK, "-") for line in wrap(text.replace("-", _NO_BREAK), width)]

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrap(text, width - len(indent)))
