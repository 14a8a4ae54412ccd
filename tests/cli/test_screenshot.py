"""`sufu-tui screenshot`: pictures without a terminal, and whether those of the documentation are fresh."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.languages.catalogue import load
from sufu_tui.screenshots.metadata import read_metadata
from tests.explorer.driving import rest_instead_of_naps


@pytest.fixture(autouse=True)
def no_fonts(monkeypatch):
    """Most tests need no outlines, which take a second."""
    monkeypatch.setenv("SUFU_FONTS", "")


@pytest.fixture(autouse=True)
def no_naps(monkeypatch):
    rest_instead_of_naps(monkeypatch)


@pytest.mark.parametrize("pane", ["narrative", "metrics", "timeline"])
def test_a_text_is_the_plain_grid(run, tmp_path, pane):
    path = tmp_path / "screen.txt"
    outcome = run("screenshot", pane, "-o", path, "--size", "81x25", "--lang", "zh-Hant")
    assert (outcome.status, outcome.out, outcome.err) == (0, f"{path}\n", "")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [cell_len(line) for line in lines] == [81] * 25
    assert load("zh-Hant")(f"app.{pane}") in lines[0]


def shot(run, path, *more):
    assert run("screenshot", "metrics", "-o", path, "--lang", "en", *more).status == 0
    return path.read_bytes()


def test_any_state_can_be_shot(run, tmp_path):
    path = tmp_path / "a.txt"
    usual = shot(run, path)
    assert usual == shot(run, path, "--size", "120x40")
    pressed = shot(run, path, "--press", 'f, "area:industry", enter')
    assert b"area:industry" in pressed
    assert b"Chen Yuan" not in pressed
    assert shot(run, path, "--goto", "metric:fuyang-population") != usual
    assert b"\xe2" not in shot(run, path, "--glyphs", "ascii", "--press", 'f, "unit:none", enter')
    assert b"1 Narrative" in shot(run, path, "--press", "1,],]")


def test_the_same_bytes_whatever_the_environment(run, tmp_path, monkeypatch):
    path = tmp_path / "a.svg"
    usual = shot(run, path, "--size", "60x16")
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb"), ("COLUMNS", "33"), ("TEXTUAL_THEME", "nord")):
        monkeypatch.setenv(name, value)
    assert shot(run, path, "--size", "60x16") == usual


def test_themes_have_short_names(run, tmp_path):
    path = tmp_path / "a.svg"
    light = shot(run, path, "--theme", "light")
    assert light == shot(run, path, "--theme", "sufu-light")
    assert light != shot(run, path, "--theme", "dark")


@pytest.mark.parametrize("language", LANGUAGES)
def test_source_edition_and_date_stand_below(run, tmp_path, language, shipped):
    path = tmp_path / "a.svg"
    assert run("screenshot", "timeline", "-o", path, "--lang", language, "--size", "70x20").status == 0
    last = read_metadata(path).lines[-1]
    assert cell_len(last) <= 70
    assert f"suzhou-fuyang {shipped.version}" in last
    assert re.search("2023年12月8日|8 December 2023", last)


def test_missing_fonts_are_told_once_and_the_picture_is_made(run, tmp_path):
    path = tmp_path / "a.svg"
    outcome = run("screenshot", "metrics", "-o", path, "--lang", "en")
    assert outcome.status == 0
    (sentence,) = outcome.err.splitlines()
    assert "Noto Sans CJK, DejaVu Sans Mono" in sentence
    assert "<text" in path.read_text(encoding="utf-8")


def test_without_the_extra_a_sentence_names_it(run, tmp_path, monkeypatch):
    monkeypatch.setattr("sufu_tui.screenshots.font_choice.find_spec", lambda name: None)
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    assert "sufu-tui[pictures]" in run("screenshot", "metrics", "-o", tmp_path / "a.svg", "--lang", "en").err
    outcome = run("screenshot", "metrics", "-o", tmp_path / "a.png", "--lang", "en")
    assert outcome.status == 2
    assert "sufu-tui[pictures]" in outcome.err
    assert not (tmp_path / "a.png").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "has to know which pane"),
        (["metrics"], "-o FILE"),
        (["nonsense", "-o", "a.svg"], "not “nonsense”"),
        (["metrics", "-o", "a.gif"], "*.svg, *.png, *.txt"),
        (["metrics", "-o", "a.svg", "--size", "big"], "is no size"),
        (["metrics", "-o", "a.svg", "--size", "0x5"], "is no size"),
        (["metrics", "-o", "a.svg", "--size", "80x2000"], "is no size"),
        (["metrics", "-o", "a.svg", "--theme", "none"], "tokyo-night, not “none”"),
        (["metrics", "-o", "a.svg", "--glyphs", "auto"], "not “auto”"),
        (["metrics", "-o", "a.svg", "--press", "hyper"], "no key “hyper”"),
        (["metrics", "-o", "a.svg", "--goto", "metric:none"], "metric:none"),
        (["metrics", "-o", "nowhere/a.txt"], "cannot be written"),
        (["--check"], "--check needs --all"),
        (["metrics", "--all", "a.toml"], "metrics does not go with --all"),
        (["-o", "a.svg", "--all", "a.toml"], " -o does not go with --all"),
        (["--all", "a.toml", "--size", "80x24"], "--size does not go with --all"),
        (["--all", "missing.toml"], "cannot be read"),
    ],
)
def test_what_cannot_be_shot_is_a_sentence(run, tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    outcome = run("screenshot", *arguments, "--lang", "en")
    assert outcome.status == 2
    assert said in outcome.err
    assert len(outcome.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


# The manifest


MANIFEST = """
size = "60x16"

