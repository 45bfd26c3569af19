"""seeds/corrections.yml and seeds/corrections/*.yml → entries.

A field that can't be used is a problem; the rest of its entry still counts.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from generator.correct.entries import Corrections
from generator.correct.reading import Entries
from generator.correct.sections import SECTIONS
from generator.fields import safe_yaml
from generator.fields.values import Note, problem, unreadable
from generator.model import Problem

LARGEST = 4_000_000  # characters; 20,000 corrections
FILE, FOLDER = "corrections.yml", "corrections"
MOST_FILES = 10_000


def load_all(seeds: Path) -> Corrections:
    """What people wrote into `corrections.yml` and the files of `corrections/`, as one.

    A reader's proposal is a file of its own in the folder, so that two of them never meet in one.
    Where two files decide the same, the first one counts (corrections.yml, then by name), and the
    other is a problem.
    """
    made = Entries()
    _load_into(made, seeds / FILE)
    folder = seeds / FOLDER
    if folder.is_dir() and not folder.is_symlink():
        for path in sorted(folder.iterdir(), key=lambda path: path.name)[:MOST_FILES]:
            if path.suffix.lower() in (".yml", ".yaml") and not path.name.startswith("."):
                _load_into(made, path)
    return made.made()


def is_corrections(name: str) -> bool:
    """Whether a file of seeds/, by its name there, is one of people's corrections."""
    folder, _, base = name.rpartition("/")
    return name == FILE or (folder == FOLDER and base.lower().endswith((".yml", ".yaml")))


def load(path: Path) -> Corrections:
    """Read one file; no file means no corrections. Never raises for what is in it."""
    made = Entries()
    _load_into(made, path)
    return made.made()


def read(text: str, file: str = "seeds/corrections.yml") -> Corrections:
    """The entries of a corrections file; `file` is what problems call it."""
    made = Entries()
    _read_into(made, text, file)
    return made.made()


def _load_into(made: Entries, path: Path) -> None:
    folder = path.parent.resolve()
    file = f"{folder.name}/{path.name}"
    if folder.name == FOLDER:
        file = f"{folder.parent.name}/{file}"
    if path.is_symlink() or (path.exists() and not path.is_file()):
        made.problems.append(Problem(file, "is no file of its own", "put the file itself here"))
        return
    try:
        body = path.read_bytes()[: LARGEST * 4].removeprefix(codecs.BOM_UTF8)
        text = body.decode("utf-8").replace("\r\n", "\n")
    except FileNotFoundError:
        return
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        made.problems.append(Problem(f"{file}:{line}", "is not UTF-8 text", "save it as UTF-8"))
        return
    except OSError as error:
        made.problems.append(problem(file, unreadable(error)))
        return
    _read_into(made, text, file)


def _read_into(made: Entries, text: str, file: str) -> None:
    made.file = file
    node = safe_yaml.compose(text, LARGEST)
    if node is None:
        return
    if isinstance(node, safe_yaml.Refused):
        made.note(Note(node.what, node.hint, node.line))
        return
    if not isinstance(node, safe_yaml.Mapping):
        made.note(
            Note("is not a list of sections", 'begin with "quotes:", "names:" or "articles:"', 1)
        )
        return
    for key, section in node.value:
        name = key.value if isinstance(key, safe_yaml.Scalar) else ""
        line = safe_yaml.line_of(key)
        if name not in SECTIONS:
            hint = f"the sections are {', '.join(SECTIONS)}"
            made.note(Note(f"the section {name[:80]!r} is unknown", hint, line))
        elif isinstance(section, safe_yaml.List):
            for item in section.value:
                made.add(name, item)
        elif not safe_yaml.is_empty(section):
            made.note(Note(f"{name} is not a list", 'begin each entry with "- "', line))
