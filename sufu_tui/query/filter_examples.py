"""Examples of the terms of filter expressions, for the help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class TermExample(NamedTuple):
    """Kind of term: its name, and expressions of that kind."""

    id: str
    expressions: tuple[str, ...]


TERM_EXAMPLES: Sequence[TermExample] = (
    TermExample("word", ("park", "園區")),
    TermExample("phrase", ('"job fair"', "「招聘」")),
    TermExample("area", ("area:industry",)),
    TermExample("section", ("section:3",)),
    TermExample("unit", ("unit:CNY",)),
    TermExample("value", ("value>1e9", "value>=10億")),
    TermExample("qualifier", ("qualifier:over",)),
    TermExample("derived", ("derived:yes",)),
    TermExample("date", ("period:2023", "date:2023")),
    TermExample("certainly", ("certainly:2022",)),
    TermExample("possibly", ("possibly:2022-05",)),
    TermExample("kind", ("kind:span", "kind:person")),
    TermExample("name", ("name:chen", "role:市長")),
    TermExample("mentions", ("mentions>3",)),
    TermExample("id", ("id:visits",)),
    TermExample("and", ("area:people value>10",)),
    TermExample("or", ("train | visit",)),
    TermExample("not", ("-area:people",)),
)
"""Kinds of terms in the order of the help; each example matches items of the shipped dossier."""
