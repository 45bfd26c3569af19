"""Plain mutation over all readers: python -m tests.read.mutate [--seconds 120] [--seed 1]
[ENDING…].

Takes ordinary files of every format, spoils them at random places, and reads them without the wall
that turns what a reader raises into a problem of the file. Prints each kind of exception once, with
the input beside it in --keep.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from generator import read
from generator.fields.values import Note
from generator.read import folders
from generator.read.articles import Source, make
from generator.read.sidecars import SIDECARS, read_sidecar
from tests.read.samples import SAMPLES

TOKENS = [
    *(
        "&#8;",
        "&#x0b;",
        "&#11",
        "&#0;",
        "&#xD800;",
        "&#1114112;",
        "&amp;#8;",
        "&nbsp;",
        "&lt;",
        "<",
        ">",
        "</p>",
    ),
    *(
        "<p>",
        "<div>" * 210,
        "<nav>",
        "</nav>",
        "<iframe srcdoc='",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<table>",
    ),
    *(
        "<!ENTITY x 'y'>",
        "<![CDATA[",
        "]]>",
        "<svg>",
        "<template>",
        "<head>",
        "</body>",
        "<base href='x'>",
        "<br/>",
    ),
    *(
        "---\n",
        "+++\n",
        "title: ",
        "[[",
        "]]",
        "![[",
        "%%",
        "> ",
        "```\n",
        "{{< x >}}",
        "- ",
        "1. ",
        "|a|b|\n|-|-|\n",
    ),
    *(
        "{",
        "}",
        "\\",
        '"',
        "'",
        "“",
        "”",
        ",",
        ";",
        "\t",
        "\r",
        "\n\n",
        "\0",
        "\x0b",
        "\x0c",
        "\x1a",
        "\u2028",
        "\u202e",
    ),
    *(
        "\ufeff",
        "\ufffe",
        "é",
        "日本",
        "🙂",
        "9" * 5000,
        "2042-13-45",
        "12 March 2042",
        "By Nora Pell\n",
        "BYLINE: ",
    ),
    *(
        "TY  - NEWS\n",
        "ER  - \n",
        "AU  - ",
        "DA  - ",
        "@article{",
        "= {",
        "\\'",
        "\\textbackslash",
        "null",
        "true",
        "[]",
    ),
    *(
        '{"a":1}',
        "[[[[",
        "1e999",
        "-1",
        "1 of 2 DOCUMENTS\n",
        "End of Document\n",
        "HD ",
        "TD\n",
        "LENGTH: 6 words\n",
    ),
    *(
        "MIME-Version: 1.0\n",
        "Content-Type: text/html; charset=",
        "--b\n",
        "=E2=80",
        "=\n",
        "Document 1 of 2\n",
    ),
]


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """The same with one to eight things wrong."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice((1, 1, 2, 8, 40)))
        token = chance.choice(TOKENS).encode("utf-8", "surrogatepass")
        data = chance.choice(
            (
                data[:at] + token + data[at:],
                data[:at] + token + data[end:],
                data[:at] + data[end:],
                data[:at] + data[at:end] * chance.choice((2, 3, 50)) + data[end:],
                data[:at] + bytes(chance.randrange(256) for _ in range(end - at)) + data[end:],
                data[:at]
                + bytes(byte ^ 1 << chance.randrange(8) for byte in data[at:end])
                + data[end:],
                data[:at],
            )
        )
    return data


def read_one(ending: str, data: bytes) -> None:
    """All that is done with a file before an article is made of it; raises what a reader raises."""
    if ending in SIDECARS or ending == ".yml":
        text = read._decoded(data)
        if not isinstance(text, Note):
            (
                read_sidecar(ending, text.text)
                if ending in SIDECARS
                else folders.read_collection(text.text)
            )
        return
    drafts = read._drafts_of(ending, data, "", 250)
    if not isinstance(drafts, Note):
        make([Source(f"a{ending}", draft) for draft in drafts], "seeds", {}, {})


def run(
    seconds: float, seed: int, endings: list[str], keep: Path | None, tell: Callable[[str], None]
) -> int:
    """Mutate until the time is over; how many kinds of exceptions there were."""
    chance = random.Random(seed)  # noqa: S311 (not for secrets)
    samples = [sample for sample in SAMPLES if not endings or sample[0] in endings]
    seen: set[str] = set()
    count, slowest, end = 0, (0.0, ""), time.monotonic() + seconds
    while time.monotonic() < end:
        ending, sample = chance.choice(samples)
        data = spoilt(sample, chance)
        started = time.process_time()
        try:
            read_one(ending, data)
        except Exception as error:
            places = traceback.extract_tb(error.__traceback__)
            kind = f"{ending}: {type(error).__name__} in {places[-1].name}, {Path(places[-1].filename).name}"
            if kind not in seen:
                seen.add(kind)
                tell(f"{kind}: {error!s:.200}")
                if keep:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{len(seen)}{ending}").write_bytes(data)
        count += 1
        slowest = max(slowest, (time.process_time() - started, ending))
    tell(
        f"{count} inputs, {len(seen)} kinds of exceptions, the slowest took {slowest[0]:.1f} s ({slowest[1]})"
    )
    return len(seen)


def main() -> int:
    """1 if anything was raised."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":")[0])
    parser.add_argument("endings", nargs="*")
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=None, help="a folder for inputs that raised")
    given = parser.parse_args()
    return 1 if run(given.seconds, given.seed, given.endings, given.keep, print) else 0


if __name__ == "__main__":
    sys.exit(main())
