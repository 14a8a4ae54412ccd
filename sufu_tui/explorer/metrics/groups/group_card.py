"""Group card: the totals of a group with their addends, or the reason for none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sufu_tui.dossier.model import Metric
from sufu_tui.dossier.tally import Tally
from sufu_tui.dossier.totals import Total, Totals
from sufu_tui.explorer.beside.companion import Companion
from sufu_tui.explorer.state import SharedState
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.numbers import quantity_text
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.flow import Block, Run


def show_group(heading: str, metrics: Sequence[Metric], state: SharedState, beside: Companion) -> None:
    """Show the totals of `metrics` on a card, and how they are reckoned when that is asked for."""

    def reckoned() -> list[Block]:
        from sufu_tui.explorer.cards.reckoning import total_blocks  # few ask for it

        sums, words = state.indexes.totals, state.words
        return total_blocks(heading, sums.totals(metrics), state.indexes.calculator, sums, words)

    beside.show_other(lambda: group_blocks(heading, metrics, state.indexes.totals, state.words), reckoned)


def group_blocks(heading: str, metrics: Sequence[Metric], sums: Totals, words: Catalogue) -> list[Block]:
    """Return the card of the figures `metrics` below `heading`: a line for each of their tallies."""
    totals = {total.tally.id: total for total in sums.totals(metrics)}
    rows: list[tuple[str, tuple[Run, ...]]] = []
    for tally in sums.dossier.tallies:
        members = [metric for metric in metrics if metric.tally == tally.id]
        found = totals.get(tally.id)
        # A sum that rounds to zero is no reason to report an overlap.
        if found is not None or (len(members) > 1 and len(sums.inclusion.counted(members)) < 2):
            line = _missing(members, sums, words) if found is None else _sum(found, members, sums, words)
            rows.append((_name(tally, words), tuple(line)))
    if not rows:
        rows.append((words("metrics.totals"), (Run(words("metrics.nothing-adds-up"), "muted"),)))
    head = [
        Block((Run(heading, "title"),)),
        Block((Run(words.plural("metrics.count", len(metrics)), "strong"),)),
    ]
    indent = min(16, max(width(name) for name, _ in rows) + 2)
    body = []
    for number, (name, runs) in enumerate(rows):
        if width(name) < indent:
            body.append(Block(runs, indent, Run(name, "label"), space=1 - bool(number)))
        else:  # a long name has a line of its own
            body += [Block((Run(name, "label"),), space=1), Block(runs, 2)]
    return head + body


def _name(tally: Tally, words: Catalogue) -> str:
    return tally.label.in_language(words.language)


def _sum(total: Total, members: Sequence[Metric], sums: Totals, words: Catalogue) -> Iterator[Run]:
    """Yield a sum with links to its addends, then the figures counted within one of them."""
    unit = sums.dossier.unit(total.tally.unit)
    for number, metric in enumerate(total.addends):
        if number:
            yield Run(" + ")
        yield Run(metric.label.in_language(words.language), "metric", metric.ref)
        yield Run(words("card.aside", text=quantity_text(metric.quantity, unit, words)))
    yield Run(" = ")
    yield Run(quantity_text(total.quantity, unit, words), "figure")
    within = [metric for metric in members if metric not in total.addends]
    if within:
        yield Run(words("metrics.counted-within"), "muted")
        yield from _names(within, words)


def _missing(members: Sequence[Metric], sums: Totals, words: Catalogue) -> Iterator[Run]:
    """Yield the reason for no total: all lie within one of them, or some may overlap."""
    outermost = sums.inclusion.outermost(members)
    if len(outermost) == 1:
        whole = outermost[0]
        yield Run(words("metrics.all-within"), "muted")
        name = words("card.quoted", text=whole.label.in_language(words.language))
        yield Run(name, "metric", whole.ref)
    else:
        yield Run(words("metrics.may-overlap"), "muted")
        yield from _names(outermost, words)


def _names(metrics: Sequence[Metric], words: Catalogue) -> Iterator[Run]:
    for number, metric in enumerate(metrics):
        if number:
            yield Run(words("card.list-separator"))
        yield Run(metric.label.in_language(words.language), "metric", metric.ref)
