"""The words of the Chinese catalogues are written by one rule each."""

from __future__ import annotations

import re

import pytest

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.languages.catalogue import load

CATALOGUES = {language: load(language) for language in LANGUAGES}
CHINESE = ("zh-Hant", "zh-Hans")
HAN = "[\u4e00-\u9fff]"
FRAGMENT = re.compile(r"check\.(?:type|errors|warnings)\.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_that_others_follow_have_an_end(language):
    """`error.broken` goes on after a sentence of `check`, which a suggestion may follow as well."""
    words, english = CATALOGUES[language], CATALOGUES["en"]
    sentences = [key for key in words if key.startswith("check.") and not FRAGMENT.match(key)]
    assert len(sentences) > 80
    for key in [*sentences, *(key for key in words if key.startswith("error."))]:
        assert not english(key).endswith(".") or words(key).endswith((".", "。")), key
        assert key.startswith("error.") or words(key).endswith((".", "。", "}", "?", "？")), key


@pytest.mark.parametrize("language", CHINESE)
def test_latin_words_and_keys_are_parted_from_chinese_by_blanks_and_digits_are_not(language):
    words = CATALOGUES[language]
    for key in words:
        if key.startswith("number.scale-"):  # two numbers and a pattern, no words
            continue
        said = re.sub(r"\{[^{}]*\}", "", words(key))
        assert not re.search(f"{HAN}[A-Za-z*]|[A-Za-z*]{HAN}", said), key
        alone = re.sub(r"[A-Za-z][-\w]*|\d+x\d+", "", said)
        assert not re.search(rf"{HAN} \d|\d {HAN}", alone), key


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("zh-Hant", "大事年表|時間線|撤銷|終端(?!機)|⋯|報導|檔案數|實體|雙方括號|[“”]"),
        ("zh-Hans", "大事年表|时间轴|档案|⋯|报道|实体|双方括号|[「」]"),
        ("en", "'"),
    ],
)
def test_one_word_for_one_thing(language, wrong):
    words = CATALOGUES[language]
    for key in words:
        assert not re.search(wrong, words(key)), key
