"""Box drawing: outlines of characters that fill a cell to its edges (lines, blocks, braille).

They are drawn by their Unicode names and not taken from a font: then a border has no gap, at any
height of a line. Coordinates are in fine steps (`dimensions.FINE`), from the upper
left corner of the cell downwards.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from sufu_tui.screenshots.dimensions import CELL_HEIGHT, CELL_WIDTH, FINE

_W, _H = FINE * CELL_WIDTH, FINE * CELL_HEIGHT
_X, _Y = _W // 2 + FINE // 2, _H // 2 + FINE // 2  # the middle of a line, sharp where a unit is a pixel
_LIGHT, _HEAVY = FINE, 3 * FINE  # the widths of lines
_GAP = 4 * FINE  # between the middles of a double line
_OVERLAP = 6  # beyond the edges of the cell, lest a hairline show between cells
_ARMS = {"LEFT": "l", "RIGHT": "r", "UP": "u", "DOWN": "d", "HORIZONTAL": "lr", "VERTICAL": "ud"}
_WEIGHTS = ("LIGHT", "HEAVY", "SINGLE", "DOUBLE")
_DASHES = {"DOUBLE DASH": 2, "TRIPLE DASH": 3, "QUADRUPLE DASH": 4}
_EIGHTHS = {
    "ONE EIGHTH": 1, "ONE QUARTER": 2, "THREE EIGHTHS": 3, "HALF": 4, "FIVE EIGHTHS": 5, "THREE QUARTERS": 6,
    "SEVEN EIGHTHS": 7,
}  # fmt: skip
_QUARTERS = {"UPPER LEFT": (0, 0), "UPPER RIGHT": (1, 0), "LOWER LEFT": (0, 1), "LOWER RIGHT": (1, 1)}
_SHADES = {"LIGHT SHADE": 4, "MEDIUM SHADE": 3, "DARK SHADE": 2}


def drawn(character: str) -> str | None:
    """Return the outline of a box drawing character as an SVG path; None for all others."""
    if len(character) != 1:
        return None
    if "\u2500" <= character <= "\u257f":
        return _box(unicodedata.name(character).removeprefix("BOX DRAWINGS "))
    if "\u2580" <= character <= "\u259f":
        return _block(unicodedata.name(character))
    if "\u2800" <= character <= "\u28ff":
        return "".join(_braille(ord(character) - 0x2800))
    return None


def _rectangle(left: float, top: float, right: float, bottom: float) -> str:
    """Return a rectangle as an SVG path, with an overlap where it reaches an edge of the cell."""
    left, right = left - _OVERLAP * (left <= 0), right + _OVERLAP * (right >= _W)
    top, bottom = top - _OVERLAP * (top <= 0), bottom + _OVERLAP * (bottom >= _H)
    return f"M{round(left)} {round(top)}H{round(right)}V{round(bottom)}H{round(left)}Z"


def _box(name: str) -> str | None:
    if "DIAGONAL" in name:
        return _diagonals(name)
    if "ARC" in name:
        return _arc(_arms_of(name.replace("LIGHT ARC ", "")))
    for words, count in _DASHES.items():
        if words in name:
            heavy = _HEAVY if "HEAVY" in name else _LIGHT
            return "".join(_dashes(count, heavy, upright="VERTICAL" in name))
    return _lines(_weights(name))


def _arms_of(words: str) -> str:
    return "".join(_ARMS[word] for word in words.split() if word in _ARMS)


def _weights(name: str) -> dict[str, str]:
    """Return the weight of each arm: a weight goes before its arms or, in some names, after them."""
    weights: dict[str, str] = {}
    weight = ""
    waiting: list[str] = []
    for word in name.split():
        if word in _WEIGHTS:
            weight = word
            weights.update(dict.fromkeys(waiting, weight))
            waiting = []
        elif word == "AND":
            # In "LEFT LIGHT AND RIGHT HEAVY" each weight follows its arm, in "HEAVY LEFT" it goes first.
            weight = weight if name.startswith(_WEIGHTS) else ""
        elif word in _ARMS:
            if weight:
                weights.update(dict.fromkeys(_ARMS[word], weight))
            else:
                waiting += _ARMS[word]
    return weights


def _lines(weights: dict[str, str]) -> str:
    """Draw arms from the middle to the edges; each reaches over the lines that it meets."""
    return "".join(part for arm, weight in weights.items() for part in _arm(arm, weight, weights))


def _arm(arm: str, weight: str, weights: dict[str, str]) -> Iterator[str]:
    across = [other for side, other in weights.items() if side in ("ud" if arm in "lr" else "lr")]
    if weight == "DOUBLE":
        for offset in (-_GAP / 2, _GAP / 2):
            yield _stroke(arm, offset, _LIGHT, _reach_of_double(arm, offset, weights))
    else:
        reach = max((_half(other) for other in across), default=0)
        if across == ["DOUBLE", "DOUBLE"]:  # it ends at the nearer of the two lines
            reach = -(_GAP - _LIGHT) / 2
        yield _stroke(arm, 0, _HEAVY if weight == "HEAVY" else _LIGHT, reach)


def _half(weight: str) -> float:
    return {"HEAVY": _HEAVY / 2, "DOUBLE": (_GAP + _LIGHT) / 2}.get(weight, _LIGHT / 2)


def _reach_of_double(arm: str, offset: float, weights: dict[str, str]) -> float:
    """Return the length of one of two lines beyond the middle: to the outer corner, or short of the inner."""
    sides = "ud" if arm in "lr" else "lr"
    near, far = (sides[0], sides[1]) if offset < 0 else (sides[1], sides[0])
    outer = (_GAP + _LIGHT) / 2 if "DOUBLE" in weights.values() else _LIGHT / 2
    double_across = any(weights.get(side) == "DOUBLE" for side in sides)
    if weights.get(near):
        return -(_GAP - _LIGHT) / 2 if double_across else _LIGHT / 2
    return outer if weights.get(far) and double_across else _LIGHT / 2


def _stroke(arm: str, offset: float, thick: float, reach: float) -> str:
    x, y, half = _X, _Y, thick / 2
    match arm:
        case "l":
            return _rectangle(0, y + offset - half, x + reach, y + offset + half)
        case "r":
            return _rectangle(x - reach, y + offset - half, _W, y + offset + half)
        case "u":
            return _rectangle(x + offset - half, 0, x + offset + half, y + reach)
        case _:
            return _rectangle(x + offset - half, y - reach, x + offset + half, _H)


def _arc(arms: str) -> str:
    """Draw a quarter of a circle with half a cell as its radius, and the rest of the upright arm."""
    side, upright = (-1 if "l" in arms else 1), (-1 if "u" in arms else 1)
    x, y, half = _X, _Y, _LIGHT / 2
    edge = 0 if side < 0 else _W
    radius = abs(edge - x)
    sweep = 1 if side * upright > 0 else 0
    centre = y + upright * radius
    outer = f"{round(radius + half)} {round(radius + half)} 0 0"
    inner = f"{round(radius - half)} {round(radius - half)} 0 0"
    return (
        f"M{round(x - side * half)} {round(centre)}A{outer} {sweep} {edge} {round(y - upright * half)}"
        f"V{round(y + upright * half)}A{inner} {1 - sweep} {round(x + side * half)} {round(centre)}Z"
    ) + _rectangle(
        x - half, min(centre, 0 if upright < 0 else _H), x + half, max(centre, 0 if upright < 0 else _H)
    )


def _dashes(count: int, thick: float, *, upright: bool) -> Iterator[str]:
    long = (_H if upright else _W) / count
    for number in range(count):
        start, end = (number + 0.2) * long, (number + 0.8) * long
        if upright:
            yield _rectangle(_X - thick / 2, start, _X + thick / 2, end)
        else:
            yield _rectangle(start, _Y - thick / 2, end, _Y + thick / 2)


def _diagonals(name: str) -> str:
    half = _LIGHT * 0.55
    rising = f"M0 {_H}L{round(_W - half)} 0H{_W}L{round(half)} {_H}Z"
    falling = f"M0 0H{round(half)}L{_W} {_H}H{round(_W - half)}Z"
    if "CROSS" in name:
        return rising + falling
    return rising if "UPPER RIGHT TO LOWER LEFT" in name else falling


def _block(name: str) -> str | None:
    if name in _SHADES:
        return "".join(_shade(_SHADES[name]))
    if name == "FULL BLOCK":
        return _rectangle(0, 0, _W, _H)
    if name.startswith("QUADRANT "):
        parts = name.removeprefix("QUADRANT ").split(" AND ")
        return "".join(_quarter(_QUARTERS[part]) for part in parts)
    side, _, share = name.removesuffix(" BLOCK").partition(" ")
    eighths = _EIGHTHS[share]
    match side:
        case "LEFT":
            return _rectangle(0, 0, _W * eighths / 8, _H)
        case "RIGHT":
            return _rectangle(_W - _W * eighths / 8, 0, _W, _H)
        case "UPPER":
            return _rectangle(0, 0, _W, _H * eighths / 8)
        case _:
            return _rectangle(0, _H - _H * eighths / 8, _W, _H)


def _quarter(place: tuple[int, int]) -> str:
    x, y = place[0] * _W / 2, place[1] * _H / 2
    return _rectangle(x, y, x + _W / 2, y + _H / 2)


def _shade(every: int) -> Iterator[str]:
    """Draw dots that go on in the next cell as they do in this; 4 is about a quarter of the area."""
    step = _W / 5
    size = {4: 0.5, 3: 0.7, 2: 0.87}[every] * step
    for row in range(12):
        for column in range(5):
            x, y = (column + 0.5) * step, (row + 0.5) * step
            yield _rectangle(x - size / 2, y - size / 2, x + size / 2, y + size / 2)


def _braille(dots: int) -> Iterator[str]:
    """Draw the dots whose bits are set: 1 to 3 and 7 on the left, 4 to 6 and 8 on the right."""
    places = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
    radius = 26
    for bit, (column, row) in enumerate(places):
        if dots & 1 << bit:
            x, y = 50 + 100 * column, 60 + 120 * row
            half = f"a{radius} {radius} 0 1 0 "
            yield f"M{x - radius} {y}{half}{2 * radius} 0{half}{-2 * radius} 0Z"
