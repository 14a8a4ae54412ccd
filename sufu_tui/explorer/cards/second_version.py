"""Second version of a card: below each text of the report the same in another language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sufu_tui.typesetting.flow import Block, Run

_REMARK = "muted"
"""Style of what is not the report's own: sources, remarks and signs between links."""


def with_second_version(first: Sequence[Block], second: Sequence[Block]) -> list[Block]:
    """Return the blocks of a card, with those of the same card in another language below their own.

    Left out is what is the same, what is only said of the report, and lists of links: they lead to the same.
    A title that is a link is none in the second version.
    """
    found: list[Block] = []
    for one, other in zip(first, second, strict=True):
        found.append(one)
        if _says(other) and _said(one) != _said(other):
            runs = tuple(_quiet(run) for run in other.runs)
            found.append(Block(runs, other.indent, names=other.names))
    return found


def _texts(block: Block) -> Iterator[Run]:
    return (run for run in block.runs if run.style != _REMARK)


def _said(block: Block) -> str:
    """Return the words of a block: quotation marks alone make no other version of what is printed."""
    return "".join(letter for run in _texts(block) for letter in run.text if letter.isalnum())


def _says(block: Block) -> bool:
    """Return whether most of a block is text and not links."""
    texts = [(len(run.text), run.is_link) for run in _texts(block)]
    return 2 * sum(length for length, is_link in texts if is_link) < sum(length for length, _ in texts)


def _quiet(run: Run) -> Run:
    """Return a run that is no link: the first version has it."""
    return Run(run.text, "second")
