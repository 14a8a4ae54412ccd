"""Prints with their values: the right one passes, every other fails, the other sign included."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sufu_tui.reading.prints.printed_numbers import numbers

THIRD = str(Decimal(1) / 3)
PRINTS = [
    # signs
    ("-5", "-5"), ("−5", "-5"), ("–5", "-5"), ("－５", "-5"), ("﹣5", "-5"), ("- 5", "-5"), ("− 5", "-5"),
    ("負5", "-5"), ("负5", "-5"), ("負五", "-5"), ("负 5", "-5"), ("零下5度", "-5"), ("minus 5", "-5"),
    ("Minus five", "-5"), ("negative 5", "-5"), ("(1,200)", "-1200"), ("（1,200）", "-1200"),
    ("(1,200)萬元", "-12000000"),
    ("CNY (1,200)", "-1200"), ("(3.2%)", "-3.2"), ("(5萬元)", "-50000"), ("$(1,200)", "-1200"),
    ("( 1,200 )", "-1200"),
    ("-5%", "-5"), ("-3.2個百分點", "-3.2"), ("-¥5億", "-500000000"), ("¥-5億", "-500000000"),
    ("−$5 million", "-5000000"),
    ("-1,234.5", "-1234.5"), ("約-5度", "-5"), ("增長-5%", "-5"), ("負百分之五", "-5"), ("-2½", "-2.5"),
    ("−½", "-0.5"),
    ("負三分之一", "-" + THIRD), ("minus two and a half", "-2.5"), ("▼3.2%", "-3.2"), ("↓5", "-5"),
    ("+5", "5"), ("＋5", "5"), ("plus 5", "5"), ("▲3.2%", "3.2"), ("負責5個項目", "5"),
    ("肩負3項任務", "3"),
    ("會員(1,200人)名", "1200"), ("members (1,200)", "1200"), ("COVID-19", "19"), ("CNY-5", "-5"),
    # signs before a currency, whichever
    ("-NT$1.5 million", "-1500000"), ("minus NT$1.5 million", "-1500000"), ("(NT$1.5 million)", "-1500000"),
    ("負新臺幣150萬元", "-1500000"), ("-GBP 1.5 million", "-1500000"), ("-A$1.5 million", "-1500000"),
    ("−₩1,200", "-1200"), ("-歐元5億", "-500000000"), ("-TWD 5", "-5"), ("HALL-5", "5"), ("NT$5", "5"),
    ("減少新台幣150萬元", "-1500000"), ("down NT$5 million", "-5000000"), ("down by R$5", "-5"),
    # words of decline
    ("負成長3.2%", "-3.2"), ("衰退3.2%", "-3.2"), ("萎縮了3.2%", "-3.2"), ("比上年低了3.2個百分點", "-3.2"),
    ("少了3.2個百分點", "-3.2"), ("至少5家", "5"), ("低於5家", "5"), ("不少於5家", "5"), ("a 12% cut", "-12"),
    ("was cut 12%", "-12"), ("was cut to 12%", "12"),
    ("下降3.2%", "-3.2"), ("下降了3.2%", "-3.2"), ("同比下降約3.2%", "-3.2"), ("約下降3.2%", "-3.2"),
    ("減少3.2個百分點", "-3.2"),
    ("减少3.2个百分点", "-3.2"), ("比去年減少1,200人", "-1200"), ("減少近一半", "-0.5"),
    ("降低五成", "-0.5"), ("回落百分之二十", "-20"),
    ("負增長3.2%", "-3.2"), ("下跌逾20億元", "-2000000000"), ("3.2%的下降", "-3.2"),
    ("下降達3.2%", "-3.2"), ("减少了约5万吨", "-50000"),
    ("由8%下降", "8"), ("下降至3.2%", "3.2"), ("減少到5家", "5"), ("降為5元", "5"), ("增長3.2%", "3.2"),
    ("提高3.2個百分點", "3.2"),
    ("down 3.2%", "-3.2"), ("fell by 3.2%", "-3.2"), ("fell 3.2 percent", "-3.2"),
    ("a decline of 5", "-5"), ("declined by nearly 5%", "-5"),
    ("a 3.2% decline", "-3.2"), ("3.2 per cent lower", "-3.2"), ("decreased by over 1,200", "-1200"),
    ("a drop of a third", "-" + THIRD),
    ("5 fewer visits", "-5"), ("a decrease of 3.2 percentage points", "-3.2"),
    ("5 degrees below zero", "-5"),
    ("fell to 3.2%", "3.2"), ("down to 5", "5"), ("up 5%", "5"), ("rose by 5%", "5"),
    ("no fewer than 5", "5"), ("less than 5", "5"),
    # Chinese numerals
    ("一半", "0.5"), ("近一半", "0.5"), ("過半", "0.5"), ("半數", "0.5"), ("三分之一", THIRD),
    ("近三分之一", THIRD), ("約三分之二", str(Decimal(2) / 3)),
    ("超過三分之一", THIRD), ("四分之三", "0.75"), ("百分之二十", "20"), ("百分之十二點五", "12.5"),
    ("百分之百", "100"), ("二又三分之一", str(Decimal(7) / 3)),
    ("十多個小時", "10"), ("二十多萬", "200000"), ("十幾個", "10"), ("十餘家", "10"), ("十來個", "10"),
    ("兩年", "2"), ("兩萬", "20000"), ("兩年半", "2.5"), ("一個半小時", "1.5"),
    ("3小時半", "3.5"), ("66.4億元", "6640000000"), ("２０万", "200000"), ("三點二億", "320000000"),
    ("零點五", "0.5"), ("一億二千萬", "120000000"),
    ("一百二十", "120"), ("廿三", "23"), ("壹佰貳拾", "120"), ("上千人", "1000"), ("翻一番", "2"),
    ("翻兩番", "4"), ("百分之零點五", "0.5"), ("四分之三以上", "0.75"),
    ("3個半導體項目", "3"), ("三成", "0.3"), ("三成五", "0.35"), ("5％", "5"), ("3分之1", THIRD),
    ("千萬人口", "10000000"), ("3.2個百分點", "3.2"), ("第5天", "5"),
    ("十點五億", "1050000000"), ("一萬億", "1000000000000"), ("2千5百萬", "25000000"),
    # fractions and groups
    ("2½", "2.5"), ("2 ½ hours", "2.5"), ("½", "0.5"), ("⅓", THIRD), ("2 1/2", "2.5"), ("1/3", THIRD),
    ("3/4", "0.75"), ("2½ million", "2500000"),
    ("1 234 567", "1234567"), ("1\u00a0234\u00a0567", "1234567"), ("1\u2009234", "1234"),
    ("1\u202f234.5", "1234.5"), ("1,234,567", "1234567"),
    ("１，２３４", "1234"), ("１２３４", "1234"), ("1’234’567", "1234567"), ("1.2×10⁸", "120000000"),
    ("1.2 x 10^8", "120000000"), (".5", "0.5"),
    # English
    ("one third", THIRD), ("nearly one third", THIRD), ("a third", THIRD),
    ("two thirds", str(Decimal(2) / 3)), ("two-thirds of them", str(Decimal(2) / 3)), ("half", "0.5"),
    ("over half", "0.5"),
    ("half a dozen", "6"), ("a dozen", "12"), ("more than a dozen", "12"), ("two dozen", "24"),
    ("three quarters", "0.75"), ("a quarter", "0.25"),
    ("two and a half million", "2500000"), ("2 and a half", "2.5"), ("half a million", "500000"),
    ("a hundred thousand", "100000"), ("twenty-one", "21"),
    ("twenty percent", "20"), ("5 percentage points", "5"), ("two hundred and five", "205"),
    ("over 7.4 billion", "7400000000"), ("CNY 5m", "5000000"), ("£2.5bn", "2500000000"),
    ("the third visit", "3"), ("21st", "21"), ("one in three", THIRD), ("a year and a half", "1.5"),
    ("twice", "2"), ("no more than five", "5"), ("3 dozen", "36"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "value"), PRINTS)
def test_the_right_value_passes_and_every_other_fails(printed: str, value: str) -> None:
    right = Decimal(value)
    found = numbers(printed)
    assert any(number.says(right) for number in found), found
    others = {
        -right,
        right + 1,
        right - 1,
        right * 10,
        right / 10,
        right * 100,
        right * 1000,
        Decimal(0),
        Decimal(100),
    }
    others |= {Decimal(digit) for digit in range(1, 13)} | {-Decimal(digit) for digit in range(1, 13)}
    assert [str(other) for other in others - {right} if any(number.says(other) for number in found)] == [], (
        found
    )
