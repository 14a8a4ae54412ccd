"""Keeper of the place in the narrative: a section and a line, by the paragraph that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from sufu_tui.dossier.bookmark import Spot, find_paragraph, paragraph_print
from sufu_tui.dossier.model import Ref, Section
from sufu_tui.explorer.beside.companion import Companion, CompanionPlace, companion_place_from
from sufu_tui.explorer.narrative.text import section_blocks
from sufu_tui.explorer.reading_place import text_of, whole_of
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.explorer.widgets.text_layout import LinePlace, TextPlace, plain_text_place, text_place_from
from sufu_tui.typesetting.flow import Block


class NarrativePlace(NamedTuple):
    """Place of a reader in the narrative: the section, the places in its text and beside it."""

    section: str
    text: TextPlace
    beside: CompanionPlace


class NarrativeView(Protocol):
    """View of the narrative, whose place is kept."""

    state: SharedState
    section: Section
    reading: FlowText
    beside: Companion

    def place(self) -> NarrativePlace:
        """Return section, text and card."""
        ...

    async def return_to(self, place: NarrativePlace) -> None:
        """Show a section again as it was left."""
        ...


class NarrativeKeeper:
    """Keeper of the place in a narrative pane."""

    def __init__(self, pane: NarrativeView) -> None:
        self._pane = pane

    def plain(self) -> dict[str, object]:
        """Return section, line and card; the line with the print of its paragraph."""
        place = self._pane.place()
        plain: dict[str, object] = {
            "section": place.section,
            "text": plain_text_place(place.text),
            "card": place.beside.to_plain(),
        }
        number = _anchor(self._blocks(self._pane.section), place.text.line.block)
        if number is not None:
            print_ = paragraph_print(self._pane.section.paragraphs[number])
            plain |= {"paragraph": number, "print": print_}
        return plain

    async def resume(self, plain: Mapping[str, object]) -> None:
        """Return to section and line; where the section is gone, the first stays."""
        dossier = self._pane.state.dossier
        section = dossier.find(Ref("section", text_of(plain.get("section"))))
        if not isinstance(section, Section):
            return
        text = self._line_in(section, plain, text_place_from(plain.get("text")))
        beside = companion_place_from(plain.get("card"), dossier)
        place = self._pane.place()._replace(section=section.id, text=text, beside=beside)
        await self._pane.return_to(place)

    def _line_in(self, section: Section, plain: Mapping[str, object], text: TextPlace) -> TextPlace:
        """Return the place in a section whose paragraphs may have others before them by now."""
        number = whole_of(plain.get("paragraph"), -1)
        if number < 0:
            return text
        last = len(section.paragraphs) - 1
        found = find_paragraph(section, number, text_of(plain.get("print")))
        found = last if found is None else found
        blocks = self._blocks(section)
        if found == number and _anchor(blocks, text.line.block) == found:
            return text
        block = next((at for at, block in enumerate(blocks) if block.anchor == found), 0)
        return text._replace(line=LinePlace(block, -1), pointed=None)

    def _blocks(self, section: Section) -> list[Block]:
        state = self._pane.state
        return list(section_blocks(section, state.dossier, state.words))

    def spot(self) -> Spot | None:
        """Return the item of the card; without one the paragraph that stands out or is first in view."""
        beside, reading = self._pane.beside, self._pane.reading
        if beside.ref is not None:
            return Spot(beside.ref_at_keys or beside.ref)
        in_view = reading.anchors_in_view()
        number = reading.pointed if reading.pointed in in_view else next(iter(in_view), None)
        return Spot(self._pane.section.ref, number)


def _anchor(blocks: list[Block], number: int) -> int | None:
    return blocks[number].anchor if number < len(blocks) else None
