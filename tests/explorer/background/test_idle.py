"""What is made ahead is made while nobody waits, and no longer once the widget is gone."""

from __future__ import annotations

import asyncio
import gc
import time
from itertools import count, pairwise

from sufu_tui.explorer.background.idle import IdleWork
from tests.explorer.driving import until


async def test_a_widget_that_is_gone_makes_nothing(explored):
    async with explored(pane="metrics") as pilot:
        pane, made = pilot.app.pane, []
        idle = IdleWork(pane.table)
        idle.run_when_idle("this", lambda: map(made.append, range(3)))
        await idle.run()
        assert made == [0, 1, 2]
        idle.run_when_idle("that", lambda: map(made.append, range(3)))
        await pane.table.remove()
        await idle.run()
        assert made == [0, 1, 2]


async def test_what_is_no_longer_seen_is_made_no_further(explored):
    async with explored(pane="metrics") as pilot:
        made = []
        idle = IdleWork(pilot.app.pane.table)
        idle.run_when_idle("this", lambda: map(made.append, count()))
        making = asyncio.create_task(idle.run())
        await pilot.pause(0.05)
        assert made
        idle.run_when_idle("that", lambda: iter(()))
        await making
        done = len(made)
        await pilot.pause(0.1)
        assert len(made) == done


async def test_keys_are_acted_on_while_there_is_no_end_of_what_is_made(explored):
    async with explored(pane="metrics") as pilot:
        table, made = pilot.app.pane.table, []
        IdleWork(table).run_when_idle("this", lambda: map(made.append, count()))
        for key in ("down", "down", "right"):
            await pilot.press(key)
            so_far = len(made)
            while len(made) == so_far:
                await pilot.pause(0.05)
        assert (table.cursor.line, table.column) == (2, "value")


async def test_work_that_nobody_holds_is_done_and_leaves_no_task(explored, caplog):
    async with explored(pane="metrics") as pilot:
        made, before = [], asyncio.all_tasks()
        IdleWork(pilot.app.pane.table).run_when_idle("this", lambda: map(made.append, range(3)))
        await until(lambda: made == [0, 1, 2])
        await until(lambda: asyncio.all_tasks() <= before)
        gc.collect()
    assert not [record for record in caplog.records if "destroyed" in record.getMessage()]


async def test_a_long_step_is_followed_by_a_longer_pause(explored):
    async with explored(pane="metrics") as pilot:
        idle, spans = IdleWork(pilot.app.pane.table), []

        def steps():
            for _ in range(3):
                begin = time.monotonic()
                time.sleep(0.02)
                spans.append((begin, time.monotonic()))
                yield

        idle.run_when_idle("this", steps)
        await idle.run()
        for (begin, end), (following, _) in pairwise(spans):
            assert following - end >= 2 * (end - begin)
