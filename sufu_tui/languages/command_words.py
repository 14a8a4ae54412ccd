"""Command words: what else readers call the commands, in any language, to find them by."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import tomli


@lru_cache(maxsize=1)
def command_words() -> Mapping[str, tuple[str, ...]]:
    """Return phrases for each command by its id, read from the package once.

    Those for orders of tables are under `order.largest` and the like, those for languages and themes under
    `choice.language` and `choice.theme`.
    """
    table = tomli.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    found: dict[str, tuple[str, ...]] = {}
    for key, value in table.items():
        parts = (
            {key: value}
            if isinstance(value, str)
            else {f"{key}.{name}": text for name, text in value.items()}
        )
        found.update({name: tuple(map(str.strip, text.split(";"))) for name, text in parts.items()})
    return found
