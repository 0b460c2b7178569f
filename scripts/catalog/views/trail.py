"""Where a page stands in the site: the way down to it from home, shown above it and told to search engines."""

from __future__ import annotations

from catalog.views.edition import Edition, Link, Words

PARENTS = {
    "product": "products",
    "products-page": "products",
    "village": "villages",
    "villages-page": "villages",
    "maker": "makers",
    "makers-page": "makers",
    "craft": "crafts",
    "province": "provinces",
    "award": "awards",
}
"""Kind of page → the list above it; the other kinds stand right below home."""


def trail_to(edition: Edition, kind: str) -> tuple[Link, ...]:
    """Return the pages above one of a kind, home first; home itself, and a site without a home, have none."""
    if kind == "home" or not edition.has("home"):
        return ()
    trail = edition.trails.get(kind)
    if trail is None:
        trail = edition.trails[kind] = tuple(_above(edition, kind))
    return trail


def _above(edition: Edition, kind: str) -> list[Link]:
    t = edition.t
    above = [edition.link("home", "", Words(t("trail.home"), None))]
    parent = PARENTS.get(kind)
    if parent is not None and edition.has(parent):
        above.append(edition.link(parent, "", Words(t(f"{parent}.title"), None)))
    return above
