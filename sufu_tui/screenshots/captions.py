"""Caption: the lines below a screenshot, with its sources, and edition and date of the dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.dossier.web_address import uri_of
from sufu_tui.languages.dates import date_text
from sufu_tui.typesetting.breaking import wrap

if TYPE_CHECKING:
    from sufu_tui.dossier.model import Dossier, Source
    from sufu_tui.languages.catalogue import Catalogue


class CaptionLine(NamedTuple):
    """Line of a caption; with a `uri` it is a link, or a part of one."""

    text: str
    uri: str = ""


def caption(
    sources: Iterable[Source], dossier: Dossier, words: Catalogue, cells: int
) -> tuple[CaptionLine, ...]:
    """Return the caption of a screenshot of `sources`, in lines of at most `cells` cells; nothing is cut."""
    values = {"dossier": dossier.id, "version": dossier.version, "date": date_text(dossier.date, words)}
    edition = wrap(words("picture.edition", **values), max(cells, 2))
    cited = (line for source in sources for line in _source_lines(source, words, max(cells, 2)))
    return (*cited, *map(CaptionLine, edition))


def _source_lines(source: Source, words: Catalogue, cells: int) -> Iterator[CaptionLine]:
    """Yield publisher and title, then the address, which may take several lines as well."""
    publisher = source.publisher.in_language(words.language)
    title = source.title.in_language(words.language)
    yield from map(CaptionLine, wrap(words("picture.source", publisher=publisher, title=title), cells))
    if source.url:
        yield from (CaptionLine(line, uri_of(source.url) or "") for line in wrap(source.url, cells))
