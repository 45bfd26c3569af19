"""Subtitles, OpenDocument, and the way in for what is not read."""

import io
import zipfile
from pathlib import Path

import pytest

from generator.read.formats import FORMATS, WAYS_IN
from generator.read.open_document import read_odt
from generator.read.subtitles import read_subtitles
from tests.read.seeds import article, problems, reading, shown
from tests.steps import steps

VTT = """WEBVTT

NOTE made by hand

1
00:00:01.000 --> 00:00:03.000 align:start
<v Rosa Adeyemi>The ferry is <i>back</i>,

00:00:03.000 --> 00:00:05.000
<v Rosa Adeyemi>and it sails &amp; sails.

00:00:05.000 --> 00:00:06.000
<v Otto Kell>It is dear.
"""
SRT = """1
00:00:01,000 --> 00:00:03,000
>> KELL: The ferry is back

2
00:00:03,000 --> 00:00:05,000
and it sails at noon.

3
00:00:05,000 --> 00:00:06,000
- Why?
"""


def test_subtitles_are_turns(tmp_path: Path) -> None:
    made = article(tmp_path / "1", VTT, "a.vtt")
    assert shown(made) == [
        "Rosa Adeyemi: The ferry is back, and it sails & sails.",
        "Otto Kell: It is dear.",
    ]
    assert made.line == 7
    made = article(tmp_path / "2", SRT, "a.srt")
    assert shown(made) == ["KELL: The ferry is back and it sails at noon.", "- Why?"]
    found = reading(tmp_path / "3", {"a.srt": "No times at all.", "b.vtt": "WEBVTT"})
    assert [words.split(" — ")[0] for words in problems(found)] == [
        "seeds/a.srt: holds no subtitles",
        "seeds/b.vtt: holds no subtitles",
    ]


@pytest.mark.parametrize("bait", ["00:00:01,000 --> x\na\n\n", "<v A>", "<b", "- a\n", "&amp;"])
def test_twice_the_subtitles_take_twice_the_steps(bait: str) -> None:
    head = "00:00:01,000 --> 00:00:03,000\n"
    few, many = (
        steps(lambda number=number: read_subtitles(head + bait * number))  # type: ignore[misc]
        for number in (500, 3_000)
    )
    assert many < 9 * few + 10_000


ODT = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles>
<office:body><office:text><text:p text:style-name="P1">Ferry back</text:p>
<text:p text:style-name="Subtitle">Until May</text:p>
<text:p>The <text:span>ferry</text:span> is<text:s/>back.<text:note><text:p>A note.</text:p></text:note> It sails.</text:p>
<text:list><text:list-item><text:p>“We sail at noon,” said Rosa Adeyemi.</text:p></text:list-item></text:list>
{}</office:text></office:body></office:document-content>"""


def odt(content: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("content.xml", content)
    return held.getvalue()


def test_an_open_document(tmp_path: Path) -> None:
    made = article(tmp_path, odt(ODT.format("")), "a.odt")
    assert shown(made) == [
        "# Ferry back",
        "> Until May",
        "The ferry is back. It sails.",
        "“We sail at noon,” said Rosa Adeyemi.",
    ]
    assert "its footnotes and comments are not read" in problems(made)[0]


HOSTILE = {
    "a bomb": odt(" " * 60_000_000),
    "tags": odt(ODT.format("<text:p>a</text:p>" * 250_000)),
    "depth": odt(ODT.format("<text:span>" * 100_000)),
    "entities": odt(
        '<!DOCTYPE a [<!ENTITY x "yyyyyyyyyy"><!ENTITY z "&x;&x;&x;&x;">]>' + ODT.format("&z;" * 99)
    ),
    "no parts": odt("")[:-30],
    "no document": b"PK\x03\x04",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_open_document_is_named_or_costs_nothing(data: bytes) -> None:
    made = read_odt(data)
    assert made.notes or "yyyy" not in made.text
    assert len(made.text) < 10_000


def test_a_refusal_names_the_way_in_for_its_kind(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.rtf": "{\\rtf1}",
        "b.mp3": "x",
        "c.warc": "x",
        "d.xlsx": "x",
        "e.thing": "x",
    }
    assert [words.split(" — ")[1][:22] for words in problems(reading(tmp_path, files))] == [
        "save it as .docx, .odt",
        "put its transcript her",
        "open it in a browser, ",
        "save its table as .csv",
        "the formats are .csv, ",
    ]
    assert not set(WAYS_IN) & set(FORMATS)
