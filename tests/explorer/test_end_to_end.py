"""The installed `sufu-tui` in a real pseudo-terminal, seen through a terminal emulator."""

from __future__ import annotations

import base64
import re

import pytest
from rich.cells import cell_len


def test_a_reader_goes_through_the_panes_and_leaves(opened):
    terminal = opened("--lang", "en")
    terminal.until("Opening: a ten-year compact")
    terminal.type("]")
    terminal.until("Section 2 of 5")
    terminal.type("\t")
    terminal.until("Printed")
    terminal.type("2")
    terminal.until(" figures")
    terminal.type("3")
    screen = terminal.until("Framework signed")
    assert "◆" in screen
    terminal.type("L")
    terminal.until("框架協議")
    terminal.type("?")
    terminal.until("按鍵與讀法")
    terminal.type("\x1b")
    terminal.until_gone("按鍵與讀法")  # an escape and a q together would be alt+q
    terminal.type("q")
    assert terminal.status() == 0
    assert b"\x1b[?1049l" in terminal.raw  # the screen is restored
    assert b"Traceback" not in terminal.raw


def test_every_row_fits_the_terminal(opened):
    terminal = opened("--lang", "zh-Hant", columns=81, rows=25)
    terminal.until("開篇")
    for row in terminal.rows:
        assert cell_len(row) == 81


def test_goto_and_theme(opened):
    terminal = opened("--goto", "metric:farm-sales", "--theme", "sufu-light", "--lang", "zh-Hans")
    terminal.until("超过74亿元")
    terminal.until("超過74億元")  # as printed
    terminal.type("q")
    assert terminal.status() == 0


@pytest.mark.parametrize(
    ("arguments", "environ", "said"),
    [
        (["--goto", "metric:farm-sale"], {}, "Did you mean “metric:farm-sales”?"),
        ([], {"TERM": "dumb"}, "sufu-tui show"),
    ],
)
def test_what_cannot_be_opened_is_said_in_a_sentence(arguments, environ, said, opened):
    terminal = opened(*arguments, **environ)
    status = terminal.status()
    text = re.sub(r"\s+", " ", terminal.raw.decode())
    assert said in text
    assert status == 2
    assert "Traceback" not in text


def test_the_look_outlives_a_restart_and_the_command_line_goes_before_it(opened, tmp_path):
    state = {"XDG_STATE_HOME": str(tmp_path)}
    for arguments, keys, before, after in (
        (("--goto", "metric:leader-visits"), "s", "figures", "sorted by Figure"),
        (("--goto", "metric:leader-visits", "--lang", "zh-Hant"), "s", "排序：指標 ▴", "排序：指標 ▾"),
        (("--goto", "metric:leader-visits", "--lang", "en"), "s", "sorted by Figure ▾", "Cities paired with"),
    ):
        terminal = opened(*arguments, **state)
        terminal.until(before)
        terminal.type(keys)
        terminal.until(after)
        terminal.type("q")
        assert terminal.status() == 0
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["suzhou-fuyang.json"]


def test_the_mouse_of_a_terminal_drags_the_timeline_and_its_wheel_zooms(opened):
    terminal = opened("--lang", "en", "--goto", "event:plan-issued")
    terminal.until("December 2021 to")
    terminal.type("\x1b[<0;40;10M\x1b[<32;50;10M\x1b[<32;60;10M\x1b[<0;60;10m")
    terminal.until_gone("December 2021 to")
    terminal.type("u")
    terminal.until("December 2021 to")
    terminal.type("\x1b[<64;60;10M" * 3)
    terminal.until_gone("December 2021 to")
    terminal.type("q")
    assert terminal.status() == 0


def copied_by(terminal, keys):
    """Type `keys`; return what reaches the clipboard of the terminal (OSC 52)."""
    start = len(terminal.raw)
    terminal.type(keys)
    terminal.until_raw(b"\x1b]52;c;", start)
    terminal.until_raw(b"\x07", terminal.raw.index(b"\x1b]52;c;", start))
    sent = terminal.raw[start:].partition(b"\x1b]52;c;")[2].partition(b"\x07")[0]
    return base64.b64decode(sent, validate=True).decode()


def test_what_is_typed_at_once_with_the_key_that_opens_a_menu_goes_to_the_menu(opened):
    terminal = opened("--lang", "en", "--goto", "metric:farm-sales", columns=120, rows=40)
    terminal.until(" figures")
    for _ in range(8):  # it is a matter of chance what is ready first
        assert copied_by(terminal, "Y\x1b[B\x1b[Bk\x1b[B\r").startswith("| Figure")  # the third entry
    terminal.type("q")
    assert terminal.status() == 0


def test_what_is_copied_reaches_the_clipboard_of_the_terminal(opened):
    terminal = opened("--lang", "zh-Hant", "--goto", "metric:farm-sales", columns=120, rows=40)
    terminal.until("農產品")
    for keys, copied in (
        ("Y\r", "進入蘇州市場的阜陽農產品"),
        ("Y\x1b[B\x1b[B\x1b[B\r", "農產品\t超過74億元\t"),
    ):
        assert copied in copied_by(terminal, keys)
    terminal.type("q")
    assert terminal.status() == 0
