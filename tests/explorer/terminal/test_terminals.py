"""The installed `sufu-tui` in terminals of all kinds."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time

import pytest

from sufu_tui.explorer.terminal.driver import WIDTH_QUERY
from tests.explorer.pseudo_terminal import PROGRAM

OPENING = "Opening: a ten-year compact"
LEFT = (b"\x1b[?1049l", b"\x1b[?25h")


def test_the_width_is_asked_before_anything_is_drawn(opened):
    terminal = opened("--lang", "en")
    terminal.until(OPENING)
    asked = terminal.raw.index(WIDTH_QUERY.encode())
    before = terminal.raw[:asked]
    assert before.index(b"\x1b[?1049h") < asked
    # Nothing but sequences: no text yet.
    assert re.sub(rb"\x1b\[[?<>=]?[0-9;]*\$?[a-zA-Z]", b"", before) == b""
    assert terminal.raw.count(b"\x1b[6n") == 1


@pytest.mark.parametrize(
    ("answer", "drawn", "not_drawn"),
    [(b"\x1b[1;2R", "◆", "⧫"), (b"\x1b[1;3R", "⧫", "◆"), (b"", "◆", "⧫")],
    ids=["narrow", "wide", "silent"],
)
def test_the_answer_decides_and_no_key_is_lost(opened, answer, drawn, not_drawn):
    # The key comes with the answer, as from somebody who types ahead.
    terminal = opened("--lang", "en", answer=answer + b"3")
    if not answer:
        terminal.type("3")
    screen = terminal.until("Framework signed")
    assert drawn in screen
    assert not_drawn not in screen
    if drawn == "⧫":
        terminal.until("Narrow marks in use")


@pytest.mark.parametrize(
    ("arguments", "environ"),
    [(["--glyphs", "ascii"], {}), ([], {"SUFU_GLYPHS": "ascii"}), (["--glyphs=ascii"], {"SUFU_GLYPHS": "x"})],
)
def test_chosen_glyphs_ask_nothing(opened, arguments, environ):
    terminal = opened("--lang", "en", "--goto", "event:framework-agreement", *arguments, **environ)
    screen = terminal.until("Framework signed")
    assert "◆" not in screen
    assert b"\x1b[6n" not in terminal.raw


def test_unknown_glyphs_are_refused(opened):
    terminal = opened("--lang", "en", SUFU_GLYPHS="bold")
    assert terminal.status() == 2
    assert "auto, unicode, narrow, ascii" in re.sub(r"\s+", " ", terminal.raw.decode())


GBK = "苏州与阜阳，結對合作。1234q退出" * 400


def test_bytes_that_are_no_utf8_are_no_commands_and_end_nothing(opened):
    terminal = opened("--lang", "en")
    terminal.until(OPENING)
    for number, typed in enumerate((
        b"\xa4\xa4\xff",
        b"\x80",
        b"\x1b[200~" + GBK.encode("gbk", "replace") + b"\x1b[201~",
        "苏州与阜阳".encode("gbk"),
        "誼功許".encode("big5"),  # second bytes that are ASCII letters and signs
    )):  # fmt: skip
        terminal.type(typed)
        time.sleep(0.3)
        terminal.type("]" if number < 4 else "[")
        terminal.until(f"Section {number + 2 if number < 4 else 4} of 5")
    terminal.type("2")
    terminal.until(" figures")
    terminal.type("q")
    assert terminal.status() == 0
    assert b"Traceback" not in terminal.raw


def test_characters_that_come_byte_by_byte_are_characters(opened):
    """As over a slow line: half a character is nothing yet, and no end of the input."""
    terminal = opened("--lang", "zh-Hant", pane="metrics")
    terminal.until("項指標")
    terminal.type("f鯨")
    terminal.until("鯨")
    for byte in "鱷魚é".encode():
        terminal.type(bytes([byte]))
        time.sleep(0.1)
    terminal.until("鯨鱷魚é")
    terminal.type("\x1b")
    time.sleep(0.3)
    terminal.type(b"\xe9\x98")  # and half of one that never goes on
    time.sleep(0.1)
    terminal.type("q")
    assert terminal.status() == 0


def test_a_signal_to_end_leaves_the_terminal_usable(opened):
    terminal = opened("--lang", "en")
    terminal.until(OPENING)
    terminal.signal(signal.SIGTERM)
    assert terminal.status() == 128 + signal.SIGTERM
    assert all(sequence in terminal.raw for sequence in LEFT)
    assert b"Traceback" not in terminal.raw


def test_a_terminal_that_is_closed_ends_the_explorer_even_where_no_signal_tells(opened):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
    try:
        terminal = opened("--lang", "en")
    finally:
        signal.signal(signal.SIGHUP, before)
    terminal.until(OPENING)
    terminal.hang_up()
    assert terminal.status() == 129


def test_suspending_gives_the_terminal_back_and_takes_it_again(opened):
    terminal = opened("--lang", "en")
    terminal.until(OPENING)
    shown = len(terminal.raw)
    terminal.type("\x1a")
    terminal.until_raw(LEFT[1], shown)
    assert all(sequence in terminal.raw[shown:] for sequence in LEFT)
    terminal.until_stopped()
    left = len(terminal.raw)
    terminal.signal(signal.SIGCONT)
    terminal.until_raw(b"\x1b[?1049h", left)
    terminal.until_raw(OPENING.encode(), left)
    assert terminal.raw.count(b"\x1b[6n") == 1  # asked only once
    terminal.type("q")
    assert terminal.status() == 0


def test_a_terminal_without_a_size_is_taken_for_80_by_24(opened):
    terminal = opened("--lang", "en", columns=0, rows=0)
    terminal.until(OPENING)
    terminal.until("Enter open")
    assert "Enter open" in terminal.rows[23]


@pytest.mark.parametrize(
    ("environ", "encoding", "said"),
    [
        ({"LC_ALL": "zh_TW.BIG5"}, "big5", "瀏覽畫面需要 UTF-8 終端"),
        ({"LC_ALL": "zh_CN.GBK"}, "gbk", "浏览画面需要 UTF-8 终端"),
        ({"LC_ALL": "zh_TW.KOI8-R"}, "koi8-r", "speaks UTF-8"),
        ({"LC_ALL": "zh_TW.NONSENSE"}, "ascii", "speaks UTF-8"),
    ],
)
def test_a_terminal_of_another_encoding_is_refused_in_that_encoding(opened, environ, encoding, said):
    terminal = opened(**environ)
    assert terminal.status() == 2
    text = terminal.raw.decode(encoding)
    assert said in text
    assert "sufu-tui show" in text


@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "", "LC_CTYPE": "", "LANG": ""},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "zh_TW.utf8@radical"},
    ],
)
def test_locales_that_say_nothing_and_utf8_open_the_explorer(opened, environ):
    terminal = opened("--lang", "zh-Hant", **environ)
    terminal.until("開篇")
    assert b"\\u" not in terminal.raw


def test_show_writes_utf8_whatever_the_locale(tmp_path):
    environ = {**os.environ, "LC_ALL": "zh_TW.BIG5", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([PROGRAM, "show", "narrative"], env=environ, capture_output=True, check=True)
    assert "蘇州" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("stream", [0, 1, 2])
def test_a_redirected_stream_is_refused(stream, opened, tmp_path):
    other = tmp_path / "stream"
    other.touch()
    redirected = f"exec {PROGRAM} --lang en {stream}{'<' if stream == 0 else '>'} {other}"
    terminal = opened("-c", redirected, program="/bin/sh")
    assert terminal.status() == 2
    said = other.read_bytes() + terminal.raw
    assert b"sufu-tui show" in said
    assert b"\x1b[?1049h" not in said
