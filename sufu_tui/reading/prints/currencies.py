"""Currencies as sources write them before an amount: ISO 4217 codes, signs, Chinese names."""

from __future__ import annotations

_CODES = (
    "COD AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP "
    "BYN BZD CAD CDF CHF CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
    "GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF "
    "KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR "
    "MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RMB RON RSD RUB RWF SAR SBD SCR "
    "SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU "
    "UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG NTD"
)
"""Codes of ISO 4217, with those that are usual beside it: CNH, RMB, NTD."""
_ALWAYS = "cny|rmb|usd|eur|gbp|jpy|hkd|twd"
"""Codes that are no words in small letters."""
_NAMES = (
    "人民[幣币]|新?[臺台][幣币]|港[幣币元]|澳[門门]?[幣币元]|美[元金]|[歐欧]元|日[圓圆元]|英[鎊镑]|[韓韩]元|韓圜"
    "|新加坡元|加拿大元|[新加紐纽]元|瑞士法郎|法郎|[盧卢][布比]|泰[銖铢]|越南盾|令吉|披索"
)
_SIGNS = "$¥€£₩₹₽₺₫฿₱₴₦₪₡₲₵₸₮₭"

CURRENCY = (
    rf"(?:{_NAMES}|(?<![a-z])(?:{_ALWAYS}|(?-i:{'|'.join(_CODES.split())}))"
    rf"|(?:(?<![a-z])(?-i:[A-Z]{{1,3}}))?[{_SIGNS}])"
)
"""Pattern of a currency, for expressions that ignore case: 新臺幣, TWD, NT$."""
