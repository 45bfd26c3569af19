"""The hook, where no build is needed to see what it does."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from generator.disk import write
from generator.mkdocs_hook import on_files
from generator.model import Page


def test_a_folder_that_mkdocs_passed_over_stops_the_build(tmp_path: Path) -> None:
    write.write([Page("people/index.md", "# People\n")], tmp_path)
    config = MkDocsConfig()
    config.docs_dir = str(tmp_path)
    with pytest.raises(PluginError, match=r"people.index\.md could not be read"):
        on_files(Files([]), config)
    on_files(Files([File("people/index.md", str(tmp_path), str(tmp_path / "site"), True)]), config)
