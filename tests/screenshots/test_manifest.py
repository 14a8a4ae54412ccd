"""The manifest of a documentation's pictures."""

from __future__ import annotations

import pytest

from sufu_tui.screenshots.manifest import ManifestError, read_manifest


def read(tmp_path, text):
    path = tmp_path / "shots.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_manifest(path)


def test_a_list_makes_a_picture_of_each(tmp_path):
    entries = read(
        tmp_path,
        """
size = "80x24"
theme = ["dark", "light"]

[[picture]]
file = "p/{pane}-{lang}-{theme}.svg"
pane = ["metrics", "timeline"]
lang = "en"

[[picture]]
file = "one.png"
pane = "narrative"
theme = "dark"
size = "60x16"
press = "], tab"
goto = "metric:a"
filter = "value>3"
sort = "-value"
data = "other"
""",
    )
    assert [entry.path.relative_to(tmp_path).as_posix() for entry in entries] == [
        "p/metrics-en-dark.svg",
        "p/metrics-en-light.svg",
        "p/timeline-en-dark.svg",
        "p/timeline-en-light.svg",
        "one.png",
    ]
    assert {entry.size for entry in entries[:4]} == {"80x24"}
    assert entries[-1][1:] == (
        10,
        "narrative",
        "",
        "dark",
        "60x16",
        "], tab",
        "metric:a",
        "",
        "value>3",
        "-value",
        tmp_path / "other",
    )
    assert [entry.line for entry in entries] == [5, 5, 5, 5, 10]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (b"\xff", "manifest-not-utf8", 1),
        ("a = \n", "manifest-syntax", 1),
        ('x = 1\n\n[[picture]]\nfile = "a.svg"\n = 3\n', "manifest-syntax", 5),
        ("", "manifest-empty", 1),
        ("picture = 3", "manifest-field", 1),
        ('colour = "red"', "manifest-field", 1),
        ('\n[[picture]]\nfile = "a.svg"\npane = "metrics"\nsizes = "3x3"', "manifest-field", 2),
        ('[[picture]]\nfile = "a.svg"\npane = 3', "manifest-field", 1),
        ('[[picture]]\nfile = "a.svg"\npane = []', "manifest-field", 1),
        ('[[picture]]\nfile = ["a.svg"]\npane = "metrics"', "manifest-field", 1),
        ('[[picture]]\npane = "metrics"', "manifest-missing", 1),
        ('[[picture]]\nfile = "a.svg"', "manifest-missing", 1),
        ('[[picture]]\nfile = "a.gif"\npane = "metrics"', "manifest-file", 1),
        ('[[picture]]\nfile = "a.svg"\npane = ["metrics", "timeline"]', "manifest-twice", 1),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path, text, code, line):
    with pytest.raises(ManifestError) as caught:
        read(tmp_path, text)
    assert (caught.value.code, caught.value.line) == (code, line)


def test_a_missing_file(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_manifest(tmp_path / "none.toml")
