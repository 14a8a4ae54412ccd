"""The command line: exit statuses, languages, and what is never imported."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import sufu_tui
from sufu_tui.cli.arguments import FORMATS, VIEWS, with_values
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.explorer.theme.themes import theme_names
from sufu_tui.languages.catalogue import load

ROOT = Path(sufu_tui.__file__).parents[1]
HAN = re.compile(r"[\u4e00-\u9fff]")


def language_of(text):
    """Tell the language of a text of the program by its script."""
    if not HAN.search(text):
        return "en"
    return "zh-Hans" if re.search("[报数这卷说显没个资读终]", text) and "報" not in text else "zh-Hant"


# Exit statuses


@pytest.mark.parametrize("arguments", [["show", view] for view in VIEWS] + [["check"]])
def test_all_well(run, arguments, tiny_folder):
    outcome = run(*arguments, "--data", tiny_folder)
    assert outcome.status == 0
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["nonsense"],
        ["show"],
        ["show", "nonsense"],
        ["show", "metrics", "--format", "yaml"],
        ["show", "metrics", "--format"],
        ["show", "metrics", "--sort"],
        ["show", "metrics", "--sort", "--format", "csv"],
        ["show", "metrics", "some", "extra"],
        ["check", "some", "extra"],
        ["check", "some", "--data", "other"],
        ["show", "timeline", "--format", "csv", "--observations"],
        ["show", "metrics", "--observations"],
        ["check", "--format", "csv"],
        ["--lang", "fr", "check"],
        ["--lang"],
        ["check", "--data"],
        ["--goto"],
        ["show", "\x1b[2Jmetrics"],
        ["show", ""],
        [""],
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_usage(run, monkeypatch, arguments, language):
    monkeypatch.setenv("LANG", {"zh-Hant": "zh_TW.UTF-8", "zh-Hans": "zh_CN.UTF-8", "en": "C"}[language])
    outcome = run(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    beginning = load(language)("usage.wrong", message="\0").partition("\0")[0]
    assert outcome.err.startswith(beginning)
    assert "sufu-tui --help" in outcome.err
    (line,) = outcome.err.splitlines()
    assert line.isprintable()


@pytest.mark.parametrize("arguments", [["show", "metrics"], ["check"]])
def test_a_missing_folder(run, tmp_path, arguments):
    outcome = run(*arguments, "--data", tmp_path / "nowhere", "--lang", "en")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == f"There is no folder “{tmp_path / 'nowhere'}”.\n"


@pytest.mark.parametrize("arguments", [["show", "metrics"], ["check"]])
def test_a_folder_that_is_no_dossier(run, tmp_path, arguments):
    outcome = run(*arguments, "--data", tmp_path, "--lang", "en")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == f"There is no dossier.toml in “{tmp_path}”, so it is no dossier.\n"


@pytest.mark.parametrize("arguments", [["show", "metrics"], ["check"]])
def test_a_file_is_no_folder(run, minimal_folder, arguments):
    outcome = run(*arguments, "--data", minimal_folder / "dossier.toml", "--lang", "en")
    assert (outcome.status, outcome.out) == (2, "")
    assert "is not a folder" in outcome.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_broken_dossier(run, minimal_folder, language):
    metrics = minimal_folder / "metrics.toml"
    metrics.write_text(
        metrics.read_text(encoding="utf-8").replace('area = "farming"', 'area = "farmin"'), encoding="utf-8"
    )
    shown = run("show", "metrics", "--data", minimal_folder, "--lang", language)
    assert (shown.status, shown.out) == (2, "")
    assert f"{metrics}:5:8" in shown.err
    assert "sufu-tui check" in shown.err
    assert "farming" in shown.err
    assert len(shown.err.splitlines()) == 1
    checked = run("check", "--data", minimal_folder, "--lang", language)
    assert checked.status == 1
    assert re.search(r"metrics\.toml:5:8: error: .*farmin", checked.out)


def test_a_dossier_that_is_no_toml(run, minimal_folder):
    (minimal_folder / "metrics.toml").write_text("[[metric\n", encoding="utf-8")
    shown = run("show", "metrics", "--data", minimal_folder, "--lang", "en")
    assert (shown.status, shown.out) == (2, "")
    assert "metrics.toml:1:" in shown.err
    assert run("check", "--data", minimal_folder).status == 1


def test_a_dossier_of_another_encoding(run, minimal_folder):
    (minimal_folder / "metrics.toml").write_bytes("# 蘇州\n".encode("big5"))
    shown = run("show", "metrics", "--data", minimal_folder, "--lang", "en")
    assert (shown.status, shown.out) == (2, "")
    assert "metrics.toml:1:4" in shown.err


def test_interrupted(run, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("sufu_tui.cli.show.run", interrupt)
    assert run("show", "metrics").status == 130


# Without a terminal


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("arguments", [[], ["--goto", "metric:visits"], ["--theme", "sufu-dark"]])
def test_without_a_terminal(run, arguments, language):
    outcome = run(*arguments, "--lang", language)
    assert (outcome.status, outcome.out) == (2, "")
    assert "sufu-tui show" in outcome.err
    assert language_of(outcome.err) == language


def test_without_any_argument_the_environment_gives_the_language(run, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_HK.UTF-8")
    outcome = run()
    assert (outcome.status, outcome.out) == (2, "")
    assert language_of(outcome.err) == "zh-Hant"


def test_a_terminal_that_can_show_nothing(run, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    outcome = run("--lang", "en", terminal=True)
    assert (outcome.status, outcome.out) == (2, "")
    assert "TERM=dumb" in outcome.err
    assert "sufu-tui show" in outcome.err


@pytest.mark.parametrize(
    ("ref", "sentence"),
    [
        ("metric:visit", "There is no “metric:visit” in the dossier. Did you mean “metric:visits”?"),
        ("zzz", "There is no “zzz” in the dossier. Write section:ID, metric:ID, event:ID or entity:ID."),
        ("", "There is no “” in the dossier. Write section:ID, metric:ID, event:ID or entity:ID."),
    ],
)
def test_goto_nowhere(run, monkeypatch, tiny_folder, ref, sentence):
    monkeypatch.setenv("TERM", "xterm")
    outcome = run("--goto", ref, "--data", tiny_folder, "--lang", "en", terminal=True)
    assert (outcome.status, outcome.out, outcome.err) == (2, "", sentence + "\n")


def test_goto_shows_no_control_character(run, monkeypatch, tiny_folder):
    monkeypatch.setenv("TERM", "xterm")
    outcome = run("--goto", "metric:\x1b[2J", "--data", tiny_folder, "--lang", "en", terminal=True)
    assert outcome.status == 2
    assert outcome.err.rstrip("\n").isprintable()


def test_the_explorer_says_why_a_dossier_does_not_open(run, monkeypatch, tmp_path):
    monkeypatch.setenv("TERM", "xterm")
    outcome = run("--data", tmp_path / "nowhere", "--lang", "en", terminal=True)
    assert outcome.status == 2
    assert outcome.err.startswith("There is no folder")


# Version and help


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--lang", "zh-Hant", "--version"], ["--version", "check"]]
)
def test_version(run, arguments):
    assert run(*arguments) == (0, f"sufu-tui {sufu_tui.__version__}\n", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_help(run, language):
    outcome = run("--help", "--lang", language)
    assert (outcome.status, outcome.err) == (0, "")
    words = load(language)
    text = re.sub(r"\s+", "", outcome.out)
    options = ("data", "lang", "help", "version", "goto", "show", "check", "description", "epilog")
    for key in options:
        assert re.sub(r"\s+", "", words(f"usage.{key}")) in text, key
    assert (
        re.sub(r"\s+", "", words("usage.theme", names=words("show.list-separator").join(theme_names())))
        in text
    )
    for option in ("--data", "--lang", "--help", "--version", "--goto", "--theme"):
        assert option in outcome.out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["show", "check"])
def test_help_of_a_command(run, command, language):
    for outcome in (run(command, "--help", "--lang", language), run("--lang", language, command, "-h")):
        assert (outcome.status, outcome.err) == (0, "")
        assert load(language)(f"usage.{command}") in outcome.out
        assert "--data" in outcome.out
        assert "--lang" in outcome.out
    assert command != "show" or all(option in outcome.out for option in ("--format", "--filter", "--sort"))
    assert command != "show" or all(choice in outcome.out for choice in (*FORMATS, *VIEWS))


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_has_no_word_of_another_language(run, language):
    for arguments in (["--help"], ["show", "--help"], ["check", "--help"]):
        out = run(*arguments, "--lang", language).out
        if language == "en":
            assert not HAN.search(out)
        else:
            assert not re.search(r"options:|positional|arguments|show this", out)


# Languages


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_TW.UTF-8"}, "zh-Hant"),
        ({"LANG": "zh_HK.UTF-8"}, "zh-Hant"),
        ({"LANG": "zh_MO"}, "zh-Hant"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-Hans"),
        ({"LANG": "zh_SG.UTF-8"}, "zh-Hans"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_TW.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_TW.UTF-8", "LANG": "de_DE.UTF-8"}, "zh-Hant"),
    ],
)
def test_the_language_of_the_environment(run, monkeypatch, environ, language):
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert run("show", "metrics") == run("show", "metrics", "--lang", language)


@pytest.mark.parametrize(
    "place",
    [
        lambda lang, data: ["--lang", lang, "--data", data, "show", "metrics"],
        lambda lang, data: ["show", "metrics", "--lang", lang, "--data", data],
        lambda lang, data: ["--lang", lang, "show", "metrics", "--data", data],
        lambda lang, data: [f"--data={data}", "show", f"--lang={lang}", "metrics"],
    ],
)
def test_common_options_before_and_after_the_command(run, tiny_folder, place):
    outcome = run(*place("zh-Hant", str(tiny_folder)))
    assert outcome == run("show", "metrics", "--data", tiny_folder, "--lang", "zh-Hant")
    assert "農產品銷售額" in outcome.out


def test_of_two_languages_the_last_is_spoken(run, tiny_folder):
    outcome = run("--lang", "en", "show", "metrics", "--data", tiny_folder, "--lang", "zh-Hant")
    assert outcome == run("show", "metrics", "--data", tiny_folder, "--lang", "zh-Hant")


def test_an_unknown_theme_is_told_with_those_there_are(run, monkeypatch, tiny_folder):
    monkeypatch.setenv("TERM", "xterm")
    outcome = run("--theme", "sufu-drak", "--data", tiny_folder, "--lang", "en", terminal=True)
    assert (outcome.status, outcome.out) == (2, "")
    assert "There is no theme “sufu-drak”" in outcome.err
    assert "sufu-dark" in outcome.err


def test_a_wrong_language_is_told_in_the_environment_s(run, monkeypatch):
    monkeypatch.setenv("LANG", "zh_TW.UTF-8")
    outcome = run("show", "metrics", "--lang", "fr")
    assert outcome.status == 2
    assert "用法不對" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "joined"),
    [
        (["--sort", "-value"], ["--sort=-value"]),
        (["--filter", "-a"], ["--filter=-a"]),
        (["--filter", "-a b"], ["--filter=-a b"]),
        (["--sort", "value"], ["--sort", "value"]),
        (["--sort", "--format", "csv"], ["--sort", "--format", "csv"]),
        (["--sort", "-h"], ["--sort", "-h"]),
        (["--data", "-x"], ["--data", "-x"]),
        (["--filter", "-a", "-b"], ["--filter=-a", "-b"]),
        ([], []),
    ],
)
def test_values_that_begin_with_a_minus(arguments, joined):
    assert with_values(arguments) == joined


# As a process of its own


def environment(**more):
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))
    }
    return kept | {"PYTHONPATH": str(ROOT)} | more


NEVER = """
import sys
from sufu_tui.cli.main import main
sys.argv = ["sufu-tui", *sys.argv[1:]]
try:
    status = main()
