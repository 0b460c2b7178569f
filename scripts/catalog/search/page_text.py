"""The words of a page that people wrote, out of its HTML."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from catalog.recipe import digest_of

_APART = frozenset({"p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "br", "dt", "dd", "summary", "caption"})
_SILENT = frozenset({"script", "style", "template"})


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page that no record makes."""

    uri: str
    """Relative to the site's root."""
    title: str
    description: str
    text: str
    """Everything it says, in plain words."""

    @property
    def digest(self) -> str:
        """Changes with every letter."""
        return digest_of(self.uri, self.title, self.description, self.text)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - HTMLParser calls it so
        self._silent += tag in _SILENT
        if tag in _APART:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def page_text(html: str) -> str:
    """Return what an HTML text says, in plain words with single spaces.

    >>> page_text("<h1>Nguồn</h1><p>Báo &amp; <b>đài</b></p><script>x()</script>")
    'Nguồn Báo & đài'
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.parts).split())
