"""`mkdocs serve`: an edit is seen before the site is built anew, and the site is then what a cold
build gives.
"""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.disk import lock
from tests.engine.live.server import READY, Server, serving

FERRY = "---\ntitle: Ferry back\ndate: 2042-03-12\n---\n\n“We sail at noon,” Ada Varnholt said.\n"
BRIDGE = (
    "---\ntitle: Bridge shut\ndate: 2042-03-13\n---\n\n“It will open in May,” said Bruno Estrup.\n"
)
QUAY = "Quay dry\n\nThe quay is dry. “Nobody swims,” said Cora Lindqvist.\n"
MILL = "Mill stands\n\nThe mill stands. “It turns,” said Dora Tamsin.\n"


def plain(page: str) -> str:
    """A page without what only a server puts into it: its script, which holds the time, and in the
    policy the script's hash.
    """
    return re.sub(
        r"<aside data-fl-live.*?</aside>|<script>\s*var livereload.*?</script>| 'sha256-[^']*'",
        "",
        page,
        flags=re.DOTALL,
    )


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    seeds = {"north/ferry.md": FERRY, "north/bridge.md": BRIDGE, "quay.txt": QUAY, "mill.txt": MILL}
    with serving(tmp_path_factory.mktemp("serve"), seeds) as running:
        yield running


@pytest.fixture
def no_build(server: Server) -> Iterator[lock.Lock]:
    """As long as this is held, no build goes on."""
    held = lock.hold(server.project / ".build/cache", lambda words: None)
    assert held is not None
    yield held
    held.release()


def test_an_edit_is_seen_before_the_site_is_built_and_then_the_site_is_as_from_cold(
    server: Server, no_build: lock.Lock, tmp_path: Path
) -> None:
    edited = FERRY.replace("Ferry back", "Ferry late").replace("at noon", "at midnight, perhaps")
    server.save("north/ferry.md", edited)
    server.until(lambda: "at midnight, perhaps" in server.page("articles/north/ferry/"))
    assert "Just edited. Lists, comparisons and search follow." in server.page(
        "articles/north/ferry/"
    )
    assert "at midnight, perhaps" in server.page("people/ada-varnholt/")
    at_once = plain(server.page("articles/north/ferry/"))
    assert "Ferry late" not in server.page("articles/")
    # while a build waits
    server.save("north/bridge.md", BRIDGE.replace("in May", "in the month of June"))
    server.until(lambda: "in the month of June" in server.page("articles/north/bridge/"))
    no_build.release()
    server.until(lambda: "Ferry late" in server.page("articles/"))
    server.until(lambda: "Just edited" not in server.page("articles/north/bridge/"))
    server.until(lambda: server.log.count("Search index made") >= 2)
    whole = plain(server.page("articles/north/ferry/"))
    # but for the old quotation's anchor
    assert re.sub(r'<span id="q-[0-9a-f]{8}"></span>', "", whole) == at_once
    cold = server.cold(tmp_path)
    server.until(lambda: server.shown().keys() == cold.keys())
    shown = server.shown()
    assert [path for path in cold if shown[path] != cold[path]] == []


def test_a_new_speaker_has_a_page_at_once(server: Server, no_build: lock.Lock) -> None:
    server.save("mill.txt", MILL.replace("Dora Tamsin", "Elin Drummond"))
    server.until(lambda: "Elin Drummond" in server.page("articles/mill/"))
    assert "It turns" in server.page("people/elin-drummond/")
    assert "It turns" not in server.page("people/dora-tamsin/")
    assert "Elin Drummond" not in server.page("people/")


