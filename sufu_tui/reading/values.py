"""Converter of TOML values to values of the model, by the shape of their field."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from sufu_tui.dossier import edtf, formula
from sufu_tui.dossier.localized import LANGUAGES, Language
from sufu_tui.dossier.model import KINDS, Ref, SourceRef, parse_ref
from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.dossier.web_address import uri_of
from sufu_tui.reading.field_shapes import (
    FILE_PATTERN,
    FORMAT,
    ID_PATTERN,
    PART_PATTERN,
    UNIT_ID_PATTERN,
    Field,
    Shape,
)
from sufu_tui.reading.findings import Report, TomlPath, TomlSpot
from sufu_tui.reading.texts import LANGUAGE_TAGS, Texts, type_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_is_id = re.compile(ID_PATTERN).fullmatch
_is_unit_id = re.compile(UNIT_ID_PATTERN).fullmatch
_is_part = re.compile(PART_PATTERN).fullmatch

DIGITS = 30
"""Most digits before or after a point: no report counts further, and arithmetic stays cheap."""

_DATE_FAULTS = {
    "month": "no-such-month",
    "day": "no-such-day",
    "no-such-day": "no-such-day",
    "reversed": "reversed-interval",
    "both-ends-missing": "timeless-date",
}


class Values:
    """Converter of the values of one file; reports those that cannot be converted.

    `languages` are those that the dossier declares; None while they are unknown. The methods take
    the value as TOML gave it and its path, and return None where nothing usable is left.
    """

    def __init__(self, file: str, report: Report, languages: tuple[Language, ...] | None) -> None:
        self._file = file
        self._report = report
        self._dates: dict[str, edtf.EdtfDate] = {}
        self._places: dict[str, SourceRef] = {}  # thousands of figures may have the same
        texts = self._texts = Texts(file, report, languages)
        self._by_shape: Mapping[Shape, Callable[[Any, TomlPath], Any]] = {
            Shape.FORMAT: self._format,
            Shape.ID: self._id,
            Shape.UNIT_ID: self._unit_id,
            Shape.TEXT: texts.line,
            Shape.LOCALIZED: texts.localized,
            Shape.PROSE: texts.prose,
            Shape.PATTERN: texts.pattern,
            Shape.DATE: self._date,
            Shape.NUMBER: self._number,
            Shape.WEIGHT: self._weight,
            Shape.LANGUAGES: lambda value, path: self._list(value, path, self._language),
            Shape.PARTS: lambda value, path: self._list(value, path, self._part),
            Shape.AREA: texts.line,
            Shape.UNIT: texts.line,
            Shape.SECTION: texts.line,
            Shape.TALLY: texts.line,
            Shape.ENTITY: texts.line,
            Shape.KIND: texts.line,
            Shape.METRICS: lambda value, path: self._list(value, path, self._id),
            Shape.EVENTS: lambda value, path: self._list(value, path, self._id),
            Shape.ENTITIES: lambda value, path: self._list(value, path, self._id),
            Shape.PLACE: self._place,
            Shape.LINKS: lambda value, path: self._list(value, path, self._link),
            Shape.NAMES: lambda value, path: self._list(value, path, texts.line),
            Shape.FORMULA: self._formula,
            Shape.URL: self._url,
            Shape.DIGEST: self._digest,
            Shape.FILE: self._file_name,
            Shape.OCCURRENCE: self._occurrence,
            Shape.PART: self._part_name,
        }

    def converter(self, field: Field) -> Callable[[Any, TomlPath], Any]:
        """Return the converter of the values of `field`: to the model's values, or to None with a report."""
        convert = self._by_shape.get(field.shape)
        if field.room:
            return partial(self._texts.localized, room=field.room)
        if field.partial:
            texts = self._texts
            return partial(texts.pattern if field.shape is Shape.PATTERN else texts.localized, partial=True)
        if convert is None:
            return partial(self._choice, field)
        if field.required and field.shape in (Shape.LANGUAGES, Shape.PARTS):
            return partial(self._filled, field.name, convert)
        return convert

    def _filled(
        self, key: str, convert: Callable[[Any, TomlPath], Any], value: object, path: TomlPath
    ) -> Any:  # noqa: ANN401  as the array's shape
        if value == []:
            self._error(path, "empty-list", key=key)
        return convert(value, path)

    def _format(self, value: object, path: TomlPath) -> int | None:
        if isinstance(value, bool) or not isinstance(value, int):
            self._wrong_type(path, "integer", value)
            return None
        return FORMAT

    def _id(self, value: object, path: TomlPath) -> str | None:
        text = self._texts.string(value, path)
        if text is None or _is_id(text):
            return text
        self._error(path, "bad-id", text=text)
        return None

    def _unit_id(self, value: object, path: TomlPath) -> str | None:
        text = self._texts.string(value, path)
        if text is None or _is_unit_id(text):
            return text
        self._error(path, "bad-unit-id", text=text)
        return None

    def _date(self, value: object, path: TomlPath) -> edtf.EdtfDate | None:
        text = self._texts.string(value, path)
        if text is None:
            return None
        if text in self._dates:
            return self._dates[text]
        try:
            date = self._dates[text] = edtf.parse(text)
        except edtf.EdtfError as error:
            code = _DATE_FAULTS.get(error.code, "bad-date")
            hint = {"near": error.hint} if error.hint else {}
            self._error(path, code, text=text, **hint)
            return None
        return date

    def _number(self, value: object, path: TomlPath) -> Decimal | None:
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            self._wrong_type(path, "number", value)
            return None
        if isinstance(value, int):
            too_long = abs(value) >= 10**DIGITS
        elif not value.is_finite():
            self._error(path, "not-finite")
            return None
        else:
            too_long = value.adjusted() >= DIGITS or int(value.as_tuple().exponent) < -DIGITS
        if too_long:
            self._error(path, "number-out-of-range", digits=DIGITS)
            return None
        # 66.4e8 is as good as 6640000000, and shown so.
        return Decimal(int(value)) if value == int(value) else Decimal(value)

    def _weight(self, value: object, path: TomlPath) -> int | None:
        if isinstance(value, bool) or not isinstance(value, int):
            self._wrong_type(path, "integer", value)
            return None
        if not 0 <= value <= 9:
            self._error(path, "weight-out-of-range")
            return None
        return value

    def _occurrence(self, value: object, path: TomlPath) -> int | None:
        if isinstance(value, bool) or not isinstance(value, int):
            self._wrong_type(path, "integer", value)
            return None
        if not 1 <= value < 10**9:
            self._error(path, "occurrence-out-of-range")
            return None
        return value

    def _digest(self, value: object, path: TomlPath) -> str | None:
        text = self._texts.string(value, path)
        if text is None or re.fullmatch("[0-9a-f]{64}", text):
            return text
        self._error(path, "bad-digest", text=text)
        return None

    def _file_name(self, value: object, path: TomlPath) -> str | None:
        text = self._texts.string(value, path)
        if text is None or re.fullmatch(FILE_PATTERN, text):
            return text
        self._error(path, "bad-file", text=text)
        return None

    def _part_name(self, value: object, path: TomlPath) -> str | None:
        text = self._texts.string(value, path)
        return None if text is None else self._part(text, path)

    def _choice(self, field: Field, value: object, path: TomlPath) -> str | Qualifier | None:
        text = self._texts.string(value, path)
        if text is None:
            return None
        if text not in field.choices:
            choices = ", ".join(field.choices)
            meant = self._report.near(text, field.choices)
            self._error(path, "bad-choice", key=field.name, text=text, choices=choices, **meant)
            return None
        return Qualifier(text) if field.name == "qualifier" else text

    def _list(
        self, value: object, path: TomlPath, convert: Callable[[str, TomlPath], Any]
    ) -> tuple[Any, ...] | None:
        if not isinstance(value, list):
            self._wrong_type(path, "array", value)
            return None
        members: dict[Any, None] = {}
        for index, element in enumerate(value):
            place = (*path, index)
            text = self._texts.string(element, place)
            member = None if text is None else convert(text, place)
            if member in members:
                self._error(place, "duplicate-member", text=text)
            elif member is not None:
                members[member] = None
        return tuple(members)

    def _language(self, text: str, path: TomlPath) -> Language | None:
        if text in LANGUAGE_TAGS:
            return LANGUAGE_TAGS[text]
        self._error(path, "unknown-language", text=text, **self._report.near(text, LANGUAGES))
        return None

    def _part(self, text: str, path: TomlPath) -> str | None:
        if _is_part(text):
            return text
        self._error(path, "bad-part", text=text)
        return None

    def _link(self, text: str, path: TomlPath) -> Ref | None:
        ref = parse_ref(text)
        if ref is None:
            self._error(path, "bad-link", text=text, **self._report.near(text.partition(":")[0], KINDS))
        return ref

    def _place(self, value: object, path: TomlPath) -> SourceRef | None:
        text = self._texts.string(value, path)
        if text is None:
            return None
        if text in self._places:
            return self._places[text]
        source, _, part = text.partition("#")
        if source and part:
            place = self._places[text] = SourceRef(source, part)
            return place
        self._error(path, "bad-place", text=text)
        return None

    def _formula(self, value: object, path: TomlPath) -> formula.Formula | None:
        text = self._texts.line(value, path)
        if text is None:
            return None
        try:
            return formula.parse(text)
        except formula.FormulaError as error:
            offset = min(error.offset, len(text))
            spot = TomlSpot(self._file, path, needle=text, offset=offset)
            self._report.error(spot, "bad-formula", text=text, place=offset + 1)
            return None

    def _url(self, value: object, path: TomlPath) -> str | None:
        text = self._texts.string(value, path)
        if text is None or uri_of(text) is not None:
            return text
        self._error(path, "bad-url", text=text)
        return None

    def _wrong_type(self, path: TomlPath, wanted: str, value: object) -> None:
        self._error(path, "wrong-type", wanted=wanted, found=type_name(value))

    def _error(self, path: TomlPath, code: str, **values: object) -> None:
        self._report.error(TomlSpot(self._file, path), code, **values)
