"""Narrative pane: a reading column, the card of the selected link, and the outline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container

from sufu_tui.dossier.model import Item, Ref, Section
from sufu_tui.explorer.beside.companion import Companion
from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.filter_line import FilterLine, filter_sentence
from sufu_tui.explorer.linked_view import LinkedView
from sufu_tui.explorer.messages import OpenItem, OpenPane
from sufu_tui.explorer.narrative.lens import NarrativeLens
from sufu_tui.explorer.narrative.margin import Margin
from sufu_tui.explorer.narrative.narrative_keeper import NarrativeKeeper, NarrativePlace
from sufu_tui.explorer.narrative.narrative_settings import narrative_settings_from
from sufu_tui.explorer.narrative.outline import Outline
from sufu_tui.explorer.narrative.reading_columns import arranged
from sufu_tui.explorer.narrative.reading_progress import ReadingProgress
from sufu_tui.explorer.narrative.section_texts import SectionTexts
from sufu_tui.explorer.narrative.sections import SectionBar
from sufu_tui.explorer.narrative.text import place_below_head
from sufu_tui.explorer.pane import Citation, Pane
from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.explorer.widgets.input_dock import InputDock
from sufu_tui.explorer.widgets.status_line import StatusLine
from sufu_tui.explorer.widgets.text_layout import TextPlace
from sufu_tui.query.held_paragraphs import ParagraphPlace
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
        & Companion { width: 1fr; height: 42%; max-height: 12; display: none; }
        & Companion.-filled, & Companion.-source { display: block; }
        & #margin { display: none; width: 44; height: 1fr; }
        &.-beside #narrative-body { layout: horizontal; }
        &.-beside Companion { display: block; width: 44; height: 1fr; max-height: 100%; }
        &.-beside Card { padding: 1 0 0 0; }
        &.-outlined #outline { display: block; }
        &.-outlined SectionBar { display: none; }
        &.-narrow Companion, &.-narrow #margin { width: 37; }
        &.-outlined Companion, &.-outlined #margin { width: 56; }
        &.-noted Companion { display: none; }
        &.-noted #margin { display: block; }
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
        self.margin = Margin(state, self.reading, id="margin")
        """Notes in the margin, where the card would be if a link were selected."""
        self._texts = SectionTexts(self, state)
        self._tabs = SectionBar(state)
        self.model = NarrativeLens(self, state, self._look_again)
        """Paragraphs that hold something of what the filter leaves."""
        self._links = LinkedView(state, "section")
        self._outline = Outline(state, self._links)
        self._dock = InputDock(self)
        self.filter_line = FilterLine(
            self, state, self._dock, line="filter-text", placeholder="narrative.filter-placeholder"
        )
        """Line for the filter."""
        self._foot = StatusLine()
        self._progress: ReadingProgress | None = None  # no frame waits for it to be counted
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
            yield self.margin
        yield self._foot

    def begin(self) -> None:
        """Show the first section."""
        self._texts.is_compact = self.app.size.width < _LIST_FROM
        self._write(keep_place=False)
        if self.state.filter:
            self.model.find()
        self.reading.mark(self.state.marks)

    def adapt(self, size: Size) -> None:
        """Arrange card and outline for the width."""
        self._arrange(size.width)
        self._write_outline()
        if self._texts.is_compact != (size.width < _LIST_FROM):
            self._texts.is_compact = not self._texts.is_compact
            place = place_below_head(self.reading.place, self._figures(), is_compact=self._texts.is_compact)
            self._write(keep_place=False)
            self.reading.return_to(place)

    def _arrange(self, width: int) -> None:
        found = arranged(width, parallel=self.state.second_language is not None)
        self.update_classes(found.classes(noted=self._wants_notes))
        self.beside.set_below(found.card == 0)
        self._show_notes()

    def _write_outline(self) -> None:
        """Write the outline where it is shown."""
        if self.has_class("-outlined"):
            self._outline.show(self.section)

    @property
    def _wants_notes(self) -> bool:
        """True if notes are wanted, and nothing stands in their place."""
        free = self.beside.ref is None and not self.beside.shows_source
        return free and self._settings.links == "noted"

    def _show_notes(self) -> None:
        """Show the notes in the margin, or the card or the source in their place."""
        noted = self._wants_notes and self.has_class("-beside")
        self.set_class(noted, "-noted")
        if noted:
            self.margin.follow()

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
            self._dock.reword(self.state.words)
            self.filter_line.refresh_remark()
        elif Change.BOOKMARKS in changes:
            self._write(keep_place=True)
        if changes & {Change.CURRENT, Change.LOOKED_AT, Change.PANE}:
            self._show_links()
        if Change.SEARCH in changes:
            self.reading.mark(self.state.marks)
        self.beside.state_changed(changes)
        if Change.BESIDE in changes:
            self._show_notes()

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
        from sufu_tui.explorer.cards.labels import item_citation, paragraph_citation  # no start needs them

        dossier, words = self.state.dossier, self.state.words
        item = dossier.find(self.beside.ref) if self.beside.ref else None
        cited = self.beside.citation() or (item and item_citation(item, dossier, words))
        if cited is not None:
            return cited
        in_view = self.reading.anchors_in_view()
        pointed = self.reading.pointed
        number = pointed if pointed in in_view else next(iter(in_view), None)
        if number is None:
            return item_citation(self.section, dossier, words)
        return paragraph_citation(self.section, number, dossier, words)

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
        total, words = self.model.total, self.state.words
        return words.plural("narrative.held", total, shown=self.model.count)

    def _look_again(self) -> None:
        """Show other paragraphs dimmed."""
        self._write(keep_place=True)
        self._show_progress()
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
        self.state.set_current(ref)
        self.beside.show_item(ref)
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
            self._show_progress()
            if self.has_class("-noted"):
                self.margin.follow()

    def on_margin_note_chosen(self, event: Margin.NoteChosen) -> None:
        """Select the link of a note: its card unfolds in the place of the notes."""
        self.reading.select(event.link)
        self.focus_on(self.reading)

    def _show_progress(self) -> None:
        dossier, words, known = self.state.dossier, self.state.words, self._progress
        if known is None or known.dossier is not dossier:
            self._progress = known = ReadingProgress(dossier)
        place = words("narrative.position", number=self.section.number, total=len(dossier.sections))
        percent = known.percent(self.section, self.reading.share_read, words.language)
        parts = [place, words("narrative.read", percent=percent)]
        if self.state.filter:
            parts[:0] = [self.listed_text(), filter_sentence(self.state, None)]
        if linked := self._links.sentence():
            parts.insert(2, linked)
        self._foot.say(tuple(parts), words("card.separator"))

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
        self.say(f"narrative.links-{self._settings.links}")

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

    def _figures(self) -> int:
        return len(Highlights(self.state.dossier).figures_of(self.section))

    def _write(self, *, keep_place: bool) -> None:
        self.margin.forget()
        dimmed = self.model.dimmed_in(self.section)
        text = self._texts.of(self.section, self._settings.links, dimmed)
        self.reading.show_document(text, keep_place=keep_place)
        self._show_links()

    def _show_links(self) -> None:
        """Show where the item is mentioned that the reader looks at, or looked at before."""
        self._write_outline()
        places = self._links.linked.paragraphs
        self._tabs.show(self.section.number, frozenset(place.section for place in places))
        if self._progress is not None:
            self._show_progress()

    def go_to_linked(self) -> bool:
        """Go to the next paragraph that mentions what the reader looks at, or looked at before."""
        subject, places = self._links.subject, self._links.linked.paragraphs
        if subject is None or not places:
            return False
        pointed = self.reading.pointed
        here = ParagraphPlace(self.section.id, -1 if pointed is None else pointed)
        order = [section.id for section in self.state.dossier.sections]
        by_place = sorted((order.index(place.section), place.number) for place in places)
        now = (order.index(here.section), here.number)
        section, number = next((place for place in by_place if place > now), by_place[0])
        self._show_section(self.state.dossier.sections[section])
        self.reading.point_to(number, subject)
        return True
