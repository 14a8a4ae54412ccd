"""Bookmarks are set where the reader is, listed, gone to, written about and removed."""

from __future__ import annotations

import pytest

from sufu_tui.dossier.bookmark import Bookmark, Spot
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.surroundings import Surroundings
from sufu_tui.explorer.widgets.picker import Picker
from sufu_tui.languages.catalogue import load
from tests.explorer.driving import notice, press, screen_lines, screen_text


def listed(app) -> list[str]:
    """Return the lines of the open list."""
    choices = app.screen.query_one(Picker).choices
    return [f"{one.tag} {''.join(text for text, _ in one.parts)}" for one in choices]


@pytest.mark.parametrize(
    ("keys", "spot"),
    [
        (("1", "asterisk"), Spot(Ref("section", "opening"), 0)),
        (("1", "tab", "tab", "fullwidth_asterisk"), "link"),
        (("2", "down", "alt+m"), "row"),
        (("3", "right", "asterisk"), "event"),
    ],
)
async def test_a_bookmark_is_set_where_the_reader_is_and_shows_there(explored, keys, spot):
    async with explored((120, 40), "en", press=keys) as pilot:
        app = pilot.app
        (mark,) = app.state.bookmarks
        wanted = spot if isinstance(spot, Spot) else Spot(app.pane.beside.card.ref)
        assert mark.spot == wanted
        assert notice(app).startswith("bookmark set: ")
        assert "*" in screen_text(app)
        await press(pilot, "asterisk")
        assert app.state.bookmarks == ()
        assert "*" not in "\n".join(screen_lines(app)[:-1])


async def test_the_list_goes_to_each_and_has_the_readers_own_line(explored):
    keys = (
        "3",
        "right",
        "right",
        "asterisk",
        "1",
        "right_square_bracket",
        "asterisk",
        "2",
        "down",
        "asterisk",
    )
    async with explored((120, 40), "en", press=keys) as pilot:
        app = pilot.app
        marks = app.state.bookmarks
        for key in ("apostrophe", "fullwidth_apostrophe", "right_single_quotation_mark", "alt+b"):
            await press(pilot, key)
            assert len(listed(app)) == 3, key
            await press(pilot, "escape")
        await press(pilot, "apostrophe", "f6", *"mine", "enter")
        assert notice(app) == "your line is kept"
        assert sorted(one.line for one in app.state.bookmarks) == ["", "", "mine"]
        await press(pilot, "apostrophe", *"mine", "enter")
        gone_to = next(one for one in app.state.bookmarks if one.line)
        assert gone_to.spot.ref in {app.state.current, app.pane.beside.card.ref}
        await press(pilot, "apostrophe", "down", "f6", *"other", "escape")
        assert len([one for one in app.state.bookmarks if one.line]) == 1
        assert {one.spot for one in app.state.bookmarks} == {one.spot for one in marks}


async def test_what_is_removed_comes_back_by_the_same_key_with_its_line(explored):
    async with explored(
        (80, 24), "en", press=("2", "asterisk", "apostrophe", "f6", *"mine", "enter")
    ) as pilot:
        app = pilot.app
        before = app.state.bookmarks
        await press(pilot, "apostrophe", "delete")
        assert app.state.bookmarks == ()
        assert listed(app)[0].startswith("removed ")
        await press(pilot, "f8")
        assert app.state.bookmarks == before
        await press(pilot, "escape", "asterisk", "asterisk")
        assert app.state.bookmarks == before
        await press(pilot, "apostrophe", "delete", "escape", "apostrophe")
        assert listed(app) == []


async def test_delete_takes_typed_letters_first_and_means_nothing_in_the_search(explored):
    async with explored(
        (80, 24), "en", press=("2", "asterisk", "apostrophe", *"ab", "home", "delete")
    ) as pilot:
        assert len(pilot.app.state.bookmarks) == 1
        await press(pilot, "escape", "slash", *"farm", "delete")
        assert len(pilot.app.state.bookmarks) == 1


class Kept:
    """A store with bookmarks of another time."""

    def __init__(self, *bookmarks):
        self.bookmarks = bookmarks

    def load(self):
        return self.bookmarks

    def change(self, edit):
        self.bookmarks = edit(self.bookmarks)
        return self.bookmarks


async def test_hostile_lines_and_what_is_gone_are_listed_as_text(shipped):
    hostile = "[b]x[/b] \x1b[31m\u202e 👍🏽 " + "蘇" * 80
    figure = shipped.metrics[0].ref
    store = Kept(Bookmark(Spot(Ref("metric", "g\x07one"))), Bookmark(Spot(figure), hostile))
    app = Explorer(shipped, load("en"), around=Surroundings(bookmarks=store), pane="metrics")
    async with app.run_test(size=(80, 24)) as pilot:
        await app.navigator.panes_made.wait()
        await press(pilot, "apostrophe")
        text = screen_text(app)  # each row is checked to be as wide as the screen
        assert "[b]x[/b]" in text
        assert "\x1b" not in text
        assert listed(app)[1].startswith("gone ")
        await press(pilot, "down", "enter")
        assert "no longer in the report" in notice(app)
        store.bookmarks = store.bookmarks[:1]  # another explorer has removed one
        await press(pilot, "apostrophe")
        assert len(listed(app)) == 1


async def test_the_card_says_its_title_in_both_languages_before_the_bookmark(explored):
    async with explored((120, 40), "zh-Hant", pane="names", press=("asterisk", "vertical_line")) as pilot:
        rows = screen_text(pilot.app)
        beside = rows[rows.index("* 已加書籤") :]
        assert "習近平" in rows
        assert rows.rindex("习近平", 0, rows.index("* 已加書籤")) < rows.index("* 已加書籤")
        assert "总书记" in beside


async def test_what_brings_a_removed_bookmark_back_is_said_before_its_title(explored):
    async with explored((80, 24), "en", goto="event:plan-issued", press=("asterisk", "asterisk")) as pilot:
        assert "* sets it again" in notice(pilot.app)[:60]
