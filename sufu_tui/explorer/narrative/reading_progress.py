"""Reading progress: how far a reader is in the whole report."""

from __future__ import annotations

from itertools import accumulate

from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier, Section


class ReadingProgress:
    """Progress in a report, measured by the characters of its sections in the report's own language.

    So it is the same whatever language the report is read in.
    """

    def __init__(self, dossier: Dossier) -> None:
        """Count the characters of a dossier's sections, which takes a moment with thousands."""
        self.dossier = dossier
        """Dossier that is read."""
        lengths = (_length(section, dossier.languages[0]) for section in dossier.sections)
        self._ends = list(accumulate(lengths, initial=0))

    def percent(self, section: Section, share: float) -> int:
        """Return how much of the report has been read once `share` of a section has, in whole percents.

        All of it is 100, and nothing less is.
        """
        before, after = self._ends[section.number - 1], self._ends[section.number]
        whole = self._ends[-1]
        if not whole:
            return 100
        read = before + (after - before) * max(0.0, min(1.0, share))
        return min(int(100 * read / whole), 100 if read >= whole else 99)


def _length(section: Section, language: Language) -> int:
    texts = [paragraph.text.in_language(language) for paragraph in section.paragraphs]
    return sum([len(span.text) for spans in texts for span in spans])
