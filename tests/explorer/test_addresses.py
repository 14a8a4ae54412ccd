"""The address of a source: on cards, as a link of the terminal, and opened by key, click and command."""

from __future__ import annotations

import re
import threading
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.events import Key

from sufu_tui.dossier.citing import places_of, sources_of
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.web_address import uri_of
from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.cards.content import card_blocks
from sufu_tui.explorer.cards.labels import item_citation
from sufu_tui.explorer.chrome.address_screen import AddressScreen
from sufu_tui.explorer.chrome.footer import Footer
from sufu_tui.explorer.surroundings import Surroundings
from sufu_tui.explorer.terminal.link_filter import LinkFilter, takes_links
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.citations import citation_text
from sufu_tui.query.indexes import DossierIndexes
from sufu_tui.typesetting.flow import lay
from tests.explorer.driving import press, screen_lines, screen_strips, until

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
LINK = re.compile(r"\x1b\]8;id=[0-9-]*;([!-~]*)\x1b\\")


def notice(app):
    return app.screen_stack[0].query_one(Footer).notice


def drawn(strips):
    """What the terminal is sent for some rows."""
    console = Console(color_system="truecolor", force_terminal=True, width=200)
    return "".join(strip.render(console) for strip in strips)


class Browser:
    """A browser that remembers what it was asked to open; it may refuse, or wait."""

    def __init__(self, opens=True):
        self.opens = opens
        self.asked = []
        self.free = threading.Event()
        self.free.set()

    def __call__(self, uri):
        self.free.wait(20)
        self.asked.append(uri)
        return self.opens