except SystemExit as leaving:
    status = leaving.code
light = {"sufu_tui.explorer", "sufu_tui.explorer.navigation"}  # the table of panes, whose names options take
own = {name for name in sys.modules if name.startswith("sufu_tui.explorer")} - light
heavy = own | {"textual", "asyncio"} & set(sys.modules)
print("STATUS", status, sorted(heavy), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["show", "--help"],
        ["check"],
        ["show", "narrative"],
        ["show", "metrics", "--filter", "value>1", "--sort", "-value"],
        ["show", "timeline", "--format", "json"],
    ],
)
def test_no_command_imports_the_screen_library(arguments):
    done = subprocess.run(
        [sys.executable, "-c", NEVER, *arguments],
        capture_output=True,
        env=environment(),
        check=True,
        timeout=60,
    )
    assert done.stderr.decode().splitlines()[-1] == "STATUS 0 []"


def test_the_explorer_without_a_terminal_imports_no_screen_library_either():
    done = subprocess.run(
        [sys.executable, "-c", NEVER],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=environment(),
        check=True,
        timeout=60,
    )
    assert done.stderr.decode().splitlines()[-1] == "STATUS 2 []"
    assert "sufu-tui show" in done.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of Windows break otherwise")
@pytest.mark.parametrize(
    "arguments", [["show", "narrative"], ["show", "metrics", "--format", "csv"], ["--help"], ["--version"]]
)
def test_a_broken_pipe_is_quiet(arguments):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "sufu_tui", *arguments],
            stdout=writing,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
            timeout=60,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONIOENCODING": "latin-1"}])
def test_output_is_utf_8_whatever_the_locale_says(locale):
    done = subprocess.run(
        [sys.executable, "-m", "sufu_tui", "show", "narrative", "--lang", "zh-Hant"],
        capture_output=True,
        env=environment(**locale, PYTHONCOERCECLOCALE="0", PYTHONUTF8="0"),
        check=True,
        timeout=60,
    )
    assert "蘇州" in done.stdout.decode()
    assert done.stderr == b""
