"""Any TOML in the place of any file gives findings or a dossier, the same whole or slice by slice."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sufu_tui.reading import chunked_toml, documents
from sufu_tui.reading.fields import FILES, TableSpec
from sufu_tui.reading.loading import Reading, UnreadableDossier, read

_MINIMAL = Path(__file__).parent.parent / "data" / "minimal"


def _keys(table: TableSpec) -> Iterator[str]:
    for field in table.fields:
        yield field.name
        if field.table is not None:
            yield from _keys(field.table)


_KEYS = st.sampled_from(
    [*dict.fromkeys(key for table in FILES.values() for key in _keys(table)), "en", "x", '"é"']
)
_VALUES = st.recursive(
    st.sampled_from(
        [
            *('"x"', '"visits"'),
            *('"vi\\u200Bsits"', '"metric:visits"', '"[a](metric:x)"', '""', '"release#02"'),
            *("1", "-0.0", "1e999", "nan", "0x" + "f" * 3000, "true", "1979-05-27", "07:32:00", '"2021/.."'),
            *("'''\n[[metric]]\n'''", "[[]]", "{}", "[]"),
        ]
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda members: f"[{', '.join(members)}]"),
        st.dictionaries(_KEYS, inner, max_size=3).map(
            lambda pairs: "{ " + ", ".join(f"{key} = {value}" for key, value in pairs.items()) + " }"
        ),
    ),
    max_leaves=6,
)  # fmt: skip
_LINES = st.one_of(
    st.tuples(_KEYS, _VALUES).map(lambda pair: f"{pair[0]} = {pair[1]}"),
    _KEYS.map(lambda key: f"[[{key}]]"),
    _KEYS.map(lambda key: f"[{key}]"),
    st.sampled_from(["[[metric]]", "[[event]]", "[[metric.observation]]", 'metric = ["x"]', "event = [[]]"]),
)
_TOML = st.lists(_LINES, max_size=8).map(lambda lines: "\n".join(lines) + "\n")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as made:
        yield Path(shutil.copytree(_MINIMAL, Path(made) / "minimal"))


def _read(folder: Path, name: str, text: str) -> Reading | str:
    file = folder / f"{name}.toml"
    original = file.read_bytes()
    file.write_text(text, encoding="utf-8")
    try:
        reading = read(folder)
    except UnreadableDossier as problem:
        return problem.code
    finally:
        file.write_bytes(original)
    assert (reading.dossier is None) == bool(reading.errors)
    return reading


def _both_ways(folder: Path, name: str, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(documents, "SLICED", 10**9)
        whole = _read(folder, name, text)
        patch.setattr(documents, "SLICED", 0)
        patch.setattr(documents, "loads", _in_small_slices)
        assert _read(folder, name, text) == whole


def _in_small_slices(data, parse_float, name, progress):
    return chunked_toml.loads(data, parse_float, name, progress, size=1)


@settings(max_examples=300)
@given(st.sampled_from(list(FILES)), _TOML)
def test_any_toml_is_read_the_same_both_ways(folder: Path, name: str, text: str) -> None:
    _both_ways(folder, name, text)


@settings(max_examples=150)
@given(st.sampled_from(list(FILES)), _TOML)
def test_any_toml_among_sound_tables_is_read_the_same_both_ways(folder: Path, name: str, text: str) -> None:
    _both_ways(folder, name, (_MINIMAL / f"{name}.toml").read_text(encoding="utf-8") + text)


@pytest.mark.parametrize(("name", "line"), [("metrics", 'metric = ["x"]'), ("timeline", "event = [[]]")])
def test_an_array_of_no_tables_in_a_large_file_is_a_finding(folder: Path, name: str, line: str) -> None:
    reading = _read(folder, name, line + "\n" + f"# {'x' * 100}\n" * 2000)
    assert isinstance(reading, Reading)
    assert "wrong-type" in [found.code for found in reading.errors]


def test_tables_after_an_array_of_inline_tables_are_no_toml_in_a_large_file_either(folder: Path) -> None:
    text = 'metric = [{ id = "a" }]\n' + f"# {'x' * 100}\n" * 2000 + '[[metric]]\nid = "b"\n'
    reading = _read(folder, "metrics", text)
    assert isinstance(reading, Reading)
    assert [found.code for found in reading.errors] == ["toml-syntax"]


def test_an_integer_of_thousands_of_digits_is_a_finding_in_the_place_of_a_text(folder: Path) -> None:
    reading = _read(folder, "dossier", f"title = 0x{'f' * 9000}\n")
    assert isinstance(reading, Reading)
    assert "not-localized" in [found.code for found in reading.errors]
    reading = _read(folder, "dossier", f"id = 0x{'f' * 9000}\n")
    assert isinstance(reading, Reading)
    assert "wrong-type" in [found.code for found in reading.errors]


def test_ids_that_differ_by_what_is_left_out_are_the_same(folder: Path) -> None:
    text = (_MINIMAL / "metrics.toml").read_text(encoding="utf-8")
    twice = text + text.replace('id = "visits"', 'id = "vi\\u200Bsits"')
    reading = _read(folder, "metrics", twice)
    assert isinstance(reading, Reading)
    assert sum(found.code == "duplicate-id" for found in reading.errors) >= 2


def test_an_unclean_whole_is_found_at_its_place(folder: Path) -> None:
    text = (_MINIMAL / "metrics.toml").read_text(encoding="utf-8")
    text = text.replace(
        'printed = "互訪5次"', 'printed = "互訪5次"\noverlaps = ["vi\\u200Bsits", "farm-\\u200Bsales"]'
    )
    reading = _read(folder, "metrics", text)
    assert isinstance(reading, Reading)
    assert [(found.line, found.code) for found in reading.errors] == [
        (29, "overlaps-itself"),
        (29, "relation-unit"),
    ]
