"""A finished page without what HTML lets a writer leave out: a browser makes the same elements and
words of it.

Left out are end tags that the next tag implies, quotation marks around plain values of attributes,
line ends before blocks, references to characters that are no syntax in a finished page, only on the
way there, and what Material's search asks. A page is a fourteenth smaller by it. Markdown and that
search, which read the page before, need them all.
https://html.spec.whatwg.org/multipage/syntax.html#optional-tags (and #unquoted)
"""

from __future__ import annotations

import re
from typing import Final

OWN: Final = '<div class="rq-page'
# What is read by other rules than elements and their words; `no[a-z]+`: noscript and its like
_ODD: Final = re.compile(
    r"<(?:script(?!(?: type=\"module\")? src=\"[^\"<>]*\"></script>)|style|textarea|pre|xmp|iframe|plaintext|no[a-z]+|!--)"
)
# An equals sign that is no attribute's, or not ours: then no quotation mark may be touched
_ELSEWHERE: Final = re.compile(r">[^<>=]*=|='")
_PLAIN: Final = re.compile(r'="([A-Za-z0-9_#./~%:;&,?@!$()*+-]+)"(?=[ >])')
_BLOCK: Final = (
    r"(?:p|[uod]l|div|h[1-6]|section|nav|table|blockquote|figure|details|form|aside|header|footer)"
)
_PARENT: Final = (
    r"(?:div|li|section|nav|details|header|footer|aside|article|blockquote|figure|td|dd)"
)
_IMPLIED: Final = re.compile(
    r"</(?:"
    r"li(?=>\s*(?:<li\b|</[uo]l>))|"
    r"t[dh](?=>\s*(?:<t[dh]\b|</tr>))|"
    r"tr(?=>\s*(?:<tr\b|</t(?:body|head|able)>))|"
    r"tbody(?=>\s*</table>)|thead(?=>\s*<tbody\b)|"
    r"dt(?=>\s*<d[dt]\b)|dd(?=>\s*(?:<d[dt]\b|</(?:dl|div)>))|"
    rf"p(?=>\s*(?:<{_BLOCK}\b|</{_PARENT}>))"
    r")>"
)
_BLOCKS: Final = tuple(
    f"\n<{name}"
    for name in "li p div /div ul /ul ol /ol h2 h3 section /section nav /nav tr blockquote dl".split()
)
# Two elements that say the same; Zotero takes the abstract of either
_DESCRIBED: Final = re.compile(
    r'<meta name="description"( content="[^"]*">)(.*?)<meta property="og:description"\1\n?', re.S
)
# by Material's search, which is done with the page; a text has no ">"
_ASKED: Final = " data-search-exclude>"
_NO_SYNTAX: Final = (("&#45;", "-"), ("&#47;", "/"), ("&#58;", ":"))


def tight(page: str) -> str:
    """The page, shorter; unchanged if it is not one of our templates', or holds what is read by
    other rules.
    """
    if OWN not in page or _ODD.search(page) or _ELSEWHERE.search(page):
        return page
    page = _DESCRIBED.sub(r'<meta name="description" property="og:description"\1\2', page, count=1)
    page = _IMPLIED.sub("", page.replace(_ASKED, ">"))
    for block in _BLOCKS:
        page = page.replace(block, block[1:])
    for reference, character in _NO_SYNTAX:
        page = page.replace(reference, character)
    return _PLAIN.sub(r"=\1", page).lstrip("\n")
