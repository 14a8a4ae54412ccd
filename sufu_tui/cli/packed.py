"""A dossier as bytes, for another start or from another process."""

from __future__ import annotations

import io
import pickle
from dataclasses import fields
from typing import Any

from sufu_tui.dossier.model import Dossier


def pack(dossier: Dossier) -> bytes:
    """Return the records of `dossier` as bytes, which only this very program can be sure to unpack."""
    values = tuple(getattr(dossier, field.name) for field in fields(Dossier) if field.init)
    return pickle.dumps(values, protocol=4)


def unpack(data: bytes | memoryview) -> Dossier | None:
    """Return the dossier that was packed; None where `data` is anything else."""
    try:
        return Dossier(*_Unpickler(io.BytesIO(data)).load())
    except (pickle.UnpicklingError, AttributeError, EOFError, LookupError, TypeError, ValueError):
        return None


class _Unpickler(pickle.Unpickler):
    """Makes the records of a dossier and nothing else, whatever the bytes ask for."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  as the library has it
        if (module, name) not in {("decimal", "Decimal"), ("fractions", "Fraction")}:
            package, _, _ = module.rpartition(".")
            if package != "sufu_tui.dossier" or "." in name:
                raise pickle.UnpicklingError(f"{module}.{name}")
        found = super().find_class(module, name)
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
