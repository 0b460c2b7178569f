"""A real browser and the real site: what a visitor needs, made for the tests and closed after them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import find_chromium, sandbox_works
from tests.browser.server import serving

QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Switches that keep Chromium from talking to anybody but the site."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium, without a window."""
    chromium = find_chromium()
    assert chromium is not None, "no Chromium: run `python -m tests.browser.chromium`"
    switches = [*QUIET] if sandbox_works() else [*QUIET, "--no-sandbox"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=switches)
        yield running
        running.close()


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The address of the built site on this machine, with `/` at its end."""
    with serving(built_site) as url:
        yield url


@pytest.fixture(scope="session")
def problems() -> Callable[..., list[str]]:
    """Judge a page as axe-core does, by all its rules or only one: each broken rule and where it is broken."""
    axe = Axe()

    def judge(page: Page, only: str | None = None) -> list[str]:
        options = {"resultTypes": ["violations"], **({"runOnly": [only]} if only else {})}
        broken = axe.run(page, options=options).response["violations"]
        return [f"{rule['id']}: {node['target']}" for rule in broken for node in rule["nodes"]]

    return judge
