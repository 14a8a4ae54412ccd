"""Prose as the panes tell it: with its links, and a remark where there are too many to follow."""

from __future__ import annotations

from sufu_tui.dossier.model import Prose
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.flow import MOST_LINKS, Run, prose_runs


def told_prose(prose: Prose, words: Catalogue) -> tuple[Run, ...]:
    """Return prose as runs; of more links than `MOST_LINKS` the first are ones, and a remark says so."""
    runs = prose_runs(prose)
    links = sum(span.ref is not None for span in prose) if len(prose) > MOST_LINKS else 0
    if links <= MOST_LINKS:
        return runs
    return (*runs, Run(f" {words('card.few-links', number=MOST_LINKS, of=links)}", "muted"))
