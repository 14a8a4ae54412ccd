"""The source beside the retelling: at what is selected, claim by claim to its item, and exactly back."""

from __future__ import annotations

from pathlib import Path

import pytest

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.background import proving
from sufu_tui.explorer.background.proving import SourceReading
from sufu_tui.explorer.beside.source_view import SourceView
from sufu_tui.explorer.navigation import home_of
from sufu_tui.languages.catalogue import load
from sufu_tui.proof.marked_text import MarkedText
from sufu_tui.proof.proof import prove
from sufu_tui.reading.loading import read
from tests.explorer.driving import notice, press, screen_lines, screen_text, until
from tests.samples import sample

TRAPS = Path(__file__).parents[1] / "data" / "traps"
SIZES = ((80, 24), (120, 40), (200, 60))


@pytest.fixture(params=["traps", "report"])
def dossier(request, traps, shipped):
    """Our own dossier of a short text, and the shipped one where its report is at hand."""
    return traps if request.param == "traps" else shipped


@pytest.fixture
def proven(request, dossier, traps, traps_text) -> MarkedText:
    """The dossier's text, held against it."""
    text = traps_text if dossier is traps else request.getfixturevalue("report")
    return MarkedText(prove(dossier, text))


def source(app):
    return app.pane.beside.source


def marked_words(app) -> str:
    """Return the words that are drawn as chosen, in the lines in view."""
    view = source(app)
    assert view.size.height > 0
    strips = [view.render_line(y) for y in range(view.size.height)]
    found = [one.text for strip in strips for one in strip if one.style is not None and one.style.reverse]
    return "".join(found)


def words_of(marked: MarkedText, place) -> str:
    links = [run.text for block in marked.blocks for run in block.runs if run.is_link]
    return "".join(links[number] for number in place.links)


async def choose(app, pilot, ref: Ref) -> None:
    await app.navigator.go_to(ref)
    await pilot.pause()


# At what is selected


@pytest.mark.parametrize("size", SIZES)
async def test_each_claim_is_in_view_and_marked_where_its_item_is_at_home(explored, dossier, proven, size):
    async with explored(size=size, dossier=dossier, source=proven.proof.text.text) as pilot:
        app = pilot.app
        await press(pilot, "P")
        for claim in sample(proven.proof.claims, 25):
            # A section is shown from its beginning: the claims of one are its quotations.
            place = proven.of(claim.ref) if claim.ref.kind != "section" else None
            await choose(app, pilot, claim.ref)
            assert app.state.current == claim.ref
            assert source(app).display
            assert marked_words(app) == (words_of(proven, place) if place else ""), claim


@pytest.mark.parametrize("size", [(80, 24), (120, 30)])
async def test_its_place_is_the_same_whether_the_words_or_the_size_come_first(
    explored, dossier, proven, size
):
    async with explored(size=size, dossier=dossier, source=proven.proof.text.text) as pilot:
        await press(pilot, "P")
        sized, beside = source(pilot.app), pilot.app.pane.beside
        for claim in sample(proven.claims, 12):
            early = SourceView()
            for view in (sized, early):
                view.show_text(proven)
                view.choose(claim)
            viewport, sized.display = sized.viewport, False
            await beside.mount(early, before=sized)
            await pilot.pause()
            assert early.viewport == viewport, claim
            await early.remove()
            sized.display = True
            await pilot.pause()


async def test_p_opens_the_source_at_the_event_and_the_figure_under_the_cursor(explored, traps, traps_text):
    async with explored(dossier=traps, source=traps_text) as pilot:
        marked = MarkedText(prove(traps, traps_text))
        for pane, step in (("2", "down"), ("3", "right")):
            await press(pilot, pane)
            for _ in range(4):
                await press(pilot, step, "P")
                app = pilot.app
                assert app.focused is source(app)
                assert marked_words(app) == words_of(marked, marked.of(app.state.current))
                await press(pilot, "P")
                assert app.state.beside == "card"
                assert not source(app).display
                assert app.focused is not source(app)
                assert not app.pane.beside.has_keys


