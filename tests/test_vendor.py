"""Files of other people: each as it left its maker, with its licence beside it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import yaml

VENDOR = Path(__file__).parents[1] / "overrides" / "assets" / "vendor"
PACKAGES = sorted(path.parent for path in VENDOR.glob("*/vendor.yml"))


@pytest.mark.parametrize("folder", PACKAGES, ids=lambda folder: folder.name)
def test_vendored_files_are_as_they_came(folder: Path) -> None:
    """Every file has the checksum that `vendor.yml` says, and there is no other file."""
    said = yaml.safe_load((folder / "vendor.yml").read_text(encoding="utf-8"))
    found = {path.name: path for path in folder.iterdir() if path.name != "vendor.yml"}

    assert folder.name == f"{said['package'].rpartition('/')[2]}-{said['version']}"  # without npm's scope
    assert "LICENSE" in found
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found.items()} == {
        name: file["sha256"] for name, file in said["files"].items()
    }


def test_every_vendored_folder_says_what_it_is() -> None:
    """No folder of foreign files goes without version, origin and checksums."""
    assert PACKAGES
    assert sorted(path for path in VENDOR.iterdir()) == PACKAGES
