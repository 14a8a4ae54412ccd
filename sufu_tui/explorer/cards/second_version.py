"""Second version of a card: below each text of the report the same in another language."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import islice

from sufu_tui.typesetting.flow import Block, Run
from sufu_tui.typesetting.lone_links import LinkTarget, targets_of, with_lone_marks

_TITLE_LINK = "title-link"
_COMPARED = 2_000
"""Letters that are compared: two versions that agree in so many are the same."""
_REMARK = "muted"
"""Style of what is not the report's own: sources, remarks and signs between links."""


def with_second_version(first: Sequence[Block], second: Sequence[Block], lone_note: str) -> list[Block]:
    """Return the blocks of a card, with those of the same card in another language below their own.

    Left out is what is the same, what is only said of the report, and lists of links: they lead to the same.
    A title that is a link is none in the second version. A link that only one of both has is marked, and
    `lone_note` says so.
    """
    found: list[Block] = []
    for one, other in zip(first, second, strict=True):
        if not _says(other) or _said(one) == _said(other):
            found.append(one)
            continue
        is_title = any(run.style == _TITLE_LINK for run in one.runs)
        pair = (one, other) if is_title else with_lone_marks(one, other, lone_note)
        shared = frozenset(targets_of(one))
        runs = (run if _is_link_beside(run, shared) else Run(run.text, "second") for run in pair[1].runs)
        found += [pair[0], Block(tuple(runs), other.indent, names=other.names)]
    return found


def _texts(block: Block) -> Iterator[Run]:
    return (run for run in block.runs if run.style != _REMARK)


def _said(block: Block) -> str:
    """Return the words of a block: quotation marks alone make no other version of what is printed."""
    letters = (letter for run in _texts(block) for letter in run.text if letter.isalnum())
    return "".join(islice(letters, _COMPARED))


def _says(block: Block) -> bool:
    """Return whether most of a block is text and not links."""
    texts = [(len(run.text), run.is_link) for run in _texts(block)]
    return 2 * sum(length for length, is_link in texts if is_link) < sum(length for length, _ in texts)


def _is_link_beside(run: Run, shared: Container[LinkTarget]) -> bool:
    """Return whether a run is a link that the first version, which leads to what is `shared`, has not."""
    return run.is_link and (run.ref, run.address) not in shared
