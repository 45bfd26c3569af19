"""Bytes → text: every encoding that an article can come in, and a word when it had to be
guessed.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass, replace

MARKS = (  # the longer mark first: UTF-16's is the beginning of UTF-32's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
)
DECLARED = re.compile(
    rb"""(?:charset|coding|encoding)\s{0,9}[:=]\s{0,9}["']?([A-Za-z0-9][-\w.]{0,39})"""
)
HZ = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e]){1,200}~\}")
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
CANDIDATES = (  # encodings that news of the last forty years was written in
    *(
        "cp1250",
        "cp1251",
        "cp1252",
        "cp1253",
        "cp1254",
        "cp1255",
        "cp1256",
        "cp1257",
        "cp1258",
        "cp874",
    ),
    *("iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "iso8859_9", "iso8859_15"),
    *("koi8_r", "koi8_u", "mac_roman", "mac_cyrillic", "cp437", "cp850", "cp852", "cp855", "cp866"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949", "johab"),
)
UTF7 = re.compile(rb"\+[A-Za-z0-9+/]{2}")
# letters of two scripts in one word
MIXED = re.compile("[A-Za-z][^\\W\\d_A-Za-zÀ-ʯ]|[^\\W\\d_A-Za-zÀ-ʯ][A-Za-z]")
SAMPLE = 60_000  # bytes that the guess looks at
FEWEST_HZ = 12  # bytes of Chinese in HZ that are worth a word
FEWEST_BLANKS = 3  # in UTF-16 of letters that are not Western


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with "\\n" as its only line end, or the reason why there is none."""

    text: str = ""
    refused: str = ""  # why it is not text, such as "is a PNG picture, not text"; "" = it is
    guessed: str = ""  # the encoding that was guessed; "" = stated by the file, or UTF-8
    sure: bool = False  # True = the guess leaves no doubt
    # of a guess, a doubt, or of what is no text: the first byte that is not UTF-8; 0 = no matter
    line: int = 0
    doubt: str = ""  # what speaks against the way it was read; "" = nothing


def decode(data: bytes, charset: str = "") -> Decoded:
    """Decode a file: byte order mark, UTF-8, the charset it declares, then the best guess.

    `charset`: what is declared outside the file, as by a web server.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding) or Decoded(
                refused=f"starts like {encoding} but is not"
            )
    if data.startswith(b"{\\rtf1"):
        return Decoded(refused="is an RTF document, not plain text")
    for signature, what in SIGNATURES:
        if data.startswith(signature) and not _is_plain(data):  # a text may begin with "GIF89a"
            return Decoded(refused=f"is {what}, not text")
    found = (
        (_wide(data) if b"\0" in data[:SAMPLE] else None)
        or _escaped(data)
        or _strict(data, "utf-8")
        or _wide_elsewhere(data)
        or _declared(data, charset)
        or _guess(data)
        or Decoded(refused="is in no known encoding, or not text")
    )
    if len(CONTROL.findall(found.text)) * 10 > len(found.text):
        return _wide_elsewhere(data) or Decoded(refused="is binary data, not text")
    if found.text.isascii() and data.isascii():
        return _in_seven_bits(data, found)
    unstated = found.guessed and not _is_wide(found.guessed)
    return replace(found, line=line_not_utf8(data)) if unstated or found.doubt else found


def line_not_utf8(data: bytes) -> int:
    """The line of the first byte that is not UTF-8, 1-based; 0 = there is none."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return newlines(data[: error.start].decode("utf-8")).count("\n") + 1
    return 0


def _is_wide(encoding: str) -> bool:
    return encoding.startswith(("utf-16", "utf-32"))


def _strict(data: bytes, encoding: str, guessed: str = "", sure: bool = False) -> Decoded | None:
    try:
        text = data.decode(encoding)
        # a lone surrogate (possible in UTF-7 and the like) can't be written to any page
        text.encode("utf-8")
    except (UnicodeError, LookupError):
        return None
    return Decoded(newlines(text), guessed=guessed, sure=sure)


def _is_plain(data: bytes) -> bool:
    found = _strict(data, "utf-8")
    return found is not None and not CONTROL.search(found.text)


def newlines(text: str) -> str:
    """Text with every line end as "\\n"."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wide(data: bytes) -> Decoded | None:
    """UTF-32 or UTF-16 without a mark: zero bytes stand where Western letters have their upper
    half.
    """
    sample = data[:SAMPLE]
    size = max(len(sample), 1)
    if len(data) % 4 == 0 and sample.count(0) * 2 > size:
        for encoding, column in (("utf-32-le", 3), ("utf-32-be", 0)):
            if sample[column::4].count(0) * 4 == size - size % 4:
                return _strict(data, encoding, encoding, True)
    if len(data) % 2 == 0:
        for encoding, column in (("utf-16-le", 1), ("utf-16-be", 0)):
            if sample[column::2].count(0) * 4 > size:  # at least half of the characters are Latin
                return _strict(data, encoding, encoding, True)
    return None


def _wide_elsewhere(data: bytes) -> Decoded | None:
    """UTF-16 without a mark of letters that are not Western: only its blanks and line ends have
    zero bytes.
    """
    if len(data) % 2 or b"\0" not in data[:SAMPLE]:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        found = _strict(data, encoding, encoding)
        if (
            found
            and found.text.count(" ") + found.text.count("\n") >= FEWEST_BLANKS
            and _assigned(found.text)
        ):
            return found
    return None


def _assigned(text: str) -> bool:
    """Whether every character of a text means something; bytes in the wrong order give some that
    don't.
    """
    return not any(
        unicodedata.category(c) in ("Cc", "Cn", "Co") and c not in "\t\n\x0c\ufeff"
        for c in text[:SAMPLE]
    )


def _in_seven_bits(data: bytes, found: Decoded) -> Decoded:
    """ASCII, with a word on what may be more than that: it is shown as it is written, since it may
    be about that.
    """
    first = UTF7.search(data)
    wider = _strict(data, "utf-7") if first else None
    if first and wider and not wider.text.isascii() and _assigned(wider.text):
        return replace(
            found,
            doubt="looks like UTF-7",
            line=newlines(found.text[: first.start()]).count("\n") + 1,
        )
    runs = list(HZ.finditer(data[:SAMPLE]))
    if sum(len(run[0]) for run in runs) >= FEWEST_HZ and _strict(
        b"".join(run[0] for run in runs), "hz"
    ):
        line = newlines(data[: runs[0].start()].decode("ascii")).count("\n") + 1
        return replace(found, doubt="has words that look like Chinese in HZ", line=line)
    return found


def _escaped(data: bytes) -> Decoded | None:
    """East Asian text in seven bits: ISO 2022, which says so by escape sequences, and HZ, which is
    a guess.
    """
    if any(sign in data[:SAMPLE] for sign in (b"\x1b$)A", b"\x1b$)G")):
        return Decoded(refused="is in ISO-2022-CN, which is not read")
    sample = data[:SAMPLE]
    # most of a text in HZ is Chinese; in another, ~{ and ~} are what a program writes
    if sum(len(run[0]) for run in HZ.finditer(sample)) * 2 > len(sample) and (
        found := _strict(data, "hz", "hz")
    ):
        return found
    if b"\x1b$)C" in data[:SAMPLE]:
        return _strict(data, "iso2022_kr")
    return _strict(data, "iso2022_jp_ext") if b"\x1b$" in data[:SAMPLE] else None


def _declared(data: bytes, charset: str) -> Decoded | None:
    """The charset given, or the one that the head of the file names, as saved web pages do."""
    match = DECLARED.search(data[:4000])
    name = charset or (match[1].decode("ascii") if match else "")
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if not getattr(codec, "_is_text_encoding", True) or codec.name.startswith(
        ("utf", "unicode", "raw", "idna", "puny")
    ):
        return None  # UTF-8 was tried, and the others here are no encodings of articles
    # Browsers read Latin-1 as windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels), so
    # do we
    found = _strict(data, "cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name)
    western = _strict(data, "cp1252") if found and MIXED.search(found.text) else None
    if found and western and _looks_western(western.text):
        return replace(found, doubt=f"is said to be {codec.name}, but looks like windows-1252")
    return found


def _guess(data: bytes) -> Decoded | None:
    """UTF-8 with a few wrong bytes, or windows-1252 if it looks so, else the best guess of
    charset-normalizer.
    """
    western = _strict(data, "cp1252", "windows-1252", True)
    if western and _looks_western(western.text):
        return western
    if mended := _mended(data):
        return mended
    import charset_normalizer  # 0.1 s to import, and hardly ever needed

    best = charset_normalizer.from_bytes(data[:SAMPLE], cp_isolation=list(CANDIDATES)).best()
    return (best and _strict(data, best.encoding, best.encoding)) or western


def _mended(data: bytes) -> Decoded | None:
    """UTF-8 in which fewer places are wrong than right: the wrong bytes are read as
    windows-1252.
    """
    text = data.decode("utf-8", "surrogateescape")
    wrong = sum("\udc80" <= c <= "\udcff" for c in text)
    if wrong > sum("\x7f" < c < "\ud800" or c > "\udfff" for c in text):
        return None
    fixed = re.sub(
        "[\udc80-\udcff]", lambda m: bytes([ord(m[0]) - 0xDC00]).decode("cp1252", "replace"), text
    )
    return Decoded(newlines(fixed), guessed=f"UTF-8 with {wrong} wrong bytes")


def _looks_western(text: str) -> bool:
    """Whether what is beyond ASCII is what Western European news text has: quotes, dashes, common
    accents.
    """
    beyond = [c for c in text if c > "\x7f"]
    usual = sum(
        c in "“”„‘’‚–—…•€£©®°«»·½¿¡œŒšŠžŽŸ" or c in "àâäáãåæçèéêëìíîïñòóôõöøùúûüßÀÂÄÁÅÆÇÈÉÊÍÑÓÖØÚÜ"
        for c in beyond
    )
    return usual == len(beyond) and len(beyond) * 5 < len(text)
