"""A collection that Zotero exports, with its files below it."""

import json
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.read.records import read_zotero_csv
from generator.read.sidecars import read_sidecar
from tests.read.seeds import problems, reading

PAGE = (
    "<html><head><title>{0} - Herald</title><link rel=canonical href='{1}'></head><body><article><h1>{0}</h1>"
    "<p>The ferry over the Cawl is back after two weeks in the yard, its captain said on Saturday.</p>"
    "<p>“We sail at noon,” said Rosa Adeyemi, who has been its captain for years and years.</p></article></body></html>"
)
FERRY = PAGE.format("Ferry back on the river", "https://herald.example/ferry")
MILL = PAGE.format("Mill sold to its workers", "https://herald.example/mill")
RIS = """TY  - NEWS
TI  - Ferry back on the river
AU  - Brandt, Ida
T2  - Cawl Herald
DA  - 2042/05/03/
L2  - files/12/a.html
ER  -

TY  - NEWS
TI  - Mill sold to its workers
AU  - Kell, Otto
T2  - Cawl Herald
DA  - 2042/05/04/
UR  - http://www.herald.example/mill/
ER  -

TY  - NEWS
TI  - A record whose file is lost
ER  -
"""
BIB = """@article{a, title={Ferry back on the river}, author={Brandt, Ida}, journal={Cawl Herald},
 date={2042-05-03}, file={Full\\; Text:files/12/a.html:text/html;B:files/9/b.pdf:application/pdf}}
@article{b, title={{Mill sold} to its workers}, author={Kell, Otto}, journal={Cawl Herald}, date={2042-05-04}}
@article{c, title={A record whose file is lost}}
"""
CSL = json.dumps(
    [
        {
            "title": "Ferry back on the river",
            "author": [{"family": "Brandt", "given": "Ida"}],
            "issued": {"date-parts": [[2042, 5, 3]]},
            "container-title": "Cawl Herald",
        },
        {
            "title": "Mill",
            "URL": "https://herald.example/mill",
            "author": [{"literal": "Otto Kell"}],
            "issued": {"raw": "4 May 2042"},
            "container-title": "Cawl Herald",
        },
        {"title": "A record whose file is lost"},
    ]
)
CSV = (
    '"Key","Item Type","Author","Title","Publication Title","Url","Date","File Attachments"\n'
    '"A","newspaperArticle","Brandt, Ida","Ferry","Cawl Herald","","2042-05-03","C:\\Users\\me\\Zotero\\storage\\12\\a.html"\n'
    '"B","newspaperArticle","Kell, Otto","Mill","Cawl Herald","https://herald.example/mill","2042-05-04",""\n'
    '"C","newspaperArticle","","A record whose file is lost","","","",""\n'
)
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/">
<bib:Article rdf:about="#1"><z:itemType>newspaperArticle</z:itemType><dc:title>Ferry</dc:title>
<dcterms:isPartOf><bib:Newspaper><dc:title>Cawl Herald</dc:title></bib:Newspaper></dcterms:isPartOf>
<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Brandt</foaf:surname><foaf:givenName>Ida</foaf:givenName>
</foaf:Person></rdf:li></rdf:Seq></bib:authors><dc:date>2042-05-03</dc:date><link:link rdf:resource="#item_12"/></bib:Article>
<bib:Article rdf:about="#2"><z:itemType>newspaperArticle</z:itemType><dc:title>Mill</dc:title>
<dcterms:isPartOf rdf:resource="#p"/><dc:date>2042-05-04</dc:date>
<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Kell</foaf:surname><foaf:givenName>Otto</foaf:givenName>
</foaf:Person></rdf:li></rdf:Seq></bib:authors>
<dc:identifier><dcterms:URI><rdf:value>https://herald.example/mill</rdf:value></dcterms:URI></dc:identifier></bib:Article>
<bib:Article rdf:about="#3"><z:itemType>newspaperArticle</z:itemType><dc:title>A record whose file is lost</dc:title>
</bib:Article>
<bib:Newspaper rdf:about="#p"><dc:title>Cawl Herald</dc:title></bib:Newspaper>
<z:Attachment rdf:about="#item_12"><z:itemType>attachment</z:itemType>
<rdf:resource rdf:resource="files/12/a.html"/></z:Attachment>
</rdf:RDF>"""
RECORDS = {"a.ris": RIS, "a.bib": BIB, "a.json": CSL, "a.csv": CSV, "a.rdf": RDF}


@pytest.mark.parametrize("name", RECORDS)
def test_records_meet_their_files(tmp_path: Path, name: str) -> None:
    found = reading(
        tmp_path,
        {
            f"mine/{name}": RECORDS[name],
            "mine/files/12/a.html": FERRY,
            "mine/files/13/b.html": MILL,
        },
    )
    assert [(a.id, a.title, a.authors, a.date) for a in found.articles] == [
        ("mine/a", "Ferry back on the river", ("Ida Brandt",), "2042-05-03"),
        ("mine/b", "Mill sold to its workers", ("Otto Kell",), "2042-05-04"),
    ]
    assert {a.publication for a in found.articles} == {"Cawl Herald"}
    assert [made.id for made in found.collections] == ["mine"]
    assert problems(found) == [
        f"seeds/mine/{name}: 1 of its 3 records have no article, the first is “A record whose file is lost”"
        " — put its file into the folder, or remove the record"
    ]


def test_a_collection_without_any_of_its_files_is_named(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.ris": RIS, "b.csv": CSV, "c.txt": "Weir\n\nIt is shut."})
    assert [words.split(" — ")[0] for words in problems(found)] == [
        "seeds/a.ris: is a record without an article",
        "seeds/b.csv: is a record without an article",
    ]


def test_no_record_reaches_outside_its_folder(tmp_path: Path) -> None:
    stolen = RIS.replace("files/12/a.html", "../other/a.html").replace("Ferry back", "Ferry here")
    found = reading(tmp_path, {"mine/a.ris": stolen, "other/a.html": FERRY})
    assert [made.authors for made in found.articles] == [()]


def test_front_matter_wins_over_a_record(tmp_path: Path) -> None:
    text = (
        "---\nauthor: Ann Lee\nsource_url: https://herald.example/mill\n---\nMill sold.\n\nIt is.\n"
    )
    found = reading(tmp_path, {"a.json": CSL, "mill.md": text})
    assert [(made.authors, made.date) for made in found.articles] == [(("Ann Lee",), "2042-05-04")]


def test_a_collection_is_imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in {"a.ris": RIS, "files/12/a.html": FERRY, "files/13/b.html": MILL}.items():
        (tmp_path / "zotero" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "zotero" / name).write_text(text, encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    into = str(tmp_path / "seeds/new")
    assert main(["import", "--zotero", str(tmp_path / "zotero"), "--into", into]) == 0
    written = sorted((tmp_path / "seeds/new").iterdir())
    assert [path.name for path in written] == [
        "2042-05-03-ferry-back-on-the-river.md",
        "2042-05-04-mill-sold-to-its-workers.md",
    ]
    assert "- Ida Brandt\n" in written[0].read_text(encoding="utf-8")
    assert main(["import", "--into", into]) == 2
    assert "import what?" in capsys.readouterr().err


HOSTILE = {
    "entities": '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;&x;">]>'
    + RDF.replace("Ferry", "&z;" * 1000),
    "a file of the system": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    + RDF.replace("Ferry", "&x;"),
    "depth": "<a>" * 100_000,
    "nothing": "",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_rdf_gives_nothing(text: str) -> None:
    made = read_sidecar(".rdf", text)
    said = [value.text for entry in made.entries for value in entry.fields.values()]
    assert not any("root:" in words or len(words) > 200 for words in said)
    assert made.entries or made.notes


def test_many_records_of_one_name_take_time_in_proportion(tmp_path: Path) -> None:
    many = "TY  - NEWS\nTI  - Ferry back on the river\nL2  - files/1/a.html\nER  - \n" * 3_000
    files = {f"files/{n}/a.html": "" for n in range(20)}
    found = reading(tmp_path, {"a.ris": many, "b.html": FERRY, **files})
    assert len(found.articles) == 1
    assert read_zotero_csv("title,text\nA,B\n") is None
