"""What fast hands do: bursts of keys, pastes and mouse reports, sizes, rests, from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple, Union

from sufu_tui.explorer.commands import COMMANDS
from sufu_tui.query.filter_examples import TERM_EXAMPLES


class Burst(NamedTuple):
    """Bytes that come in one read."""

    data: bytes
    keys: int


class Size(NamedTuple):
    """Another size of the terminal."""

    columns: int
    rows: int


class Rest(NamedTuple):
    """Time without a key."""

    seconds: float


class Restart(NamedTuple):
    """End of the program from outside, and another start of it where the last one has kept its place."""


class Stop(NamedTuple):
    """Signal to stop, as from a shell, and the one to go on."""


Action = Union[Burst, Size, Rest, Restart, Stop]

SIZES = (
    Size(1, 1), Size(10, 3), Size(20, 5), Size(47, 15), Size(48, 16), Size(59, 20), Size(60, 16),
    Size(80, 24), Size(80, 24), Size(100, 30), Size(120, 40), Size(160, 50), Size(200, 60),
    Size(250, 70), Size(300, 90),
)  # fmt: skip
_WIDEST, _HIGHEST = 300, 90

_SEQUENCES = {
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "delete": "\x1b[3~", "insert": "\x1b[2~", "tab": "\t",
    "enter": "\r", "escape": "\x1b", "backspace": "\x7f", "space": " ", "shift+tab": "\x1b[Z",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~",
    "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "shift+f3": "\x1b[1;2R", "shift+f4": "\x1b[1;2S",
    "shift+f5": "\x1b[15;2~", "shift+f6": "\x1b[17;2~", "shift+f7": "\x1b[18;2~", "shift+f8": "\x1b[19;2~",
    "shift+f9": "\x1b[20;2~", "shift+f2": "\x1b[1;2Q",
    "shift+left": "\x1b[1;2D", "shift+right": "\x1b[1;2C", "alt+left": "\x1b[1;3D",
    "alt+right": "\x1b[1;3C", "ctrl+left": "\x1b[1;5D", "ctrl+right": "\x1b[1;5C",
    "ctrl+up": "\x1b[1;5A", "ctrl+down": "\x1b[1;5B", "alt+home": "\x1b[1;3H",
    "ctrl+pagedown": "\x1b[6;5~", "shift+space": " ",
}  # fmt: skip
_ENDS = frozenset({"q", "f10"})
_STOPS = frozenset({"ctrl+z"})
_FILTERS = (
    *(expression for example in TERM_EXAMPLES for expression in example.expressions),
    "during:", "name:", "has:", "name:陳元", "has:notes", "during:2023H1 name:chen", "qualifer:over",
    "((", "-",
)  # fmt: skip
_SEARCHES = (
    "chen yuan", "chenyuan", "cy", "fuyang", "sz", "shzhou", "66.4億", "6.64 billion", "2022-12", "合作",
    "park", "=", "zzz",
)  # fmt: skip
_DATES = ("2023-05", "民國112年", "5月", "last visit", "2023-05/2023-09", "-500", "9999999", "２０２３年")
_FILES = ("out.csv", "out.json", "out.md", "a/b.csv", "out", ".")
_COMMANDS = ("theme", "copy", "lang", "export", "pane", "glyph", "語言", "day", "picture")
_TEXTS = (
    *_FILTERS, *_SEARCHES, *_DATES, "x", "蘇州大學", "date:2022 \"", "👍🏽", "\u202eabc", "1e999", "～",
    "　", "？", "、", "：", "９", "ｑ",
)  # fmt: skip
_PASTES = (
    "one line", "two\nlines", "a\r\nb\r\n\r\nc", "\n", "tab\there", "\x1b[31mred", "蘇" * 300, "\u200b", "",
)  # fmt: skip
_RAW = (
    b"\xff\xfe",
    b"\xe8\x98",
    b"\x1b[",
    b"\x1b[<0;12;",
    b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b[97;5u",
    "誼功許".encode("big5"),
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b[1;3R",
    b"\x1b[?2026;2$y",
    b"\x1b[999~",
)


def key_bytes(key: str) -> bytes:
    """Return what a terminal sends for a key of the table of commands."""
    if len(key) == 1:
        return key.encode()
    if key in _SEQUENCES:
        return _SEQUENCES[key].encode()
    modifier, _, letter = key.partition("+")
    assert len(letter) == 1, key
    return bytes([ord(letter) & 0x1F]) if modifier == "ctrl" else b"\x1b" + letter.encode()


KEYS = tuple(sorted({key for command in COMMANDS for key in command.keys if key not in _ENDS | _STOPS}))
_OPENERS = (
    "/", "f", "e", "t", "c", "Y", "?", "ctrl+p", "f1", "f3", "f7", "v", "C", "B", "enter", "2", "3", "1", "4",
    "|", "m", "P", "P", "*", "'", "w", "W", ";", "i", "alt+home", "f6",
)  # fmt: skip
_LINES = (
    (("/", "f3"), _SEARCHES),
    (("1f", "2f", "3f", "4f", "f", "f7"), _FILTERS),
    (("3t", "t"), _DATES),
    (("2e", "4e", "e"), _FILES),
    (("ctrl+p",), _COMMANDS),
    (("'",), ("a", "2023", "~")),
)
"""Keys that open a line to type in, and what is typed there."""
_ANSWERS = (("enter",), ("enter",), ("down", "enter"), ("tab", "enter"), ("tab",), ("up",), ("escape",), ())
_CLOSERS = ("escape", "escape", "enter", "q", "backspace", "?", "ctrl+u", "tab", "n", "L", "f2")


class Hands:
    """Hands that a seed moves."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)

    def actions(self, keys: int) -> Iterator[Action]:
        """Yield actions with so many keys in all; a mouse report, a paste, a text and a line count as one."""
        left = keys
        while left > 0:
            action = self._action(left)
            if isinstance(action, Burst):
                left -= action.keys
            yield action

    def _action(self, most: int) -> Action:
        dice = self._dice.random()
        if dice < 0.005:
            return Restart()
        if dice < 0.01:
            return Stop()
        if dice < 0.06:
            return self._size()
        if dice < 0.2:
            return Rest(self._dice.choice((0.005, 0.02, 0.05, 0.2)))
        number = min(most, self._dice.choice((1, 1, 1, 2, 2, 3, 4, 6, 12)))
        return Burst(b"".join(self._token() for _ in range(number)), number)

    def _size(self) -> Size:
        if self._dice.random() < 0.75:
            return self._dice.choice(SIZES)
        return Size(self._dice.randint(1, _WIDEST), self._dice.randint(1, _HIGHEST))

    def _token(self) -> bytes:
        makers: tuple[tuple[float, Callable[[], bytes]], ...] = (
            (0.43, lambda: key_bytes(self._dice.choice(KEYS))),
            (0.15, lambda: key_bytes(self._dice.choice(_OPENERS))),
            (0.15, self._closer),
            (0.05, lambda: self._dice.choice(_TEXTS).encode()),
            (0.05, self._line),
            (0.11, self._mouse),
            (0.03, lambda: b"\x1b[200~" + self._dice.choice(_PASTES).encode() + b"\x1b[201~"),
            (0.03, lambda: self._dice.choice(_RAW)),
        )
        weights, makes = zip(*makers, strict=True)
        made: bytes = self._dice.choices(makes, weights)[0]()
        return made

    def _line(self) -> bytes:
        """A line that is opened, written to and answered in one go."""
        openers, texts = self._dice.choice(_LINES)
        opener = self._dice.choice(openers)
        opened = key_bytes(opener) if opener in KEYS else b"".join(map(key_bytes, opener))
        answer = b"".join(map(key_bytes, self._dice.choice(_ANSWERS)))
        return opened + self._dice.choice(texts).encode() + answer

    def _closer(self) -> bytes:
        key = self._dice.choice(_CLOSERS)
        if key == "q" and self._dice.random() > 0.05:  # where nothing is open it leaves, and all is over
            key = "escape"
        return key_bytes(key)

    def _mouse(self) -> bytes:
        x, y = self._dice.randint(1, _WIDEST), self._dice.randint(1, _HIGHEST)
        if self._dice.random() < 0.7:
            x, y = 1 + x % 80, 1 + y % 24
        kind = self._dice.random()
        if kind < 0.5:
            return f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m".encode()
        if kind < 0.65:
            return f"\x1b[<0;{x};{y}M\x1b[<32;{x + 5};{y}M\x1b[<0;{x + 5};{y}m".encode()
        if kind < 0.75:
            return (f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m" * 2).encode()
        if kind < 0.85:
            return f"\x1b[<35;{x};{y}M".encode()
        return f"\x1b[<{self._dice.choice((64, 65, 66, 67, 2, 1))};{x};{y}M".encode()
