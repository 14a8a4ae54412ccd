"""Every theme, ours and Textual's: what is written can be read, in the explorer and in pictures."""

from __future__ import annotations

import os
from itertools import combinations

import pytest
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from sufu_tui.cli.main import main
from sufu_tui.explorer.capture.screen_capture import capture
from sufu_tui.explorer.navigation import PANES
from sufu_tui.explorer.theme.adapted_inks import GROUNDS, TERMINAL_DARK, TERMINAL_LIGHT
from sufu_tui.explorer.theme.contrast import GRAPHICS_CONTRAST, TEXT_CONTRAST, contrast
from sufu_tui.explorer.theme.styles import TEXT_STYLES
from sufu_tui.explorer.theme.themes import theme_named, theme_names, theme_variables, themes
from sufu_tui.screenshots.encoding import SUFFIXES, Screenshot, encode
from sufu_tui.screenshots.font_choice import pen_for
from tests.samples import sample

TEXT_INKS = (
    *("foreground", "primary", "accent", "error"),
    *("ink-metric", "ink-event", "ink-entity", "ink-section", "ink-muted"),
)
BAR_INKS = ("ink-bar", "ink-bar-next")
LINKS = ("metric", "event", "entity", "section", "address")
ALL_THEMES = (*themes(), *BUILTIN_THEMES.values())
DRAWN = sample(ALL_THEMES, 9)
PARTS = 3
"""Parts of the drawn themes, each for one explorer: side by side where there are processors."""


def resolved(theme, name):
    """The colour that a variable of a theme has in a terminal, or in a picture where the terminal decides."""
    variables = {**theme.to_color_system().generate(), **theme.variables, **theme_variables(theme)}
    colour = Color.parse(variables[name])
    if colour.ansi is None and colour.a:
        return colour
    terminal = TERMINAL_DARK if theme.dark else TERMINAL_LIGHT
    if colour.ansi is not None and colour.ansi >= 0:
        return Color(*terminal.ansi_colors[colour.ansi])
    return Color(*(terminal.background_color if name in GROUNDS else terminal.foreground_color))


def of_256(colour):
    return Color(*colour.rich_color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor())


@pytest.mark.parametrize("theme", ALL_THEMES, ids=lambda theme: theme.name)
def test_every_ink_can_be_read_on_every_ground(theme):
    grounds = [resolved(theme, ground) for ground in GROUNDS]
    for ink in TEXT_INKS:
        for name, ground in zip(GROUNDS, grounds, strict=True):
            assert contrast(resolved(theme, ink), ground) >= TEXT_CONTRAST, (ink, name)
    for ink in BAR_INKS:
        assert min(contrast(resolved(theme, ink), ground) for ground in grounds) >= GRAPHICS_CONTRAST, ink
    for ground in ("primary", "accent"):
        assert contrast(resolved(theme, "ink-inverse"), resolved(theme, ground)) >= TEXT_CONTRAST


@pytest.mark.parametrize("theme", themes(few_colours=True), ids=lambda theme: theme.name)
def test_bars_can_be_seen_and_inks_be_read_with_256_colours(theme):
    grounds = [of_256(resolved(theme, ground)) for ground in GROUNDS]
    for ink in BAR_INKS:
        assert min(contrast(of_256(resolved(theme, ink)), one) for one in grounds) >= GRAPHICS_CONTRAST, ink
    for ink in TEXT_INKS:
        assert min(contrast(of_256(resolved(theme, ink)), ground) for ground in grounds) >= TEXT_CONTRAST, ink


def test_links_and_only_links_are_underlined_and_mostly_told_apart_without_colour():
    assert {name for name, style in TEXT_STYLES.items() if style.underline} == {
        *LINKS,
        "title-link",
        "quiet-link",
        "dimmed-link",
    }
    looks = {name: TEXT_STYLES[name]._replace(colour="") for name in LINKS}
    alike = [pair for pair in combinations(LINKS, 2) if looks[pair[0]] == looks[pair[1]]]
    # A section's has its number before its name, an address says what it is.
    assert alike == [("entity", "section"), ("entity", "address"), ("section", "address")]


def test_every_theme_of_textual_has_its_name_and_ours_a_short_one():
    assert {*BUILTIN_THEMES} < {*theme_names()}
    assert all(theme_named(name) for name in theme_names())
    assert theme_named("nonsense") is None


@pytest.mark.parametrize("command", [[], ["screenshot"]])
def test_the_help_names_every_theme(command, capsys, monkeypatch):
    monkeypatch.setattr("sys.argv", ["sufu-tui", *command, "--help"])
    with pytest.raises(SystemExit):
        main()
    told = capsys.readouterr().out.replace(",", " ").split()
    assert {*theme_names()} <= {*told}


@pytest.mark.timeout(240)
@pytest.mark.parametrize("part", range(PARTS))
async def test_every_pane_and_the_help_can_be_read_in_a_theme(part, explored, shipped):
    async with explored(size=(90, 26)) as pilot:
        pen = pen_for("en", shipped, os.environ)
        for theme in DRAWN[part::PARTS]:
            pilot.app.theme = theme.name
            for keys in (
                *(("tab", "down", str(number)) for number, _ in enumerate(PANES, 1)),
                ("question_mark",),
            ):
                await pilot.press(*keys)
                await pilot.pause()
                grid = capture(pilot.app)
                faint = {
                    cell
                    for row in grid.rows
                    for cell in row
                    if cell.text.isalnum()
                    and contrast(Color.parse(cell.look.foreground), Color.parse(cell.look.background))
                    < TEXT_CONTRAST
                }
                assert not faint, (theme.name, keys)
            await pilot.press("escape")
            for suffix in SUFFIXES:
                assert encode(Screenshot(grid, ""), suffix, pen).data, (theme.name, suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_a_picture_in_the_terminals_own_colours_is_made(theme, suffix, tmp_path, monkeypatch):
    path = tmp_path / f"picture{suffix}"
    arguments = ["screenshot", "narrative", "--theme", theme, "--size", "80x24", "-o", str(path)]
    monkeypatch.setattr("sys.argv", ["sufu-tui", *arguments])
    assert main() == 0
    assert path.stat().st_size > 1000
