"""Settings of the narrative that outlive a run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, get_args

from sufu_tui.explorer.narrative.text import LinkLook


class NarrativeSettings(NamedTuple):
    """Settings of the narrative."""

    links: LinkLook = "noted"
    """Look of the links."""

    def to_plain(self) -> dict[str, object]:
        """Return the settings as plain values, to be written as JSON."""
        return self._asdict()

    def next_look(self) -> NarrativeSettings:
        """Return the settings with the next look of the links, in a circle."""
        looks: tuple[LinkLook, ...] = get_args(LinkLook)
        return self._replace(links=looks[(looks.index(self.links) + 1) % len(looks)])


def narrative_settings_from(plain: object) -> NarrativeSettings:
    """Return the settings in plain values from any source; invalid ones are left out."""
    links = plain.get("links") if isinstance(plain, Mapping) else None
    known: tuple[LinkLook, ...] = get_args(LinkLook)
    return NarrativeSettings(next((look for look in known if look == links), "noted"))
