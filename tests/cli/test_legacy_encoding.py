"""What encoding the terminal speaks, as its locale tells."""

from __future__ import annotations

import sys

import pytest

from sufu_tui.cli.legacy_encoding import encoded, legacy_encoding


@pytest.mark.parametrize(
    ("environ", "encoding"),
    [
        ({"LC_ALL": "zh_TW.BIG5"}, "BIG5"),
        ({"LC_CTYPE": "zh_CN.GBK", "LANG": "en_GB.UTF-8"}, "GBK"),
        ({"LANG": "zh_CN.GB18030"}, "GB18030"),
        ({"LC_ALL": "", "LANG": "de_DE.ISO-8859-15@euro"}, "ISO-8859-15"),
        ({"LANG": "xx.nonsense"}, "nonsense"),
        ({"LC_ALL": "zh_TW.UTF-8", "LANG": "zh_TW.BIG5"}, None),
        ({"LANG": "zh_CN.utf8"}, None),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "en_US.US-ASCII"}, None),
    ],
)
def test_the_codeset_of_the_locale(environ, encoding):
    assert legacy_encoding(environ) == encoding


@pytest.mark.parametrize(
    ("system", "encoding"), [("utf-8", None), ("ascii", None), ("big5", "big5"), ("iso8859-1", "iso8859-1")]
)
@pytest.mark.parametrize("environ", [{}, {"LANG": "C"}, {"LANG": "zh_TW"}])
def test_without_a_codeset_the_system_decides(environ, system, encoding, monkeypatch):
    monkeypatch.setattr(sys, "getfilesystemencoding", lambda: system)
    assert legacy_encoding(environ) == encoding


def test_a_sentence_in_an_encoding_or_in_ascii():
    assert encoded("瀏覽", "big5", "view") == "瀏覽".encode("big5")
    assert encoded("瀏覽", "koi8-r", "view") == b"view"
    assert encoded("瀏覽", "nonsense", "“view”") == b"?view?"