def test_a_file_saved_in_the_middle_of_a_change_leaves_the_page_and_says_what_is_wrong(
    server: Server,
) -> None:
    server.save("north/ferry.md", FERRY.replace("title: Ferry back", 'title: "Ferry'))
    server.until(lambda: "Not shown yet" in server.page("articles/north/ferry/"))
    assert "north/ferry.md:2: its front matter" in server.page("articles/north/ferry/")
    assert "seeds/north/ferry.md:2: its front matter" in server.log
    assert "Ada Varnholt" in server.page("articles/north/ferry/")
    server.save("north/ferry.md", "")
    server.until(lambda: "seeds/north/ferry.md: is empty" in server.page("articles/north/ferry/"))
    server.save("north/ferry.md", FERRY.replace("at noon", "at dawn"))
    server.until(lambda: "at dawn" in server.page("articles/north/ferry/"))
    assert "Not shown yet" not in server.page("articles/north/ferry/")


def test_files_that_come_and_go_are_left_to_the_whole_build(server: Server) -> None:
    server.save("lock.txt", "Lock gate\n\nThe gate is shut. “It leaks,” said Frida Osman.\n")
    server.until(lambda: "It leaks" in server.page("articles/lock/"))
    server.until(lambda: "Lock gate" in server.page("articles/"))
    server.save("lock.txt", None)
    server.until(lambda: server.page("articles/lock/") == "")
    assert "Lock gate" not in server.page("articles/")


def test_a_correction_from_the_page_is_seen_at_once(server: Server, no_build: lock.Lock) -> None:
    url = server.url + "-/corrections"
    ask = urllib.request.Request(url, headers={"X-Florilegium": "1"})
    with urllib.request.urlopen(ask) as answer:
        token = json.load(answer)["token"]
    entry = {"article": "north/ferry", "words": "We sail", "speaker": "Mina Hallow"}
    body = json.dumps({"add": [{"section": "quotes", "entry": entry}]}).encode()
    headers = {"X-Florilegium": token, "Content-Type": "application/json"}
    with urllib.request.urlopen(urllib.request.Request(url, body, headers)) as answer:
        written = json.load(answer)["id"]
    server.until(lambda: "corrected by hand" in server.page("articles/north/ferry/"))
    assert "Mina Hallow" in server.page("articles/north/ferry/")
    undo = json.dumps({"undo": written}).encode()
    with urllib.request.urlopen(urllib.request.Request(url, undo, headers)) as answer:
        assert answer.status == 200
    server.until(lambda: "corrected by hand" not in server.page("articles/north/ferry/"))


def test_a_page_offers_to_put_it_right(server: Server) -> None:
    assert 'data-corrections="edit"' in server.page("articles/north/ferry/")


def test_a_correction_and_a_template_are_left_to_the_whole_build(server: Server) -> None:
    server.save(
        "corrections.yml",
        'quotes:\n  - {article: quay, words: "Nobody swims", speaker: Gus Holloway}\n',
    )
    server.until(lambda: "Gus Holloway" in server.page("articles/quay/"))
    template = server.project / "templates/article.md.j2"
    template.write_text(
        template.read_text(encoding="utf-8") + "\n<div>Made by hand</div>\n", encoding="utf-8"
    )
    server.until(lambda: "Made by hand" in server.page("articles/quay/"))
    server.save("quay.txt", QUAY.replace("Nobody swims", "Nobody swims now"))
    server.until(lambda: "Nobody swims now" in server.page("articles/quay/"))
    assert "Made by hand" in server.page("articles/quay/")


def test_after_a_change_of_the_configuration_an_edit_is_seen_at_once_too(server: Server) -> None:
    config = server.project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace(
        "site_name: Florilegium", "site_name: Harbour archive"
    )
    config.write_text(text, encoding="utf-8")
    server.until(lambda: "Harbour archive" in server.page("articles/north/bridge/"))
    server.until(lambda: server.log.count(READY) == 2)
    server.save("north/bridge.md", BRIDGE.replace("in May", "in no month"))
    server.until(lambda: "in no month" in server.page("articles/north/bridge/"))
    assert "Harbour archive" in server.page("articles/north/bridge/")
    server.until(lambda: "Just edited" not in server.page("articles/north/bridge/"))
    assert "in no month" in server.page("articles/north/bridge/")
