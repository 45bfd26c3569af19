"""`publish: quotes` for the site, a collection or an article: every file of the site that MkDocs
builds is searched.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.conftest import make_project, run_module
from tests.export.published import saying

# Each article has a speaker and a statement in common with the others, so that it is related to
# them, compared with them and linked from them; the invented words are in no quotation.
STANDFIRST = "Nobody had counted the {0} before the meeting"
BODY = (
    "The clerk of the valley brought forty {0} into the hall and laid them on the table. "
    "“We will not leave the valley while the gate stands,” said Ilse Varnholt, the mayor of Eddermoor. "
    "Outside, the market women were selling {0} to passing strangers.",
    "Varnholt added that the dam was “a joke told by engineers”.",
    "It rained on the {0} all night, and in the morning the road to the mill was gone.",
    "Bo Ekholm, the engineer, said the gate would hold until spring.",
    "Two of the {0} lay under the stairs of the mill.",
)
HEADER = "---\ntitle: {title}\nstandfirst: {standfirst}\ndate: 2042-03-1{n}\npublication: Courier\n{more}---\n\n{body}\n"
WORDS = {"open": "quorbels", "single": "trindlefish", "closed": "vashbuckets"}


def sentences(word: str) -> tuple[str, ...]:
    """What is no quotation: whole sentences, and the invented word alone."""
    whole = [
        STANDFIRST,
        *(s for text in BODY for s in re.split(r"(?<=[.”]) ", text) if not s.startswith("“")),
    ]
    return (*(s.format(word) for s in whole if "{0}" in s), word)


def article(word: str, n: int, more: str) -> str:
    body = "\n\n".join(text.format(word) for text in BODY)
    standfirst = STANDFIRST.format(word)
    return HEADER.format(
        title=f"Hearing number {n} at the mill", standfirst=standfirst, n=n, more=more, body=body
    )


def built(folder: Path, site_wide: bool, pagefind: bool = True) -> Path:
    project = make_project(folder)
    seeds = project / "seeds"
    (seeds / "archive").mkdir()
    (seeds / "open.md").write_text(article(WORDS["open"], 1, ""))
    source = "source_url: https://courier.example/hearing\n"
    (seeds / "single.md").write_text(
        article(WORDS["single"], 2, source if site_wide else source + "publish: quotes\n")
    )
    (seeds / "archive" / "closed.md").write_text(article(WORDS["closed"], 3, source))
    if not site_wide:
        (seeds / "archive" / "_collection.yml").write_text("title: Archive\npublish: quotes\n")
    else:
        mkdocs = project / "mkdocs.yml"
        mkdocs.write_text(mkdocs.read_text().replace("publish: full", "publish: quotes"))
    if not pagefind:
        (project / "sitecustomize.py").write_text(
            'import sys\n\nsys.modules["pagefind_bin"] = None\n'
        )
    done = run_module(
        project, "mkdocs", "build", "-q", env={} if pagefind else {"PYTHONPATH": str(project)}
    )
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.fixture(scope="module", params=[True, False], ids=["pagefind", "material"])
def some(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(
        tmp_path_factory.mktemp("withheld") / "some", site_wide=False, pagefind=request.param
    )


def test_the_search_reads_every_form_in_which_a_text_is_published(some: Path) -> None:
    sentence = f"Two of the {WORDS['open']} lay under the stairs of the mill."
    found = saying(some, (sentence,))[sentence]
    endings = {Path(path).suffix for path in found}
    assert {".html", ".jsonl", ".sqlite"} <= endings
    if (some / "pagefind").is_dir():
        assert ".pf_fragment" in endings
    else:
        assert "search/search_index.json" in found
    assert "articles/open/index.html" in found


@pytest.mark.parametrize("which", ["single", "closed"])
def test_an_article_and_a_collection_give_their_quotations_only(some: Path, which: str) -> None:
    found = saying(some, sentences(WORDS[which]))
    assert len(found) == 6
    assert {sentence: files for sentence, files in found.items() if files} == {}


@pytest.mark.parametrize("path", ["single", "archive/closed"])
def test_the_quotations_the_metadata_and_the_way_to_the_publisher_are_there(
    some: Path, path: str
) -> None:
    page = (some / "articles" / path / "index.html").read_text()
    page = html.unescape(page)
    assert "We will not leave the valley while the gate stands," in page
    assert "Courier" in page
    assert "href=https://courier.example/hearing " in page
    assert "https://courier.example/hearing#:~:text=We%20will%20not" in page


def test_the_whole_site(tmp_path: Path) -> None:
    site = built(tmp_path / "all", site_wide=True)
    told = tuple(sentence for word in WORDS.values() for sentence in sentences(word))
    assert {sentence: files for sentence, files in saying(site, told).items() if files} == {}
    assert (
        "We will not leave the valley while the gate stands,"
        in (site / "articles/open/index.html").read_text()
    )
