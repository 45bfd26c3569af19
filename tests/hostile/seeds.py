"""Hostile and broken articles, in our own words and under the project's licence.

Each text of TEXTS stands in every place of an article of its own, as a text (`hostile-03.md`)
and as Markdown (`note-03.md`, whose front matter says so); each of BROKEN is a file as it is.
"""

from __future__ import annotations

from pathlib import Path

CANARY = "CANARY-5c1d-outside-the-articles"
TEXTS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></head><body onload=alert(1)>",
    "[press](javascript:alert(1))",
    "<javascript:alert(1)>",
    "javascript:alert(1)//",
    "data:text/html,<script>alert(1)</script>",
    "![pixel](https://elsewhere.example/pixel.png)",
    "{{ config.site_name }}{% raw %}{# note #}",
    '--8<-- "canary.txt"',
    "{% include 'canary.txt' %}",
    ":smile: :material-alert: ++ctrl++ (c) ==mark==",
    "{: onclick=alert(1) .hidden #rq-main }",
    '<div markdown="1" onclick="alert(1)">*x*</div>',
    "``` html <b>x</b> ```",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62; &amp;amp;",
    "<!-- <script>alert(1)</script> -->",
    '<style>@import "https://elsewhere.example/x.css";</style>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<base href="https://elsewhere.example/">',
    '<meta http-equiv=refresh content="0;url=https://elsewhere.example/">',
    "</textarea></noscript><plaintext>",
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    '<a href="https://elsewhere.example/" ping="https://elsewhere.example/ping">x</a>',
    '<form action="https://elsewhere.example/"><button>x</button></form>',
    "]]></item><script>alert(1)</script>",
    "=HYPERLINK(A1) +1 @SUM(A1) -2",
    "*[HTML]: x [^1]: note # heading | a | b |",
    "\\\\server\\share C:\\new %2e%2e%2f ../../etc/passwd",
    "a ‮txt.exe‬ b ⁦c⁩ d",
    "null None true 1e5 0x1F ~",
)
# what a reader of Markdown sees of such a text, where that is not the text itself
AS_MARKDOWN = {
    "[press](javascript:alert(1))": "press",
    "data:text/html,<script>alert(1)</script>": "data:text/html,",
    "{{ config.site_name }}{% raw %}{# note #}": "{{ config.site_name }}{# note #}",
    ":smile: :material-alert: ++ctrl++ (c) ==mark==": ":smile: :material-alert: ++ctrl++ (c) mark",
    '<div markdown="1" onclick="alert(1)">*x*</div>': "x",
    "``` html <b>x</b> ```": "html <b>x</b>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62; &amp;amp;": (
        "<script>alert(1)</script> <b> &amp;"
    ),
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>': "x",
    '<a href="https://elsewhere.example/" ping="https://elsewhere.example/ping">x</a>': "x",
    '<form action="https://elsewhere.example/"><button>x</button></form>': "x",
    "]]></item><script>alert(1)</script>": "]]>",
    "*[HTML]: x [^1]: note # heading | a | b |": "*[HTML]: x : note # heading | a | b |",
    "\\\\server\\share C:\\new %2e%2e%2f ../../etc/passwd": (
        "\\server\\share C:\\new %2e%2e%2f ../../etc/passwd"
    ),
    **dict.fromkeys(
        (
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "</title></head><body onload=alert(1)>",
            "![pixel](https://elsewhere.example/pixel.png)",
            "{% include 'canary.txt' %}",
            "{: onclick=alert(1) .hidden #rq-main }",
            "<!-- <script>alert(1)</script> -->",
            '<style>@import "https://elsewhere.example/x.css";</style>',
            '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
            '<base href="https://elsewhere.example/">',
            '<meta http-equiv=refresh content="0;url=https://elsewhere.example/">',
            "</textarea></noscript><plaintext>",
        ),
        "",
    ),
}
# file → (its bytes, what the build must say of it: the beginning of a line; "" = nothing, its page
# is made)
BROKEN: dict[str, tuple[bytes, str]] = {
    "bomb.md": (b"---\na: &a [x, x]\nb: [*a, *a]\n---\n\nText one.\n", "seeds/bomb.md:2: "),
    "object.md": (
        b"---\ntitle: !!python/object/apply:os.system [id]\n---\n\nText two.\n",
        "seeds/object.md:2: ",
    ),
    "colon.md": (b"---\ntitle: a\nauthor: b: c\n---\n\nText three.\n", "seeds/colon.md:3: "),
    "open.md": (b"---\ntitle: never ends\n\nText four.\n", "seeds/open.md:1: "),
    "link.md": (b"---\nsource_url: javascript:alert(1)\n---\n\nText five.\n", "seeds/link.md:2: "),
    "climb.md": (b"---\nslug: ../../../outside\n---\n\nText six.\n", "seeds/climb.md:2: "),
    "picture.md": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "seeds/picture.md: "),
    "empty.txt": (b" \n", "seeds/empty.txt: "),
    "western.txt": (
        "Café\n\nThe naïve café was shut, “déjà vu” said Ann Lee.\n".encode("cp1252"),
        "seeds/western.txt:1: ",
    ),
    "wide.txt": ("\ufeffWide\n\nThe café was shut in Sluice Row.\n".encode("utf-16-le"), ""),
    "long.txt": (b"Long\n\n" + b"*" * 30_000, "seeds/long.txt: "),
    "deep.html": (
        b"<html><body><p>Deep.</p>" + b"<div>" * 400 + b"<p>End.</p>",
        "seeds/deep.html: ",
    ),
    "page.html": (
        b"<html><head><title>Saved <img src=x onerror=alert(1)></title><base href=//elsewhere.example/></head>"
        b"<body onload=alert(1)><script>alert(1)</script><p>The gate was shut, said Ann Lee, the mayor.</p></body>",
        "",
    ),
    "index.md": (b"An article called index\n\nText.\n", ""),
    "404.md": (b"An article called 404\n\nText.\n", ""),
    "..md": (b"A file of dots.\n", "seeds/..md: "),
    ".hidden.MD": (b"A hidden file.\n", "seeds/.hidden.MD: "),
    "deep.jsonl": (
        b'{"title": "Deep row", "text": '
        + b"[" * 700
        + b"1"
        + b"]" * 700
        + b'}\n{"title": "Row two", "text": "Text seven."}\n',
        "seeds/deep.jsonl:1: ",
    ),
    "comma.csv": (b"title,text\nComma,Text eight, and more.\n", "seeds/comma.csv:2: "),
    "open.csv": (b'title,text\nUnclosed,"Text nine.\nNext,Text ten.\n', "seeds/open.csv:2: "),
    "_collection.yml": (b"title: Papers\nlang: klingonish!\n", "seeds/_collection.yml:2: "),
    "beside.txt": (b"Beside\n\nText eleven.\n", ""),
    "beside.json": (
        b'{"title": "Beside",\n"URL": "javascript:alert(1)"}\n',
        "seeds/beside.json:2: ",
    ),
    "control.md": (
        b"---\ntitle: a\nauthor: Ann\x1b[31mLee\n---\n\nText twelve.\n",
        "seeds/control.md:3: ",
    ),
    "inside.md": (
        b"---\nauthor:\n  name: !!python/name:os.system Ann\n---\n\nText thirteen.\n",
        "seeds/inside.md:3: ",
    ),
    "host.md": (
        b"---\nredirect_from: [//elsewhere.example]\n---\n\nText fourteen.\n",
        "seeds/host.md:2: ",
    ),
    "many.md": (b"# Many\n\n" + b"a\n\n" * 20_001, "seeds/many.md:3: "),
    "caf\u00e9.md": (b"One of two spelt alike\n\nText.\n", ""),
    "cafe\u0301.md": (b"The other of two spelt alike\n\nText.\n", ""),
    "case.md": (b"One of two of other case\n\nText.\n", ""),
    "CASE.md": (b"The other of two of other case\n\nText.\n", ""),
    "n" * 250 + ".md": (b"A name as long as can be\n\nText.\n", ""),
    "a\\b:c|d?e#f%00&g;h.md": (b"A name of signs\n\nText.\n", ""),
    "$(id) `id` {{x}} <b>.md": (b"A name of syntax\n\nText.\n", ""),
    "con.md": (b"A name that Windows keeps\n\nText.\n", ""),
    "assets.md": (b"An article called assets\n\nText.\n", ""),
    "same name.md": (b"The first of two that fall on one address\n\nText.\n", ""),
    "same-name.md": (b"The second of two that fall on one address\n\nText.\n", ""),
}


