"""Where every page stands: the address plan that the folders of `content/` show.

A kind of page stands at one place per language. `content/san-pham/[slug].md` with `catalog: product` in its front
matter says that products stand at `san-pham/<id>/` in Vietnamese; English stands in `content/en/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

SLUG = "[slug]"
"""The part of a file name that stands for one record (the spelling of Astro's and Next's dynamic routes)."""

FALLBACK_LANGUAGE = "en"
"""What is offered to those who read none of the site's languages (`x-default` of hreflang): most foreigners' second."""

RESERVED_IDS = frozenset(
    {
        "404",
        "admin",
        "api",
        "assets",
        "catalog",
        "cms",
        "feed",
        "index",
        "javascripts",
        "login",
        "news",
        "page",
        "pagefind",
        "robots",
        "search",
        "sitemap",
        "slug",
        "static",
        "stylesheets",
        "sw",
        "tim-kiem",
        "trang",
        "wp-admin",
    }
)
"""Ids no record may take: they are addresses of the site itself, or are asked for by robots."""


def fallback(alternates: Mapping[str, str], uri: str) -> str:
    """Return the address, among those of a page by language, for readers of other languages; `uri` where it has none.

    >>> fallback({"vi": "nghe/", "en": "en/crafts/"}, "nghe/"), fallback({"vi": "nghe/"}, "nghe/")
    ('en/crafts/', 'nghe/')
    """
    return alternates.get(FALLBACK_LANGUAGE, uri)


@dataclass(frozen=True, slots=True)
class AddressPlan:
    """Kind and language → address with `[slug]` still in it, for example `en/products/[slug]/`."""

    places: Mapping[tuple[str, str], str]
    languages: tuple[str, ...]
    """Languages of the site, the default one first."""

    def uri(self, kind: str, language: str, slug: str = "") -> str:
        """Return the address of a page relative to the site's root; the home page is the empty text.

        Raises:
            KeyError: The site has no such page in this language.

        """
        place = self.places[kind, language]
        # Ids are plain letters, digits and hyphens; quoting them would cost more than all the rest.
        return place.replace(SLUG, slug if slug.replace("-", "").isalnum() and slug.isascii() else quote(slug))

    def has(self, kind: str, language: str) -> bool:
        """Tell whether the site has pages of this kind in this language."""
        return (kind, language) in self.places

    def alternates(self, kind: str, slug: str = "") -> dict[str, str]:
        """Return the addresses of one page in every language that has it, in the site's order."""
        return {language: self.uri(kind, language, slug) for language in self.languages if self.has(kind, language)}
