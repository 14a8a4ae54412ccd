"""Texts stand where the readers of each language look for them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.query.collation import sort_key

# Words and numbers as CLDR 48 has them (ICU 78: zh-u-co-pinyin, zh-Hant-u-co-stroke and en, numeric); in
# CLDR a comma ends a number, marks have an order of their own, and quotation marks count at the beginning.
ORDERED = {
    "zh-Hans": (
        "（一） 2项 9项 10项 1,100人 阿房宫 北京 阜阳 阜陽 "
        "界首 临泉 “十年 十一 苏州 蘇州 太和 颍上 颍州 长江 abc GDP"
    ),
    "zh-Hant": (
        "（一） 2項 9項 10項 1,100人 一 丁 七 人 十一 「十年 太和 合肥 阜陽 泉州 重慶 臨泉 蘇州 abc GDP"
    ),
    "en": "(a) 2 9 10 1,100 abc Abd e é ê f Fuyang GDP Suzhou “ten tens 蘇州 阜陽",
}
CHARACTERS = "蘇州阜陽苏阳0123456789,.aAéÉ－ＡＢ１２㐀𠀀"
texts = st.text(max_size=12) | st.text(st.sampled_from(CHARACTERS), max_size=12)


def ordered(language, found):
    return sorted(found, key=lambda text: sort_key(text, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_known_orders(language):
    expected = ORDERED[language].split()
    mixed = random.Random(1).sample(expected, len(expected))
    assert ordered(language, mixed) == expected


@pytest.mark.parametrize(
    ("language", "tag"), [("zh-Hans", "zh-u-co-pinyin"), ("zh-Hant", "zh-Hant-u-co-stroke")]
)
def test_chinese_stands_as_in_the_oracle(language, tag, shipped):
    icu = pytest.importorskip("icu", reason="PyICU is not installed")
    collator = icu.Collator.createInstance(icu.Locale.forLanguageTag(f"{tag}-kn-true"))
    chance = random.Random(1)
    characters = [chr(code) for code in range(0x4E00, 0xA000)]
    found = ["".join(chance.choices(characters, k=chance.randint(1, 6))) for _ in range(5000)]
    found += [item.label.in_language(language) for item in shipped.metrics]
    found += [item.title.in_language(language) for item in shipped.events]
    assert ordered(language, found) == sorted(
        found, key=lambda text: collator.getSortKey(text.lstrip("「『“‘《"))
    )


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_every_basic_character_has_its_own_place(language):
    keys = {sort_key(chr(code), language)[0] for code in range(0x4E00, 0xA000)}
    assert len(keys) == 0xA000 - 0x4E00


@given(texts, texts, st.sampled_from(LANGUAGES))
def test_only_the_same_text_has_the_same_key(one, other, language):
    assert (sort_key(one, language) == sort_key(other, language)) == (one == other)


@given(st.lists(texts, max_size=8), st.randoms(), st.sampled_from(LANGUAGES))
def test_the_order_is_one_whatever_came_first(found, chance, language):
    mixed = chance.sample(found, len(found))
    assert ordered(language, mixed) == ordered(language, found)


@given(st.integers(0, 10**12), st.integers(0, 10**12), st.sampled_from(LANGUAGES))
def test_numbers_stand_by_magnitude(one, other, language):
    for text in ("超過{}人", "超過{:,}人", "over {} people"):
        keys = [sort_key(text.format(number), language) for number in (one, other)]
        assert (keys[0] < keys[1]) == (one < other)


@given(texts, st.sampled_from(LANGUAGES))
def test_case_comes_last(text, language):
    for variant in (text.upper(), text.lower()):
        if variant.casefold() == text.casefold():
            one, other = (sort_key(found, language).partition("\0")[0] for found in (text, variant))
            assert one == other


@given(texts, st.sampled_from(["「{}」", "『{}", "“{}”", "《{}》", "“‘{}’”"]), st.sampled_from(LANGUAGES))
def test_a_quoted_text_stands_where_it_would_without_its_opening_mark(text, quoted, language):
    both = quoted.format(text), text + quoted.partition("{}")[2]
    one, other = (sort_key(found, language).partition("\0")[0] for found in both)
    assert one == other


@pytest.mark.parametrize("language", LANGUAGES)
def test_accents_and_width_come_last(language):
    assert sort_key("résumé zz", language) < sort_key("Resumf", language)
    assert sort_key("ＧＤＰ", language) < sort_key("gdq", language)
