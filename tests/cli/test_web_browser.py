"""The browser of the desktop: where there is one, and that the terminal is never handed to it."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from sufu_tui.cli.page_opener import draws_in_terminal
from sufu_tui.cli.web_browser import browse, has_desktop

URI = "https://example.org/a?b=$(id)&c='"
NAMES = ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")


@pytest.fixture
def environ(monkeypatch):
    """No desktop, and no browser."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch.setenv


def script(folder: Path, text: str, name: str = "open-page") -> Path:
    """A browser that does what `text` says; BROWSER may name it."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("environment", "platform", "has"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": "localhost:10.0", "SSH_CONNECTION": "1 2 3 4"}, "linux", False),
        ({"SSH_TTY": "/dev/pts/1"}, "darwin", False),
        ({}, "darwin", True),
        ({}, "win32", True),
        ({"BROWSER": "open-page", "SSH_CONNECTION": "1 2 3 4"}, "linux", True),
    ],
)
def test_where_there_is_a_desktop(environment, platform, has):
    assert has_desktop(environment, platform) is has


@pytest.mark.parametrize("name", ["w3m", "/usr/bin/lynx", "www-browser", "links2 -g", "ELinks.exe"])
def test_browsers_of_a_terminal(name):
    assert draws_in_terminal(name)


@pytest.mark.parametrize("name", ["firefox", "/usr/bin/xdg-open", "open", ""])
def test_browsers_with_a_window(name):
    assert not draws_in_terminal(name)


def test_without_a_desktop_nothing_is_opened(environ):
    assert not browse(URI)


def test_a_browser_of_the_terminal_is_not_opened_on_a_desktop_either(environ, tmp_path):
    ran = tmp_path / "ran"
    environ("DISPLAY", ":0")
    environ("BROWSER", str(script(tmp_path, f"touch {ran}", "w3m")))
    assert not browse(URI)
    assert not ran.exists()


def test_the_browser_gets_the_address_as_one_word_and_neither_keys_nor_screen(environ, tmp_path, capfd):
    told = tmp_path / "told"
    lines = f'echo loud; echo louder >&2; printf "%s|%s" "$#" "$1" > {told}; cat >> {told}'
    environ("BROWSER", str(script(tmp_path, lines)))
    assert browse(URI)
    assert told.read_text(encoding="utf-8") == f"1|{URI}"
    assert capfd.readouterr() == ("", "")


def test_a_browser_that_stays_open_does_not_keep_the_explorer(environ, tmp_path):
    environ("BROWSER", str(script(tmp_path, "exec sleep 8")))
    start = time.monotonic()
    assert browse(URI)
    assert time.monotonic() - start < 7


def test_a_file_in_the_working_folder_is_not_taken_for_the_library(environ, tmp_path, monkeypatch):
    (tmp_path / "webbrowser.py").write_text("open('ran', 'w')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    environ("BROWSER", str(script(tmp_path, "exit 0")))
    assert browse(URI)
    assert not (tmp_path / "ran").exists()
