"""Valid dossiers of any number of metrics, the same every time, and the same rows as CSV."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from random import Random
from typing import NamedTuple

from sufu_tui.dossier.model import Dossier
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder

LEAST, GREATEST = "Least sum", "Greatest sum"
"""The labels of the smallest and the largest figure; both are money, so that every table sorts them so."""

COLUMNS = ("label", "value", "unit", "qualifier", "period", "area", "section", "printed")

_SEED = 20231208
_AREAS = (
    "policy",
    "exchange",
    "publicity",
    "cadres",
    "industry",
    "agriculture",
    "culture",
    "labour",
    "health",
)
_SECTIONS = ("opening", "two-hands", "two-hearts", "two-places", "closing")
_UNITS = {"CNY": "元", "person": "人", "visit": "次", "project": "個", "hour": "小時"}
_QUALIFIERS = {"exact": "", "over": "超過", "about": "約", "nearly": "近", "at-least": "至少"}
_SCALES = {1: "", 10**4: "萬", 10**8: "億"}
_TOPICS = (
    ("採購訂單", "采购订单", "Purchase orders"),
    ("園區投資", "园区投资", "Investment in parks"),
    ("培訓人次", "培训人次", "Trainees"),
    ("互訪", "互访", "Mutual visits"),
    ("簽約項目", "签约项目", "Projects signed"),
    ("遠程會診", "远程会诊", "Remote consultations"),
    ("農產品銷售", "农产品销售", "Sales of farm produce"),
)


class Generated(NamedTuple):
    """A dossier as a folder, and the same rows in a file of comma-separated values."""

    folder: Path
    rows_file: Path
    number: int


def generate(number: int, folder: Path) -> Generated:
    """Write a dossier of `number` metrics, the shipped ones first, into the new `folder`."""
    shutil.copytree(shipped_folder(), folder)
    file = folder / "metrics.toml"
    text = file.read_text(encoding="utf-8")
    random = Random(_SEED)
    first = text.count("[[metric]]")
    extremes = {first + (number - first) // 3: LEAST, first + 2 * (number - first) // 3: GREATEST}
    with file.open("a", encoding="utf-8") as out:
        for place in range(first, number):
            out.write(_extreme(place, extremes[place]) if place in extremes else _metric(place, random))
    return Generated(folder, _as_csv(folder), number)


def dossier_of(generated: Generated) -> Dossier:
    """Read a generated dossier; raise AssertionError where it is not valid."""
    reading = read(generated.folder)
    assert reading.dossier is not None, reading.errors[:3]
    return reading.dossier


def _metric(place: int, random: Random) -> str:
    unit, sign = random.choice(tuple(_UNITS.items()))
    qualifier, word = random.choice(tuple(_QUALIFIERS.items()))
    scale, scale_word = random.choice(tuple(_SCALES.items()))
    digits = random.randint(100, 9_999_999)
    # With a scale, up to two decimals: 超過66.45億元.
    printed = f"{digits}" if scale == 1 else f"{digits / 100:.2f}"
    value = digits if scale == 1 else digits * scale // 100
    topic = random.choice(_TOPICS)
    labels = (f"{topic[0]}第{place}批", f"{topic[1]}第{place}批", f"{topic[2]}, batch {place}")
    year, month = random.randint(2012, 2023), random.randint(1, 12)
    period = random.choice((f"{year}", f"{year}-{month:02}", f"{year}~"))
    return _table(place, labels, unit, value, qualifier, f"{word}{printed}{scale_word}{sign}", random, period)


def _extreme(place: int, label: str) -> str:
    value, printed = (0, "0元") if label == LEAST else (9 * 10**15, "90000000億元")
    return _table(
        place, (f"{label}。", f"{label}。", label), "CNY", value, "exact", printed, Random(place), "2023"
    )


def _table(
    place: int,
    labels: tuple[str, str, str],
    unit: str,
    value: int,
    qualifier: str,
    printed: str,
    random: Random,
    period: str,
) -> str:
    traditional, simplified, english = labels
    return f"""
[[metric]]
id = "m-{place}"
label = {{ zh-Hant = "{traditional}", zh-Hans = "{simplified}", en = "{english}" }}
area = "{random.choice(_AREAS)}"
section = "{random.choice(_SECTIONS)}"
value = {value}
unit = "{unit}"
qualifier = "{qualifier}"
printed = "{printed}"
period = "{period}"
source = "release#02"
"""


def _as_csv(folder: Path) -> Path:
    """Write the rows of the dossier as its table shows them, with values in base units."""
    dossier = read(folder).dossier
    assert dossier is not None
    path = folder.with_suffix(".csv")
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(COLUMNS)
        for metric in dossier.metrics:
            area, section = dossier.area(metric.area), dossier.section(metric.section)
            out.writerow((
                metric.label.in_language("en"), f"{metric.value:f}", metric.unit, metric.qualifier.value,
                metric.period.text if metric.period else "", area.short.in_language("en"), section.number,
                metric.printed or "",
            ))  # fmt: skip
    return path
