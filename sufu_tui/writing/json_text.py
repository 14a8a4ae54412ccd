"""JSON text with exact decimals: the library would make binary floats of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Union

from sufu_tui.dossier.quantity import digits

Scalar = Union[str, int, Decimal, bool, None]


JsonValue = Union[Scalar, Sequence["JsonValue"], Mapping[str, "JsonValue"]]
"""Value that JSON can hold, at any depth."""


def json_text(value: JsonValue, line: str = "") -> str:
    """Return `value` as JSON, Chinese as it is.

    `line` is a line's end with the indent of this value; blank, all is on one line.
    """
    if isinstance(value, str):  # most are
        return encode_basestring(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return digits(value)
    if isinstance(value, int):
        return str(value)
    inner = line and f"{line}  "
    if isinstance(value, Mapping):
        members = [f"{encode_basestring(name)}: {json_text(member, inner)}" for name, member in value.items()]
    else:
        members = [json_text(member, inner) for member in value]
    first, last = "{}" if isinstance(value, Mapping) else "[]"
    if not members:
        return first + last
    return first + inner + (f",{inner}" if line else ", ").join(members) + line + last
