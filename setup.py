"""Installed, the program is called `florilegium`, and has its templates and the theme's files in it.

In a clone it is the folder `generator`, which is no name to take from others. Here each module is copied under the
other name, and its imports with it: whatever reads `from generator…` or `import generator…` at the start of a line.
"""

import re
import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
SHIPPED = {
    "templates": "templates",
    "site_overrides": "site_overrides",
    "new": "generator/new",
}
IMPORT = re.compile(r"^(\s*(?:from|import) )generator\b", re.MULTILINE)
COMMAND = re.compile(r"python -m generator\b")


class Renamed(build_py):
    """The usual copy, under the name `florilegium`."""

    def run(self) -> None:
        """Copy, rename, add what is shipped."""
        super().run()
        if self.editable_mode:
            raise SystemExit(
                "not as an editable install: a clone works as it is, with `python -m generator`"
            )
        built = Path(self.build_lib)
        made, target = built / "generator", built / "florilegium"
        shutil.rmtree(target, ignore_errors=True)
        made.rename(target)
        for path in target.rglob("*.py"):
            words = IMPORT.sub(r"\1florilegium", path.read_text(encoding="utf-8"))
            path.write_text(COMMAND.sub("florilegium", words), encoding="utf-8", newline="\n")
        shutil.rmtree(target / "new", ignore_errors=True)
        for name, source in SHIPPED.items():
            shutil.copytree(ROOT / source, target / "shipped" / name)
        for path in (target / "shipped/templates").rglob("*.j2"):
            words = COMMAND.sub("florilegium", path.read_text(encoding="utf-8"))
            path.write_text(words, encoding="utf-8", newline="\n")


setup(cmdclass={"build_py": Renamed})
