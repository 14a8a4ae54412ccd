"""Date line: the question for a date, or for words of an event, to go to.

The text may be in any of the languages, the interface's or another, and full-width or not.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Protocol

from sufu_tui.dossier.beginning import is_undated
from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Event
from sufu_tui.explorer.background.sliced_work import FEW, SlicedWork, Slices, finished
from sufu_tui.explorer.commands import LineId
from sufu_tui.explorer.messages import OpenItem
from sufu_tui.explorer.timeline.event_order import in_time
from sufu_tui.explorer.timeline.model import TimelineModel
from sufu_tui.explorer.widgets.input_dock import InputDock
from sufu_tui.explorer.widgets.question import LineRemark
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.date_parsing import parse_human_date
from sufu_tui.languages.dates import date_text
from sufu_tui.query.text_folding import TextFolder

_FIRST = ("first", "earliest", "最早", "最初", "最先", "首次", "首个", "首個", "第一")
_LAST = ("last", "latest", "newest", "最后", "最後", "最近", "最新", "最晚")
_LONGEST_NAME = 1_000
"""Characters of a name that count."""
_AT_A_TIME = 200
"""Events whose names are folded in a step: some milliseconds."""


@dataclass(frozen=True, slots=True)
class Target:
    """Target to go to: a date, or an event by its index."""

    date: EdtfDate | None = None
    event: int | None = None
    title: str = ""

    def named(self, words: Catalogue) -> str:
        """Return the name of the target, to confirm how the text is understood."""
        return date_text(self.date, words) if self.date is not None else self.title


class DateLine:
    """Question for a date or an event, and the way there."""

    line: LineId = "go-to-date"

    def __init__(self, pane: TargetPane, model: TimelineModel, dock: InputDock) -> None:
        """Ask in `dock`, and go to the target in `model`."""
        self._pane = pane
        self._model = model
        self._dock = dock
        self._finder = TargetFinder(model.events)
        self._preparation = SlicedWork(dock.host)
        self._text = ""

    async def open(self) -> None:
        """Open the line, and make ready in slices what words of an event need."""
        self._text = ""
        await self._dock.ask(self, self._model.state.words)
        few = len(self._model.events) <= FEW
        self._preparation.run(self._finder.prepare, lambda _: self._refresh_remark(), at_once=few)

    def close(self) -> bool:
        """Close the line; return False where it was not open."""
        if self._dock.question is not self:
            return False
        self._dock.close()
        self._pane.take_focus()
        return True

    def label(self, words: Catalogue) -> str:
        """Return the label of the line."""
        return words("timeline.go-to")

    def placeholder(self, words: Catalogue) -> str:
        """Return examples of dates."""
        return words("timeline.go-to-placeholder")

    def changed(self, text: str) -> LineRemark:
        """Return a remark with the target, as understood so far."""
        self._text = text
        return self._remark()

    def _remark(self) -> LineRemark:
        target = self._target(self._text)
        return LineRemark(target.named(self._model.state.words) if target else "")

    def _refresh_remark(self) -> None:
        """Show the event that the text names, now that all names are there."""
        if self._dock.question is self and not self._dock.wrong:
            self._dock.remark(self._remark())

    def submitted(self, text: str) -> LineRemark | None:
        """Go to the date or the event."""
        finished(self._finder.prepare())
        target = self._target(text)
        hidden = self._hidden_event(text) if target is None else None
        if hidden is not None:
            self.close()
            self._dock.host.post_message(OpenItem(hidden.ref))  # it lifts the filter and says so
            return None
        if target is None:
            return LineRemark(self._model.state.words("timeline.no-date", text=text.strip()), wrong=True)
        self.close()
        if target.event is not None:
            self._model.go_to_event(target.event)
        elif target.date is not None:
            self._model.go_to_date(target.date, on_axis=self._pane.has_axis)
        return None

    def cancelled(self) -> None:
        """Close the line without going anywhere."""
        self.close()

    def _target(self, text: str) -> Target | None:
        model = self._model
        return self._finder.find(text, model.order.events, self._day_looked_at, model.state.language)

    def _hidden_event(self, text: str) -> Event | None:
        """Return the event that the text names where only the filter hides it."""
        model = self._model
        if not model.state.filter:
            return None
        every = in_time(model.events, range(len(model.events)))
        found = self._finder.find(text, every, self._day_looked_at, model.state.language)
        return None if found is None or found.event is None else model.events[found.event]

    @property
    def _day_looked_at(self) -> float:
        """Day number that the reader looks at: of the selected event if it is in view, else in the middle.

        Where all of time is shown its middle may be centuries from any event.
        """
        model = self._model
        first, last = model.axis.days_in_view()
        days = None if model.selected is None else model.days_of(model.selected)
        if days is not None and not self._pane.has_axis:
            first, last = days
        elif days is not None and days[0] <= last and first <= days[1]:
            first, last = max(first, days[0]), min(last, days[1])
        return (first + last) / 2


class TargetPane(Protocol):
    """Pane that goes to dates."""

    @property
    def has_axis(self) -> bool:
        """True if the axis is shown."""
        ...

    def take_focus(self) -> None:
        """Take the keys."""
        ...


class TargetFinder:
    """Finder of dates and events by a typed text; events by their names, in every language and script.

    Of a name its first 1,000 characters count. An event is found once its names are prepared.
    """

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._names: list[str] = []

    def prepare(self) -> Slices[None]:
        """Fold the names that are missing, a few milliseconds of them at each step."""
        while (begin := len(self._names)) < len(self._events):
            few = self._events[begin : begin + _AT_A_TIME]
            self._names += [self._fold("\n".join(_names(event))) for event in few]
            yield None

    @cached_property
    def _fold(self) -> Callable[[str], str]:
        """Folding function; its table is read at the first use."""
        return TextFolder().folded

    def find(self, text: str, order: Sequence[int], near: float, language: Language) -> Target | None:
        """Return the target of `text`, or None where it has none.

        `text` is an EDTF date; a date as people write it, of the year nearest to the day `near` if it has
        none; words that are all in an event's title; `first` or `last`, alone or with such words.

        Args:
            text: The typed text.
            order: The events to find, by index, in the order of time.
            near: The day number that the reader looks at.
            language: The language in which an event found is named.

        """
        plain = unicodedata.normalize("NFKC", text).strip()
        if not plain:
            return None
        date = parse_human_date(plain, near)
        if date is not None:
            return Target(date)
        event = self._event(self._fold(plain), order)
        return (
            None
            if event is None
            else Target(event=event, title=self._events[event].title.in_language(language))
        )

    def _event(self, plain: str, order: Sequence[int]) -> int | None:
        wanted, places = plain, order
        for signs, places_then in ((_FIRST, order), (_LAST, order[::-1])):
            sign = next((sign for sign in map(self._fold, signs) if _begins(plain, sign)), None)
            if sign is not None:
                wanted = plain[len(sign) :].removeprefix("的")
                places = sorted(places_then, key=lambda event: is_undated(self._events[event]))
        parts, names = wanted.split(), self._names
        if len(names) < len(self._events):  # not all are prepared yet
            order, places = ([event for event in some if event < len(names)] for some in (order, places))
        # A title with the exact phrase comes before the first or last of those that have the words.
        exact = (event for event in order if parts and plain in names[event])
        if parts == [plain]:
            return next(exact, None)
        others = (event for event in places if all(part in names[event] for part in parts))
        return next(chain(exact, others), None)


def _begins(plain: str, sign: str) -> bool:
    """Return whether `plain` begins with the word `sign`; an English word ends at a blank."""
    return plain.startswith(sign) and (not sign.isascii() or plain == sign or plain[len(sign)] == " ")


def _names(event: Event) -> Iterator[str]:
    yield event.id
    for text in (*event.title.versions.values(), *event.short.versions.values()):
        yield text[:_LONGEST_NAME]
