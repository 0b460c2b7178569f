"""The sitemap: every page with its other languages (sitemaps.org protocol 0.9, hreflang as Google reads it)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(site_url: str, pages: Iterable[tuple[str, Mapping[str, str]]]) -> str:
    """Return the XML of a sitemap.

    Args:
        site_url: Full address of the site, with `/` at its end.
        pages: Address of each page and of its versions by language, relative to the site's root.

    """
    ElementTree.register_namespace("", _SITEMAP)
    ElementTree.register_namespace("xhtml", _XHTML)
    root = ElementTree.Element(f"{{{_SITEMAP}}}urlset")
    for uri, alternates in pages:
        url = ElementTree.SubElement(root, f"{{{_SITEMAP}}}url")
        ElementTree.SubElement(url, f"{{{_SITEMAP}}}loc").text = site_url + uri
        for language, other in alternates.items():
            link = {"rel": "alternate", "hreflang": language, "href": site_url + other}
            ElementTree.SubElement(url, f"{{{_XHTML}}}link", link)
    ElementTree.indent(root, "")
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"
