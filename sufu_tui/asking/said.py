"""What is said of each item, folded for comparison: texts of its own, and names that it shares."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Union
from unicodedata import normalize

from sufu_tui.asking.matching import Folder
from sufu_tui.dossier.model import Dossier, Event, LocalizedProse, Metric, Section

Filterable = Union[Metric, Event, Section]
Shared = Literal["area", "section", "unit"]


class Said:
    """The folded texts of one dossier, in all its languages."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._folder = Folder()
        self._names: dict[tuple[Shared, str], tuple[str, ...]] = {}

    def asked(self, word: str) -> str:
        """Return a word as it is to be looked for."""
        # The data are in NFC; an input method may type a letter and its accent apart.
        return self._folder.folded(normalize("NFC", word))

    def folded(self, text: str) -> str:
        """Return `text` folded."""
        return self._folder.folded(text)

    def own(self, item: Filterable) -> str:
        """Return what is said of `item` alone, a text a line."""
        return self._folder.folded("\n".join(_own(item)))

    def names(self, field: Shared, key: str) -> tuple[str, ...]:
        """Return what the area, section or unit `key` may be called; of none, nothing."""
        names = self._names.get((field, key))
        if names is None:
            names = tuple(map(self._folder.folded, self._names_in_full(field, key)))
            self._names[field, key] = names
        return names

    def named(self, field: Shared, key: str, word: str) -> bool:
        """Return whether `word` stands in a name of the area, section or unit `key`."""
        return any(word in name for name in self.names(field, key))

    def _names_in_full(self, field: Shared, key: str) -> Iterable[str]:
        if not key:
            return
        yield key
        if field == "area":
            area = self._dossier.area(key)
            yield from (*area.label.versions.values(), *area.short.versions.values())
        elif field == "unit":
            yield from self._dossier.unit(key).label.versions.values()
        else:
            section = self._dossier.section(key)
            yield str(section.number)
            yield from (*section.short.versions.values(), *section.heading.versions.values())


def _own(item: Filterable) -> Iterable[str]:
    yield item.id
    match item:
        case Section():
            for paragraph in item.paragraphs:
                if paragraph.heading is not None:
                    yield from paragraph.heading.versions.values()
                yield from _plain(paragraph.text)
            return
        case Metric():
            yield from item.label.versions.values()
            yield from (observation.printed or "" for observation in item.earlier)
            yield from _plain(item.note)
        case Event():
            yield from (*item.title.versions.values(), *item.short.versions.values())
            yield from _plain(item.text)
    yield item.printed or ""


def _plain(prose: LocalizedProse | None) -> Iterable[str]:
    if prose is not None:
        for spans in prose.versions.values():
            yield "".join(span.text for span in spans)
