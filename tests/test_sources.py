"""What the package's own sources must not contain, because Chinese would come out wrong."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "sufu_tui"
SHOWN = ("explorer", "languages", "cli")
"""Folders whose strings reach the screen."""

NARROW_EVERYWHERE = "✓✗✘☐▸▾▴◂►◄‣◦∙⋯›‹»«↵⏎░╴╸╺╌¥¦−ƒ"
NARROW_WHERE_BOXES_ARE = "→↑↓←●○■◆◇▲★①·…—–×÷±°℃≤≥≈∞┆“”‘’"
"""East Asian Ambiguous: as wide as the frames of the screen library, so never alone wrong."""
GLYPHS = re.compile(
    f"[\x00-~{NARROW_EVERYWHERE}{NARROW_WHERE_BOXES_ARE}"
    "\u2500-\u257f\u2581-\u258f"  # lines and blocks
    "\u3000-\u303f\u3400-\u9fff\uff00-\uff60\uffe0-\uffe6]*"  # Chinese
)
NEVER = re.compile(
    "[\u200b-\u200d\ufe00-\ufe0f\u2600-\u2604\u26a0\u2139\u2714\u2611\u21a9\U0001f000-\U0001faff]"
)

STYLE_RULES = {
    "justified": re.compile(r"text-align:\s*justify"),
    "nowrap with fold": re.compile(
        r"\{(?=[^{}]*text-wrap:\s*nowrap)[^{}]*text-overflow:\s*fold",
    ),
    "ellipsis without nowrap": re.compile(
        r"\{(?![^{}]*text-wrap:\s*nowrap)[^{}]*text-overflow:\s*ellipsis",
    ),
}
PADDING = re.compile(r".?[<>^]\d*$|\d+s?$")
"""A format specification that pads a text by characters."""


def faults(text: str, *, shown: bool = True) -> Iterator[tuple[int, str]]:
    """Yield line and fault of everything in the Python source `text` that must not be."""
    tree = ast.parse(text)
    docstrings = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            docstrings.add(node.value)
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(words)) if node not in docstrings:
                yield from ((node.lineno, fault) for fault in string_faults(words, shown=shown))
            case ast.Call():
                yield from ((node.lineno, fault) for fault in call_faults(node))
            case ast.Import(names=names) if any(name.name == "textwrap" for name in names):
                yield node.lineno, "textwrap"
            case ast.ImportFrom(module="textwrap"):
                yield node.lineno, "textwrap"
            case ast.FormattedValue(format_spec=ast.JoinedStr(values=[ast.Constant(value=str(spec))])):
                if PADDING.fullmatch(spec):
                    yield node.lineno, f"padded by {spec}"


def call_faults(call: ast.Call) -> Iterator[str]:
    """Yield the faults of a call."""
    match call.func:
        case ast.Attribute(attr="ljust" | "rjust" | "center" as name):
            yield name
        case ast.Name(id="open") | ast.Attribute(attr="read_text" | "write_text"):
            mode = next((a.value for a in call.args[1:2] if isinstance(a, ast.Constant)), "")
            if "b" not in str(mode) and not any(keyword.arg == "encoding" for keyword in call.keywords):
                yield "no encoding"


def string_faults(words: str, *, shown: bool) -> Iterator[str]:
    """Yield the faults of a string, or of a style sheet in one."""
    for fault, rule in STYLE_RULES.items():
        if rule.search(words):
            yield fault
    if NEVER.search(words) and shown:
        yield "emoji or joiner"
    elif shown and not GLYPHS.fullmatch(words):
        yield f"glyph {GLYPHS.sub('', words)!a}"


def test_no_source_has_a_fault():
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        shown = path.relative_to(PACKAGE).parts[0] in SHOWN
        found += [(path.name, *fault) for fault in faults(path.read_text(encoding="utf-8"), shown=shown)]
    assert not found


def test_no_style_sheet_has_a_fault():
    sheets = list(PACKAGE.rglob("*.tcss"))
    assert not [(s.name, f) for s in sheets for f in string_faults(s.read_text("utf-8"), shown=True)]


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("languages/*.toml")), ids=lambda path: path.stem)
def test_no_catalogue_has_a_fault(path):
    assert not list(string_faults(path.read_text(encoding="utf-8"), shown=True))


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("CSS = 'Static { text-align: justify; }'", "justified"),
        ("CSS = 'Static { text-wrap: nowrap; text-overflow: fold; }'", "nowrap with fold"),
        ("CSS = 'Static { text-overflow: fold; text-wrap: nowrap; }'", "nowrap with fold"),
        ("CSS = 'Static { text-overflow: ellipsis; }'", "ellipsis without nowrap"),
        ("a = b.ljust(8)", "ljust"),
        ("a = b.rjust(8)", "rjust"),
        ("a = b.center(8)", "center"),
        ("import textwrap", "textwrap"),
        ("from textwrap import fill", "textwrap"),
        ("a = f'{b:<8}'", "padded by <8"),
        ("a = f'{b:8}'", "padded by 8"),
        ("a = f'{b: >4}'", "padded by  >4"),
        ("a = '\u26a0 careful'", "emoji or joiner"),
        ("a = '\u2665\ufe0f'", "emoji or joiner"),
        ("a = '\u200d'", "emoji or joiner"),
        ("a = '\u25b6 here'", "glyph '\\u25b6'"),
        ("a = '\ue0b0'", "glyph '\\ue0b0'"),
        ("with open('a') as b: pass", "no encoding"),
        ("a = path.read_text()", "no encoding"),
    ],
)
def test_the_checker_finds(source, fault):
    assert [found for _, found in faults(source)] == [fault]


@pytest.mark.parametrize(
    "source",
    [
        "CSS = 'Static { text-wrap: nowrap; text-overflow: ellipsis; }'",
        "a = f'{b:04d}{c:.2f}{d:,}'",
        "a = '▸ 「蘇州」……'",
        "with open('a', 'rb') as b: pass",
        "with open('a', encoding='utf-8') as b: pass",
        "def f():\n    '''Says \u25b6.'''",
    ],
)
def test_the_checker_lets_pass(source):
    assert not list(faults(source))
