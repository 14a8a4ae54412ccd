"""Docstrings begin with the noun or the verb that a reader searches for; nowhere they are riddles."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "sufu_tui"

BANNED_FIRST = frozenset({
    "what", "whatever", "who", "whoever", "whom", "whose", "nobody", "somebody", "someone", "where", "when",
    "how", "why", "whether", "which", "whichever", "a", "an", "the", "this", "that", "these", "those", "it",
    "its", "one", "some", "all", "every", "each", "several", "many", "no", "is", "are", "was", "were", "has",
    "have", "does", "do", "called", "if", "so", "as", "for", "from", "of", "to", "by",
})  # fmt: skip
"""Words that no docstring begins with: a noun or a verb of the field goes before them, or replaces them."""
BANNED_ANYWHERE = re.compile(r"\b(nobody|whoever|so-manieth|anew|who wants)\b", re.IGNORECASE)
"""Words of riddles, which no docstring and no comment has: there is a plain noun."""
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def docstrings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and text of the docstrings of modules, classes, functions and attributes."""
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED):
            for statement in node.body:
                match statement:
                    case ast.Expr(value=ast.Constant(value=str(text))):
                        yield statement.lineno, text


def undocumented(node: ast.Module | ast.ClassDef) -> Iterator[tuple[int, str]]:
    """Yield line and name of the public module, classes and functions without a docstring."""
    if ast.get_docstring(node) is None:
        yield getattr(node, "lineno", 1), getattr(node, "name", "module")
    for child in node.body:
        if isinstance(child, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            if child.name.startswith("_"):
                continue
            if isinstance(child, ast.ClassDef):
                yield from undocumented(child)
            elif ast.get_docstring(child) is None:
                yield child.lineno, child.name


def comments(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of the comments of a Python source."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def faults(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and fault of the docstrings and comments of the Python source `text`."""
    tree = ast.parse(text)
    yield from ((line, f"no docstring: {name}") for line, name in undocumented(tree))
    documentation = list(docstrings(tree))
    for line, words in documentation:
        first = re.match(r"[\w'’-]*", words.strip())
        if first and first[0].casefold() in BANNED_FIRST:
            yield line, f"begins with {first[0]!r}"
    for line, words in [*documentation, *comments(text)]:
        for found in BANNED_ANYWHERE.finditer(words):
            yield line, f"says {found[0]!r}"


def sources() -> Iterator[tuple[Path, str]]:
    """Yield path and text of the package's modules."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, path.read_text(encoding="utf-8")


def test_every_docstring_begins_with_a_noun_or_a_verb_of_the_field():
    found = [
        f"{path.relative_to(PACKAGE)}:{line}: {fault}"
        for path, text in sources()
        for line, fault in faults(text)
    ]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ('"""What is seen."""', "begins with 'What'"),
        ('"""The table."""', "begins with 'The'"),
        ('"""Table."""\n\nROWS = 1\n"""How many there are."""', "begins with 'How'"),
        ('"""Table."""\n\nclass Row:\n    """Whoever is in it."""', "begins with 'Whoever'"),
        ('"""Table."""\n\nclass Row:\n    pass', "no docstring: Row"),
        ('"""Table."""\n\nasync def row():\n    pass', "no docstring: row"),
        (
            '"""Table."""\n\nclass Row:\n    """Row."""\n\n    def cell(self):\n        pass',
            "no docstring: cell",
        ),
        ("ROWS = 1", "no docstring: module"),
        ('"""Table.\n\nDrawn anew.\n"""', "says 'anew'"),
        ('"""Table."""\n\nROWS = 1  # nobody asks', "says 'nobody'"),
    ],
)
def test_the_checker_finds(source, fault):
    assert fault in [found for _, found in faults(source)]


@pytest.mark.parametrize(
    "source",
    [
        '"""Interval index: events by their days."""',
        '"""`sufu-tui show`: the views as text."""',
        '"""Table."""\n\ndef _row():\n    pass',
        '"""Table."""\n\nclass _Row:\n    def cell(self):\n        pass',
        '"""Table."""\n\nclass Row:\n    """Row."""\n\n    def __len__(self):\n        return 1',
        '"""Table."""\n\nTEXT = "nobody"',
    ],
)
def test_the_checker_lets_pass(source):
    assert not list(faults(source))
