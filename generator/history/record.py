"""What one build remembers for the next: former addresses, and what changed since.

`redirects.json` beside mkdocs.yml is committed with the sources; the last build's snapshot lies in
the cache and may be lost, which costs the comparison and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.config import Settings
from generator.disk.write import write_file
from generator.history import changes as differences
from generator.history import redirects
from generator.history import snapshot as snapshot_module
from generator.model import Corpus, Page, Problem

SNAPSHOT = "snapshot.jsonl"
CHANGES = "changes.json"


@dataclass(frozen=True, slots=True)
class History:
    """The last build and this one. `before` is None when nothing is known of a last build."""

    before: snapshot_module.Snapshot | None
    now: snapshot_module.Snapshot
    former: redirects.Former = field(default_factory=redirects.Former)
    damaged: bool = False  # True = redirects.json can't be read, so it is not written either
    problems: tuple[Problem, ...] = ()

    @property
    def changes(self) -> differences.Changes:
        """What is not as it was; nothing when there is nothing to compare with."""
        return differences.changes(self.before, self.now) if self.before else differences.Changes()


def recall(settings: Settings, corpus: Corpus, problems: Iterable[Problem]) -> History:
    """Read what the last build left, and note what was renamed or reworded since."""
    snapshot = _read(settings.cache / SNAPSHOT)
    before = snapshot_module.load(snapshot) if snapshot else None
    now = snapshot_module.snapshot(corpus, problems)
    record = _read(settings.root / redirects.FILE)
    former, damage = redirects.load(record) if record else (redirects.Former(), ())
    if before and not damage:
        former = redirects.note(former, before, now)
    return History(before, now, former, bool(damage), damage)


def save(settings: Settings, history: History) -> None:
    """Leave this build's state for the next. Raises write.WriteError; a cache that can't be written
    is passed over.
    """
    if history.before is not None and history.changes.summary:
        write_file(settings.cache.parent / CHANGES, history.changes.json())
    if not history.damaged and (history.former.articles or history.former.quotes):
        write_file(settings.root / redirects.FILE, redirects.dump(history.former))
    write_file(settings.cache / SNAPSHOT, snapshot_module.dump(history.now))


def with_redirects(
    pages: Iterable[Page],
    corpus: Corpus,
    settings: Settings,
    history: History,
    problems: list[Problem],
) -> Iterator[Page]:
    """The pages, then one at each former address that none of them uses; what can't be had is added
    to `problems`.
    """
    taken: list[str] = []
    for page in pages:
        taken.append(page.path)
        yield page
    articles = [story.article for story in corpus.stories]
    made, said = redirects.redirect_pages(
        articles, history.former, settings.site, taken, corpus.subjects
    )
    problems += said
    yield from made


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return ""
