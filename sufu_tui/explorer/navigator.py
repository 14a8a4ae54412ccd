"""Navigator: panes made when first shown, ways to their items, and back again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.containers import Container

from sufu_tui.dossier.model import Dossier, Event, Ref
from sufu_tui.explorer.beside.companion import Companion
from sufu_tui.explorer.navigation import EVERY_PANE, Location, PaneId, home_of, imported, pane_spec
from sufu_tui.explorer.pane import Pane
from sufu_tui.explorer.reading_place import ReadingPlace, ref_in, table_of
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.terminal.text_entry import TextEntry
from sufu_tui.explorer.undo import UndoStack
from sufu_tui.query.filter import Filter

if TYPE_CHECKING:
    from textual.app import App


class Navigator:
    """Navigator over the panes of an explorer, one shown at a time, with a history of locations.

    Sentences for the footer are returned, empty for none.
    """

    def __init__(self, app: App[None], state: SharedState) -> None:
        self.panes_made = asyncio.Event()
        """Set once all panes are mounted, a moment after the first frame."""
        self.container = Container(id="panes")
        """Container of all panes."""
        self._app = app
        self._state = state
        self._making = asyncio.Lock()
        self._panes: dict[PaneId, Pane] = {}
        self._history: UndoStack[Location] = UndoStack()
        self._kept: dict[str, Mapping[str, object]] = {}  # places of panes that are not made yet
        # Of panes that were returned to a kept place: that place, and where it led.
        self._resumed: dict[Pane, tuple[Mapping[str, object], Mapping[str, object]]] = {}

    @property
    def pane(self) -> Pane:
        """Pane shown."""
        return self._panes[self._state.pane]

    @property
    def pane_at_keys(self) -> PaneId | None:
        """Pane that takes the keys; None while a dialog or a line to type in does."""
        is_above = len(self._app.screen_stack) > 1 or isinstance(self._app.focused, TextEntry)
        return None if is_above else self._state.pane

    @property
    def beside(self) -> Companion | None:
        """Companion of the pane shown: the card or the source; the cover has none."""
        return next(iter(self.pane.query(Companion)), None)

    async def go_beside(self) -> None:
        """Let the next key be for what stands beside the pane; from the cover, beside the narrative."""
        if self.beside is None:
            here = self.location
            await self.show("narrative")
            if not self.is_leaving:
                self._history.push(here, self.location)
        if self.beside is not None and not self.is_leaving:
            self.beside.take_keys()

    def step_up(self) -> str:
        """Go one level up beside the pane, else in it; at the top of both lift the marks of a search.

        Without any let nothing be linked any more; return a sentence about that.
        """
        if (self.beside is not None and self.beside.step_up()) or self.pane.step_up():
            return ""
        marked, links = self._state.clear_marks(), self.pane.links
        self.pane.take_focus()
        return "" if marked or links is None else links.clear()

    async def toggle_reckoning(self) -> str:
        """Show how the figure on the card is reckoned, or the card again; return a sentence if neither.

        A figure that is selected where there is no card is gone to first.
        """
        spot = self.pane.spot()
        if self.beside is None and spot is not None and spot.ref.kind == "metric":
            sentence = await self.go_to(spot.ref)
            if sentence or self.is_leaving:
                return sentence
        return self._state.words("reckoning.none") if self.beside is None else self.beside.toggle_reckoning()

    @property
    def panes(self) -> list[Pane]:
        """Panes made so far."""
        return list(self._panes.values())

    @property
    def location(self) -> Location:
        """Present location."""
        state = self._state
        return Location(state.pane, state.current, state.filter, self.pane.place(), state.looked_at_before)

    @property
    def is_leaving(self) -> bool:
        """True if the app has ended, so that nothing can be mounted any more."""
        return self._app.return_code is not None or not self._app.screen_stack

    # Panes

    def first_pane(self) -> Pane:
        """Return a new pane of the kind that the state shows."""
        return self._made(self._state.pane)

    def _made(self, pane: PaneId) -> Pane:
        widget: Callable[[SharedState], Pane] = imported(pane_spec(pane).widget)
        self._panes[pane] = widget(self._state)
        return self._panes[pane]

    # The place that is kept over a restart

    def reading_place(self) -> ReadingPlace:
        """Return the present place, to be kept; that in panes which are not made yet is the one they had."""
        state = self._state
        own: dict[str, object] = {
            id_: pane.keeper.plain() for id_, pane in self._panes.items() if pane.keeper is not None
        }
        current, zero, before = state.current, state.day_zero, state.looked_at_before
        return ReadingPlace(
            state.pane,
            state.language,
            "" if current is None else str(current),
            state.filter.text,
            "" if zero is None else str(zero.ref),
            {**own, **self._kept},
            state.second_language,
            "" if before is None else str(before),
            state.earlier_filters,
        )

    def expect(self, place: ReadingPlace) -> None:
        """Put the state where it was at `place`, and expect the panes, before any is made."""
        state = self._state
        self._kept = {id_: table_of(plain) for id_, plain in place.panes.items()}
        state.set_current(ref_in(state.dossier, place.current))
        state.looked_at_before = ref_in(state.dossier, place.before)
        zero = ref_in(state.dossier, place.day_zero)
        event = None if zero is None else state.dossier.find(zero)
        state.set_day_zero(event if isinstance(event, Event) else None)
        state.set_filter(_filter_of(place.filter, self._state.dossier))
        state.earlier_filters = place.filters
        if place.second in state.dossier.languages:
            state.set_second_language(place.second)

    async def resume(self, pane: Pane) -> None:
        """Return a pane that has just been made to its kept place; the current item stays."""
        state, plain = self._state, self._kept.pop(str(pane.id), None)
        current, before = state.current, state.looked_at_before
        if plain is None or pane.keeper is None or self.is_leaving:
            return
        await pane.keeper.resume(plain)
        self._resumed[pane] = plain, pane.keeper.plain()
        if not pane.display:
            state.set_current(current)
        state.looked_at_before = before  # the reader has looked at nothing meanwhile

    def _expect_again(self, pane: Pane) -> bool:
        """Expect a pane where it is, or where it was to be and the beginning of the dossier did not reach."""
        if pane.keeper is None:
            return False
        now = pane.keeper.plain()
        wanted, found = self._resumed.pop(pane, (now, now))
        self._kept[str(pane.id)] = wanted if found == now else now
        return wanted is not now and found == now

    async def make_all(self) -> None:
        """Mount the remaining panes, so that the first switch is quick as well."""
        for spec in EVERY_PANE:
            if not await self._ensure(spec.id):  # the app has ended
                return
        for pane, (wanted, found) in tuple(self._resumed.items()):  # by now they are laid out
            self._resumed[pane] = wanted, found if pane.keeper is None else pane.keeper.plain()
        self.panes_made.set()

    async def _ensure(self, pane: PaneId) -> bool:
        """Mount a pane unless it is there; return False where the app has ended meanwhile."""
        async with self._making:  # one that is being made is there, but has no children yet
            if self.is_leaving or pane in self._panes:
                return not self.is_leaving
            made = self._made(pane)
            made.display = False
            return await self._mount(made)

    async def _mount(self, pane: Pane) -> bool:
        if not self.is_leaving:
            await self.container.mount(pane)
            await self.resume(pane)
        return not self.is_leaving

    async def show(self, pane: PaneId) -> None:
        """Show a pane and focus it."""
        if not await self._ensure(pane):
            return
        if pane != self._state.pane:
            self.pane.display = False
            self._state.show_pane(pane)
            self.pane.fit(self.container.size)
            self.pane.display = True
            self.pane.catch_up()
        self.pane.take_focus()

    async def show_dossier(self) -> None:
        """Show the state's new dossier in the place of its beginning, at the current item."""
        current = self._state.current
        async with self._making:
            for id_, pane in tuple(self._panes.items()):
                awaited = self._expect_again(pane)
                if pane.take_dossier():
                    if awaited:
                        await self.resume(pane)
                    self._kept.pop(id_, None)
                    continue
                await pane.remove()
                del self._panes[id_]  # it is made again when it is next shown
                if id_ != self._state.pane:
                    continue
                if not await self._mount(self.first_pane()):
                    return
                if not isinstance(self._app.focused, TextEntry):  # who is typing goes on
                    self.pane.take_focus()
                if current is not None and self.pane.keeper is None:
                    self.pane.reveal(current)

    # Going and coming back

    async def go_to(self, ref: Ref, paragraph: int | None = None, *, reckoned: bool = False) -> str:
        """Show the item at `ref` in its home pane, a section at `paragraph` (from 0), a figure `reckoned`.

        A filter that hides it is lifted; the sentence says so.
        """
        here = self.location
        await self.show(home_of(ref))
        if self.is_leaving:
            return ""
        sentence = self._reveal(ref, paragraph)
        if reckoned and self.beside is not None:
            self.beside.reckon()
        self._history.push(here, self.location)
        if here.filter and not self._state.filter:
            return self._state.words("filter.lifted", expression=here.filter.text)
        return sentence

    async def back(self) -> str:
        """Go back to the previous location."""
        return await self._return_to(self._history.undo(self.location))

    async def forward(self) -> str:
        """Go forward again."""
        return await self._return_to(self._history.redo(self.location))

    async def _return_to(self, location: Location | None) -> str:
        words = self._state.words
        if location is None:
            return words("app.no-further")
        await self.show(location.pane)
        if self.is_leaving:
            return ""
        before = self._state.filter
        self._state.set_filter(location.filter)
        self._state.look_again(location.ref, location.before)
        await self.pane.return_to(location.place)
        self._state.look_again(location.ref, location.before)  # the reader has looked at nothing meanwhile
        if location.filter == before:
            return ""
        if not location.filter:
            return words("filter.gone", expression=before.text)
        return words("filter.back", expression=location.filter.text)

    def _reveal(self, ref: Ref | None, paragraph: int | None = None) -> str:
        if ref is None or self.is_leaving or self.pane.reveal(ref, paragraph):
            return ""
        from sufu_tui.explorer.cards.labels import item_title
        from sufu_tui.languages.quotation import within_quotes

        words = self._state.words
        return words("app.not-shown", title=within_quotes(item_title(self._state.dossier.item(ref), words)))


def _filter_of(text: str, dossier: Dossier) -> Filter:
    """Return the filter that was kept; none where it is no filter of `dossier` any more."""
    if not text:
        return Filter()
    from sufu_tui.query.grammar import FilterError  # no start without a filter needs it

    try:
        return Filter.parse(text, [kind.id for kind in dossier.own_kinds])
    except FilterError:
        return Filter()
