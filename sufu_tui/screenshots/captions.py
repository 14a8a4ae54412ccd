"""Caption: the line below a screenshot, with source, edition and date of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.languages.dates import date_text
from sufu_tui.typesetting.cells import clip, width

if TYPE_CHECKING:
    from sufu_tui.dossier.model import Dossier
    from sufu_tui.languages.catalogue import Catalogue


def caption(dossier: Dossier, words: Catalogue, cells: int) -> str:
    """Return source, edition of the dossier and date of its data in at most `cells` cells.

    Where there is little room the source is cut short; version and date never are.
    """
    language = words.language
    sources = words("show.list-separator").join(
        words(
            "picture.source",
            publisher=source.publisher.in_language(language),
            title=source.title.in_language(language),
        )
        for source in dossier.sources
    )
    values = {"dossier": dossier.id, "version": dossier.version, "date": date_text(dossier.date, words)}
    room = cells - width(words("picture.caption", source="", **values))
    return words("picture.caption", source=clip(sources, max(room, 0)), **values)