async def test_the_source_follows_the_links_of_the_text(explored, shipped, report):
    async with explored(dossier=shipped, source=report, press=("P", "left")) as pilot:
        app, marked = pilot.app, MarkedText(prove(shipped, report))
        for _ in range(12):
            await press(pilot, "tab")
            place = marked.of(app.pane.reading.selected)
            assert marked_words(app) == (words_of(marked, place) if place else "")


async def test_a_section_shows_the_beginning_of_its_part(explored, shipped, report):
    async with explored(size=(80, 24), dossier=shipped, source=report, press=("P", "left")) as pilot:
        app, marked = pilot.app, MarkedText(prove(shipped, report))
        for _ in shipped.sections[1:]:
            await press(pilot, "]")
            number = marked.paragraph_of(app.pane.section.source.part)
            assert number in source(app).anchors_in_view()[:2]
            assert marked_words(app) == ""


# The walk


async def test_tab_walks_every_claim_and_enter_arrives_at_its_item_and_backspace_returns(
    explored, dossier, proven
):
    async with explored(size=(100, 30), dossier=dossier, source=proven.proof.text.text) as pilot:
        app = pilot.app
        await press(pilot, "P")
        source(app).let_go()
        source(app).action_first()
        for number, place in enumerate(proven.claims):
            await press(pilot, "tab")
            assert source(app).chosen == place
            assert marked_words(app) == words_of(proven, place)
            if number % 17 == 3:
                assert f"{number + 1:,} / {len(proven.claims):,}" in screen_text(app)
                before = screen_lines(app)
                await press(pilot, "enter")
                assert (app.state.pane, app.state.current) == (home_of(place.ref), place.ref)
                assert app.state.beside == "source"
                await press(pilot, "backspace")
                assert screen_lines(app) == before
                assert app.focused is source(app)
        await press(pilot, "tab")
        assert app.focused is not source(app)
        assert app.state.beside == "source"


async def test_a_quotation_leads_to_its_paragraph_and_stays_chosen(explored, shipped, report):
    async with explored(size=(120, 40), dossier=shipped, source=report, press=("P",)) as pilot:
        app = pilot.app
        marked = MarkedText(prove(shipped, report))
        quoted = [place for place in marked.claims if place.claim.statement.paragraph is not None]
        assert quoted
        for place in quoted:
            source(app).choose(place)
            await press(pilot, "enter")
            await pilot.pause()
            assert (app.state.pane, app.state.current) == ("narrative", place.ref)
            assert place.claim.statement.paragraph in app.pane.reading.anchors_in_view()
            assert source(app).chosen == place
            source(app).focus()


async def test_shift_tab_walks_back(explored, traps, traps_text):
    async with explored(pane="metrics", dossier=traps, source=traps_text, press=("P", "tab", "tab")) as pilot:
        before = source(pilot.app).chosen
        await press(pilot, "tab", "shift+tab")
        assert source(pilot.app).chosen == before


async def test_the_foot_tells_coverage_and_the_item(explored, traps, traps_text):
    async with explored(pane="metrics", dossier=traps, source=traps_text, press=("P",)) as pilot:
        text = screen_text(pilot.app)
        assert "100% of 38 accounted for" in text
        assert "found" in text
        assert "not the text" not in text


# What is wrong


@pytest.fixture
def faulty_text(traps_text) -> str:
    return traps_text.replace("13次", "14次").replace("１３次", "１４次").replace("8家", "8家、9個攤位")


async def test_what_is_wrong_or_unclaimed_is_told_apart_without_colour(explored, traps, faulty_text):
    async with explored(pane="metrics", dossier=traps, source=faulty_text, press=("P",)) as pilot:
        lines = screen_lines(pilot.app)
        text = "\n".join(lines)
        assert "not the text that was read" in text
        assert "1 wrong" in text
        assert any("!" in line and "１４次" in line for line in lines)
        assert any("?" in line and "9個" in line for line in lines)


