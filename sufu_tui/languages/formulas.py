"""Formula texts in each language: the names of the inputs, and their values."""

from __future__ import annotations

from collections.abc import Iterator

from sufu_tui.dossier.formula import Formula
from sufu_tui.dossier.model import Dossier
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.numbers import quantity_text

_SIGNS = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ "}
EQUALS = " = "
"""Sign between the names and the values."""


def sign_text(sign: str) -> str:
    """Return a sign or bracket of a formula as it is shown."""
    return _SIGNS.get(sign, sign).strip()


def formula_names(formula: Formula, dossier: Dossier, words: Catalogue) -> Iterator[tuple[str, str | None]]:
    """Yield the parts of `formula`: the name of an input with its id, a sign or a number with None."""
    for text, metric_id in formula.tokens():
        if metric_id is None:
            yield _SIGNS.get(text, text), None
        else:
            yield dossier.metric(metric_id).label.in_language(words.language), metric_id


def formula_values(formula: Formula, dossier: Dossier, words: Catalogue) -> Iterator[str]:
    """Yield the parts of `formula` with the values of its inputs in the place of their names."""
    for text, metric_id in formula.tokens():
        if metric_id is None:
            yield _SIGNS.get(text, text)
        else:
            quantity = dossier.metric(metric_id).quantity
            yield quantity_text(quantity, dossier.unit(quantity.unit), words)


def formula_text(formula: Formula, dossier: Dossier, words: Catalogue) -> str:
    """Return `formula` with the names of its inputs, and then with their values."""
    names = "".join(text for text, _ in formula_names(formula, dossier, words))
    return names + EQUALS + "".join(formula_values(formula, dossier, words))
