"""What robots read first: the sitemap, with every page in its languages and its pictures, and `robots.txt`.

Sitemaps follow the protocol 0.9 of sitemaps.org, hreflang and the image extension as Google reads them. They name no
day of change: no record says when it last changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

ADDRESSES = 50_000
"""Most addresses of one sitemap (https://www.sitemaps.org/protocol.html#index)."""
BYTES = 50 * 1024 * 1024
"""Most bytes of one sitemap, likewise."""
NAME = "sitemap.xml"

_URLSET = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    b' xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">\n'
)
_URLSET_END = b"</urlset>\n"


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """One page; all addresses are relative to the site's root."""

    uri: str
    alternates: Mapping[str, str]
    """Language → address of this page in it, this one too."""
    fallback: str
    """Address for readers of none of these languages."""
    pictures: Sequence[str] = ()


def sitemaps(
    site_url: str, pages: Iterable[SitemapPage], *, addresses: int = ADDRESSES, size: int = BYTES
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the sitemap by name, one in memory at a time; `sitemap.xml` comes last.

    A site too large for one file gets numbered ones, and `sitemap.xml` names these.

    Args:
        site_url: Full address of the site, with `/` at its end.
        pages: Every page.
        addresses: Most addresses of one file.
        size: Most bytes of one file.

    """
    names: list[str] = []
    entries: list[bytes] = []
    room = size - len(_URLSET) - len(_URLSET_END)
    for page in pages:
        entry = _entry(site_url, page)
        if entries and (len(entries) == addresses or len(entry) > room):
            names.append(f"sitemap-{len(names) + 1}.xml")
            yield names[-1], _urlset(entries)
            entries, room = [], size - len(_URLSET) - len(_URLSET_END)
        entries.append(entry)
        room -= len(entry)
    if not names:
        yield NAME, _urlset(entries)
        return
    names.append(f"sitemap-{len(names) + 1}.xml")
    yield names[-1], _urlset(entries)
    yield NAME, _index(site_url, names)


def robots(site_url: str, search_pages: Iterable[str]) -> str:
    """Return `robots.txt`: everything may be read but the endless answers of the search page.

    Args:
        site_url: Full address of the site with `/` at its end; the empty text when the site does not know it.
        search_pages: Address of the search page in each language, relative to the site's root.

    """
    root = urlsplit(site_url).path or "/"
    lines = ["User-agent: *", *[f"Disallow: {root}{uri}?" for uri in search_pages]]
    if site_url:
        lines += ["", f"Sitemap: {site_url}{NAME}"]
    return "\n".join(lines) + "\n"


def _entry(site_url: str, page: SitemapPage) -> bytes:
    links = "".join(
        [
            f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(site_url + uri)}/>\n'
            for language, uri in (*page.alternates.items(), ("x-default", page.fallback))
        ]
    )
    pictures = "".join(
        [
            f"<image:image><image:loc>{escape(site_url + uri)}</image:loc></image:image>\n"
            for uri in page.pictures[:_PICTURES]
        ]
    )
    return f"<url>\n<loc>{escape(site_url + page.uri)}</loc>\n{links}{pictures}</url>\n".encode()


_PICTURES = 1_000
"""Most pictures of one page (https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps)."""


def _urlset(entries: Iterable[bytes]) -> bytes:
    return b"".join([_URLSET, *entries, _URLSET_END])


def _index(site_url: str, names: Iterable[str]) -> bytes:
    sitemaps = "".join([f"<sitemap><loc>{escape(site_url + name)}</loc></sitemap>\n" for name in names])
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{sitemaps}</sitemapindex>\n"
    ).encode()
