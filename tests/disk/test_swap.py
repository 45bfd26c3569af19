"""The old site or the new one, never a mix, and nothing of anybody else's removed."""

import os
from pathlib import Path

import pytest

from generator.disk import swap
from tests.conftest import files_under


def stage(site: Path, files: dict[str, str]) -> None:
    new = swap.staging(site)
    for name, text in files.items():
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        (new / name).write_text(text)


def shown(site: Path) -> dict[str, str]:
    return {name: body.decode() for name, body in files_under(site).items() if name != swap.MARK}


@pytest.fixture(params=["one step", "two renames"])
def site(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "two renames":
        monkeypatch.setattr(swap, "_exchange", lambda one, two: False)
    return tmp_path / "site"


def test_the_new_site_takes_the_place_of_the_old(site: Path) -> None:
    for files in ({"a.html": "1", "gone.html": "1"}, {"a.html": "2"}):
        stage(site, files)
        swap.swap(site)
        assert shown(site) == files
    assert [p.name for p in site.parent.iterdir()] == ["site"]


def test_until_the_swap_the_old_site_is_untouched(site: Path) -> None:
    stage(site, {"a.html": "1"})
    swap.swap(site)
    stage(site, {"a.html": "2"})
    assert shown(site) == {"a.html": "1"}
    swap.abandon(site)
    assert [p.name for p in site.parent.iterdir()] == ["site"]


def test_killed_between_two_renames_the_old_site_comes_back(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage(site, {"a.html": "1"})
    swap.swap(site)
    site.rename(site.with_name(".site.florilegium-old"))
    swap.recover(site)
    assert shown(site) == {"a.html": "1"}


def test_the_litter_of_a_killed_build_is_cleared(site: Path) -> None:
    stage(site, {"half.html": "1"})
    stage(site, {"a.html": "2"})
    swap.swap(site)
    assert shown(site) == {"a.html": "2"}


def test_a_folder_of_somebody_else_is_refused(site: Path) -> None:
    site.mkdir()
    (site / "thesis.tex").write_text("ten years of work")
    with pytest.raises(swap.SwapError, match=r"holds files that no build made \(thesis\.tex"):
        swap.staging(site)
    assert shown(site) == {"thesis.tex": "ten years of work"}


def test_a_site_that_mkdocs_made_before_is_replaced(site: Path) -> None:
    (site / "assets").mkdir(parents=True)
    (site / "index.html").write_text(
        '<meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.6">'
    )
    stage(site, {"a.html": "1"})
    swap.swap(site)
    assert shown(site) == {"a.html": "1"}


def test_a_site_that_somebody_wrote_by_hand_is_refused(site: Path) -> None:
    (site / "assets").mkdir(parents=True)
    for name in ("index.html", "404.html"):
        (site / name).write_text("<p>by hand")
    with pytest.raises(swap.SwapError, match="holds files that no build made"):
        swap.staging(site)


def test_a_link_in_the_place_of_the_site_is_refused(site: Path) -> None:
    (site.parent / "elsewhere").mkdir()
    site.symlink_to(site.parent / "elsewhere")
    with pytest.raises(swap.SwapError, match="is not a folder"):
        swap.staging(site)


def test_the_next_build_says_which_site_a_killed_one_left(site: Path) -> None:
    assert swap.cut_short(site) == ""
    stage(site, {"a.html": "1"})
    swap.swap(site)
    assert swap.cut_short(site) == ""
    stage(site, {"a.html": "2"})  # killed while it wrote
    assert "left" in swap.cut_short(site)
    assert "as it was before it" in swap.cut_short(site)
    new, old = site.with_name(".site.florilegium-new"), site.with_name(".site.florilegium-old")
    (new / swap.MARK).write_text("")  # killed right before the swap
    os.utime(site / swap.MARK, (1, 1))
    assert "as it was before it" in swap.cut_short(site)
    os.utime(new / swap.MARK, (0, 0))  # killed right after it: what lies beside is the older one
    assert "the new one already" in swap.cut_short(site)
    new.rename(old)
    (old / swap.MARK).unlink()  # killed while the old one was removed
    assert "the new one already" in swap.cut_short(site)
    swap.staging(site)
    assert swap.cut_short(site) == ""
    site.rename(old)  # killed between two renames
    assert "put back as it was" in swap.cut_short(site)
