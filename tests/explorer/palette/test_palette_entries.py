"""The palette finds each command by its own title in any language and script, whatever the reader's own."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.explorer.commands import COMMANDS
from sufu_tui.explorer.palette.entries import command_entries, language_entries, theme_entries
from sufu_tui.explorer.palette.grading import GradedEntries
from sufu_tui.explorer.palette.orders import order_entries
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.command_words import command_words
from sufu_tui.query.text_folding import TextFolder
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder
from sufu_tui.search.pinyin import Readings

LISTED = [
    command
    for command in COMMANDS
    if command.scope not in {"typing", "choosing", "bookmarks", "moving"} and command.id != "palette"
]
READINGS, FOLDER = Readings(), TextFolder()


SHIPPED = read(shipped_folder()).dossier
assert SHIPPED is not None


@lru_cache(maxsize=len(LANGUAGES))
def offered(language):
    """Return all that the palette offers in one language of the interface, to be graded."""
    words = load(language)
    entries = [
        *command_entries(words, "metrics", has_source=True),
        *language_entries(words),
        *theme_entries(words, ["sufu-dark", "sufu-light", "nord"]),
        *order_entries(words, SHIPPED),
    ]
    return GradedEntries(entries, FOLDER, READINGS)


@pytest.fixture(scope="module", params=LANGUAGES)
def entries(request):
    """Return what is offered in each language."""
    return offered(request.param)


def found(entries, typed):
    """Return what is found, the likeliest first: ids of commands, titles of all else."""
    graded = sorted(entries.graded(typed), key=lambda one: one[0])
    return [getattr(entry.choice.value, "id", entry.titles[0]) for _, entry in graded]


def is_among_the_first(command, title, interface, part):
    """Return whether a command is found by its title, before all but those that are called the same."""
    same = sum(
        load(language)(f"command.{other.id}{part}") == title for other in LISTED for language in LANGUAGES
    )
    return command.id in found(offered(interface), title)[: same + 1]


@pytest.mark.parametrize("interface", LANGUAGES)
def test_every_command_is_found_by_what_it_is_called_in_other_languages(interface):
    for language in set(LANGUAGES) - {interface}:
        for command in LISTED:
            title = load(language)(f"command.{command.id}")
            assert is_among_the_first(command, title, interface, ""), title


@given(*map(st.sampled_from, (LISTED, LANGUAGES, LANGUAGES, ("", "-help"))), st.booleans())
def test_every_command_is_found_by_its_titles_in_every_language_and_script(
    command, interface, language, part, simplified
):
    title = load(language)(f"command.{command.id}{part}")
    assert is_among_the_first(command, title, interface, part)
    if simplified:  # the first of each class of variants is the simplified one
        assert found(offered(interface), FOLDER.folded(title)) == found(offered(interface), title)


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("双语", "second-language"), ("雙語", "second-language"), ("bilingual", "second-language"),
        ("滤", "filter"), ("濾", "filter"), ("筛选", "filter"), ("shaixuan", "filter"), ("lens", "filter"),
        ("書籤", "bookmark"), ("书签", "bookmark"), ("shuqian", "bookmark"), ("favourites", "bookmarks"),
        ("原文", "source-beside"), ("yuanwen", "source-beside"), ("語言", "next-language"),
        ("yuyan", "next-language"), ("主題", "next-theme"), ("主题", "next-theme"), ("night", "next-theme"),
        ("截圖", "save-picture"), ("screenshot", "save-picture"), ("导出", "export"), ("csv", "export"),
        ("daochu", "export"), ("排序", "sort"), ("px", "sort"), ("對數", "bar-scale"), ("log", "bar-scale"),
        ("放大", "zoom-in"), ("撤销", "undo"), ("复制", "copy"), ("退出", "quit"), ("帮助", "help"),
        ("copy markdown", "copy-as"), ("打印", "print-pane"), ("跳到日期", "go-to-date"),
    ],
)  # fmt: skip
def test_commands_are_found_by_what_else_they_are_called(entries, typed, command):
    assert command in found(entries, typed)[:4]


@pytest.mark.parametrize(
    ("typed", "column", "descending", "filter_text"),
    [
        ("largest", "value", True, ""),
        ("sort by value", "value", True, ""),
        ("最大", "value", True, ""),
        ("zuida", "value", True, ""),
        ("smallest", "value", False, ""),
        ("largest sum of money", "value", True, "unit:CNY"),
        ("largest amounts of money", "value", True, "unit:CNY"),
        ("最大金額", "value", True, "unit:CNY"),
        ("最大的金额", "value", True, "unit:CNY"),
        ("longest hours", "value", True, "unit:hour"),
        ("latest period", "period", True, ""),
        ("sort names mentions", "mentions", True, ""),
    ],
)
def test_orders_of_the_tables_are_found_by_their_superlatives(
    entries, typed, column, descending, filter_text
):
    aims = (entry.choice.value for _, entry in sorted(entries.graded(typed), key=lambda one: one[0]))
    first = next(aim for aim in aims if hasattr(aim, "descending"))
    assert (first.column, first.descending, first.filter) == (column, descending, filter_text)


def test_every_command_has_further_words_and_no_other_thing_has():
    known = {key for key in command_words() if "." not in key}
    assert known == {command.id for command in LISTED} | {"palette"}
    assert all(phrase for phrases in command_words().values() for phrase in phrases)
