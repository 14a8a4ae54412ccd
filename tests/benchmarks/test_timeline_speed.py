"""The timeline at many events: frames, opening, memory; the events are made here."""

from __future__ import annotations

import gc
import random
import time
import tracemalloc
from dataclasses import replace
from itertools import islice
from statistics import median, quantiles

import pytest
import tomli
from textual.app import App, ComposeResult
from textual.geometry import Region

from sufu_tui.dossier.days import iso, to_day
from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Dossier, Event
from sufu_tui.explorer.theme.themes import DARK, theme_variables, themes
from sufu_tui.explorer.timeline.canvas.painter import CanvasLook
from sufu_tui.explorer.timeline.canvas.widget import Canvas
from sufu_tui.explorer.timeline.model import TimelineModel
from sufu_tui.languages.catalogue import load
from tests.explorer.observing import timeline_model

SIZE = (190, 50)
MEDIAN, SLOW = 0.016, 0.033
"""Seconds for a frame: of every second one, and of nineteen in twenty."""
MOVES = 155
WORDS = load("zh-Hant")


def dates(count: int) -> list[str]:
    """Return EDTF dates of every kind, most of them of the last twenty of 2,500 years; always the same."""
    chance = random.Random(count)
    made = []
    for _ in range(count):
        first = to_day(2004) + int(chance.random() * 7300)
        if chance.random() < 0.05:
            first = to_day(-476) + int(chance.random() * 900_000)
        day = iso(first)
        made.append(
            chance.choice(
                (
                    day,
                    day,
                    day[: day.rindex("-")],
                    f"{day}~",
                    f"{day}/{iso(first + int(chance.expovariate(1 / 200)))}",
                    f"{day}/..",
                )
            )
        )
    return made


def grown(dossier: Dossier, count: int) -> Dossier:
    """Return `dossier` with `count` made events in its areas."""
    chance = random.Random(count)
    areas = [area.id for area in dossier.areas]
    sections = [section.id for section in dossier.sections]
    events = []
    for number, text in enumerate(dates(count)):
        date = parse(text)
        title = Localized({"zh-Hant": f"第{number}件事", "en": f"event {number}"})
        events.append(
            Event(
                id=str(number),
                date=date,
                kind="span" if "/" in text else "point",
                title=title,
                short=title,
                area=chance.choice(areas),
                section=chance.choice(sections),
                source=dossier.events[0].source,
                printed=text,
                weight=int(chance.triangular(0, 9.99, 3)),
            )
        )
    return replace(dossier, events=tuple(events))


class CanvasApp(App[None]):
    """A canvas alone."""

    CSS = "Canvas { width: 1fr; height: 1fr; }"

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        for theme in themes():
            self.register_theme(theme)
        self.theme = DARK
        self.model = timeline_model(dossier)

    def look(self, columns: int, rows: int) -> CanvasLook:
        return CanvasLook(self.model.frame(columns, WORDS, rows), self.model.selected)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_variables(self.current_theme)

    def compose(self) -> ComposeResult:
        yield Canvas(self.look)


def moves(view: TimelineModel):
    """Yield names of moves and carry them out: from everything down to days, and to and fro on the way."""
    for _ in range(26):
        view.zoom(1, 120)
        yield "zoom"
        for share in (0.1, 0.1, -0.1):
            view.pan(share)
            yield "pan"
    for _ in range(26):
        view.zoom(-1, 60)
        yield "zoom"
        view.pan(-0.1)
        yield "pan"


async def frames(dossier: Dossier, grouping: str, number: int) -> list[float]:
    """Return the seconds that each frame of so many moves took, from the moved window to the rows' strips.

    It is the processor's time: one thread does it all, and what else the machine does is not ours.
    """
    page = Region(0, 0, *SIZE)
    taken = []
    app = CanvasApp(dossier)
    async with app.run_test(size=SIZE):
        canvas, view = app.query_one(Canvas), app.model
        while view.lanes.grouping != grouping:
            view.next_grouping()
        with app._context():
            view.frame(SIZE[0], WORDS)
            view.everything()
            canvas.draw_again()
            canvas.render_lines(page)
            view.select(view.order.events[len(view.order) // 2])
            gc.collect()
            for _ in islice(moves(view), number):
                started = time.process_time()
                canvas.draw_again()
                strips = canvas.render_lines(page)
                taken.append(time.process_time() - started)
                assert len(strips) == SIZE[1]
    return taken


@pytest.mark.parametrize("grouping", ["area", "kind"])
async def test_a_frame_after_a_move(shipped, grouping, effort, capsys):
    number = effort.size(100_000)
    few, many = [
        await frames(grown(shipped, count), grouping, 1 + effort.rounds(MOVES)) for count in (100, number)
    ]
    slowest = quantiles(many, n=20)[-1]
    with capsys.disabled():
        print(
            f"\n{number:,} events by {grouping}: a frame in {median(many) * 1000:.1f} ms, one in twenty over "
            f"{slowest * 1000:.1f} ms, {median(many) / median(few):.2f} times that of 100 events"
        )
    effort.hold("median", median(many), MEDIAN)
    effort.hold("one in twenty", slowest, SLOW)
    effort.hold("median beside few events", median(many), 3 * median(few))


def test_opening_beside_reading_toml(shipped, effort, capsys):
    count = effort.size(10_000)
    texts = dates(count)
    toml = "\n".join(
        f'[[event]]\nid = "event-{number}"\ndate = "{text}"\nkind = "point"\narea = "industry"\nweight = 5\n'
        f'section = "opening"\nsource = "release#02"\nprinted = "{text}"\n'
        f'[event.title]\nzh-Hant = "第{number}件事在這裏發生"\nzh-Hans = "第{number}件事在这里发生"\n'
        f'en = "Event {number} happens here"\n'
        f'[event.short]\nzh-Hant = "第{number}件"\nzh-Hans = "第{number}件"\nen = "event {number}"\n'
        for number, text in enumerate(texts)
    )
    dossier = grown(shipped, count)
    reading, opening = [], []
    for _ in range(effort.rounds(5)):
        gc.collect()
        started = time.perf_counter()
        tomli.loads(toml)
        read = time.perf_counter()
        for text in texts:
            parse(text)
        timeline_model(dossier).frame(SIZE[0], WORDS)
        opening.append(time.perf_counter() - read)
        reading.append(read - started)
    with capsys.disabled():
        print(
            f"\n{count} events: dates, bounds and layout in {median(opening) * 1000:.0f} ms, "
            f"{median(opening) / median(reading):.2f} of tomli's time for {len(toml) // 1024} KiB"
        )
    effort.hold("opening", median(opening), median(reading))


def test_memory_an_event(shipped, effort, capsys):
    count = effort.size(100_000)
    dossier = grown(shipped, count)
    gc.collect()
    tracemalloc.start()
    view = timeline_model(dossier)
    view.frame(SIZE[0], WORDS)
    taken, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    with capsys.disabled():
        print(f"\n{taken / count:.0f} bytes an event beyond the model, {most / count:.0f} at the most")
    effort.hold("bytes an event", most / count, 1024)
