"""Feeds, read back by feedparser."""

from __future__ import annotations

import json
from dataclasses import replace

import feedparser

from generator.export.feeds import MOST
from tests.corpus.stories import corpus, story
from tests.export.by_hand import pages, small


def test_feedparser_reads_the_articles_newest_first() -> None:
    feed = feedparser.parse(pages(small())["feed.xml"])
    assert (feed.version, feed.bozo) == ("atom10", False)
    assert feed.feed.id == "https://example.org/valley/"
    assert feed.feed.updated == "2042-04-01T00:00:00Z"
    # the undated articles are not in it: Atom wants a date, and none is made up
    assert [(e.title, e.updated, e.link) for e in feed.entries] == [
        ("later", "2042-04-01T00:00:00Z", "https://example.org/valley/articles/later/"),
        ("=1+1 in Varn", "2042-03-12T00:00:00Z", "https://example.org/valley/articles/varn/flood/"),
    ]
    assert [author.name for author in feed.entries[1].authors] == ["+Ann, “A” Ray", "Valley News"]


def test_the_json_feed_has_the_undated_too_without_a_date() -> None:
    feed = json.loads(pages(small())["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item.get("date_published") for item in feed["items"]] == [
        "2042-04-01T00:00:00Z",
        "2042-03-12T00:00:00Z",
        None,
        None,
        None,
    ]
    assert all(item["id"] == item["url"] and item["content_text"] for item in feed["items"])


def test_what_a_speaker_said() -> None:
    files = pages(small())
    feed = feedparser.parse(files["people/ann-lee/feed.xml"])
    assert not feed.bozo
    assert feed.feed.title == "Ann Lee – Valley archive"
    assert len(feed.entries) == 4
    newest = feed.entries[0]
    assert newest.title == "Ann Lee, quoted in “later”"
    assert newest.content[0].value == "“We shall stay in the valley,”"
    assert newest.link == newest.id
    assert newest.link.startswith("https://example.org/valley/articles/later/#q-")
    assert len(json.loads(files["people/ann-lee/feed.json"])["items"]) == 5


def test_text_is_text_in_a_feed() -> None:
    nasty = "</title><script>alert(1)</script>&amp;\x0b\x00\u202e>"
    made = corpus(story("x", f"[Ann Lee: “{nasty}”], {{Ann Lee}} said.", title=nasty, date="2042"))
    files = pages(made)
    for path in ("feed.xml", "people/ann-lee/feed.xml"):
        assert b"<script" not in files[path]
        feed = feedparser.parse(files[path])
        assert not feed.bozo
        assert feed.entries[0].title_detail.type == "text/plain"
    assert json.loads(files["feed.json"])["items"][0]["title"] == nasty


def test_a_feed_is_no_longer_than_it_may_be() -> None:
    one = story("x", "The river rose.", title="Flood", date="2042-03-12")
    many = [
        replace(one, article=replace(one.article, id=f"a{number}")) for number in range(MOST + 5)
    ]
    assert len(feedparser.parse(pages(corpus(*many))["feed.xml"]).entries) == MOST
