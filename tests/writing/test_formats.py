from __future__ import annotations

import json
from io import StringIO

from hypothesis import example, given
from hypothesis import strategies as st

from sufu_tui.writing import formats

VALUES = st.one_of(
    st.text(), st.integers(), st.floats(allow_nan=False), st.booleans(), st.none(), st.lists(st.text())
)


@given(st.lists(st.dictionaries(st.text(), VALUES, max_size=5), max_size=4))
@example([{}])
@example([{"a": ["x", "y\n"], "b": []}, {"a": "x\n  y"}])
def test_json_is_what_the_library_writes_with_indents(records):
    out = StringIO()
    formats.write_json(iter(records), out)
    assert out.getvalue() == json.dumps(records, ensure_ascii=False, indent=2) + "\n"


@given(st.text(alphabet="ab1\n\t WwW\\`*_[]<|~@$&;:./#>+-)超過。", max_size=12))
@example("12) a")
@example("www.a")
def test_no_text_with_a_sign_is_taken_for_plain(text):
    line = formats.re.sub(r"\s*\n\s*", " ", text).strip()
    signs = formats._MARKDOWN_SIGNS.search(line) or formats._LONG_NUMBERS.search(line)
    assert bool(signs) == (formats.markdown(text) != line)
    assert "\n" not in formats.markdown(text)
