"""Keys on the cover: each acts on what is selected, or says what to do; the place is kept."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest

from sufu_tui.dossier.bookmark import Spot
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.cover.cover_keeper import CoverKeeper
from sufu_tui.explorer.cover.page import Page, PagePiece, PageTarget
from sufu_tui.explorer.cover.page_view import PagePlace, PageView
from sufu_tui.explorer.state import SharedState
from sufu_tui.languages.catalogue import load
from tests.explorer.driving import notice, press, screen_text

SALES = Ref("metric", "farm-sales")


def select(pane, ref):
    """Select the first link of the cover that leads to `ref`."""
    pane.view.select(next(n for n, target in enumerate(pane.view.page.targets) if target.ref == ref))


# The page


def test_a_sign_stands_before_a_link_where_there_is_room():
    rows = (
        (
            PagePiece(2, "7.4", "digits", 0),
            PagePiece(6, "billion", "figure", 0),
            PagePiece(14, "x", "body", 1),
        ),
        (PagePiece(0, "at the edge", "event", 2), PagePiece(11, "beside", "event", 3)),
    )
    page = Page(rows, tuple(PageTarget(SALES) for _ in range(4)))
    signed = page.with_signs((0, 1, 2, 3), "*", "label")
    assert [piece.column for piece in signed.rows[0] if piece.text == "*"] == [1, 13]
    assert signed.rows[1] == rows[1]  # no cell is free
    assert page.with_signs((), "*", "label") == page


@pytest.mark.parametrize(
    "target",
    [PageTarget(SALES), PageTarget(pane="timeline"), PageTarget(address="https://example.org/"), None],
)
def test_the_keeper_returns_to_what_it_kept(shipped, target):
    def pane(place):
        view = PageView(lambda *_: Page())
        view.return_to(place)
        return SimpleNamespace(state=SharedState(shipped, load("en")), view=view)

    left = pane(PagePlace(4, None if target is None else 7, target))
    plain = CoverKeeper(left).plain()
    back = pane(PagePlace())
    asyncio.run(CoverKeeper(back).resume(plain))
    assert back.view.place.top == 4
    assert back.view.selected_target == target
    assert CoverKeeper(back).spot() == (Spot(SALES) if target == PageTarget(SALES) else None)
    asyncio.run(CoverKeeper(back).resume({"top": -1, "ref": "metric:gone", "pane": 3, "address": None}))
    assert back.view.place == PagePlace()


# In the explorer


async def test_a_bookmark_of_what_is_selected(explored):
    async with explored(size=(120, 40), pane="cover") as pilot:
        app = pilot.app
        await press(pilot, "asterisk")
        assert notice(app) == app.state.words("cover.select-first")
        for ref in (SALES, Ref("event", "park-unveiled"), Ref("entity", "li-hu"), Ref("section", "opening")):
            select(app.pane, ref)
            await press(pilot, "asterisk")
            assert app.state.bookmarks[-1].spot == Spot(ref)
        assert sum(row.count("*") for row in screen_text(app).splitlines()[:-1]) == 4
        await press(pilot, "asterisk")
        assert Ref("section", "opening") not in {one.spot.ref for one in app.state.bookmarks}


async def test_a_selected_figure_is_reckoned_and_shown_in_the_source(explored):
    async with explored(size=(120, 40), pane="cover", source="超過74億元") as pilot:
        app = pilot.app
        select(app.pane, SALES)
        await pilot.pause()
        assert app.state.current == SALES
        await press(pilot, "i")
        assert app.state.pane == "metrics"
        assert app.pane.beside.card.ref == SALES
        await press(pilot, "backspace")
        assert app.state.pane == "cover"
        assert app.pane.view.selected_target == PageTarget(SALES)
        await press(pilot, "P")
        assert (app.state.pane, app.state.beside, app.state.current) == ("narrative", "source", SALES)


async def test_arrows_step_through_the_links_of_a_page_without_more_rows(explored):
    async with explored(size=(120, 40), pane="cover") as pilot:
        view = pilot.app.pane.view
        for key, link in (("down", 0), ("j", 1), ("up", 0), ("G", len(view.page.targets) - 1), ("g", 0)):
            await press(pilot, key)
            assert view.selected_link == link, key
    async with explored(size=(80, 24), pane="cover") as pilot:
        view = pilot.app.pane.view
        await press(pilot, "down")
        assert (view.viewport.top, view.selected_link) == (1, None)
