"""Where a system wants what programs keep."""

from __future__ import annotations

import pytest

from sufu_tui.cli.places import cache_folder, state_folder


@pytest.mark.parametrize(
    ("environ", "platform", "state", "cache"),
    [
        ({"XDG_STATE_HOME": "/x", "XDG_CACHE_HOME": "/c", "HOME": "/h"}, "linux",
         "/x/sufu-tui", "/c/sufu-tui"),
        ({"XDG_STATE_HOME": "x", "XDG_CACHE_HOME": "c", "HOME": "/h"}, "linux",
         "/h/.local/state/sufu-tui", "/h/.cache/sufu-tui"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Application Support/sufu-tui", "/h/Library/Caches/sufu-tui"),
        ({"LOCALAPPDATA": "/l", "USERPROFILE": "/h"}, "win32", "/l/sufu-tui", "/l/sufu-tui/Cache"),
    ],
)  # fmt: skip
def test_the_folder_is_where_the_system_wants_it(environ, platform, state, cache):
    assert state_folder(environ, platform).as_posix() == state
    assert cache_folder(environ, platform).as_posix() == cache


def test_without_a_home_there_is_none():
    assert state_folder({}, "linux") is None
    assert cache_folder({}, "linux") is None
