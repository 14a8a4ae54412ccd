"""What is made ahead is made while nobody waits, and no longer once the widget is gone."""

from __future__ import annotations

from itertools import count

from sufu_tui.explorer.leisure import Leisure


async def test_a_widget_that_is_gone_makes_nothing(explored):
    async with explored(press=("2",)) as pilot:
        pane, made = pilot.app.pane, []
        leisure = Leisure(pane.table)
        leisure.use("this", lambda: map(made.append, range(3)))
        leisure._rested()
        assert made == [0, 1, 2]
        leisure.use("that", lambda: map(made.append, range(3)))
        await pane.table.remove()
        leisure._rested()
        assert made == [0, 1, 2]


async def test_what_is_no_longer_seen_is_made_no_further(explored):
    async with explored(press=("2",)) as pilot:
        made = []
        leisure = Leisure(pilot.app.pane.table)
        leisure.use("this", lambda: map(made.append, count()))
        leisure._rested()
        assert made
        leisure.use("that", lambda: iter(()))
        leisure._rested()
        done = len(made)
        await pilot.pause(0.1)
        assert len(made) == done


async def test_no_cards_are_made_ahead_where_there_is_none(explored):
    async with explored(press=("2",)) as pilot:
        pane = pilot.app.pane
        await pane.card.remove()
        assert list(pane._cards_of([0, 1])) == []