async def test_n_walks_the_unclaimed_in_a_circle(explored, traps, faulty_text):
    async with explored(pane="metrics", dossier=traps, source=faulty_text, press=("P", "n")) as pilot:
        app = pilot.app
        every = app.state.proof.unclaimed
        assert len(every) >= 1
        first = source(app).chosen
        assert first.figure is not None
        assert "nothing claims" in screen_text(app)
        for _ in every:
            await press(pilot, "n")
        assert source(app).chosen == first
        await press(pilot, "N", "n")
        assert source(app).chosen == first
        await press(pilot, "enter")  # it leads nowhere
        assert app.focused is source(app)


async def test_n_says_where_nothing_is_unclaimed_and_is_the_next_match_elsewhere(explored, traps, traps_text):
    async with explored(pane="metrics", dossier=traps, source=traps_text, press=("P", "n")) as pilot:
        assert notice(pilot.app) == load("en")("beside.nothing-unclaimed")
        await press(pilot, "left", "n")
        assert notice(pilot.app) != load("en")("beside.nothing-unclaimed")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_without_a_source_the_key_says_how_to_give_one(explored, language):
    async with explored(language=language, press=("P",)) as pilot:
        assert "sufu-tui --source FILE" in notice(pilot.app)
        assert pilot.app.state.beside == "card"


async def test_a_file_that_is_no_text_is_told_and_the_card_stays(explored, traps):
    def no_text(words):
        return SourceReading(None, words("verify.empty", file="a.txt"))

    async with explored(pane="metrics", dossier=traps, source=no_text, press=("P",)) as pilot:
        assert notice(pilot.app) == "“a.txt” is empty."
        assert pilot.app.state.beside == "card"
        assert pilot.app.pane.beside.card.display
        assert "Value" in screen_text(pilot.app)


