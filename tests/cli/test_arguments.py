"""What the command line says of a wrong word, and how it lays out its help."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sufu_tui.cli.arguments import VIEWS, make_parser, parse
from sufu_tui.cli.output_width import columns_of
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.languages.catalogue import load
from sufu_tui.typesetting.cells import width
from sufu_tui.writing.formats import markdown, write_table


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nonsense"], "there is no command “nonsense”, only show, find, check, verify, screenshot"),
        (["--size", "3"], "“--size” means nothing here"),
        (["--lang", "en", "--nope", "3", "show", "metrics"], "“--nope” means nothing here"),
        (["--data", "here", "nonsense"], "there is no command “nonsense”"),
        (["show"], "show has to know what to show: narrative, metrics, timeline, names, cover, bookmarks"),
        (
            ["show", "figures"],
            "show takes one of narrative, metrics, timeline, names, cover, bookmarks, not “figures”",
        ),
        (["show", "metrics", "--format=ics"], "--format takes one of text, markdown, csv, json, not “ics”"),
        (["check", "--data"], "--data needs a value"),
        (["--version=3"], "--version takes no value"),
        (["show", "metrics", "--fo", "csv"], "“--fo” means nothing here"),
        (["--goto", "metric:a", "check"], "--goto is for the explorer and goes with no command"),
    ],
)  # fmt: skip
def test_a_wrong_word_is_named_with_what_would_do(run, arguments, said):
    outcome = run(*arguments, "--lang=en") if "--data" not in arguments[-1:] else run("--lang=en", *arguments)
    assert outcome.status == 2
    assert said in outcome.err


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
@pytest.mark.parametrize("arguments", [["nonsense"], ["show"], ["--data"], ["check", "more"]])
def test_no_english_in_a_chinese_sentence(run, arguments, language):
    said = run("--lang", language, *arguments).err
    words = set(re.findall(r"[a-z]{2,}", said))
    known = {
        "sufu",
        "tui",
        "help",
        "show",
        "check",
        *VIEWS,
        "bookmarks",
        "nonsense",
        "find",
        "screenshot",
        "verify",
    }
    assert words <= known | {"data", "more"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [50, 80, 120])
def test_the_help_keeps_to_the_width(monkeypatch, language, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    for line in make_parser(load(language)).format_help().splitlines():
        assert width(line) <= columns


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_takes_the_common_options(language):
    for command in ([], ["show", "metrics"], ["check"]):
        options = parse([*command, "--data", "D", "--lang", language], load(language))
        assert (options.data, options.lang) == ("D", language)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_a_sentence():
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "sufu_tui", "show", "metrics", "--lang", "en"]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, text=True)
    assert ended.returncode == 2
    (line,) = ended.stderr.splitlines()
    assert line.startswith("The output cannot be written: ")


class Terminal(io.StringIO):
    def isatty(self):
        return True

    def fileno(self):
        raise OSError


def test_the_room_of_an_output(monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    assert columns_of(io.StringIO()) is None
    assert columns_of(Terminal()) == 80
    monkeypatch.setenv("COLUMNS", "132")
    assert columns_of(Terminal()) == 132
    monkeypatch.setenv("COLUMNS", "0")
    assert columns_of(Terminal()) == 80


@pytest.mark.parametrize("room", [30, 44, 60, 200])
def test_a_table_keeps_to_its_room_and_loses_nothing(room):
    header = ["名稱", "Value"]
    rows = [["結對合作帶動的農產品銷售額與其他各項指標", "6.64"], ["a label of many words", "over 90"]]
    out = io.StringIO()
    write_table(header, rows, ["left", "right"], out, room)
    lines = out.getvalue().splitlines()
    assert all(width(line) <= room for line in lines)
    for row in rows:
        for cell in row:
            letters = re.sub(r"\s", "", cell)
            column = re.sub(r"\s|6\.64|over|90", "", out.getvalue()) if cell is row[0] else letters
            assert letters in column
    assert "6.64" in out.getvalue()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a. b 1,234.5 (x) - y", "a. b 1,234.5 (x) - y"),
        ("[註1] *a* _b_ `c` <d> e|f", r"\[註1\] \*a\* \_b\_ \`c\` \<d> e\|f"),
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("2023. no list", r"2023\. no list"),
        ("two\nlines", "two lines"),
        ("AT&amp;T & co", r"AT\&amp;T & co"),
    ],
)
def test_markdown_shows_a_text_as_it_is(text, written):
    assert markdown(text) == written
