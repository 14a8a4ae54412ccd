"""Which fonts are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from sufu_tui.screenshots.fonts import find_fonts, font_folders


def touch(folder, *names):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).touch()


def test_the_best_family_and_its_own_bold(tmp_path):
    touch(tmp_path / "a", "wqy-zenhei.ttc", "NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", "consola.ttf")
    fonts = find_fonts((tmp_path,), "SC")
    assert (fonts.wide.path.name, fonts.wide.number) == ("NotoSansCJK-Regular.ttc", 7)
    assert fonts.wide_bold.path.name == "NotoSansCJK-Bold.ttc"
    assert fonts.narrow == fonts.narrow_bold
    assert find_fonts((tmp_path,), "TC").wide.number == 8


def test_nothing_suitable(tmp_path):
    assert find_fonts((tmp_path, tmp_path / "missing"), "TC") == (None, None, None, None)


def test_a_folder_of_the_user_goes_first(tmp_path):
    touch(tmp_path / "user", "DejaVuSansMono.ttf")
    touch(tmp_path / "system", "DejaVuSansMono.ttf")
    fonts = find_fonts((tmp_path / "user", tmp_path / "system"), "TC")
    assert fonts.narrow.path.parent.name == "user"


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_every_system_has_its_folders(monkeypatch, platform):
    monkeypatch.setattr("sys.platform", platform)
    assert all("ont" in str(folder) for folder in font_folders({"HOME": "/home/reader"}))


def test_the_environment_may_name_them():
    assert font_folders({"SUFU_FONTS": ""}) == ()
    assert font_folders({"SUFU_FONTS": "/a"}) == (Path("/a"),)
