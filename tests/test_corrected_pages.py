"""What people corrected is on the pages, says that it is, and what fits nothing is named with its
line.
"""

import html
from pathlib import Path

from generator.build import build
from generator.config import load

TEXT = (
    "Bridge closed\n\nThe bridge over the Cawl is shut. “It will open again in May,” said Ann Lee, "
    "the mayor.\n\n“Nobody was hurt, and nobody will be,” said Bob Ash, the engineer.\n"
)
CORRECTIONS = """quotes:
  - article: bridge
    words: Nobody was hurt
    speaker: Cal Ode
  - article: bridge
    words: The ferry sank on Tuesday
    drop: true
  - article: bridge
    words: The bridge over the Cawl is shut
    speeker: Ann Lee
    add: true
names:
  - name: Ann Lee
    rename: Ann Leigh
articles:
  - article: bridge
    date: 2042-03-12
    outlet: Courier
"""


def test_pages_say_what_was_corrected_by_hand(project: Path) -> None:
    (project / "seeds/bridge.txt").write_text(TEXT)
    (project / "seeds/corrections.yml").write_text(CORRECTIONS)
    report = build(load(project / "mkdocs.yml"))

    def page(path: str) -> str:
        return html.unescape((project / ".build/docs" / path).read_text())

    article = page("articles/bridge/index.md")
    # one that was given its speaker, one that was added
    assert article.count("corrected by hand") == 2
    assert "<dt>Corrected by hand</dt><dd>date, publication</dd>" in article
    assert "corrected by hand" in page("people/ann-leigh/index.md")
    assert "Nobody was hurt, and nobody will be," in page("people/cal-ode/index.md")
    assert not (project / ".build/docs/people/ann-lee").exists()
    assert [
        str(problem).partition(" — ")[0] for problem in report.problems if not problem.note
    ] == [
        "seeds/corrections.yml:10: the field 'speeker' is unknown",
        "seeds/corrections.yml:5: the words 'The ferry sank on Tuesday' are not in bridge.txt",
    ]
    hints = " ".join(problem.hint for problem in report.problems)
    assert "did you mean 'speaker'?" in hints


def test_pages_say_what_was_checked_and_the_role_that_a_person_gave(project: Path) -> None:
    (project / "seeds/bridge.txt").write_text(TEXT)
    folder = project / "seeds/corrections"
    folder.mkdir()
    (folder / "one.yml").write_text(
        "quotes: [{article: bridge, words: It will open again, checked: true, why: heard it}]\n"
        "names: [{name: Bob Ash, roles: [keeper of the weir]}]\n"
    )
    report = build(load(project / "mkdocs.yml"))

    def page(path: str) -> str:
        return html.unescape((project / ".build/docs" / path).read_text())

    assert [str(problem) for problem in report.problems if not problem.note] == []
    assert "checked by hand" in page("articles/bridge/index.md")
    assert "checked by hand" in page("people/ann-lee/index.md")
    assert "<li>keeper of the weir <span>by hand</span></li>" in page("people/bob-ash/index.md")
    assert "found right, and says “checked by hand”" in page("method/index.md")
    assert not (project / ".build/docs/articles/corrections").exists()
