"""What several tests share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from catalog.build import build_site
from catalog.judged import Judged, read_and_check

ROOT = Path(__file__).parent.parent
"""The project."""
AS_OF = "2026-11-23"
"""The day the tests build the site for."""


SITE_URL = "https://example.test/danh-muc/"
"""The address of the site that knows its own."""


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once from the records of the project."""
    return build_site(ROOT, judged=judged_project(ROOT), site_dir=tmp_path_factory.mktemp("site") / "site").folder


def judged_project(root: Path) -> Judged:
    """Read and judge a project for the day of the tests."""
    return read_and_check(root, lambda _: date.fromisoformat(AS_OF))


@pytest.fixture(scope="session")
def addressed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site built with an address of its own: with a sitemap, share cards and all that needs full addresses."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SITE_URL", SITE_URL)
        site = tmp_path_factory.mktemp("addressed") / "site"
        return build_site(ROOT, judged=judged_project(ROOT), site_dir=site).folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`: write the expected texts anew; the diff is then read by eye."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew, then read the diff")


@pytest.fixture
def same_as(request: pytest.FixtureRequest) -> Callable[[str, Path], None]:
    """Give a function that compares a text with a golden file, or writes it with `--update-golden`."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(text: str, golden: Path) -> None:
        if update:
            golden.write_text(text, encoding="utf-8", newline="\n")
        assert text == golden.read_text(encoding="utf-8")

    return compare
