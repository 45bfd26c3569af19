"""The fields of one entry of a corrections file, each in the shape that is wanted of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.correct.sections import REASON_FIELDS
from generator.fields.metadata import one_line
from generator.fields.values import Note, Value


class Fields:
    """Gives the values of an entry; what has another shape is noted and passed over.

    `values` are by the name of their field; `note` takes each problem: `Fields(values, entries.note).text("article")`.
    """

    def __init__(self, values: Mapping[str, Value], note: Callable[[Note], None]) -> None:
        self.values, self._note = values, note

    def reason(self) -> None:
        """A reason is for whoever reads the file; here only its shape is looked at."""
        for name in REASON_FIELDS:
            self.text(name)

    def text(self, name: str) -> str:
        """One text on one line; "" = not given, or empty."""
        value = self.values.get(name)
        if value is None or value.shape == "empty":
            return ""
        if value.shape != "text":
            self._note(Note(f"the field {name!r} is {_shape(value)}", "write one text", value.line))
        return one_line(value.text)

    def texts(self, name: str) -> tuple[str, ...]:
        """Texts, each once; () = not given."""
        value = self.values.get(name)
        if value is None or value.shape == "empty":
            return ()
        if value.shape not in ("text", "list"):
            self._note(
                Note(f"the field {name!r} is {value.shape}", "write a list of texts", value.line)
            )
            return ()
        return tuple(dict.fromkeys(one_line(text) for text in value.texts if text.strip()))

    def choice(self, name: str, choices: tuple[str, ...]) -> str | None:
        """One of some words; None = not given, or none of them."""
        text = self.text(name)
        if text and text not in choices:
            self._note(
                Note(
                    f"{name}: {text[:80]!r} is unknown",
                    f"write {', '.join(choices)}",
                    self.values[name].line,
                )
            )
            return None
        return text or None

    def yes(self, name: str) -> bool:
        """Whether it says true."""
        text = self.text(name).lower()
        if text not in ("", "true", "yes", "false", "no"):
            self._note(
                Note(
                    f"{name}: {text[:80]!r} is neither true nor false",
                    "write true",
                    self.values[name].line,
                )
            )
        return text in ("true", "yes")


def _shape(value: Value) -> str:
    return "a list" if value.shape == "list" else value.shape
