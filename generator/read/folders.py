"""Folders of seeds/ → collections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from generator.fields.metadata import Metadata, metadata, one_line
from generator.fields.slugs import distinct, slug
from generator.fields.values import Note, Value, problem
from generator.fields.yaml_fields import CANONICAL, read_fields
from generator.model import Collection, Problem
from generator.read.articles import INHERITED, name_title

FILE = "_collection.yml"
# what _collection.yml may say: about itself, and for the articles in the folder and the folders
# below
OF_ITSELF = ("title", "description", "notice")
NAMES = {name: name for name in OF_ITSELF} | {
    n: canonical for n, canonical in CANONICAL.items() if canonical in INHERITED
}
Said = tuple[dict[str, Value], tuple[Note, ...]]


def folder_ids(holding: Iterable[str]) -> dict[str, str]:
    """Folder → id for every folder that holds an article, and for the folders around it."""
    holding = {*holding} - {""}
    folders = holding | {
        str(above) for folder in holding for above in PurePosixPath(folder).parents if above.name
    }
    ids: dict[str, str] = {}
    for folder in sorted(folders, key=lambda f: (f.count("/"), f)):
        path = PurePosixPath(folder)
        above = ids.get(str(path.parent), "")
        want = f"{above}/{slug(path.name)}".lstrip("/")
        ids[folder] = distinct([(folder, want)], ids.values())[folder]
    return ids


def read_collection(text: str) -> Said:
    """(fields, notes) of a _collection.yml."""
    return read_fields(text, 0, NAMES, "it")


def collections(
    ids: Mapping[str, str], files: Mapping[str, Said], root: str
) -> tuple[Collection, ...]:
    """Every folder as a collection; `ids`: folder → id, `files`: folder → what its _collection.yml
    says.
    """
    made = []
    for folder, made_id in ids.items():
        fields, notes = files.get(folder, ({}, ()))
        title, description, notice = (
            one_line(fields[n].text) if n in fields else "" for n in OF_ITSELF
        )
        problems = _problems(folder, fields, notes, root)
        title = title or name_title(PurePosixPath(folder).name)
        made.append(Collection(made_id, title, description, notice, problems))
    return tuple(sorted(made, key=lambda collection: collection.id))


def without_page(
    ids: Mapping[str, str], files: Mapping[str, Said], root: str
) -> tuple[Problem, ...]:
    """What is wrong with a _collection.yml at the top of seeds/, or in a folder without an
    article.
    """
    return tuple(
        p for folder in files if folder not in ids for p in _problems(folder, *files[folder], root)
    )


def _problems(
    folder: str, fields: dict[str, Value], notes: tuple[Note, ...], root: str
) -> tuple[Problem, ...]:
    checked = metadata({name: value for name, value in fields.items() if name in INHERITED})
    file = "/".join(filter(None, (root, folder, FILE)))
    return tuple(problem(file, note) for note in (*notes, *checked.notes))


def inherited(ids: Mapping[str, str], files: Mapping[str, Said]) -> dict[str, Metadata]:
    """Folder → the fields that its articles inherit, from its own _collection.yml and those above
    it.
    """
    made: dict[str, Metadata] = {}
    for folder in ["", *ids]:  # parents come before their children
        above = str(PurePosixPath(folder).parent).removeprefix(".")
        values = dict(made[above].values) if folder else {}
        own = files.get(folder, ({}, ()))[0]
        values |= metadata({name: value for name, value in own.items() if name in INHERITED}).values
        made[folder] = Metadata(values)
    return made
