"""Judge pictures by SSIMULACRA2, in an environment of its own (numpy and scipy are no part of the project).

Standard input: lines of `reference<TAB>picture`, both paths. Standard output: the score of each, one a line: 100 is
the same, 90 cannot be told apart, 70 is high quality (https://github.com/cloudinary/ssimulacra2).
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image


def score(line: str) -> float:
    """Compare one picture with its reference."""
    from ssimulacra2 import compute_ssimulacra2  # type: ignore[import-not-found]  # installed by `pictures`

    reference, picture = line.rstrip("\n").split("\t")
    with TemporaryDirectory() as folder:
        plain = Path(folder, "plain.png")
        with Image.open(picture, formats=("AVIF", "WEBP", "JPEG", "PNG")) as image:
            image.convert("RGB").save(plain, compress_level=1)
        return float(compute_ssimulacra2(reference, str(plain)))


if __name__ == "__main__":
    with ProcessPoolExecutor(os.cpu_count()) as executor:
        for result in executor.map(score, sys.stdin, chunksize=4):
            print(f"{result:.3f}")
