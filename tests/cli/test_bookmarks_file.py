"""The file of the bookmarks: two explorers share it, and nothing of the reader's is lost."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from sufu_tui.cli.bookmarks_file import BookmarksFile
from sufu_tui.dossier.bookmark import Bookmark, Spot
from sufu_tui.dossier.model import Ref


def at(number: int, line: str = "") -> Bookmark:
    return Bookmark(Spot(Ref("metric", f"m{number}")), line)


def test_what_two_explorers_set_is_all_kept(tmp_path):
    def set_some(first: int) -> None:
        file = BookmarksFile(tmp_path, "a")
        for number in range(first, first + 10):
            assert file.change(lambda known, number=number: (*known, at(number))) is not None

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(set_some, (0, 10, 20, 30)))
    assert {one.spot.ref.id for one in BookmarksFile(tmp_path, "a").load()} == {f"m{n}" for n in range(40)}
    assert [file.name for file in tmp_path.iterdir()] == ["a.bookmarks.json"]


def test_lines_come_back_whatever_they_hold(tmp_path):
    lines = ("[b]bold[/b]", "\x1b[31m", "\ud800", "蘇州", '"quoted"', "")
    kept = tuple(at(number, line) for number, line in enumerate(lines))
    assert BookmarksFile(tmp_path, "a").change(lambda _: kept) == kept
    assert BookmarksFile(tmp_path, "a").load() == kept


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": 99, "bookmarks": []}'])
def test_what_cannot_be_read_is_set_aside(tmp_path, content):
    (tmp_path / "a.bookmarks.json").write_text(content)
    file = BookmarksFile(tmp_path, "a")
    assert file.load() == ()
    assert file.change(lambda known: (*known, at(1))) == (at(1),)
    assert (tmp_path / "a.bookmarks.unread").read_text() == content
    assert json.loads((tmp_path / "a.bookmarks.json").read_text())["format"] == 1


def test_a_lock_left_by_an_explorer_that_died_holds_up_nobody_for_long(tmp_path):
    (tmp_path / "a.bookmarks.lock").write_text("")
    assert BookmarksFile(tmp_path, "a").change(lambda _: (at(1),)) == (at(1),)
    assert BookmarksFile(tmp_path, "a").change(lambda known: (*known, at(2))) == (at(1), at(2))


def test_without_a_folder_nothing_is_kept_and_it_is_told(tmp_path):
    assert BookmarksFile(None, "a").change(lambda _: (at(1),)) is None
    (tmp_path / "file").write_text("")
    assert BookmarksFile(tmp_path / "file", "a").change(lambda _: (at(1),)) is None


def test_show_bookmarks_prints_them_in_the_order_of_the_report(run, tmp_path, monkeypatch, shipped):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert run("show", "bookmarks", "--lang", "en").err.startswith("No bookmarks are kept")
    last, first = shipped.sections[-1], shipped.sections[0]
    marks = (
        Bookmark(Spot(Ref("metric", "gone")), "old"),
        Bookmark(Spot(last.ref, 0)),
        Bookmark(Spot(first.ref, 1), "mine *bold* \x1b[31m <b>"),
    )
    BookmarksFile(tmp_path / "sufu-tui", shipped.id).change(lambda _: marks)
    found = json.loads(run("show", "bookmarks", "--format", "json", "--lang", "en").out)
    assert [one["ref"] for one in found] == [str(first.ref), str(last.ref), "metric:gone"]
    assert found[0]["paragraph"] == 2
    assert found[2]["title"] is None
    text = run("show", "bookmarks", "--lang", "en").out
    assert "\x1b" not in text
    assert text.index("mine *bold*") < text.index("old")
    assert "(no longer in the report)" in text
    assert r"mine \*bold\*" in run("show", "bookmarks", "--format=markdown", "--lang", "en").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "csv"], "--format takes one of text, markdown, json, not “csv”"),
        (["--filter", "a"], "--filter does not go with show bookmarks"),
    ],
)
def test_what_does_not_go_with_bookmarks_is_said(run, arguments, said):
    outcome = run("show", "bookmarks", *arguments, "--lang", "en")
    assert outcome.status == 2
    assert said in outcome.err
