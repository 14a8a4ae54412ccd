"""The scanner finds what the parser read: parsing each span again gives the same value."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.reading.findings import TomlSpot
from sufu_tui.reading.positions import Positions

_FILES = sorted(Path(__file__).parents[2].glob("data/*/*.toml")) + sorted(
    (Path(__file__).parent.parent / "data").glob("*/*.toml")
)

HANDMADE = r"""
# "not = a key"
title = "a # no comment" # a comment with "quotes" and [brackets]
'quoted key' = 'literal \ '
"escaped \"key\" \u4e2d" = 1
a.b . "c.d" = [ 1, 2, # three = 3
  [ "x]", 'y,' ], { k = "}" , l.m = [] }, # ,
]
empty = ""
empty_literal = ''
three = ''''quoted' ''two'' \
   literal\
   '''
ends = '''ends with quotes'''''
"""
HANDMADE += '''basic = """
folded \\
   and "quoted" ""twice"" \\""" escaped"""""
'''
HANDMADE += """
date = 2021-12-08 07:32:00
time = 07:32:00
float = -1_000.5e-3
infinite = +inf
hexadecimal = 0xDEAD_BEEF
truth = true
inline = { first = 1, second.third = { fourth = "4" }, fifth = [ { a = 1 }, { a = 2 } ] }

[ table . "sub table" ]
x = 1
[table]
y = 2
[[list]]
name = "one"
[[list.inner]]
deep = 1
[[list.inner]]
deep = 2
[list.plain]
z = 1
[[list]]
name = "two"
[list.plain.deeper]
w = 1
[[list.inner]]
deep = 3
"""


def _leaves(value: Any, path: tuple[str | int, ...] = ()) -> Any:
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _leaves(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _leaves(child, (*path, index))
    else:
        yield path, value


def _same(text: str) -> int:
    positions = Positions(text)
    count = 0
    for path, value in _leaves(tomli.loads(text, parse_float=Decimal)):
        span = positions.span(path)
        assert span is not None, path
        again = tomli.loads(f"v = {text[slice(*span)]}", parse_float=Decimal)["v"]
        assert again == value, path
        line, column, _ = positions.place(TomlSpot("", path))
        assert sum(len(part) + 1 for part in text.split("\n")[: line - 1]) + column - 1 == span[0]
        count += 1
    return count


@pytest.mark.parametrize("file", _FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_value_of_a_real_file(file: Path) -> None:
    assert _same(file.read_text(encoding="utf-8")) > 0


def test_every_value_of_a_nasty_file() -> None:
    assert _same(HANDMADE) > 30


_keys = st.text(min_size=1, max_size=5)
_values = st.recursive(
    st.one_of(st.integers(-(10**9), 10**9), st.booleans(), st.text(max_size=12)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_keys, inner, max_size=3)),
    max_leaves=12,
)


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_toml(child)}" for key, child in value.items()) + " }"
    if isinstance(value, list):
        return "[\n" + "".join(f" {_toml(child)}, # ], }}\n" for child in value) + "]"
    return json.dumps(value)


@given(
    st.dictionaries(_keys, _values, max_size=4),
    st.lists(st.dictionaries(_keys, _values, max_size=3), max_size=3),
)
def test_every_value_of_any_document(head: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    lines = [f"{json.dumps(key)} = {_toml(value)}" for key, value in head.items() if key != "row"]
    for row in rows:
        lines.append("[[row]]")
        lines += [f"{json.dumps(key)} = {_toml(value)}" for key, value in row.items()]
    text = "\n".join(lines).replace("\x7f", "\\u007f")
    # JSON writes what lies beyond the first plane as two surrogates, which TOML has not.
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError:
        return
    _same(text)


_bare = st.text("ab-_1", min_size=1, max_size=3)
_plain = st.one_of(
    st.integers(0, 999), st.text("蘇 =[]{}#", max_size=6), st.lists(st.integers(0, 9), max_size=2)
)


def _as_written(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_as_written(child)}" for key, child in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False)


@given(
    st.lists(st.dictionaries(_bare, st.one_of(_plain, st.dictionaries(_bare, _plain, max_size=2)))),
    st.lists(st.sampled_from(["", "\n", "# a = 1\n", "  "]), min_size=1, max_size=5),
    st.integers(0, 90),
)
def test_every_value_of_tables_as_most_are_written(rows: list[Any], between: list[str], more: int) -> None:
    rows.append({f"key-{number}": number for number in range(more)})
    text, number = "", 0
    for row in rows:
        text += "\n[[row]]\n"
        for key, value in row.items():
            number += 1
            text += f"{between[number % len(between)]}{key} = {_as_written(value)}\n"
    _same(text)
    missing = Positions(text).place(TomlSpot("", ("row", 0, "no-such-key")))
    assert missing == Positions(text).place(TomlSpot("", ("row", 0)))


@given(st.text(alphabet="[]{}=,.\"'\\#\n ab1"))
def test_nothing_makes_the_scanner_fail(text: str) -> None:
    line, column, length = Positions(text).place(TomlSpot("", ("a", 0, "b"), needle="a"))
    assert line >= 1
    assert column >= 1
    assert length >= 1


def test_what_is_missing_is_where_its_table_is() -> None:
    positions = Positions("[[list]]\na = 1\n\n[[list]]\nb = { c = 2 }\n")
    assert positions.place(TomlSpot("", ("list", 1, "a"))) == (4, 1, 8)
    assert positions.place(TomlSpot("", ("list", 1, "b", "d"))) == (5, 5, 9)
    assert positions.place(TomlSpot("", ("list", 0, "a"), at_key=True)) == (2, 1, 1)
    assert positions.place(TomlSpot("", ("nowhere", 3))) == (1, 1, 1)


def test_a_needle_is_a_whole_word() -> None:
    positions = Positions('a = "visits / visit + visit"\n')
    assert positions.place(TomlSpot("", ("a",), needle="visit")) == (1, 15, 5)
    assert positions.place(TomlSpot("", ("a",), needle="visit", occurrence=1)) == (1, 23, 5)
    assert positions.place(TomlSpot("", ("a",), needle="visit", occurrence=2)) == (1, 5, 24)
    assert positions.place(TomlSpot("", ("a",), needle="visits / visit + visit", offset=7)) == (1, 13, 1)


def test_long_keys_take_no_time_but_their_own() -> None:
    text = ".".join("k" for _ in range(20_000)) + " = 1\n"
    assert Positions(text).place(TomlSpot("", ("k",), at_key=True)) == (1, 1, 1)