HOSTILE = (
    "\x1b[31mred\x1b]0;title\x07 [bold]3次[/bold] \u202e13次\u202c \x00 90\u200b次",
    "互訪13次" * 10_000,  # one line
    "13\n次\r\n９０\u3000次\r近5000\n萬元",
    "河谷镇与海湾镇结伴三年",
    "。，！？",
    "a",
    "👨‍👩‍👧‍👦 13次 e\u0301 \U0001f1e8\U0001f1f3",
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_any_text_is_shown_without_harm(explored, traps, text):
    async with explored(size=(100, 24), dossier=traps, source=text, press=("P",)) as pilot:
        app = pilot.app
        await until(lambda: app.state.proof is not None)
        for pane in ("1", "2", "3"):
            await press(
                pilot, pane, "P", "P", "tab", "tab", "n", "N", "pagedown", "G", "g", "enter", "backspace"
            )
            shown = screen_text(app)
            assert not {"\x1b", "\x00", "\u202e", "\x07"} & set(shown)
        assert app.is_running


# Esc, languages, dossiers, panes


async def test_esc_gives_the_card_back_and_the_pane_its_keys(explored, traps, traps_text):
    async with explored(pane="metrics", dossier=traps, source=traps_text) as pilot:
        app = pilot.app
        before = screen_lines(app)
        await press(pilot, "P", "escape")
        assert screen_lines(app) == before
        assert app.focused is app.pane.views.shown
        await press(pilot, "P", "left", "escape")
        assert screen_lines(app) == before


async def test_the_card_that_comes_back_is_that_of_the_cursor(explored, traps, traps_text):
    async with explored(pane="metrics", dossier=traps, source=traps_text) as pilot:
        app = pilot.app
        await press(pilot, "P", "left", "down", "down", "P")
        assert app.pane.beside.ref == app.state.current
        assert app.pane.beside.ref.id
        assert "90" in app.pane.beside.card.text


async def test_i_gives_the_reckoning_for_the_source(explored, shipped, report):
    goto = "metric:contacts-per-year"
    async with explored(goto=goto, dossier=shipped, source=report, press=("P",)) as pilot:
        assert "the dossier computes it" in screen_text(pilot.app)
        await press(pilot, "i")
        assert pilot.app.pane.beside.card.reckoned
        assert pilot.app.state.beside == "card"


async def test_the_source_stays_through_languages_and_a_new_dossier(explored, traps, traps_text):
    async with explored(dossier=traps, source=traps_text, press=("2", "down", "P", "L", "L")) as pilot:
        app = pilot.app
        assert "25" not in notice(app)
        assert marked_words(app) != ""
        again = read(TRAPS).dossier
        app.state.replace_dossier(again)
        await app.navigator.show_dossier()
        await pilot.pause()
        await until(lambda: app.state.proof is not None)
        assert app.state.proof.proof.coverage.numbers == 38
        await pilot.pause()
        assert marked_words(app) != ""


async def test_a_proof_that_takes_long_comes_later(explored, traps, traps_text, monkeypatch):
    monkeypatch.setattr(proving, "_AT_ONCE", 0.0)
    seen = []

    def slowly(_):
        seen.append(True)
        return SourceReading(traps_text)

    async with explored(dossier=traps, source=slowly) as pilot:
        app = pilot.app
        await pilot.pause()
        assert seen == []  # nothing of it at start
        await press(pilot, "2", "P", "P", "P")
        await until(lambda: app.state.proof is not None)
        await pilot.pause()
        assert marked_words(app) != ""
        assert seen == [True]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_has_room_in_every_pane(explored, traps, traps_text, language):
    async with explored(language=language, dossier=traps, source=traps_text, press=("P", "tab")) as pilot:
        for size in (*SIZES, (60, 16), (40, 12)):
            await pilot.resize_terminal(*size)
            for pane in ("1", "2", "3"):
                await press(pilot, pane)
                screen_lines(pilot.app)  # each exactly as wide as the screen
                assert source(pilot.app).size.height >= 2


async def test_y_copies_the_item_of_the_words_chosen(explored, traps, traps_text):
    async with explored(pane="metrics", dossier=traps, source=traps_text, press=("P", "tab", "y")) as pilot:
        ref = source(pilot.app).chosen.ref
        assert traps.item(ref).printed in pilot.app.clipboard


async def test_a_click_chooses_words_and_a_second_opens_their_item(explored, traps, traps_text):
    async with explored(size=(120, 40), dossier=traps, source=traps_text, press=("2", "P", "left")) as pilot:
        app = pilot.app
        view = source(app)
        spots = [(x, y) for y in range(5, view.size.height - 5) for x in range(view.size.width)]
        links = {spot: view.link_at(*spot) for spot in spots}
        spot = next(
            spot for spot, link in links.items() if link is not None and view.links[link].ref.kind == "event"
        )
        ref = view.links[view.link_at(*spot)].ref
        offset = (spot[0] + view.styles.gutter.left, spot[1] + view.styles.gutter.top)
        await pilot.click(view, offset=offset)
        await pilot.pause()
        assert view.chosen.ref == ref
        await pilot.click(view, offset=offset)
        await pilot.pause()
        assert (app.state.pane, app.state.current) == ("timeline", ref)


async def test_the_palette_has_its_commands_while_it_is_shown(explored, traps, faulty_text):
    async with explored(pane="metrics", dossier=traps, source=faulty_text) as pilot:
        await press(pilot, "ctrl+p", *"nothing claims")
        assert "Go to the next number" not in screen_text(pilot.app)
        await press(pilot, "escape", "P", "left", "ctrl+p", *"nothing claims")
        await press(pilot, "enter")
        await pilot.pause()
        assert source(pilot.app).chosen.figure is not None


async def test_the_source_follows_a_search_into_a_pane_not_seen_before(explored, shipped, report):
    async with explored(size=(120, 40), language="zh-Hant", dossier=shipped, source=report) as pilot:
        app = pilot.app
        await press(pilot, "3", "P", "left", "/", *"陳元", "enter")
        assert app.pane.id == "names"
        assert source(app).chosen.ref == app.state.current


async def test_the_axis_that_is_left_at_once_takes_no_item_back(explored):
    async with explored(language="zh-Hant", pane="timeline") as pilot:
        app, name = pilot.app, Ref("entity", "chen-yuan")
        axis = app.pane
        await app.navigator.go_to(name)
        axis.take_focus()  # as when the search closes over it
        await pilot.pause()
        await pilot.pause()
        assert app.state.current == name
