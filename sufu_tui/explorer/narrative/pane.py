"""Narrative pane: a reading column, the card of the selected link, and the outline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container

from sufu_tui.dossier.model import Item, Ref, Section
from sufu_tui.explorer.beside.companion import Companion
from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.filter_line import FilterLine
from sufu_tui.explorer.linked_view import LinkedView
from sufu_tui.explorer.messages import OpenItem, OpenPane
from sufu_tui.explorer.narrative.lens import NarrativeLens
from sufu_tui.explorer.narrative.margin import Margin
from sufu_tui.explorer.narrative.narrative_keeper import NarrativeKeeper, NarrativePlace
from sufu_tui.explorer.narrative.narrative_settings import narrative_settings_from
from sufu_tui.explorer.narrative.outline import Outline
from sufu_tui.explorer.narrative.paragraph_numbers import NumberedParagraph
from sufu_tui.explorer.narrative.paragraph_walk import ParagraphWalk
from sufu_tui.explorer.narrative.reading_columns import arranged, columns_for_notes
from sufu_tui.explorer.narrative.section_texts import SectionTexts
from sufu_tui.explorer.narrative.sections import SectionBar
from sufu_tui.explorer.narrative.status import NarrativeStatus, held_text
from sufu_tui.explorer.narrative.text import place_below_head
from sufu_tui.explorer.pane import Citation, Pane
from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.explorer.widgets.input_dock import InputDock
from sufu_tui.explorer.widgets.text_layout import TextPlace
from sufu_tui.query.highlights import Highlights

if TYPE_CHECKING:
    from textual.geometry import Size


_LIST_FROM = 80
"""Columns from which the key figures of a section stand below each other."""


class NarrativePane(Pane):
    """Pane that shows one section at a time."""

    BINDINGS = bindings_of("narrative")
    DEFAULT_CSS = """
    NarrativePane {
        layout: vertical;
        & #narrative-body { layout: vertical; height: 1fr; }
        &.-asking StatusLine { display: none; }
        & #outline { display: none; width: 30; height: 1fr; background: $surface; padding: 1 0 0 0; }
        & #reading { width: 1fr; height: 1fr; padding: 1 0 0 0; }
        & Companion { width: 1fr; height: 42%; max-height: 12; display: none; &.-source { height: 50%; } }
        & Companion.-filled, & Companion.-source { display: block; }
        &.-beside #narrative-body { layout: horizontal; }
        &.-beside Companion { display: block; width: 44; height: 1fr; max-height: 100%; }
        &.-beside Card { padding: 1 0 0 0; }
        &.-outlined #outline { display: block; }
        &.-outlined SectionBar { display: none; }
        &.-narrow Companion { width: 37; }
        &.-outlined Companion { width: 56; }
        &.-beside Companion.-source { width: 46%; max-width: 80; }
    }
    """

    def __init__(self, state: SharedState) -> None:
        super().__init__(state, id="narrative")
        self.section: Section = state.dossier.sections[0]
        """Section shown."""
        self.reading = FlowText(id="reading", centred=True, keeps_selection=True)
        """Reading column."""
        self.beside = Companion(state, "narrative.no-card")
        """Card of the selected link, or the source."""
        self.keeper = NarrativeKeeper(self)
        self.margin = Margin(state, self.reading, self.beside.card)
        """Notes in the margin, around the card of the selected link."""
        self._texts = SectionTexts(self, state)
        self._tabs = SectionBar(state)
        self.model = NarrativeLens(self, state, self._look_again)
        """Paragraphs that hold something of what the filter leaves."""
        self._links = self.links = LinkedView(state, "section")
        self._outline = Outline(state, self._links)
        self._dock = InputDock(self)
        self.filter_line = FilterLine(
            self, state, self._dock, line="filter-text", placeholder="narrative.filter-placeholder"
        )
        """Line for the filter."""
        self._walk = ParagraphWalk(state, self.model, self._links, self.reading)
        self._status = NarrativeStatus(state, self.model, self._links, self.reading)
        self._settings = narrative_settings_from(state.kept_settings.get("narrative"))

    def compose(self) -> ComposeResult:
        """Compose the tabs, the outline, the text, what stands beside it and the foot, arranged at once.

        A second layout would cost a frame, and each class set later a look at the styles of all of them.
        """
        self._arrange(self.app.size.width)
        yield self._tabs
        with Container(id="narrative-body"):
            yield self._outline.view
            yield self.reading
            yield self.beside
        yield self._status.line

    def begin(self) -> None:
        """Show the first section."""
        self._texts.is_compact = self.app.size.width < _LIST_FROM
        self._write(keep_place=False)
        self._show_notes()
        self.model.find()
        self._mark()

    def _mark(self) -> None:
        """Mark what was found in the text and in the outline; the card marks it in the notes as well."""
        self.reading.mark(self.state.marks)
        self._outline.view.mark(self.state.marks)

    def adapt(self, size: Size) -> None:
        """Arrange card and outline for the width."""
        self._arrange(size.width)
        self._show_notes()
        self._write_outline()
        if self._texts.is_compact != (size.width < _LIST_FROM):
            self._texts.is_compact = not self._texts.is_compact
            figures = len(Highlights(self.state.dossier).figures_of(self.section))
            place = place_below_head(self.reading.place, figures, is_compact=self._texts.is_compact)
            self._write(keep_place=False)
            self.reading.return_to(place)

    def _arrange(self, width: int) -> None:
        found = arranged(width, parallel=self.state.second_language is not None)
        self.update_classes(found.classes())
        self.beside.set_below(found.card == 0)

    def _write_outline(self) -> None:
        """Write the outline where it is shown."""
        if self.has_class("-outlined"):
            self._outline.show(self.section)

    def _show_notes(self) -> None:
        """Show the notes in the margin, around the card, where it is beside the text."""
        noted, beside = self._settings.links == "noted", self.has_class("-beside")
        self.margin.show(noted and beside)
        wants_room = noted and not beside and self.state.second_language is not None
        self._status.notes_from = columns_for_notes(parallel=True) if wants_room else 0

    # The pane's part in the explorer

    def take_focus(self) -> None:
        """Focus the reading column."""
        self.focus_on(self.reading)

    def state_changed(self, changes: frozenset[Change]) -> None:
        """Rewrite text and card in a new language; dim the text under another filter."""
        self.model.state_changed(changes)
        if changes & {Change.LANGUAGE, Change.SECOND_LANGUAGE}:
            self._arrange(self.app.size.width)
            self._write(keep_place=True)
            self._show_notes()
            self._dock.reword(self.state.words)
            self.filter_line.refresh_remark()
        elif Change.BOOKMARKS in changes:
            self._write(keep_place=True)
        if changes & {Change.CURRENT, Change.LOOKED_AT, Change.PANE}:
            self._show_links()
        if Change.SEARCH in changes:
            self._mark()
        self.beside.state_changed(changes)

    def reveal(self, ref: Ref, paragraph: int | None = None) -> bool:
        """Show a section, or the first mention of an item in the text.

        Its `paragraph` stands out; the current item stays selected where the paragraph mentions it.
        """
        if ref.kind == "section":
            current = self.state.current
            self._show_section(self.state.dossier.section(ref.id))
            if paragraph is not None:
                self.reading.point_to(paragraph, current)
            return True
        for mention in self.state.indexes.backlinks.of(ref):
            if mention.where.kind == "section":
                self._show_section(self.state.dossier.section(mention.where.id))
                return self.reading.select_ref(ref, mention.paragraph)
        if ref.kind != "entity":
            return False
        self.reading.return_to(TextPlace(self.reading.place.line))  # no link leads to it
        self._show_card(ref)
        return True

    def place(self) -> NarrativePlace:
        """Return section, text, and what stands beside."""
        return NarrativePlace(self.section.id, self.reading.place, self.beside.place)

    async def return_to(self, place: NarrativePlace) -> None:
        """Show a section again as it was left."""
        section = self.state.dossier.find(Ref("section", place.section))
        if isinstance(section, Section) and section is not self.section:
            self.section = section
            self._write(keep_place=False)
        self.reading.return_to(place.text)
        self.beside.return_to(place.beside)
        self._show_notes()

    def citation(self) -> Citation | None:
        """Return the selected link's item; without one the paragraph that stands out or is first in view."""
        from sufu_tui.explorer.cards.labels import item_citation, text_citation  # no start needs them

        dossier, words = self.state.dossier, self.state.words
        item = dossier.find(self.beside.ref) if self.beside.ref else None
        cited = self.beside.citation() or (item and item_citation(item, dossier, words))
        in_view, pointed = self.reading.anchors_in_view(), self.reading.pointed
        number = pointed if pointed in in_view else next(iter(in_view), None)
        return cited or text_citation(self.section, number, dossier, words)

    def items_in_view(self) -> Sequence[Item]:
        """Return the section, and the items beside it."""
        return [self.section, *self.beside.items_in_view()]

    def step_up(self) -> bool:
        """Close the filter's line, go from the card to the text, clear the selected link; lift the filter."""
        if self.filter_line.close():
            return True
        if self.beside.has_keys:
            self.focus_on(self.reading)
            return True
        return self.reading.clear_selection() or self.filter_line.lift()

    # The filter

    def listed_text(self) -> str:
        """Return the number of paragraphs that hold something of what the filter leaves."""
        return held_text(self.state, self.model)

    def _look_again(self) -> None:
        """Show other paragraphs dimmed."""
        self._write(keep_place=True)
        self._status.begin(self.section)
        self.filter_line.refresh_remark()

    async def action_filter_text(self) -> None:
        """Ask for the filter."""
        await self.filter_line.open()

    def action_undo_filter(self) -> None:
        """Undo the last change of the filter."""
        self.filter_line.close()
        if not self.model.undo():
            self.say("listing.nothing-to-undo")

    def action_redo_filter(self) -> None:
        """Redo the last undone change of the filter."""
        self.filter_line.close()
        if not self.model.redo():
            self.say("listing.nothing-to-redo")

    # Messages and commands

    def on_flow_text_link_selected(self, event: FlowText.LinkSelected) -> None:
        """Show the card of the link that the reader selected in the text."""
        if event.control is not self.reading:
            return
        self._show_card(event.ref)

    def _show_card(self, ref: Ref | None) -> None:
        is_same = ref == self.beside.ref
        self.state.set_current(ref)
        self.beside.show_item(ref)
        self.margin.unfold()
        if is_same:  # another one asks for its rows when it is written
            self._show_notes()

    def on_open_item(self, event: OpenItem) -> None:
        """Go to the card of a name in the text, with its links: the name is at home here already."""
        if event.ref.kind == "entity" and self.reading.has_focus and event.ref == self.beside.ref:
            event.stop()
            self.beside.take_keys()

    def on_flow_text_lines_moved(self, event: FlowText.Moved) -> None:
        """Show at the foot how far the reader is."""
        event.stop()
        if event.view is self.reading:
            self._status.begin(self.section)
            self.margin.follow()

    def on_flow_text_row_chosen(self, event: FlowText.RowChosen) -> None:
        """Select the link of a note: it unfolds to its card, and the text stays where it is."""
        link = self.margin.link_at(event.place)
        if link is not None:
            self.reading.select(link, follows=False)
            self.focus_on(self.reading)

    def on_flow_text_rows_scrolled(self, event: FlowText.RowsScrolled) -> None:
        """Scroll the text, and the notes with it, by a wheel over the notes."""
        self.reading.view(self.reading.viewport.scrolled(event.lines))

    def on_flow_text_paged_past(self, event: FlowText.PagedPast) -> None:
        """Read on in the next section, or back at the end of the one before."""
        event.stop()
        if event.view is not self.reading:
            return
        before = self.section
        if not self._turn(event.step):
            self.say("narrative.at-end")
        elif event.step < 0 and self.section is not before:
            self.reading.action_last()

    def action_read_on(self) -> None:
        """Read a page on."""
        self.reading.action_page_down()

    def action_read_back(self) -> None:
        """Read a page back."""
        self.reading.action_page_up()

    def action_next_look(self) -> None:
        """Show the links in the next look."""
        self._settings = self._settings.next_look()
        self.state.set_settings("narrative", self._settings)
        self._write(keep_place=True)
        self._show_notes()
        look, parallel = self._settings.links, self.state.second_language is not None
        room = "" if look != "noted" or self.has_class("-beside") else "-from"
        self.say(f"narrative.links-{look}{room}", columns=columns_for_notes(parallel=parallel))

    def action_next_section(self) -> None:
        """Turn to the next section."""
        self._turn(1)

    def action_previous_section(self) -> None:
        """Turn to the section before."""
        self._turn(-1)

    def _turn(self, step: int) -> bool:
        """Turn `step` sections on, before the first to the cover; return False where there is none."""
        number = self.section.number + step
        if number < 1:
            self.post_message(OpenPane("cover"))
            return True
        if not 1 <= number <= len(self.state.dossier.sections):
            return False
        self._show_section(self.state.dossier.sections[number - 1])
        return True

    def _show_section(self, section: Section) -> None:
        if section is not self.section:
            self.section = section
            self._write(keep_place=False)
            self._show_card(None)
        self.state.set_current(section.ref)

    def _write(self, *, keep_place: bool) -> None:
        dimmed = self.model.dimmed_in(self.section)
        text = self._texts.of(self.section, self._settings.links, dimmed)
        self.reading.show_document(text, keep_place=keep_place)
        self.margin.forget()
        self._show_links()

    def _show_links(self) -> None:
        """Show where the item is mentioned that the reader looks at, or looked at before."""
        self._write_outline()
        places = self._links.linked.paragraphs
        self._tabs.show(self.section.number, frozenset(place.section for place in places))
        self.reading.mark_linked(frozenset(one.number for one in places if one.section == self.section.id))
        self._status.refresh(self.section)

    # From paragraph to paragraph

    def go_to_linked(self) -> bool:
        """Go to the next paragraph that mentions what the reader looks at, or looked at before."""
        return self._point_to(self._walk.next_linked(self.section), self._links.subject)

    def step_held(self, step: int) -> bool:
        """Go to the next paragraph that holds something of the filter, or with -1 to the one before."""
        found = self._walk.next_held(self.section, step)
        if found is None:
            self.say("narrative.none-held")
            return True
        self.reading.return_to(TextPlace(self.reading.place.line))  # `y` copies the paragraph, not a link
        self._show_card(None)
        return self._point_to(found)

    def action_step_held(self, step: int) -> None:
        """Go to the next paragraph that holds something of the filter, or with -1 to the one before."""
        self.step_held(step)

    def _point_to(self, place: NumberedParagraph | None, ref: Ref | None = None) -> bool:
        """Let a paragraph stand out, with its link to `ref` selected; return False where there is none."""
        if place is not None:
            self._show_section(self.state.dossier.sections[place.section])
            self.reading.point_to(place.paragraph, ref)
        return place is not None
