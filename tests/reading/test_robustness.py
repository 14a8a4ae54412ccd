"""Whatever stands in the files, reading ends in findings or in one clear error."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sufu_tui.reading.fields import FILES
from sufu_tui.reading.loading import Reading, UnreadableDossier, read

_MINIMAL = Path(__file__).parent.parent / "data" / "minimal"
_LINES = [
    (name, number)
    for name in FILES
    for number in range((_MINIMAL / f"{name}.toml").read_text(encoding="utf-8").count("\n"))
]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as made:
        yield Path(shutil.copytree(_MINIMAL, Path(made) / "minimal"))


def _read(folder: Path, name: str, data: bytes) -> Reading | None:
    """Read with other content in one file; check what always holds."""
    file = folder / f"{name}.toml"
    original = file.read_bytes()
    file.write_bytes(data)
    try:
        reading = read(folder)
    except UnreadableDossier:
        return None
    finally:
        file.write_bytes(original)
    lines = data.decode("utf-8-sig", "replace").split("\n")
    for finding in reading.findings:
        if finding.file == file:
            assert 1 <= finding.line <= len(lines)
            assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1
    assert (reading.dossier is None) == bool(reading.errors)
    return reading


@given(st.sampled_from(list(FILES)), st.binary(max_size=200))
def test_arbitrary_bytes(folder: Path, name: str, data: bytes) -> None:
    _read(folder, name, data)


@given(st.sampled_from(list(FILES)), st.text(max_size=200))
def test_arbitrary_text(folder: Path, name: str, text: str) -> None:
    _read(folder, name, text.encode())


@pytest.mark.parametrize(("name", "number"), _LINES)
def test_without_any_one_line(folder: Path, name: str, number: int) -> None:
    lines = (_MINIMAL / f"{name}.toml").read_text(encoding="utf-8").split("\n")
    _read(folder, name, "\n".join(lines[:number] + lines[number + 1 :]).encode())


_scalars = (
    *("1", "-1", "1e400", "nan", "true", "2021-12-08", "07:32:00", '""', '"x"', '"a:b"', '"metric:visits"'),
    *(
        '"release#02"',
        '"\\u0000"',
        '"[a](metric:visits)"',
        '"2021/.."',
        '"visits + visits"',
        '"{}"',
        '"zh-Hant"',
    ),
)
_values = st.recursive(
    st.sampled_from(_scalars),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.sampled_from(["zh-Hant", "en", "id", "x"]), inner, max_size=2).map(
            lambda table: "{ " + ", ".join(f"{key} = {value}" for key, value in table.items()) + " }"
        ),
    ),
    max_leaves=4,
)


@settings(max_examples=300)
@given(st.sampled_from(_LINES), _values)
def test_any_value_for_any_key(folder: Path, place: tuple[str, int], value: str) -> None:
    name, number = place
    lines = (_MINIMAL / f"{name}.toml").read_text(encoding="utf-8").split("\n")
    key, mark, _ = lines[number].partition(" = ")
    lines[number] = f"{key}{mark}{value}"
    _read(folder, name, "\n".join(lines).encode())


@settings(max_examples=200)
@given(st.sampled_from(_LINES), st.integers(0, 80), st.text(min_size=1, max_size=3))
def test_a_typing_slip_anywhere(folder: Path, place: tuple[str, int], column: int, typed: str) -> None:
    name, number = place
    lines = (_MINIMAL / f"{name}.toml").read_text(encoding="utf-8").split("\n")
    lines[number] = lines[number][:column] + typed + lines[number][column + 1 :]
    _read(folder, name, "\n".join(lines).encode())


def test_what_is_shown_is_free_of_what_a_terminal_obeys(folder: Path) -> None:
    text = (_MINIMAL / "entities.toml").read_text(encoding="utf-8")
    for character in "\\u0007", "\\u009b", "\\u202e", "\\u2066", "\\u200d", "\\ufe0f", "\\u2028", "\\u007f":
        reading = _read(folder, "entities", text.replace("Mayor", f"May{character}or").encode())
        assert reading is not None
        assert reading.dossier is None