[[picture]]
file = "pictures/{pane}.svg"
pane = ["metrics", "timeline"]
lang = "en"

[[picture]]
file = "plain.txt"
pane = "narrative"
lang = "zh-Hans"
"""


@pytest.fixture
def manifest(tmp_path):
    path = tmp_path / "shots.toml"
    path.write_text(MANIFEST, encoding="utf-8")
    return path


def test_a_manifest_makes_all_and_finds_them_fresh(run, manifest):
    outcome = run("screenshot", "--all", manifest, "--lang", "en")
    assert outcome.status == 0
    made = [manifest.parent / name for name in ("pictures/metrics.svg", "pictures/timeline.svg", "plain.txt")]
    assert outcome.out.splitlines() == list(map(str, made))
    assert all(path.stat().st_size for path in made)
    outcome = run("screenshot", "--all", manifest, "--check", "--lang", "en")
    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err == "All 3 pictures are up to date.\n"


def test_stale_pictures_are_named_with_what_changed(run, manifest):
    run("screenshot", "--all", manifest, "--lang", "en")
    metrics, timeline = (manifest.parent / f"pictures/{pane}.svg" for pane in ("metrics", "timeline"))
    text = metrics.read_text(encoding="utf-8")
    metrics.write_text(text.replace("2 Metrics", "2 Figures", 1), encoding="utf-8")
    timeline.unlink()
    (manifest.parent / "plain.txt").write_text("old\n", encoding="utf-8")
    outcome = run("screenshot", "--all", manifest, "--check", "--lang", "en")
    assert outcome.status == 1
    assert not timeline.exists()
    lines = outcome.out.splitlines()
    assert lines[0] == f"{metrics}: line 1 of the screen has changed:"
    assert lines[1].startswith(f"{metrics}:   - ")
    assert "2 Figures" in lines[1]
    assert "2 Metrics" in lines[2]
    assert f"{timeline}: there is no such picture yet" in lines
    assert "Stale: 3 of 3" in outcome.err


def test_changed_colours_are_told_by_line_and_a_foreign_picture_is_stale(run, manifest):
    run("screenshot", "--all", manifest, "--lang", "en")
    (manifest.parent / "pictures/metrics.svg").write_text("<svg/>", encoding="utf-8")
    manifest.write_text(MANIFEST.replace('"60x16"', '"60x16"\ntheme = "light"'), encoding="utf-8")
    outcome = run("screenshot", "--all", manifest, "--check", "--lang", "en")
    assert outcome.status == 1
    assert "line 1 looks different: Cover" in outcome.out.replace("different:  ", "different: ")
    assert "plain.txt" not in outcome.out
    assert "metrics.svg: this is no picture of ours" in outcome.out


def test_a_field_of_a_manifest_is_called_as_it_stands_there(run, manifest):
    manifest.write_text(MANIFEST.replace('"60x16"', '"60x16"\ntheme = "none"'), encoding="utf-8")
    outcome = run("screenshot", "--all", manifest, "--lang", "en")
    assert outcome.status == 2
    assert outcome.err.startswith("theme takes one of dark, light, ")


def test_a_wrong_manifest_is_told_with_its_line(run, manifest):
    manifest.write_text('\n[[picture]]\nfile = "a.gif"\npane = "metrics"\n', encoding="utf-8")
    outcome = run("screenshot", "--all", manifest, "--lang", "en")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(f"{manifest}:2: “a.gif”")


SECOND = """
[[source]]
id = "survey"
title = { zh-Hant = "調查", en = "A survey" }
publisher = { zh-Hant = "學會", en = "A society" }
date = "2023-12-01"
parts = ["01"]
url = "https://example.net/survey?a=1&b=2"
"""


def test_every_source_of_what_is_seen_is_below_it_with_its_address_and_no_other(
    run, tmp_path, minimal_folder
):
    dossier, timeline = minimal_folder / "dossier.toml", minimal_folder / "timeline.toml"
    second = SECOND.replace("<2>", "2")
    dossier.write_text(
        dossier.read_text(encoding="utf-8").replace("[[area]]", f"{second}\n[[area]]", 1), "utf-8"
    )
    text = timeline.read_text(encoding="utf-8")
    timeline.write_text(re.sub('source = "release#[^"]*"', 'source = "survey#01"', text, count=1), "utf-8")
    path = tmp_path / "a.svg"
    said = {}
    for pane, keys in (("timeline", "0"), ("metrics", "home")):
        asked = ("--lang", "en", "--size", "120x40", "--data", minimal_folder, "--press", keys)
        assert run("screenshot", pane, "-o", path, *asked).status == 0
        said[pane] = "\n".join(read_metadata(path).lines[-6:])
    assert "A society: A survey\nhttps://example.net/survey?a=1&b=2\n" in said["timeline"]
    assert "The Daily: A release\nhttps://example.org/release\n" in said["timeline"]
    assert "A survey" not in said["metrics"]
    assert '<a href="https://example.org/release">' in path.read_text(encoding="utf-8")


def test_a_narrow_picture_has_the_address_whole(run, tmp_path, shipped):
    path = tmp_path / "a.svg"
    assert run("screenshot", "metrics", "-o", path, "--lang", "zh-Hans", "--size", "50x20").status == 0
    lines = read_metadata(path).lines[20:]
    assert max(map(cell_len, lines)) <= 50
    assert shipped.sources[0].url in "".join(lines)
    assert shipped.sources[0].title.in_language("zh-Hans") in "".join(lines)


@pytest.mark.parametrize(
    "wrong", [r"https://example.org/\u001b]8;;", "https://a@b/", "https://a/ b", "file:///etc"]
)
def test_a_hostile_address_is_a_finding_and_never_shown_raw(run, minimal_folder, wrong):
    dossier = minimal_folder / "dossier.toml"
    text = dossier.read_text(encoding="utf-8")
    dossier.write_text(text.replace("https://example.org/release", wrong, 1), "utf-8")
    outcome = run("check", minimal_folder)
    assert outcome.status == 1
    assert "\x1b" not in outcome.out + outcome.err
    assert run("show", "metrics", minimal_folder).status == 2


def test_a_manifest_names_another_dossier_for_a_picture(run, tmp_path, tiny_folder, shipped):
    manifest = tmp_path / "pictures.toml"
    manifest.write_text(
        '[[picture]]\nfile = "a.txt"\npane = "metrics"\nlang = "en"\n'
        f'[[picture]]\nfile = "b.txt"\npane = "metrics"\nlang = "en"\ndata = "{tiny_folder}"\n',
        encoding="utf-8",
    )
    assert run("screenshot", "--all", manifest).status == 0
    own, other = ((tmp_path / name).read_text(encoding="utf-8") for name in ("a.txt", "b.txt"))
    assert shipped.short.in_language("en") in own
    assert shipped.short.in_language("en") not in other
    broken = manifest.read_text(encoding="utf-8").replace(str(tiny_folder), "nowhere")
    manifest.write_text(broken, encoding="utf-8")
    outcome = run("screenshot", "--all", manifest)
    assert outcome.status == 2
    assert "nowhere" in outcome.err
    assert "Traceback" not in outcome.err
