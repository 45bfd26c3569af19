"""What the Data page says of the files."""

from __future__ import annotations

from typing import Any, Final

from generator import cite, paths
from generator.config import Site
from generator.export import tables
from generator.export.citing import makers
from generator.export.fields import TABLES
from generator.export.package import SUMMARY, doi_address, is_address, media
from generator.export.schema import PHRASE, QUERIES, SPEAKER
from generator.model import DataColumn, DataExample, DataFile, DataPage

_KINDS: Final = {
    "florilegium.sqlite": "Everything in one SQLite file with full-text search; opens in Datasette",
    "annotations.jsonld": "The quotations as W3C Web Annotations",
    "schema_org.jsonld": "Each article with its quotations, as schema.org describes them (NewsArticle, Quotation)",
    "quotes.csl.json": "A reference for each quotation (CSL-JSON), which Zotero and other reference managers read",
    "mentions.jsonl": "Every place that names somebody: offsets, words, form, the person's id, "
    "and why that form was taken for them (JSON Lines)",
    "articles.csl.json": "A reference for each article (CSL-JSON)",
    "articles.ris": "The same for EndNote, Zotero and others (RIS), with the quotations as notes of their articles",
    "articles.bib": "The same for LaTeX (BibTeX)",
    "datasette.json": "Titles, facets and ready queries for Datasette: "
    "datasette florilegium.sqlite --metadata datasette.json",
    "CITATION.cff": "How to cite the collection (Citation File Format)",
    "ro-crate-metadata.json": "The folder of data described for research repositories (RO-Crate)",
    "datapackage.json": "Frictionless description of these files: columns, sizes, hashes",
}
_LINES: Final = " (JSON Lines: one object a line, with everything that does not fit into a table)"


def data_page(
    files: list[tables.RawFile], site: Site, withheld: int, speaker: str, phrase: str
) -> DataPage:
    """The facts; `withheld` articles have their texts left out. The examples ask for `speaker` and
    for `phrase`.
    """
    listed = tuple(
        DataFile(file.name, _what(file.name), len(file.body), file.rows) for file in files
    )
    return DataPage(
        files=listed,
        columns=tuple(
            DataColumn(table.name, c.name, c.what) for table in TABLES for c in table.columns
        ),
        examples=_examples(files, site, phrase),
        queries=tuple(
            DataExample(title, "sql", _asking(code, speaker, phrase)) for title, code in QUERIES
        ),
        licence=_licence(site),
        notes=_notes(withheld),
        feeds=(("Atom", paths.feed("", "feed.xml")), ("JSON Feed", paths.feed("", "feed.json")))
        if site.url
        else (),
        json_ld=_dataset(files, site),
    )


def _what(name: str) -> str:
    stem, _, ending = name.removesuffix(".gz").partition(".")
    base = stem.rstrip("0123456789").rstrip("-")
    if f"{base}.{ending}" in _KINDS:
        return _KINDS[f"{base}.{ending}"]
    table = next(table for table in TABLES if table.name == base)
    return table.what.split(". ")[0].rstrip(".") + (_LINES if ending == "jsonl" else "")


def _licence(site: Site) -> str:
    own = (
        f"Licence of the data: {site.licence}."
        if site.licence
        else "No licence is stated for the data; ask its owner."
    )
    return f"{own} The words quoted belong to their authors; what is known of an article's rights is in its column rights."


def _notes(withheld: int) -> tuple[str, ...]:
    kept = f"{withheld} articles are published by their quotations only: their texts are in none of these files."
    return (
        "Ids are permanent: an article's comes from its address, a quotation's from its words.",
        "Offsets count Unicode characters of the article's text from 0, end exclusive: text[start:end] is the "
        "quotation. The text is in articles.jsonl, in which annotations count, and in the table texts of the database.",
        "In CSV files a cell that begins with = + - @, a tab, a line end or an apostrophe has an apostrophe in front, "
        "so that no spreadsheet takes it for a formula. Drop one leading apostrophe to have the text back.",
        "A table of more than 1 MB is compressed with gzip (.gz): pandas opens it as it is, gunzip unpacks it.",
        *((kept,) if withheld else ()),
    )


def _asking(code: str, speaker: str, phrase: str) -> str:
    return code.replace(f"'{SPEAKER}'", "'" + speaker.replace("'", "''") + "'").replace(
        PHRASE, phrase
    )


def _examples(files: list[tables.RawFile], site: Site, phrase: str) -> tuple[DataExample, ...]:
    """Three lines each; they name the first file where one is split."""

    def url(table: str, ending: str) -> str:
        endings = (ending, f"{ending}.gz")
        name = next(
            f.name
            for f in files
            if f.name.startswith((f"{table}.", f"{table}-0")) and f.name.endswith(endings)
        )
        return cite.permalink(site, paths.DATA + name)

    csv, database = url("quotes", ".csv"), url("florilegium", ".sqlite")
    local = database.rpartition("/")[2].removesuffix(".gz")
    unpack = f"gunzip {local}.gz\n" if database.endswith(".gz") else ""
    python = f'import pandas as pd\nquotes = pd.read_csv("{csv}")\nprint(quotes.groupby("speaker").size().nlargest(10))'
    opened = f'gzcon(url("{csv}"), text = TRUE)' if csv.endswith(".gz") else f'"{csv}"'
    r = (
        f'quotes <- read.csv({opened}, encoding = "UTF-8")\n'
        "said <- sort(table(quotes$speaker), decreasing = TRUE)\n"
        "head(said, 10)"
    )
    word = phrase.split()[-1]
    query = (
        "SELECT speaker, text FROM quotes_fts WHERE quotes_fts MATCH 'river' ORDER BY rank".replace(
            "river", word
        )
    )
    shell = f'curl -O {database}\n{unpack}sqlite3 {local} "{query}"\ndatasette {local}'
    return (
        DataExample("Python", "python", python),
        DataExample("R", "r", r),
        DataExample("sqlite3", "bash", shell),
    )


def _dataset(files: list[tables.RawFile], site: Site) -> str:
    value: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"Quotations of {site.name}",
        "description": site.description or SUMMARY,
        "url": cite.permalink(site, paths.DATA) if site.url else "",
        "license": site.licence if is_address(site.licence) else "",
        "copyrightNotice": "" if is_address(site.licence) else site.licence,
        "creator": makers(site),
        "version": site.about.version,
        "identifier": doi_address(site),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.name,
                "contentUrl": cite.permalink(site, paths.DATA + file.name),
                "encodingFormat": media(file.name),
                "contentSize": f"{len(file.body)} B",
            }
            for file in files
            if site.url
        ],
    }
    return cite.script_json({key: held for key, held in value.items() if held})
