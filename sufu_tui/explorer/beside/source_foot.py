"""Foot of the source: what the words chosen are, and how much of the text is proven."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.strip import Strip

from sufu_tui.explorer.cards.labels import item_title
from sufu_tui.explorer.theme.styles import StyleSpec
from sufu_tui.explorer.widgets.one_line import OneLine
from sufu_tui.proof.sentences import hint_text
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.phrases import clip_phrase
from sufu_tui.typesetting.safe_characters import harmless

if TYPE_CHECKING:
    from sufu_tui.dossier.model import Item
    from sufu_tui.languages.catalogue import Catalogue
    from sufu_tui.proof.marked_text import MarkedPlace, MarkedText
    from sufu_tui.proof.proof import Proof

FootPart = tuple[str, str]
"""Style and text of a part of a row."""


class SourceFoot(OneLine):
    """Two rows at the foot of the source, each of parts in a style."""

    STYLES: ClassVar[Mapping[str, StyleSpec]] = {
        "plain": StyleSpec("foreground"),
        "muted": StyleSpec("ink-muted"),
        "wrong": StyleSpec("error", bold=True),
    }
    DEFAULT_CSS = """
    SourceFoot { height: 2; background: $bar; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Sequence[FootPart]] = ()
        self._separator = ""

    def say(self, rows: Sequence[Sequence[FootPart]], separator: str) -> None:
        """Show rows of parts with `separator` between them."""
        if (rows, separator) != (self._rows, self._separator):
            self._rows, self._separator = rows, separator
            self.refresh()

    @property
    def text(self) -> str:
        """Text of the rows."""
        return "\n".join(self._separator.join(text for _, text in row) for row in self._rows)

    def render_line(self, y: int) -> Strip:
        """Draw a row; what has no room is cut at a phrase."""
        row = self._rows[y] if y < len(self._rows) else ()
        room, segments = self.size.width - 2, [Segment(" ", self.rich_style)]
        for number, (style, text) in enumerate(row):
            before = self._separator if number else ""
            cut = clip_phrase(text, max(0, room - width(before)))
            shown = before + cut if cut else ""
            segments.append(Segment(shown, self.style(style)))
            room -= width(shown)
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)


def chosen_parts(
    marked: MarkedText, chosen: MarkedPlace | None, item: Item | None, words: Catalogue
) -> Iterator[FootPart]:
    """Yield what is told of the words chosen; without any, why `item`, the current one, has none."""
    number = None if chosen is None else marked.number_of(chosen)
    every = marked.claims if chosen is None or chosen.figure is None else marked.unclaimed
    of = () if number is None else (("muted", words("beside.of", number=number + 1, total=len(every))),)
    yield from of
    if chosen is not None and chosen.figure is not None:
        yield "wrong", words("beside.unclaimed-one", text=harmless(chosen.figure.text))
        return
    claims = marked.proof.claims_of(item.ref) if item is not None else ()
    claim = chosen.claim if chosen is not None else next(iter(claims), None)
    if claim is None or item is None:
        yield "muted", marked.proof.text.source.title.in_language(words.language)
        return
    style = "wrong" if claim.is_wrong else "plain"
    yield style, words(f"verify.verdict-{claim.verdict.value}")
    if hint := hint_text(claim, words):
        yield style, hint
    yield "muted", item_title(item, words)


def proven_parts(proof: Proof, words: Catalogue) -> Iterator[FootPart]:
    """Yield how much of the text is proven, and whether it is another than the one that was read."""
    coverage = proof.coverage
    if proof.text.is_the_one_read is False:
        yield "wrong", words("beside.another-text")
    if proof.wrong:
        yield "wrong", words("beside.wrong", count=len(proof.wrong))
    if coverage.unclaimed:
        yield "wrong", words("beside.unclaimed", stale=coverage.unclaimed)
    percent = int(coverage.share * 1000) / 10
    yield "plain", words("beside.coverage", percent=f"{percent:g}", number=coverage.numbers)