def names() -> list[str]:
    """The addresses of the articles of TEXTS, as plain text."""
    return [f"hostile-{number:02}" for number in range(len(TEXTS))]


def notes() -> list[str]:
    """The addresses of the same as Markdown."""
    return [f"note-{number:02}" for number in range(len(TEXTS))]


def plant(project: Path) -> None:
    """Write all of it into a project's seeds, and canaries around them."""
    seeds = project / "seeds"
    for name, note, text in zip(names(), notes(), TEXTS, strict=True):
        (seeds / f"{name}.md").write_text(article(text), encoding="utf-8")
        read = article(text).replace("---\n", "---\nmarkdown: true\n", 1)
        (seeds / f"{note}.md").write_text(read, encoding="utf-8")
    for name, (body, _) in BROKEN.items():
        (seeds / name).write_bytes(body)
    for path in (project / "canary.txt", project / ".env", project.parent / "secret.txt"):
        path.write_text(CANARY)
    (seeds / "linked.md").symlink_to(project.parent / "secret.txt")


def article(text: str) -> str:
    """An article with a text in every place that a text can stand."""
    quoted = "'" + text.replace("'", "''") + "'"
    fields = "".join(
        f"{name}: {quoted}\n" for name in ("title", "standfirst", "publication", "rights")
    )
    lists = "".join(f"{name}: [{quoted}]\n" for name in ("author", "tags"))
    body = (
        f"{text}\n\n“The words are {text} and no others,” said Ada Varnholt, the mayor of Eddermoor.\n\n"
        f"“Nothing was lost,” said Bruno {text} Estrup.\n\nThe gate {text} was shut.\n\nThis is the last line.\n"
    )
    return f"---\n{fields}{lists}---\n\n{body}"
