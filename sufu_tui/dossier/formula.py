"""Derived metrics: exact arithmetic over the ids of other metrics, qualifiers carried along.

Grammar: `sum = product {("+" | "-") product}`, `product = factor {("*" | "/") factor}`,
`factor = "-" factor | number | id | "(" sum ")"`. A hyphen belongs to an id, so a minus between
two ids has blanks around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, Union

from sufu_tui.dossier.interval import Interval
from sufu_tui.dossier.quantity import Qualifier, Quantity, combined

_DEEPEST = 50
_LONGEST = 300  # tokens: a sum nests as deeply as it is long
_TOKEN = re.compile(r"\s*(?:(?P<id>[a-z][a-z0-9-]*)|(?P<number>\d+(?:\.\d+)?)|(?P<sign>[-+*/()]))", re.ASCII)


class FormulaError(ValueError):
    """Error of a formula that cannot be parsed or computed.

    `code` is `syntax`, `not-arithmetic` (a character that no formula has), `too-deep` or
    `division-by-zero`; `offset` counts characters from the beginning of the formula.
    """

    def __init__(self, code: str, offset: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.offset = offset


class _Token(NamedTuple):
    kind: str  # id, number, sign or end
    text: str
    offset: int


class _Operation(NamedTuple):
    sign: str
    left: _Node
    right: _Node
    offset: int


_Node = Union[str, Fraction, _Operation]  # an id, a number, an operation


class Operand(NamedTuple):
    """Operand of a formula: an id or a number, with the signs and brackets before and after it."""

    before: tuple[str, ...]
    id: str | None
    number: Fraction | None
    after: tuple[str, ...]


class Formula(NamedTuple):
    """Parsed formula: its text, the ids of the metrics that it needs, each once, and its syntax tree."""

    text: str
    inputs: tuple[str, ...]
    tree: _Node

    @property
    def only_adds(self) -> bool:
        """True if the result contains each input whole: nothing is subtracted, multiplied or divided."""
        ahead = [self.tree]
        while ahead:
            node = ahead.pop()
            if isinstance(node, _Operation):
                if node.sign != "+":
                    return False
                ahead += (node.left, node.right)
        return True

    @property
    def divides(self) -> bool:
        """True if it has a quotient, which may have no end."""
        return "/" in self.text

    def operands(self) -> tuple[Operand, ...]:
        """Return the operands in their order, each as often as it is written."""
        found: list[Operand] = []
        before: list[str] = []
        for token in _tokens(self.text):
            if token.text == ")":
                found[-1] = found[-1]._replace(after=(*found[-1].after, ")"))
            elif token.kind == "sign":
                before.append(token.text)
            elif token.kind != "end":
                if token.kind == "id":
                    found.append(Operand(tuple(before), token.text, None, ()))
                else:
                    found.append(Operand(tuple(before), None, Fraction(token.text), ()))
                before.clear()
        return tuple(found)

    def interval(self, inputs: Mapping[str, Interval]) -> Interval:
        """Return what the result can be where each input lies within its interval.

        An input that occurs twice counts as two that have nothing to do with each other, so that the
        interval may be too wide, never too narrow. Raises KeyError where an input is missing.
        """
        return _interval(self.tree, inputs)

    def tokens(self) -> Iterator[tuple[str, str | None]]:
        """Yield each token's text, and its id where the token is one, else None."""
        for token in _tokens(self.text):
            if token.kind != "end":
                yield token.text, token.text if token.kind == "id" else None

    def evaluate(self, quantities: Mapping[str, Quantity], unit: str) -> Quantity:
        """Return the result in `unit`.

        Raises FormulaError on a division by zero and KeyError where an input is missing.
        """
        value, side = _compute(self.tree, quantities)
        # Twenty-eight digits, the precision of Decimal's default context.
        return Quantity(Decimal(value.numerator) / Decimal(value.denominator), unit, side)


def parse(text: str) -> Formula:
    """Parse a formula; raise FormulaError where it is none."""
    parser = _Parser(list(_tokens(text)))
    if len(parser.tokens) > _LONGEST:
        raise FormulaError("too-deep", parser.tokens[_LONGEST].offset)
    tree = parser.sum(0)
    parser.expect_end()
    ids = dict.fromkeys(token.text for token in parser.tokens if token.kind == "id")
    return Formula(text, tuple(ids), tree)


