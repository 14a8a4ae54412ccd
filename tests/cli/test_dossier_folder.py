"""Which dossier a command is about, and the commands that its errors name."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.cli.dossier_folder import DossierFolder, folder_named, quoted
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.reading.shipped import shipped_folder
from sufu_tui.typesetting.safe_characters import harmless

COMMANDS = [
    ["check"],
    ["show", "metrics"],
    ["show", "metrics", "--format", "csv"],
    ["show", "--lang", "en", "timeline"],
    ["screenshot", "metrics", "-o", "a.txt", "--size", "60x16"],
    ["screenshot", "-o", "a.txt", "metrics", "--size", "60x16"],
]
PROGRAM = Path(sys.executable).with_name("sufu-tui")
# Names that a shell, an option or the program itself would take for something else.
NAMES = [
    "mine",
    "my dossier",
    "it's",
    "$HOME",
    "-x",
    "*",
    "check",
    "metrics",
    "卷宗",
    "a\nb",
    "a\x1b[2Jb",
    "\u202eb",
]


@pytest.fixture
def mine(minimal_folder):
    """A dossier with one error of its own."""
    path = minimal_folder / "metrics.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('area = "farming"', 'area = "farmin"', 1), encoding="utf-8")
    return minimal_folder


def about(outcome):
    """Whether the outcome is that of the dossier with the error."""
    return "farmin" in outcome.out + outcome.err


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_folder_is_an_argument_of_every_command(run, mine, monkeypatch, command):
    monkeypatch.chdir(mine.parent)
    assert not about(run(*command))
    status = 1 if command == ["check"] else 2
    for asked in ([*command, mine.name], [mine.name, *command], [*command, "--data", mine.name]):
        outcome = run(*asked)
        assert (outcome.status, about(outcome)) == (status, True)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_current_folder_with_a_dossier_goes_before_the_shipped_one(run, mine, monkeypatch, command):
    monkeypatch.chdir(mine)
    assert about(run(*command))
    (mine / "dossier.toml").unlink()
    assert not about(run(*command))


def test_a_view_may_stand_before_or_after_the_folder(run, mine, monkeypatch):
    monkeypatch.chdir(mine.parent)
    assert about(run("show", mine.name, "metrics"))
    assert about(run("show", mine.name, "--format", "csv", "metrics"))


@pytest.mark.parametrize("arguments", [[], ["--lang", "en"]])
def test_the_explorer_too_opens_what_is_here(run, mine, monkeypatch, arguments):
    monkeypatch.chdir(mine)
    assert about(run(*arguments, terminal=True))
    monkeypatch.chdir(mine.parent)
    assert about(run(mine.name, *arguments, terminal=True))
    assert about(run(*arguments, "./minimal", terminal=True))


def test_check_names_the_folder_that_it_has_checked(run, minimal_folder, monkeypatch):
    monkeypatch.chdir(minimal_folder)
    assert run("check", "--lang", "en").err == "minimal: nothing found wrong.\n"
    monkeypatch.chdir(minimal_folder.parent)
    assert run("check", "minimal", "--lang", "en").err == "minimal: nothing found wrong.\n"
    assert "suzhou-fuyang" in run("check", "--lang", "en").err


@pytest.mark.parametrize("word", ["no/such", "./nowhere"])
def test_what_looks_like_a_folder_and_is_none_is_said_to_be_missing(run, word):
    outcome = run(word, "check", "--lang", "en")
    assert (outcome.status, outcome.err) == (2, f"There is no folder “{Path(word)}”.\n")


@pytest.mark.parametrize(
    "command", [["check"], ["show", "metrics"], ["screenshot", "metrics", "-o", "a.txt"]]
)
def test_two_folders_are_wrong(run, command):
    assert "sufu-tui --help" in run(*command, "a", "b").err
    assert "sufu-tui --help" in run(*command, "a", "--data", "b").err


# Hints


def hint(text):
    """The command at the end of a sentence."""
    return re.search(r"sufu-tui (?!--help).*", text)[0]


def pasted(command, folder):
    """What the shell makes of a command."""
    path = f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"},
        capture_output=True, check=False, encoding="utf-8", timeout=60,
    )  # fmt: skip


needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


@needs_bash
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_the_command_of_a_hint_works_when_pasted(run, mine, monkeypatch, name, language):
    monkeypatch.chdir(mine.parent)
    mine.rename(name)
    outcome = run("show", "metrics", f"--data={name}", "--lang", language)
    (line,) = outcome.err.splitlines()
    assert line == harmless(line)
    done = pasted(hint(line), mine.parent)
    assert (done.returncode, "farmin" in done.stdout) == (1, True)


@needs_bash
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hint_in_the_current_folder_is_about_it(run, mine, monkeypatch, language):
    monkeypatch.chdir(mine)
    done = pasted(hint(run("show", "metrics", "--lang", language).err), mine)
    assert (done.returncode, "farmin" in done.stdout) == (1, True)


@needs_bash
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dumb", [False, True])
def test_without_a_terminal_the_hint_shows_the_dossier_asked_for(
    run, minimal_folder, monkeypatch, language, dumb
):
    monkeypatch.chdir(minimal_folder.parent)
    monkeypatch.setenv("TERM", "dumb")
    said = run("minimal", "--lang", language, terminal=dumb).err
    done = pasted(f"{hint(said.rstrip())} --lang en", minimal_folder.parent)
    shown = run("show", "narrative", "minimal", "--lang", "en").out
    assert (done.returncode, done.stdout) == (0, shown)


@needs_bash
def test_the_hint_at_stale_pictures_makes_them_again(run, minimal_folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("all.toml").write_text('[[picture]]\nfile = "a.txt"\npane = "metrics"\nsize = "60x16"\n')
    said = run("screenshot", "--all", "all.toml", "--check", "minimal")
    assert said.status == 1
    assert pasted(hint(said.err), tmp_path).returncode == 0
    assert run("screenshot", "--all", "all.toml", "--check", "minimal").status == 0


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_a_quoted_word_hides_nothing_from_the_reader_and_is_one_word_of_a_shell(word):
    shown = quoted(word)
    assert shown == harmless(shown)
    if not shown.startswith("$'"):
        assert shlex.split(shown) == [word]


@needs_bash
@pytest.mark.parametrize("word", [*NAMES, "", "\\'\x01f", "\u200d", "'\u202e\\"])
def test_bash_reads_a_quoted_word_as_it_was(word):
    done = subprocess.run(["bash", "-c", f"printf %s {quoted(word)}"], capture_output=True, check=True)
    assert done.stdout.decode() == word


def test_windows_has_quotes_of_its_own():
    assert quoted("my dossier", "nt") == '"my dossier"'
    assert quoted("mine", "nt") == "mine"


def test_an_empty_name_is_the_current_folder(monkeypatch, minimal_folder):
    assert folder_named("") == DossierFolder(Path(), ".")
    monkeypatch.chdir(minimal_folder)
    assert folder_named(None) == DossierFolder(Path())
    monkeypatch.chdir(minimal_folder.parent)
    assert folder_named(None) == DossierFolder(shipped_folder())
