"""One page of the site, whatever its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalog.addresses import fallback
from catalog.qr import Code, code_of
from catalog.strings import Strings, read_strings
from catalog.views.edition import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything that is poured into a mould for one page."""

    kind: str
    """Name of its kind, as in the front matter of its mould."""
    language: str
    slug: str
    """Id of the record; the empty text for a page of which there is one."""
    uri: str
    """Address relative to the site's root, for example `san-pham/x/`."""
    title: str
    """Plain text: what its heading says."""
    description: str
    """Plain text of one or two sentences, for search results and shared links."""
    link_title: str = ""
    """Plain text, for the title bar and search results: unlike that of any other page."""
    structured: Mapping[str, Any] | None = None
    """What the page says to machines, as one JSON-LD object; `None`: nothing."""
    template: str
    """Stem of its template in `overrides/catalog/pages/`; the empty text: people wrote the page."""
    view: Any
    """What the template shows: a frozen value of the kind's own type."""
    t: Strings
    """Words of the page's language."""
    record_file: str | None
    """The YAML file that the page is made from, for "correct this record"; `None`: from many."""
    alternates: tuple[tuple[str, str], ...]
    """Language → address (relative to the site's root) of this page, in each language that has it, this one too."""
    site_url: str = ""
    """Full address of the site with `/` at its end; the empty text when the site does not know it."""
    edit_base: str = ""
    """What stands before `record_file` in the address where it can be edited; the empty text when nobody can say."""
    trail: tuple[Link, ...] = ()
    """The pages above this one, home first; the page itself is not among them."""
    share_card: str = ""
    """Picture that a shared link shows, relative to the site's root; the empty text: none."""

    @property
    def root(self) -> str:
        """The way from this page to the site's root: `../../` for `san-pham/x/`, `./` for the home page."""
        return "../" * self.uri.count("/") or "./"

    @property
    def fallback(self) -> str:
        """Address of the version for those who read none of the site's languages; the empty text is the home page."""
        return fallback(dict(self.alternates), self.uri)

    @property
    def canonical(self) -> str:
        """Full address of the page, or the empty text."""
        return self.site_url + self.uri if self.site_url else ""

    @property
    def edit_url(self) -> str:
        """Where the record behind the page can be edited, or the empty text."""
        return self.edit_base + self.record_file if self.edit_base and self.record_file else ""

    @property
    def code(self) -> Code | None:
        """The page's full address as a square code, for the printed sheet of a record; `None`: nothing to print."""
        return code_of(self.canonical) if self.canonical and self.record_file else None

    @property
    def locale(self) -> str:
        """The page's language as Open Graph writes it, for example `vi_VN`."""
        return self.t("share.locale")

    @property
    def other_locales(self) -> tuple[str, ...]:
        """The other languages of the page, likewise."""
        others = [language for language, _ in self.alternates if language != self.language]
        return tuple([read_strings(language)("share.locale") for language in others])