def _tokens(text: str) -> Iterator[_Token]:
    position, end = 0, len(text.rstrip())
    while position < end:
        match = _TOKEN.match(text, position)
        if match is None:
            blanks = len(text[position:]) - len(text[position:].lstrip())
            raise FormulaError("not-arithmetic", position + blanks)
        kind = match.lastgroup or "sign"
        yield _Token(kind, match[kind], match.start(kind))
        position = match.end()
    yield _Token("end", "", end)


class _Parser:
    """Recursive descent parser, at most `_DEEPEST` brackets deep."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self._next = 0

    def sum(self, depth: int) -> _Node:
        node = self._product(depth)
        while self._is("+", "-"):
            token = self._take()
            node = _Operation(token.text, node, self._product(depth), token.offset)
        return node

    def expect_end(self) -> None:
        if self.tokens[self._next].kind != "end":
            raise FormulaError("syntax", self.tokens[self._next].offset)

    def _product(self, depth: int) -> _Node:
        node = self._factor(depth)
        while self._is("*", "/"):
            token = self._take()
            node = _Operation(token.text, node, self._factor(depth), token.offset)
        return node

    def _factor(self, depth: int) -> _Node:
        token = self._take()
        if depth > _DEEPEST:
            raise FormulaError("too-deep", token.offset)
        if token.kind == "id":
            return token.text
        if token.kind == "number":
            return Fraction(token.text)
        if token.text == "-":
            return _Operation("-", Fraction(0), self._factor(depth + 1), token.offset)
        if token.text == "(":
            node = self.sum(depth + 1)
            if not self._is(")"):
                raise FormulaError("syntax", self.tokens[self._next].offset)
            self._take()
            return node
        raise FormulaError("syntax", token.offset)

    def _is(self, *signs: str) -> bool:
        return self.tokens[self._next].kind == "sign" and self.tokens[self._next].text in signs

    def _take(self) -> _Token:
        token = self.tokens[self._next]
        if token.kind != "end":
            self._next += 1
        return token


_MIRRORED = {
    Qualifier.OVER: Qualifier.UNDER,
    Qualifier.UNDER: Qualifier.OVER,
    Qualifier.NEARLY: Qualifier.OVER,
}


def _compute(node: _Node, quantities: Mapping[str, Quantity]) -> tuple[Fraction, Qualifier]:
    if isinstance(node, Fraction):
        return node, Qualifier.EXACT
    if isinstance(node, str):
        return Fraction(quantities[node].value), quantities[node].qualifier
    left, left_side = _compute(node.left, quantities)
    right, right_side = _compute(node.right, quantities)
    if node.sign == "+":
        return left + right, combined(left_side, right_side)
    if node.sign == "-":
        return left - right, combined(left_side, _mirrored(right_side))
    if node.sign == "/":
        if right == 0:
            raise FormulaError("division-by-zero", node.offset)
        return left / right, _scaled(left, left_side, right, _mirrored(right_side))
    return left * right, _scaled(left, left_side, right, right_side)


def _interval(node: _Node, inputs: Mapping[str, Interval]) -> Interval:
    if isinstance(node, Fraction):
        return Interval(node, node)
    if isinstance(node, str):
        return inputs[node]
    left, right = _interval(node.left, inputs), _interval(node.right, inputs)
    match node.sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            return left / right


def _scaled(left: Fraction, left_side: Qualifier, right: Fraction, right_side: Qualifier) -> Qualifier:
    """Return the side of a product or quotient: a negative factor turns the other's side round."""
    return combined(
        _mirrored(left_side) if right < 0 else left_side, _mirrored(right_side) if left < 0 else right_side
    )


def _mirrored(side: Qualifier) -> Qualifier:
    """Return the side of the negative or the reciprocal; `at-least` has no word for its mirror: about."""
    return Qualifier.ABOUT if side is Qualifier.AT_LEAST else _MIRRORED.get(side, side)
