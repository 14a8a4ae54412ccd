"""Where a system wants what programs keep."""

from __future__ import annotations

import pytest

from sufu_tui.cli.user_folders import state_folder


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({"XDG_STATE_HOME": "/x", "HOME": "/h"}, "linux", "/x/sufu-tui"),
        ({"XDG_STATE_HOME": "x", "HOME": "/h"}, "linux", "/h/.local/state/sufu-tui"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Application Support/sufu-tui"),
        ({"LOCALAPPDATA": "/l", "USERPROFILE": "/h"}, "win32", "/l/sufu-tui"),
    ],
)
def test_the_folder_is_where_the_system_wants_it(environ, platform, folder):
    assert state_folder(environ, platform).as_posix() == folder


def test_without_a_home_there_is_none():
    assert state_folder({}, "linux") is None
