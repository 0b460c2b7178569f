"""Whether a new site is whole: looked at while it is written, judged before it is published.

Every page and file is looked at where it is made, by the process that made it: a page ends as a page should, JSON,
XML and calendars can be read, links are noted. Holes are `pour`'s business: a record may say what looks like one. At
the end every address that must be there is, and every link within the site leads to a file. Anchors in pages and what
other sites hold are not looked at.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from urllib.parse import unquote
from xml.parsers import expat

from catalog.diagnostics import Diagnostic, Location
from catalog.publish.writer import Poured

_ADDRESS = re.compile(rb"""[^"'<>\s\\&]*""")
_SIMPLE = re.compile(rb"((?:\.\./)+)((?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*[A-Za-z0-9_~-][A-Za-z0-9._~-]*)/?")
"""A link up and then down that needs no care."""
_PLAIN = re.compile(r"[A-Za-z0-9._~-]+")
"""A name that links spell as it is; others may be spelt in several ways."""
_LINKS = re.compile(rb' (?:href|src(?:set)?)="([^"]*)"')
_WITHIN_STYLE = re.compile(rb"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))""")
_MOST_FINDINGS = 25
"""No more are told at once: one missing file may be missed by every page."""


class Proof:
    """What was seen of the files of one site."""

    def __init__(self, site_url: str = "") -> None:
        self.site_url = site_url.encode()
        """Full address of the site with `/` at its end, or nothing: links that begin with it are links within."""
        self.links: dict[str, str] = {}
        """File or folder that some page leads to → the first page seen that does."""
        self.findings: list[Diagnostic] = []
        self._seen: dict[str, set[bytes]] = {}
        """Folder of folders of pages → the links up and down from them that were looked at."""
        self._moulds: set[tuple[str, str]] = set()
        """Folder of folders of pages, and a mould of some of them that was looked at."""

    def examine(self, uri: str, content: bytes) -> None:
        """Look at one file as it is written."""
        suffix = uri[uri.rfind(".") :]
        if suffix == ".html":
            self._examine_page(uri, content, content)
        elif suffix == ".css":
            for link in {b"".join(spelt) for spelt in _WITHIN_STYLE.findall(content)}:
                if not link.startswith((b"#", b"data:")):
                    self._note(posixpath.dirname(uri), link, uri)
        elif suffix in _READERS:
            try:
                _READERS[suffix](content)
            except (ValueError, RecursionError) as error:
                self._find("file-not-readable", uri, kind=suffix[1:].upper(), reason=str(error))

    def examine_poured(self, uri: str, page: Poured) -> None:
        """Look at a page as it is written: of the first of a mould at everything, of others at what is their own."""
        mould = _parent_of(_folder_of(uri)), page.mould
        self._examine_page(uri, page.content, page.own if mould in self._moulds else page.content)
        self._moulds.add(mould)

    def fork(self) -> Proof:
        """Give a worker a proof of its own; what one of a process has looked at, its others need not."""
        mine = Proof(self.site_url.decode())
        mine._seen, mine._moulds = self._seen, self._moulds
        return mine

    def merge(self, links: Mapping[str, str], findings: Iterable[Diagnostic]) -> None:
        """Take over what another process saw."""
        for target, page in links.items():
            self.links.setdefault(target, page)
        self.findings.extend(findings)

    def judge(self, files: Collection[str], addresses: Iterable[str]) -> list[Diagnostic]:
        """Return what is wrong with the site; nothing: it is whole.

        Args:
            files: Every file of the new site.
            addresses: Pages that must be there, `a/b/` or the empty text for the first one.

        """
        for address in addresses:
            if f"{address}index.html" not in files:
                self._find("page-missing", f"{address}index.html")
        for target, page in self.links.items():
            if target not in files and _index_of(target) not in files:
                self._find("link-leads-nowhere", page, link=target or "/")
        found = sorted(self.findings, key=lambda finding: (finding.at, finding.code, str(finding.facts)))
        if len(found) > _MOST_FINDINGS:
            rest = found[_MOST_FINDINGS:]
            found[_MOST_FINDINGS:] = [Diagnostic(code="and-more", at=rest[0].at, facts={"count": len(rest)})]
        return found

    def _examine_page(self, uri: str, content: bytes, unknown: bytes) -> None:
        """Look at the end of a page, and at the links in what of it is not known yet."""
        if not content.endswith((b"</html>", b"</html>\n")) and not content.rstrip().endswith(b"</html>"):
            self._find("page-cut-short", uri)
        folder = _folder_of(uri)
        seen = self._seen.setdefault(_parent_of(folder), set())
        above = _folders_above(folder)
        for link in set(_LINKS.findall(unknown)) - seen:
            if link[:3] == b"../":
                seen.add(link)
                if (simple := _SIMPLE.fullmatch(link)) and len(simple[1]) <= 3 * len(above):
                    self.links.setdefault(above[len(simple[1]) // 3 - 1] + simple[2].decode(), uri)
                else:
                    self._note(folder, link, uri)
            elif link[:1] not in b"#?" and link[:8] != b"https://":
                self._note(folder, link, uri)
        if self.site_url:
            for part in unknown.split(self.site_url)[1:]:
                self._note("", _ADDRESS.match(part)[0], uri)  # type: ignore[index]  # it matches nothing too

    def _note(self, folder: str, link: bytes, uri: str) -> None:
        """Remember where a link leads, unless out of the site; of pictures in several sizes, each."""
        if b" " in link:
            for one in link.split(b","):
                if words := one.split(None, 1):
                    self._note(folder, words[0], uri)
            return
        text = link.decode("utf-8", "replace")
        if "&" in text:
            text = html.unescape(text)
        text = text.partition("#")[0].partition("?")[0]
        head = text.partition("/")[0]
        if ":" in head or text.startswith("//"):  # another scheme, another host
            return
        if text.startswith("/"):
            folder, text = "", self._below_root(text)
        if "%" in text:
            text = unquote(text)
        target = posixpath.normpath(posixpath.join(folder, text))
        self.links.setdefault("" if target == "." else target, uri)

    def _below_root(self, path: str) -> str:
        """Return an absolute path as one below the site's root."""
        root = "/" + self.site_url.decode().partition("://")[2].partition("/")[2]
        return path.removeprefix(root).lstrip("/")

    def _find(self, code: str, uri: str, **facts: str) -> None:
        self.findings.append(Diagnostic(code=code, at=Location(uri), facts=dict(facts)))


def names_of(files: Iterable[str]) -> list[bytes]:
    """Return what every page that leads to one of these files must contain: the last part of its address."""
    names = {"" if uri == "index.html" else posixpath.basename(uri.removesuffix("/index.html")) for uri in files}
    return sorted(name.encode() if _PLAIN.fullmatch(name) else b"" for name in names)


def _index_of(target: str) -> str:
    return f"{target}/index.html" if target else "index.html"


def _folder_of(uri: str) -> str:
    """Return the folder of a file; the root is the empty text."""
    return uri.rpartition("/")[0]


def _parent_of(folder: str) -> str:
    """Return the folder above one, from which links up and down lead the same ways; the root has one of its own."""
    return folder.rpartition("/")[0] if folder else "/"


def _folders_above(folder: str) -> list[str]:
    """Return the folders that `../`, `../../` … lead to, each with `/` at its end; the root is the empty text.

    >>> _folders_above("en/products/x")
    ['en/products/', 'en/', '']
    """
    found = []
    while folder:
        folder = folder.rpartition("/")[0]
        found.append(f"{folder}/" if folder else "")
    return found


def _read_calendar(content: bytes) -> None:
    """Read a calendar (RFC 5545) as far as every reader does: lines end with CR LF, are short, and blocks close.

    Raises:
        ValueError: A reader would stumble.

    """
    lines = content.split(b"\r\n")
    if lines[-1] or any(b"\n" in line for line in lines):
        raise ValueError("a line does not end with CR LF")
    if any(len(line) > 75 for line in lines):
        raise ValueError("a line has more than 75 bytes")
    content.decode()
    open_blocks: list[bytes] = []
    for line in lines:
        if line.startswith(b"BEGIN:"):
            open_blocks.append(line[6:])
        elif line.startswith(b"END:") and (not open_blocks or open_blocks.pop() != line[4:]):
            raise ValueError(f"{line.decode()} closes nothing")
    if open_blocks or lines[0] != b"BEGIN:VCALENDAR":
        raise ValueError("a block is not closed")


def _read_xml(content: bytes) -> None:
    """Read XML to its end and keep nothing: a sitemap has 50,000 addresses.

    Raises:
        ValueError: A reader would stumble.

    """
    try:
        expat.ParserCreate().Parse(content, True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from None


_READERS: dict[str, Callable[[bytes], object]] = {
    ".json": json.loads,
    ".geojson": json.loads,
    ".webmanifest": json.loads,
    ".xml": _read_xml,
    ".atom": _read_xml,
    ".rss": _read_xml,
    ".kml": _read_xml,
    ".ics": _read_calendar,
}
"""Suffix → what reads the whole file. Drawings are many and come from one function with tests of its own."""
