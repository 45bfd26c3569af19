import re
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import paths


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Dmitry Polyansky", "dmitry-polyansky"),
        ("Water Trust’s chief", "water-trusts-chief"),
        ("Élise Ångström", "elise-angstrom"),
        ("Łukasz Ørsted", "lukasz-orsted"),
        ("  --  a__b  ", "a-b"),
        ("CON", "con-x"),
        ("index", "index-x"),
    ],
)
def test_slug(words: str, slug: str) -> None:
    assert paths.slug(words) == slug


def test_slug_is_cut_at_a_word() -> None:
    assert paths.slug("one two three", limit=9) == "one-two"
    assert paths.slug("a" * 100, limit=9) == "a" * 9


def test_words_of_another_script_get_a_hash() -> None:
    assert re.fullmatch("n-[0-9a-f]{8}", paths.slug("ليلى"))
    assert paths.slug("ليلى") != paths.slug("Иван")
    assert re.fullmatch("tv-[0-9a-f]{8}", paths.slug("TV Рейн"))


@given(st.text())
def test_a_slug_is_always_a_part_of_an_address(words: str) -> None:
    name = paths.slug(words)
    assert 0 < len(name) <= 69
    assert name == "".join(c for c in name if c in "abcdefghijklmnopqrstuvwxyz0123456789-")


def test_unique() -> None:
    assert paths.unique("smith", {"jones"}, "a.txt") == "smith"
    assert paths.unique("smith", {"smith"}, "a.txt") == "smith-18b7cb09"


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("", "", "./"),
        ("", "articles/", "articles/"),
        ("articles/", "", "../"),
        ("articles/a/", "articles/b/", "../b/"),
        ("articles/a/", "people/x/", "../../people/x/"),
        ("articles/a/", "articles/a/#q-1", "#q-1"),
        ("articles/a/", "articles/a/", "./"),
        ("articles/", "articles/a/#q-1", "a/#q-1"),
        ("articles/c/a/", "articles/c/", "../"),
        ("articles/c/", "articles/c/a/", "a/"),
        ("people/x/", "quotes/?speaker=Ilse", "../../quotes/?speaker=Ilse"),
        ("quotes/", "quotes/quotes.csv", "quotes.csv"),
        ("quotes/page~2/", "quotes/", "../"),
    ],
)
def test_link(here: str, there: str, link: str) -> None:
    assert paths.link(here, there) == link


ADDRESSES = st.sampled_from(
    ["", "articles/", "articles/a/", "articles/c/a/", "people/x/", "people/x/2042~/", "quotes/"]
)


@given(ADDRESSES, ADDRESSES, st.sampled_from(["", "#q-1", "?q=a", "?q=a#b"]))
def test_a_link_leads_where_it_should(here: str, there: str, rest: str) -> None:
    base = "https://example.org/repo/"
    assert urljoin(base + here, paths.link(here, there + rest)) == base + there + rest


@pytest.mark.parametrize(
    "make",
    [
        lambda: paths.page(paths.ARTICLES, 2),
        lambda: paths.year(paths.entity("person", "x"), "2042"),
    ],
)
def test_what_we_add_can_not_be_a_slug(make: Callable[[], str]) -> None:
    assert any("~" in part for part in make().split("/"))
