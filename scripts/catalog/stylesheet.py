"""One stylesheet of the theme's and ours: what a page waits for before it shows anything, so it is kept small.

Which files there are, and what the result is called, is `plugin`'s matter. This is no CSS parser: it knows the theme's
stylesheet, which is minified, and ours, which are formatted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE_BREAK = re.compile(r"\s*\n\s*")
_RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
_EMPTY_BLOCK = re.compile(r"@(?:media|supports)[^{}]*\{\}")
_ELSEWHERE = re.compile(r"\.md-(?!typeset)|\[data-md-(?!color-scheme=default)")
"""A part of the theme's own frame: drawers, tabs, search, dialogs. `.md-typeset` is what people write in Markdown."""


def join(theme: str, ours: Iterable[str]) -> str:
    """Return the theme's rules that our pages need, then our stylesheets without their comments and indents.

    Args:
        theme: The theme's stylesheet, minified; the empty text where there is none.
        ours: Our stylesheets in order; none has a comment sign within a text.

    """
    return _needed(theme) + "".join(_LINE_BREAK.sub("", _COMMENT.sub("", text)).strip() + "\n" for text in ours)


def _needed(theme: str) -> str:
    """Leave out every rule that only parts of the theme's own frame obey; it is two fifths of the weight."""
    css = _RULE.sub(lambda rule: "" if _is_elsewhere(rule[1]) else rule[0], _COMMENT.sub("", theme).strip())
    while (less := _EMPTY_BLOCK.sub("", css)) != css:
        css = less
    return css and css + "\n"


def _is_elsewhere(selectors: str) -> bool:
    return all(_ELSEWHERE.search(selector) for selector in selectors.split(","))
