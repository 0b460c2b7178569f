"""What a kind of page says about one of its pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Body:
    """What a kind says about one page; the rest of `Page` follows from the plan."""

    title: str
    """Plain text: what its heading says."""
    description: str
    """Plain text of one or two sentences."""
    view: object
    """What the template shows: a frozen value of the kind's own type."""
    record_file: str | None = None
    """The YAML file the page is made from; `None`: from many."""
