"""Names of kinds: what readers call the kinds of items, in every language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from unicodedata import normalize

NAMES_OF_KINDS: Mapping[str, tuple[str, ...]] = {
    "section": ("section", "text", "narrative", "正文", "章节", "章節", "小節", "小节"),
    "metric": ("metric", "figure", "number", "指标", "指標", "數字", "数字"),
    "event": ("event", "date", "事件", "日期"),
    "entity": ("entity", "name", "名称", "名稱", "名字"),
    "person": ("person", "people", "人物"),
    "organisation": ("organisation", "organization", "机构", "機構"),
    "place": ("place", "地点", "地點", "地方"),
    "programme": ("programme", "program", "plan", "方案"),
    "term": ("term", "用语", "用語"),
    "point": ("point",),
    "span": ("span",),
    "era": ("era",),
    "area": ("area", "field", "领域", "領域"),
    "unit": ("unit", "单位", "單位"),
    "source": ("source", "来源", "來源"),
}
"""Names of each kind, of items and of what they share; each may be typed from its beginning on."""


def kinds_named(text: str, own_kinds: Sequence[str] = ()) -> frozenset[str]:
    """Return the kinds of which `text` is the name, or the beginning of it, in any language."""
    beginning = normalize("NFKC", text).casefold()
    names = {**{kind: (kind,) for kind in own_kinds}, **NAMES_OF_KINDS}
    return frozenset(
        kind
        for kind, known in names.items()
        if beginning and any(name.startswith(beginning) for name in known)
    )
