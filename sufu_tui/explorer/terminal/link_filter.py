"""Link filter: takes links to the web out of every line, for terminals that would print them.

Such a link is an escape sequence around its text (OSC 8). A terminal that does not know it leaves it out, as
ECMA-48 has it; a few print it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.filter import LineFilter

if TYPE_CHECKING:
    from rich.segment import Segment
    from textual.color import Color

_WITHOUT = ("dumb", "unknown", "linux", "eterm", "vt1", "vt2", "vt3", "vt4", "vt5", "cons", "ansi", "sun")
"""Beginnings of the names of terminals that print what they do not know, or may."""

_VTE_FROM = 5001  # 0.50.0 ended at a link


def takes_links(environ: Mapping[str, str]) -> bool:
    """Return whether the terminal of `environ` takes links or leaves them out.

    FORCE_HYPERLINK says so, where it is set: 0 for no, anything else for yes.
    """
    forced = environ.get("FORCE_HYPERLINK")
    if forced:
        return forced != "0"
    version = environ.get("VTE_VERSION", "")
    if version.isdecimal() and int(version) < _VTE_FROM:
        return False
    return not environ.get("TERM", "").startswith(_WITHOUT)


class LinkFilter(LineFilter):
    """Line filter that leaves the text of links as it is."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return `segments` without their links."""
        return [
            segment._replace(style=segment.style.update_link(None))
            if segment.style is not None and segment.style.link
            else segment
            for segment in segments
        ]
