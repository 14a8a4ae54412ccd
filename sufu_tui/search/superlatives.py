"""Superlatives: "largest sum of money", 最多的人, "latest visit" ask for figures by size, events by time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple
from unicodedata import normalize

from sufu_tui.dossier.model import Dimension, Dossier, Event, Metric
from sufu_tui.query.sort_keys import SortKey, sort_events, sort_metrics
from sufu_tui.search.number_phrases import UnitNames
from sufu_tui.search.parsed_query import Query, Word, small_words
from sufu_tui.search.places import Places


class _Order(NamedTuple):
    """Order that a superlative asks for: of figures, perhaps of one dimension, or of events."""

    of: Literal["metric", "event"]
    descending: bool
    dimension: Dimension | None = None


_ORDERS: Mapping[_Order, str] = {
    _Order("metric", True): "largest biggest highest greatest most maximum max top 最大 最多 最高",
    _Order("metric", False): "smallest lowest least fewest minimum min 最小 最少 最低",
    _Order("metric", True, "duration"): "longest 最长 最久",
    _Order("metric", False, "duration"): "shortest 最短",
    _Order("event", False): "earliest first oldest 最早 最先 最初",
    _Order("event", True): "latest last newest 最晚 最近 最新 最后",
}
_BY_WORD = {word: order for order, words in _ORDERS.items() for word in words.split()}
_MONEY = frozenset({"money", "sum", "sums", "amount", "amounts", "钱", "金额", "款", "款项", "钱数"})
_NOISE = frozenset({
    "number", "numbers", "figure", "figures", "value", "values", "total", "time", "times", "date", "dates",
    "event", "events", "recent", "数字", "数值", "指标", "值", "数", "数目", "事件", "日期", "时间",
})  # fmt: skip
_DAYS = {
    "second": 1 / 86_400,
    "minute": 1 / 1_440,
    "hour": 1 / 24,
    "day": 1,
    "week": 7,
    "month": 30.44,
    "year": 365.24,
}
"""Days of the usual units of time: only a rank is taken from them."""
_CHINESE = re.compile(
    "|".join(sorted((word for word in _BY_WORD if not word.isascii()), key=len, reverse=True))
)
_JOINTS = re.compile("[的是]|一[笔次件个项]|哪[个些件]|什么")
_MOST_WORDS = 12
"""Words of a question with a superlative: a longer one is a quoted sentence."""


class Superlative(NamedTuple):
    """Superlative of a question: what is left of the question, and how its answers are ranked."""

    question: Query
    order: _Order
    units: frozenset[str] | None = None

    def ranked(self, numbers: Sequence[int], places: Places, dossier: Dossier) -> list[int]:
        """Return the places in `numbers` that are asked for, in order."""
        subjects = {places[number].subject.id: number for number in numbers if self._is_asked(places, number)}
        items = [places[number].subject for number in subjects.values()]
        descending = self.order.descending
        if self.order.of == "event":
            events = [item for item in items if isinstance(item, Event)]
            return [
                subjects[item.id]
                for item in sort_events(events, [SortKey("date", descending)], dossier, "en")
            ]
        metrics = [item for item in items if isinstance(item, Metric)]
        found = sort_metrics(metrics, [SortKey("value", descending)], dossier, "en")
        if self.order.dimension == "duration":
            found.sort(key=_length, reverse=descending)
        return [subjects[item.id] for item in found]

    def _is_asked(self, places: Places, number: int) -> bool:
        subject = places[number].subject
        if isinstance(subject, Metric):
            return self.units is None or subject.unit in self.units
        return isinstance(subject, Event)


def _length(metric: Metric) -> float:
    """Return a length of time in days, as far as its unit is a usual one."""
    return float(metric.quantity.value) * _DAYS.get(metric.unit, 1)


def superlative_of(question: Query, units: UnitNames, dossier: Dossier) -> Superlative | None:
    """Return the superlative of a question; None where it has none, or more than one."""
    if any(word.is_quoted for word in question.words) or question.kinds or question.condition:
        return None
    typed = [part for word in question.words for part in _parted(units.folded(normalize("NFC", word.text)))]
    orders = [order for word in typed if (order := _BY_WORD.get(word)) is not None]
    if len(orders) != 1 or len(typed) > _MOST_WORDS:
        return None
    order = orders[0]
    small = small_words()
    rest = [word for word in typed if word not in _BY_WORD and word not in _NOISE and word not in small]
    dimensions = {order.dimension} if order.dimension else set()
    if order.of == "metric" and _MONEY.intersection(rest):
        dimensions = {"money"}
        rest = [word for word in rest if word not in _MONEY]
    named = (
        frozenset(unit.id for unit in dossier.units if unit.dimension in dimensions) if dimensions else None
    )
    words: list[str] = []
    for word in rest:
        own = units.named(word) if order.of == "metric" else None
        if own is None or named is not None:
            words.append(word)
        else:
            named = own
    kinds = frozenset({order.of})
    return Superlative(question._replace(words=tuple(map(Word, words)), kinds=kinds), order, named)


def _parted(word: str) -> list[str]:
    """Return a folded word, a Chinese one parted at its superlative."""
    found = _CHINESE.search(word)
    if found is None:
        return [word]
    parts = (_JOINTS.sub(" ", word[: found.start()]), found[0], _JOINTS.sub(" ", word[found.end() :]))
    return [piece for part in parts for piece in part.split()]
