"""Longer texts of records: a small Markdown, turned into safe HTML or plain text. The only door to markdown-it-py.

Paragraphs, lists, emphasis, strong emphasis and links; nothing else. Headings, raw HTML, code and tables stay the
characters that were typed, a picture becomes its alternative text. The HTML is written here tag by tag, so that no
tag or attribute outside `TAGS` can appear, whatever a record or the Markdown library comes up with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from catalog.text import fold, nfc

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

TAGS = frozenset({"p", "ul", "ol", "li", "em", "strong", "a"})
"""Every tag that `to_html` writes."""

FOREIGN = "nofollow noopener ugc"
"""`rel` of links that leave the site: not endorsed, no access to our window, written by users."""


def to_html(text: str) -> str:
    """Return safe HTML of a text in small Markdown; empty for an empty text.

    >>> to_html("Gốm **Bát Tràng** <3")
    '<p>Gốm <strong>Bát Tràng</strong> &lt;3</p>'
    """
    if _MARKDOWN.search(text) is None:  # most texts: no character that Markdown would read
        return "\n".join(f"<p>{_escaped(paragraph)}</p>" for paragraph in _paragraphs(text))
    return "".join(_html(_parsed(text))).strip()


def to_plain(text: str) -> str:
    """Return the words of a text in small Markdown on one line, for descriptions and feeds.

    The items of a list become one sentence: `tre; nứa; vầu`.

    >>> to_plain("Làng **Chuông** làm *nón lá*.")
    'Làng Chuông làm nón lá.'
    """
    if _MARKDOWN.search(text) is None:
        return " ".join(text.split())
    return " ".join("".join(_plain(_parsed(text))).split())


def shorten(text: str, limit: int) -> str:
    """Cut a plain text to at most `limit` characters, between words, with … at the end.

    A single word longer than the limit is cut inside, never between a letter and its mark.

    Raises:
        ValueError: `limit` leaves no room for any character.

    >>> shorten("Làng hương Quảng Phú Cầu, Hà Nội", 26)
    'Làng hương Quảng Phú Cầu…'
    """
    if limit < 1:
        raise ValueError("a text cannot be shortened to nothing")
    words = nfc(" ".join(text.split()))
    if len(words) <= limit:
        return words
    cut = limit - 1
    head = words[:cut] if words[cut] == " " else words[:cut].rpartition(" ")[0]
    if not head:
        while cut and unicodedata.combining(words[cut]):
            cut -= 1
        head = words[:cut]
    return head.rstrip(" ,;:.–—-(“\"'") + "…"


@lru_cache(8192)  # one article is the source of many records
def safe_url(url: str) -> str | None:
    """Return an address that may stand in a link, or `None` when it may not.

    `https`, `http`: a host name with a dot, in letters a person can check (Latin letters, Vietnamese ones too), no
    name or password before it. `mailto`: one address and nothing else. `tel`: digits. No spaces, backslashes, invisible
    or control characters anywhere; nothing relative. The address comes back as written, spaces around it taken off.

    >>> safe_url("https://langnghehanoi.gov.vn/tin?id=1"), safe_url("javascript:alert(1)")
    ('https://langnghehanoi.gov.vn/tin?id=1', None)
    """
    url = url.strip()
    if not url or len(url) > 2000 or not url.isprintable() or _NOT_IN_ADDRESSES.search(url):
        return None
    if plain := _PLAIN_ADDRESS.match(url):
        return url if _is_host(plain[1]) else None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    match parts.scheme:
        case "https" | "http":
            fine = "@" not in parts.netloc and port != 0 and _is_host(parts.hostname or "")
        case "mailto":
            user, _, host = parts.path.partition("@")
            fine = (
                not parts.netloc and url[7:] == parts.path and _MAILBOX.fullmatch(user) is not None and _is_host(host)
            )
        case "tel":
            fine = _TELEPHONE.fullmatch(url[4:]) is not None
        case _:
            fine = False
    return url if fine else None


def host_of(url: str) -> str:
    """Return the host of an address in small letters, without a point at its end; empty where there is none.

    >>> host_of("https://BAO.example:443/1"), host_of("mailto:a@bao.example")
    ('bao.example', '')
    """
    if plain := _PLAIN_ADDRESS.match(url):
        return plain[1].rstrip(".")
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


_MARKDOWN = re.compile(r"[*_\[\]<\\\r\0]|^[ \t]*(?:[-+]|[0-9]{1,9}[.)])(?:[ \t]|$)", re.MULTILINE)
"""Anything that the rules below would read as more than text."""
_NOT_IN_ADDRESSES = re.compile(r"[\s\\<>\"`{}|^]")
_PLAIN_ADDRESS = re.compile(r"https?://([a-z0-9.-]+)(?=[/?#]|\Z)")
"""How nearly every address begins, and its host: no need to take it apart by all the rules of RFC 3986."""
_MAILBOX = re.compile(r"[A-Za-z0-9._+-]{1,64}")
_TELEPHONE = re.compile(r"\+?[0-9(][0-9().-]{1,24}")


@cache
def _parser() -> MarkdownIt:
    """Return CommonMark with nothing but lists, emphasis, links, pictures (for their text) and backslash escapes."""
    from markdown_it import MarkdownIt  # takes a while to load, and few texts need it

    parser = MarkdownIt("zero", {"maxNesting": 20}).enable(["list", "emphasis", "link", "image", "autolink", "escape"])
    # The parser asks these two for every address; what is not safe stays text.
    parser.normalizeLink = lambda url: safe_url(url) or ""  # type: ignore[method-assign]
    parser.validateLink = bool  # type: ignore[method-assign, assignment]
    return parser


@lru_cache(512)  # a page shows what search and snippets say without marks
def _parsed(text: str) -> tuple[Token, ...]:
    return tuple(_parser().parse(text))


def _html(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        match token.type:
            case "inline":
                yield from _html(token.children or ())
            case "text":
                yield _escaped(token.content)
            case "image":
                yield _escaped("".join(_plain(token.children or ())))
            case "softbreak" | "hardbreak":
                yield "\n"
            case "paragraph_open" | "paragraph_close" if token.hidden:  # in a list without blank lines
                pass
            case "link_open":
                yield _link(str(token.attrGet("href")))
            case "ordered_list_open" if isinstance(start := token.attrGet("start"), int):
                yield f'<ol start="{start}">'
            case _ if token.tag in TAGS:
                yield f"<{token.tag}>" if token.nesting > 0 else f"</{token.tag}>"
                if token.nesting < 0 and token.block and not token.level:
                    yield "\n"
            case _:
                yield _escaped(token.content)


def _plain(tokens: Iterable[Token]) -> Iterator[str]:
    last = ""
    for token in tokens:
        if token.type == "inline":
            words = "".join(_plain(token.children or ())).strip()
            last = words[-1:]
            yield words
        elif token.type == "image":
            yield "".join(_plain(token.children or ()))
        elif token.type == "list_item_open":
            yield "" if last in _STOPS else ";"  # the items of a list become one sentence
        elif token.type in {"softbreak", "hardbreak", "paragraph_open"}:
            yield " "
        else:
            yield token.content


_STOPS = ("", ".", ":", ";", ",", "!", "?", "…")


def _link(url: str) -> str:
    foreign = url.lower().startswith(("http:", "https:"))
    return f'<a href="{_escaped(url)}"' + (f' rel="{FOREIGN}">' if foreign else ">")


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n(?:[ \t]*\n)+", text):
        if words := paragraph.strip():
            yield words


def _escaped(text: str) -> str:
    return escape(text, quote=True)


@lru_cache(1024)
def _is_host(host: str) -> bool:
    labels = host.removesuffix(".").split(".")
    return len(labels) > 1 and len(host) <= 253 and not labels[-1].isdecimal() and all(map(_is_label, labels))


def _is_label(label: str) -> bool:
    """Tell whether one part of a host name is made of Latin letters, digits and hyphens, also behind `xn--`."""
    try:
        shown = label.encode("ascii").decode("idna") if label.startswith("xn--") else label
        label.encode("idna")
    except UnicodeError:
        return False
    return shown.isprintable() and re.fullmatch(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", fold(shown)) is not None
