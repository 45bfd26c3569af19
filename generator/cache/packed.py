"""Values of `model` as plain JSON and back, by their type hints: what the cache may hold (never
pickle).
"""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


def pack(value: object) -> bytes:
    """A frozen dataclass as JSON: each dataclass a list of its fields, in order."""
    return json.dumps(value, default=_fields, separators=(",", ":")).encode()


def unpack(kind: type[T], packed: bytes) -> T:
    """The value again. ValueError, TypeError or KeyError if this is not what `pack` gave for the
    same types.
    """
    hint: Any = kind
    made: T = _maker(hint)(json.loads(packed))
    return made


def _fields(value: object) -> list[Any]:
    kind: Any = type(value)
    return [getattr(value, name) for name in _names(kind)]


@functools.cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@functools.cache
def _maker(hint: Any) -> Callable[[Any], Any]:
    """How to make a value of a type from its JSON."""
    if dataclasses.is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        kind: Any = hint
        makers = [_maker(hints[name]) for name in _names(kind)]
        return lambda held: kind(*[make(part) for make, part in zip(makers, held, strict=True)])
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple and inner[1:] == (...,):
        make = _maker(inner[0])
        return lambda held: tuple([make(part) for part in held])
    if origin in (typing.Union, types.UnionType) and type(None) in inner:
        (other,) = (one for one in inner if one is not type(None))
        make = _maker(other)
        return lambda held: None if held is None else make(held)
    if hint in (str, int, float, bool) or origin is typing.Literal:
        return lambda held: held
    raise TypeError(f"no plain form for {hint}")
