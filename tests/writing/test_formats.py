from __future__ import annotations

import json
from decimal import Decimal
from io import StringIO

from hypothesis import example, given
from hypothesis import strategies as st

from sufu_tui.writing import formats

SCALARS = st.one_of(st.text(), st.integers(), st.booleans(), st.none())
VALUES = SCALARS | st.lists(st.text()) | st.lists(st.dictionaries(st.text(), SCALARS, max_size=3), max_size=3)


@given(st.lists(st.dictionaries(st.text(), VALUES, max_size=5), max_size=4))
@example([{}])
@example([{"a": ["x", "y\n"], "b": []}, {"a": "x\n  y"}])
def test_json_is_what_the_library_writes_with_indents(records):
    out = StringIO()
    formats.write_json(iter(records), out)
    assert out.getvalue() == json.dumps(records, ensure_ascii=False, indent=2) + "\n"


@given(st.decimals(allow_nan=False, allow_infinity=False))
@example(Decimal("9007199254740993.5"))
@example(Decimal("-0"))
def test_a_decimal_comes_back_from_json_and_csv_as_it_was(value):
    out = StringIO()
    formats.write_json([{"value": value, "more": [{"value": value}]}], out)
    (record,) = json.loads(out.getvalue(), parse_float=Decimal, parse_int=Decimal)
    assert record == {"value": value, "more": [{"value": value}]}
    out = StringIO()
    formats.write_csv([{"value": value}], ["value"], out)
    assert Decimal(out.getvalue().splitlines()[1]) == value


@given(st.text(alphabet="ab1\n\t WwW\\`*_[]<|~@$&;:./#>+-)超過。", max_size=12))
@example("12) a")
@example("www.a")
def test_no_text_with_a_sign_is_taken_for_plain(text):
    line = formats.re.sub(r"\s*\n\s*", " ", text).strip()
    signs = formats._MARKDOWN_SIGNS.search(line) or formats._LONG_NUMBERS.search(line)
    assert bool(signs) == (formats.markdown(text) != line)
    assert "\n" not in formats.markdown(text)
