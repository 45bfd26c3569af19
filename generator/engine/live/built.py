"""What the last build in this process left."""

from __future__ import annotations

from dataclasses import dataclass

from generator.config import Settings
from generator.engine.live.shell import Shell
from generator.model import Corpus


@dataclass
class Built:
    """What the last build in this process left; the hook's events fill it in."""

    settings: Settings | None = None
    shell: Shell | None = None
    corpus: Corpus | None = None  # None = nothing had changed, so that it was not needed

    def of(self, settings: Settings) -> None:
        """A new build begins."""
        self.settings, self.shell, self.corpus = settings, None, None

    def keep(self, corpus: Corpus) -> None:
        """It has linked its corpus."""
        self.corpus = corpus
