"""What every record of the file and every value inside one is made of."""

from __future__ import annotations

from typing import ClassVar, dataclass_transform

import msgspec


@dataclass_transform(frozen_default=True, kw_only_default=True)
class FrozenMeta(msgspec.StructMeta):
    """Tells type checkers what the bases below hand down: frozen, by keyword."""


class Value(msgspec.Struct, metaclass=FrozenMeta, frozen=True, kw_only=True, omit_defaults=True):
    """A part of a record."""


class Record(msgspec.Struct, metaclass=FrozenMeta, frozen=True, kw_only=True, omit_defaults=True):
    """A row of the file. `TABLE` names its table."""

    TABLE: ClassVar[str] = ""

    id: str
