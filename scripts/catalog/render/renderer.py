"""What pages ask of the templates: body, head, the ways to other languages, the search box."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader

from catalog.render.templates import CARD, PAGES, Templates
from catalog.strings import Strings
from catalog.views import Card, Page

_OURS = (PAGES, "catalog/partials/")
CARDS_KEPT = 4096
"""Cards of records, as HTML, that are kept for the next page; some four megabytes."""


class Renderer:
    """Turns views into HTML with the templates of one `overrides` folder."""

    def __init__(self, overrides: Path) -> None:
        self._environment = Templates(FileSystemLoader(overrides))
        # A product's card stands on some eight pages; HTML of a card for one depth of pages is made once.
        self._cards = lru_cache(CARDS_KEPT)(self._card)
        self._environment.filters[CARD] = self._cards

    def body(self, page: Page) -> str:
        """Return the HTML of a page's body, the way down to it first.

        Raises:
            jinja2.TemplateError: A template asks for what its view has not; that is our bug.

        """
        body = self._render(f"{PAGES}{page.template}.html", page)
        return f"{self._partial('trail').trail(page, page.t, page.root)}{body}".strip() if page.trail else body

    def head(self, page: Page) -> str:
        """Return what a page adds to its `<head>`: language alternates, structured data."""
        return str(self._partial("head").head(page, page.t)).strip()

    def languages(self, page: Page) -> str:
        """Return the links to a page in every language of the site."""
        return str(self._partial("languages").languages(page, page.t, page.root)).strip()

    def load(self) -> None:
        """Compile every template now: what is copied afterwards has them all."""
        for name in self._environment.list_templates(filter_func=lambda name: name.startswith(_OURS)):
            self._environment.get_template(name)

    def forget(self) -> None:
        """Let go of the cards that were made: the records have changed, the templates have not."""
        self._cards.cache_clear()

    def search_box(self, t: Strings, action: str, *, large: bool) -> str:
        """Return the search box of a page that is not filled from the catalog.

        Args:
            t: Words of the page's language.
            action: The way from the page to the search page.
            large: It stands in the page, else in the header.

        """
        return str(self._partial("search-box").search_box(t, action, large)).strip()

    def _card(self, card: Card, root: str, level: int = 3, first: bool = False) -> str:
        html: str = self._partial("card").card(card, root, level, first)
        return html

    def _partial(self, name: str) -> Any:
        """Return the macros of a partial; calling one costs half of rendering a template."""
        return self._environment.get_template(f"catalog/partials/{name}.html").module

    def _render(self, name: str, page: Page) -> str:
        template: Any = self._environment.get_template(name).module
        html: str = template.page(page.view, page, page.t, page.root)
        return html.strip()
