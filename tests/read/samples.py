"""One ordinary file of every format that is read: (ending, bytes)."""

from __future__ import annotations

import json
from pathlib import Path

from tests.read.test_databases import EUROPRESSE, EXPORTS
from tests.read.test_office import pdf, word
from tests.read.test_saved_pages import NEWSPAPER

TEXT = """Bridge closed after flood
“Nobody is in danger,” says the mayor
By Nora Pell and Tom Ash
12 March 2042

EDDERMOOR, 12 March 2042 — The bridge over the Cawl was closed on Monday. “It will open in May,” said Ann Lee, the mayor.

Traders fear that they will lose the summer.
"""
MARKDOWN = """---
title: "Bridge closed after flood"
author: ["[[Nora Pell]]", Tom Ash]
date: 2042-03-12
tags: [news/harbour, "#storm"]
url: <https://courier.example/bridge>
---
# Bridge closed after flood

The bridge over the [Cawl](https://courier.example/cawl) was **closed** on *Monday*.[^1] “It will open,” said [[Ann Lee|Lee]].

> “We have no ferry,” said Bob Orr.

- one %% a note %%
- two <!-- another -->

| a | b |
|---|---|
| c | d |

[^1]: A note.
"""
ROW = {
    "title": "Bridge closed",
    "date": "2042-03-12",
    "author": "Nora Pell",
    "text": "“It will open,” said Ann Lee.",
}
CSL = {
    "type": "article-newspaper",
    "title": "Bridge closed",
    "author": [{"family": "Pell", "given": "Nora"}, {"literal": "Council"}],
    "issued": {"date-parts": [[2042, 3, 12]]},
    "URL": "https://courier.example/bridge",
    "keyword": "a, b",
}
RIS = """TY  - NEWS
TI  - Bridge closed
AU  - Pell, Nora
T2  - Courier
DA  - 2042/03/12/
KW  - floods
UR  - https://courier.example/bridge
ER  -
"""
BIB = r"""@article{pell, title = {Der {Stra\ss{}enschaden}}, author = {Mart{\'\i}nez, Jos{\'e} and {Council}},
  journal = {Caf\'e}, year = {2042}, month = mar, day = 2, url = {https://courier.example/a\_b}}
"""
SAMPLES: list[tuple[str, bytes]] = [
    (".txt", TEXT.encode()),
    (".md", MARKDOWN.encode()),
    (".md", f"+++\ntitle = 'A'\ndate = 2042-03-12\n+++\n{TEXT}".encode()),
    (".html", NEWSPAPER.encode()),
    (
        ".html",
        b"<p>The gate was shut on Monday, said <b>Ann Lee</b>.</p><iframe srcdoc='&lt;p>It is.'></iframe>",
    ),
    (
        ".csv",
        f"title,date,author,text\nBridge,2042-03-12,Nora Pell,{json.dumps(ROW['text'])}\nGate,,,Shut.\n".encode(),
    ),
    (
        ".jsonl",
        (json.dumps(ROW) + "\n" + json.dumps({**ROW, "author": [{"name": "Nora"}]})).encode(),
    ),
    (
        ".docx",
        word(
            ("Title", "Bridge shut"),
            ("Subtitle", "Until May"),
            ("", "“It will open,” said Ann Lee."),
        ),
    ),
    (".pdf", pdf("Bridge shut", "The bridge is shut.", "It will open, said Ann Lee.")),
    *(
        (Path(name).suffix, text.encode())
        for name, text in EXPORTS.values()
        if isinstance(text, str)
    ),
    (".html", EUROPRESSE.encode()),
    (".json", json.dumps([CSL]).encode()),
    (".ris", RIS.encode()),
    (".bib", BIB.encode()),
    (".yml", b"title: The Town\npublish: quotes\nlang: fr\nnotice: |\n  Invented.\n"),
]
