"""Headers: what stands in the pages is what the policy allows, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalog.headers import HEADER_ONLY, HEADERS_FILE, headers_file, inline_scripts, policy, with_policy

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
HANDLER = re.compile(r"<[a-z][^<>]*\s(?:on[a-z]+|style)\s*=", re.IGNORECASE)


@pytest.mark.parametrize(
    ("html", "number"),
    [
        ("<script>x()</script>", 1),
        ("<SCRIPT type=module>x()</SCRIPT >", 1),
        ('<script type="text/javascript">x()</script><script>y()</script><script>x()</script>', 2),
        ("<script></script>", 1),
        ('<script src="a.js"></script>', 0),
        ('<script type="application/ld+json">{"a": 1}</script>', 0),
        ('<script id="__config" type="application/json">{}</script>', 0),
        ("<p>script</p>", 0),
    ],
)
def test_scripts_that_run_are_named(html: str, number: int) -> None:
    """Every different script without a file of its own has a name; blocks of data need none."""
    assert len(inline_scripts(html)) == number


def test_a_script_is_named_as_browsers_do() -> None:
    """The name is the one that the specification gives as an example."""
    expected = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"

    assert inline_scripts("<script>alert('Hello, world.');</script>") == {expected}


@pytest.mark.parametrize("top", ['<meta charset="utf-8">', '\n  <meta charset="utf-8">\n', ""])
def test_the_policy_comes_first(top: str) -> None:
    """A page's policy stands before the first script, after the encoding; nothing else changes."""
    html = f"<!doctype html><html><head>{top}<script>x()</script></head><body><header></header></body></html>"
    page = with_policy(html)

    assert META.sub("", page).replace("\n", "") == html.replace("\n", "")
    assert page.index("<meta charset" if top else "<head>") < page.index("http-equiv") < page.index("<script>")
    assert next(iter(inline_scripts(html))) in META.findall(page)[0]


def test_a_fragment_is_left_alone() -> None:
    """What has no head carries no policy."""
    assert with_policy("<header>x</header>") == "<header>x</header>"


def test_nothing_is_unsafe() -> None:
    """No word of the policy lets through what is not named."""
    said = policy(["'sha256-x'"], header=True)

    assert not {"'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "https:", "http:"} & set(said.split())
    assert said.startswith("default-src 'none'; script-src 'self' 'sha256-x';")
    assert all(name not in policy([], header=False) for name in HEADER_ONLY)


def test_no_header_is_said_twice_for_one_file() -> None:
    """Some hosts join what two rules say; so each file gets each header from one rule."""
    rules = {}
    for block in headers_file(["'sha256-x'"], ["assets/main.0123abcd.min.js", "assets/catalog.js"]).split("\n\n"):
        path, *lines = block.strip().splitlines()
        rules[path] = [line.split(":")[0].strip() for line in lines]
        assert all(len(line) < 2000 for line in lines)  # Cloudflare's limit

    assert "/assets/main.0123abcd.min.js" in rules
    assert "/assets/catalog.js" not in rules
    shared = set(rules.pop("/*"))
    assert all(not shared & set(names) for names in rules.values())


def test_every_page_keeps_to_its_policy(built_site: Path) -> None:
    """Each page of the real site names all of its scripts, and has no handler or style in its tags."""
    headers = (built_site / HEADERS_FILE).read_text(encoding="utf-8")
    pages = sorted(built_site.rglob("*.html"))
    assert pages
    for page in pages:
        html = page.read_text(encoding="utf-8")
        said = META.findall(html)
        assert len(said) == 1, page
        assert html.index("http-equiv") < html.index("<script"), page
        assert all(name in said[0] and name in headers for name in inline_scripts(html)), page
        assert HANDLER.findall(html) == [], page
        assert "<style" not in html, page
