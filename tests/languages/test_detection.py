"""The language that the environment asks for."""

import pytest

from sufu_tui.languages.detection import detect_language, language_named, language_of_locale


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh_TW.UTF-8", "zh-Hant"),
        ("zh_HK", "zh-Hant"),
        ("zh_MO.Big5-HKSCS", "zh-Hant"),
        ("zh-Hant", "zh-Hant"),
        ("zh_Hant_SG", "zh-Hant"),
        ("ZH_tw", "zh-Hant"),
        ("zh_TW.UTF-8@radical", "zh-Hant"),
        ("zh_CN.GB18030", "zh-Hans"),
        ("zh_SG.UTF-8", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("zh_Hans_TW", "zh-Hans"),
        ("zh-Hans", "zh-Hans"),
        ("zh_XX@tw", "zh-Hans"),
        ("en_US.UTF-8", "en"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("ja_JP.UTF-8", "en"),
        ("zha_CN", "en"),
        ("tw", "en"),
        ("", "en"),
        (".", "en"),
        ("蘇州", "en"),
    ],
)
def test_locale(locale, language):
    assert language_of_locale(locale) == language


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_TW.UTF-8"}, "zh-Hant"),
        ({"LC_MESSAGES": "zh_CN.UTF-8", "LANG": "zh_TW.UTF-8"}, "zh-Hans"),
        ({"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "zh_CN", "LANG": "zh_TW"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_TW"}, "zh-Hant"),
        ({"LC_ALL": "C", "LANG": "zh_TW"}, "en"),
        ({"LC_CTYPE": "zh_TW", "LANGUAGE": "zh"}, "en"),
    ],
)
def test_the_first_variable_that_is_set_decides(environ, language):
    assert detect_language(environ) == language


def test_only_whole_tags_are_names():
    assert [language_named(name) for name in ("zh-Hant", "zh-Hans", "en")] == ["zh-Hant", "zh-Hans", "en"]
    assert [language_named(name) for name in ("", "zh", "EN", "zh-hant", "en ")] == [None] * 5