async def opened(pilot):
    """Wait until the browser has answered."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def explorer(dossier, browser, language="en", pane="metrics"):
    return Explorer(dossier, load(language), pane=pane, around=Surroundings(browse=browser))


# On cards


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_citation_on_a_card_is_followed_by_the_address_of_its_own_source(several, language):
    words, indexes = load(language), DossierIndexes(several, language)
    for item in several.items():
        runs = [run for block in card_blocks(item, indexes, words) for run in block.runs]
        links = [run.address for run in runs if run.address]
        text = "".join(run.text for run in runs)
        assert links == [url for place in _by_card(item) if (url := several.source(place.source).url)]
        for place in places_of(item):
            cited = re.escape(citation_text(place, several, words))
            url = several.source(place.source).url
            assert re.search(cited + (f"(?: · )?{re.escape(url)}" if url else "(?!(?: · )?http)"), text)


def _by_card(item):
    """The places that an item cites in the order of its card: other observations stand above the source."""
    own, *others = places_of(item)
    return [*others, own]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_copied_has_the_address_of_its_own_source_and_no_other(several, language):
    for item in several.items():
        copied = item_citation(item, several, load(language))
        own = several.source(item.source.source).url
        assert copied.address == own
        found = {source.url for source in several.sources if source.url and source.url in copied.text}
        assert found == ({own} if own else set())


async def test_the_address_is_a_stop_of_tab_and_enter_opens_it(several):
    browser = Browser()
    async with explorer(several, browser).run_test(size=(120, 40)) as pilot:
        app = pilot.app
        card = app.pane.beside.card
        await press(pilot, "down", "enter", "tab")
        for _ in card.links:
            if card.selected_address is not None:
                break
            await press(pilot, "tab")
        assert card.selected is None
        assert card.selected_address == app.pane.citation().text
        await press(pilot, "y")
        assert app.clipboard == card.selected_address
        await press(pilot, "enter")
        await opened(pilot)
        assert browser.asked == [uri_of(card.selected_address)]
        assert card.selected_address in notice(app)
        assert app.focused is card


async def test_one_click_on_the_address_opens_it(shipped):
    browser = Browser()
    async with explorer(shipped, browser).run_test(size=(160, 50)) as pilot:
        await press(pilot, "down")
        card = pilot.app.pane.beside.card
        (x, y) = next(
            (strip_text.index("https://"), y)
            for y, strip_text in enumerate(card.render_line(y).text for y in range(card.size.height))
            if "https://" in strip_text
        )
        inside = card.content_region.offset - card.region.offset
        await pilot.click(card, offset=(x + 2 + inside.x, y + inside.y))
        await opened(pilot)
        assert browser.asked == [shipped.sources[0].url]


async def test_the_selected_address_stays_selected_in_another_language(several):
    async with explorer(several, Browser()).run_test(size=(120, 40)) as pilot:
        card = pilot.app.pane.beside.card
        await press(pilot, "enter", "shift+tab")
        while card.selected_address is None:
            await press(pilot, "shift+tab")
        address = card.selected_address
        await press(pilot, "L")
        assert card.selected_address == address


# By the command


@pytest.mark.parametrize("pane", ["1", "2", "3"])
@pytest.mark.parametrize("key", ["o", "ｏ", "shift+f2"])
async def test_o_opens_the_source_of_what_is_looked_at(several, pane, key):
    browser = Browser()
    async with explorer(several, browser).run_test(size=(120, 40)) as pilot:
        await pilot.app.navigator.panes_made.wait()
        await press(pilot, pane, "tab" if pane == "1" else "down", key)
        await opened(pilot)
        expected = pilot.app.pane.citation().address
        assert browser.asked == ([uri_of(expected)] if expected else [])
        assert expected is None or expected in notice(pilot.app)


async def test_without_a_browser_the_address_is_shown(shipped):
    async with explorer(shipped, Browser(opens=False)).run_test(size=(120, 40)) as pilot:
        await press(pilot, "o")
        await opened(pilot)
        assert shipped.sources[0].url in notice(pilot.app)
        assert shipped.sources[0].url in screen_lines(pilot.app)[-1]


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
async def test_an_address_too_long_for_the_bottom_row_is_shown_whole(shipped, size):
    url = "https://example.org/" + "/".join(f"part-{number}" for number in range(20))
    long = replace(shipped, sources=(shipped.sources[0]._replace(url=url),))
    async with explorer(long, Browser(opens=False)).run_test(size=size) as pilot:
        await press(pilot, "o")
        await opened(pilot)
        assert isinstance(pilot.app.screen, AddressScreen)
        view = pilot.app.screen.query_one(FlowText)
        assert url in view.text.replace("\n", "").replace(" ", "")
        assert len(view.text.split("\n")) <= view.size.height
        for key in ("escape", "escape", "enter"):  # in one read: it closes once
            pilot.app.post_message(Key(key, None))
        await pilot.pause()
        assert not isinstance(pilot.app.screen, AddressScreen)
        assert len(pilot.app.screen_stack) == 1


async def test_a_source_without_an_address_says_so(shipped):
    none = replace(shipped, sources=(shipped.sources[0]._replace(url=None),))
    browser = Browser()
    async with explorer(none, browser).run_test(size=(120, 40)) as pilot:
        await press(pilot, "o")
        await opened(pilot)
        assert notice(pilot.app) == pilot.app.state.words("app.no-address")
        assert browser.asked == []


async def test_keys_work_while_the_browser_is_slow(shipped):
    browser = Browser()
    browser.free.clear()
    async with explorer(shipped, browser).run_test(size=(120, 40)) as pilot:
        await press(pilot, "o", "down", "down")
        assert pilot.app.pane.model.cursor.position == 2
        assert browser.asked == []
        browser.free.set()
        await until(lambda: browser.asked)
        await opened(pilot)


# To the terminal


async def test_the_terminal_gets_a_link_one_for_all_its_lines(shipped):
    async with explorer(shipped, Browser()).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        strips = screen_strips(pilot.app)
        sent = drawn(strips)
        assert {*LINK.findall(sent)} == {shipped.sources[0].url}
        ids = {
            segment.style.link_id
            for strip in strips
            for segment in strip
            if segment.style and segment.style.link
        }
        assert len(ids) == 1
        linked = "".join(
            segment.text for strip in strips for segment in strip if segment.style and segment.style.link
        )
        assert linked == shipped.sources[0].url


def test_what_a_filter_leaves_has_the_same_text_and_no_link(shipped):
    linked = Style(link="https://example.org", bold=True)
    segments = [Segment("a", linked), Segment("b"), Segment("c", Style())]
    left = LinkFilter().apply(segments, Color(0, 0, 0))
    assert [segment.text for segment in left] == ["a", "b", "c"]
    assert left[0].style.bold
    assert not any(segment.style and segment.style.link for segment in left)


@pytest.mark.parametrize(
    ("environ", "takes"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "tmux-256color"}, True),
        ({"TERM": "linux"}, False),
        ({"TERM": "eterm-color"}, False),
        ({"TERM": "vt220"}, False),
        ({"TERM": "vte-256color"}, True),
        ({"TERM": "linux", "FORCE_HYPERLINK": ""}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4602"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, True),
        ({"TERM": "linux", "FORCE_HYPERLINK": "1"}, True),
        ({"TERM": "xterm-256color", "FORCE_HYPERLINK": "0"}, False),
        ({}, True),
    ],
)
def test_terminals_that_would_print_a_link_get_none(environ, takes):
    assert takes_links(environ) is takes


@given(
    st.one_of(
        st.text(),
        st.builds(
            "https://{}/{}".format,
            st.sampled_from(("example.org", "例子.中国", "a＠b")),
            st.text("ab\x1b\x07\x9c\x9d\\;]8\r\n\t\"'<>\u202e蘇/?#%", max_size=30),
        ),
    )
)
def test_whatever_the_address_is_made_of_the_terminal_is_sent_its_uri_or_no_link(address):
    style = Style(link=uri_of(address))
    sent = style.render("here")
    found = LINK.findall(sent)
    assert found == [] or found[0] == uri_of(address)
    assert not CONTROL.search(LINK.sub("", sent).replace("\x1b]8;;\x1b\\", ""))


# What is in view


@pytest.mark.parametrize("pane", ["narrative", "metrics", "timeline"])
async def test_every_source_that_a_pane_shows_is_among_those_of_its_items(several, pane):
    async with explorer(several, Browser(), pane=pane).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = pilot.app.pane.items_in_view()
        assert [source.id for source in sources_of(shown, several)] == ["release", "survey", "archive"]


async def test_a_filter_leaves_only_the_sources_of_what_it_leaves(several):
    own = several.events[0]
    async with explorer(several, Browser(), pane="timeline").run_test(size=(120, 40)) as pilot:
        await pilot.app.navigator.panes_made.wait()
        await press(pilot, "f", *f"id:{own.id}", "enter")
        await pilot.pause()
        shown = {item.ref for item in pilot.app.pane.items_in_view()}
        assert [ref for ref in shown if ref.kind == "event"] == [own.ref]


async def test_in_a_chart_a_list_and_a_comparison_too(several):
    async with explorer(several, Browser()).run_test(size=(120, 40)) as pilot:
        await pilot.app.navigator.panes_made.wait()
        await press(pilot, "space", "space", "C")
        pair = several.metrics[:2]
        assert [item.ref for item in pilot.app.pane.items_in_view()] == [one.ref for one in pair]
        await press(pilot, "C", "v")
        charted = pilot.app.pane.items_in_view()
        assert len(charted) > 2
        await press(pilot, "v", "B")
        assert len(pilot.app.pane.items_in_view()) >= 2
        await press(pilot, "3", "v")
        listed = pilot.app.pane.items_in_view()
        assert sum(item.ref.kind == "event" for item in listed) > 2


def test_an_address_is_laid_at_every_width_without_loss(several):
    blocks = card_blocks(several.metrics[0], DossierIndexes(several, "en"), load("en"))
    for cells in range(24, 80):
        links = {}
        for line in lay(blocks, cells):
            for piece in line.pieces:
                if piece.address:
                    links.setdefault((piece.link, piece.address), []).append(piece.text)
        assert len(links) == 2
        assert all("".join(parts) == address for (_, address), parts in links.items())
