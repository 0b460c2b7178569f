"""SVG as text: numbers, paths and elements. It knows nothing of what is drawn.

Only presentation attributes are written, never `style`, so that the strictest content policy lets a picture through.
All coordinates are rounded to tenths, so two machines write the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Point = tuple[float, float]


def number(value: float) -> str:
    """Write a number as short as SVG allows, to a tenth: `3`, `-.5`, `12.3`."""
    return _tenths(round(value * 10))


def polyline(points: Sequence[Point], *, closed: bool) -> str:
    """Write straight lines through the points as path data."""
    return _lines([(round(x * 10), round(y * 10)) for x, y in points], closed=closed)


def spline(points: Sequence[Point], *, closed: bool) -> str:
    """Write a soft curve led by the points as path data (a quadratic B-spline, one `t` for each point).

    A point given twice is a corner. An open curve begins and ends in its first and last point.
    """
    grid = [(round(x * 10), round(y * 10)) for x, y in points]
    if len(grid) < 3:
        return _lines(grid, closed=closed)
    if not closed:
        grid = [grid[0], *grid, grid[-1]]
    middles = [((a[0] + b[0]) // 2, (a[1] + b[1]) // 2) for a, b in zip(grid, grid[1:] + grid[:1], strict=True)]
    if not closed:
        middles.pop()
    x, y = start = middles[0]
    out = ["M", _pair(x, y)]
    leads = grid[1:] + grid[:1] if closed else grid[1:-1]
    ends = middles[1:] + middles[:1] if closed else middles[1:]
    for count, ((cx, cy), (ex, ey)) in enumerate(zip(leads, ends, strict=True)):
        # `t` mirrors the last lead; rounding would add up, so every eighth lead is written out.
        if count % 8 == 0:
            out += ("q", _pair(cx - x, cy - y), _pair(ex - x, ey - y, first=False), "t")
        else:
            out.append(_pair(ex - x, ey - y, first=out[-1] == "t"))
        x, y = ex, ey
    if out[-1] == "t":
        out.pop()
    if closed and (x, y) == start:
        out.append("z")
    return "".join(out)


def spots(centres: Iterable[Point]) -> str:
    """Write path data that, stroked with round caps, is a dot at each place."""
    return "".join(f"M{_pair(round(x * 10), round(y * 10))}h0" for x, y in centres)


def element(tag: str, content: str = "", /, **attributes: str | float | None) -> str:
    """Write an element; `stroke_width` stands for `stroke-width`, `None` leaves an attribute out."""
    written = "".join(
        f' {name.replace("_", "-")}="{value if isinstance(value, str) else number(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def document(width: int, height: int, content: str) -> str:
    """Write a whole picture, which fills its frame and is cut at the sides rather than squeezed."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'preserveAspectRatio="xMidYMid slice">{content}</svg>\n'
    )


def _lines(grid: list[tuple[int, int]], *, closed: bool) -> str:
    (x, y), *rest = grid
    out = ["M", _pair(x, y), "l"]
    for ex, ey in rest:
        out.append(_pair(ex - x, ey - y, first=out[-1] == "l"))
        x, y = ex, ey
    return "".join(out) + ("z" if closed else "")


def _pair(x: int, y: int, *, first: bool = True) -> str:
    one, two = _tenths(x), _tenths(y)
    return ("" if first or one[0] == "-" else " ") + one + ("" if two[0] == "-" else " ") + two


def _tenths(value: int) -> str:
    known = _WRITTEN.get(value)
    if known is None:
        whole, tenth = divmod(abs(value), 10)
        text = f"{whole or ''}.{tenth}" if tenth else str(whole)
        known = _WRITTEN[value] = f"-{text}" if value < 0 else text
    return known


_WRITTEN: dict[int, str] = {}
"""Numbers written before; a picture repeats most of them."""
