"""Where the thumb of a scroll bar stands."""

from __future__ import annotations


def thumb(top: int, page: int, rows: int) -> range:
    """Return the cells of the thumb where `page` of `rows` rows are in view from `top` on.

    The bar has `page` cells.

    It touches an end of the bar only where the first or last row is in view.
    """
    if rows <= page:
        return range(page)
    length = max(1, page * page // rows)
    free = page - length
    begin = round(top / (rows - page) * free)
    if free > 1 and 0 < top < rows - page:
        begin = max(1, min(free - 1, begin))
    return range(begin, begin + length)


def top_for(y: int, page: int, rows: int) -> int:
    """Return the first row in view when the bar is pulled at its cell `y`: its ends are those of the rows."""
    share = max(0.0, min(1.0, y / max(1, page - 1)))
    return round(share * max(0, rows - page))
