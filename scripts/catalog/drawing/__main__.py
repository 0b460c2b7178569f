"""Draw everything anew: `python -m catalog.drawing OUTFOLDER`.

Writes `plates/<craft>.svg` (what stands in `overrides/assets/plates/`), `quang-phu-cau/<name>.svg` (from which the
photos of that village were made), `patterns/<craft>-<seed>.svg` and `sheet.html`, which shows them all.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from catalog.drawing.patterns import PATTERNS, pattern
from catalog.drawing.plates import PLATES, plate, quang_phu_cau

SEEDS = ("quang-phu-cau", "van-phuc", "bat-trang")
"""Record ids under which the sheet shows each pattern."""


def main() -> None:
    """Read the folder from the command line and write into it."""
    parser = argparse.ArgumentParser(prog="python -m catalog.drawing", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("outfolder", type=Path, help="where to write; made if it is not there")
    write_all(parser.parse_args().outfolder)


def write_all(folder: Path) -> None:
    """Write every plate, a few covers of each pattern, and a page to look at them."""
    pictures = {f"plates/{craft}.svg": plate(craft) for craft in PLATES}
    pictures |= {f"quang-phu-cau/{one.name}.svg": one.draw() for one in quang_phu_cau.PLATES}
    pictures |= {
        f"patterns/{craft}-{seed}.svg": pattern(craft, seed) for craft in (*PATTERNS, "khac") for seed in SEEDS
    }
    for name, text in pictures.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    shown = "".join(
        f'<figure><img src="{name}" alt=""><figcaption>{name}</figcaption></figure>' for name in sorted(pictures)
    )
    page = f"<!doctype html><meta charset=utf-8><title>catalog.drawing</title>{_LOOK}<main>{shown}</main>\n"
    (folder / "sheet.html").write_text(page, encoding="utf-8", newline="\n")


_LOOK = (
    "<style>main{display:grid;grid-template-columns:repeat(3,1fr);gap:1rem;font:14px sans-serif}"
    "img{width:100%}figure{margin:0}</style>"
)

if __name__ == "__main__":
    main()
