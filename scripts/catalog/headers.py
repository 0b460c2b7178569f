"""What the site asks of browsers: a strict Content-Security-Policy, and the headers that stand beside it.

Only what the site itself serves may run, be fetched or be shown; the few scripts that stand in a page are named by
their hash, worked out from the finished page, so that nobody has to keep a list. Hosts that read a file `_headers`
(Netlify, Cloudflare Pages) send everything; for the others each page carries the policy itself, without what only a
header may say. See `scripts/decisions/0023`.

Sources: W3C Content Security Policy Level 3; https://docs.netlify.com/manage/routing/headers/ and
https://developers.cloudflare.com/pages/configuration/headers/, both read in November 2026.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from catalog.search import INDEX_FOLDER
from catalog.site import CARDS_FOLDER
from catalog.views import PICTURES_FOLDER, PLATES_FOLDER
from catalog.views.cover import COVERS_FOLDER

HEADERS_FILE = "_headers"
"""File of the site that hosts read and do not serve."""
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's icons and the first blurred sight of a photo
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
"""Directive → sources; whatever is not named is forbidden by the first."""
HEADER_ONLY = {"frame-ancestors": "'none'"}
"""Directives that a page cannot give itself."""
OTHER_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
    "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    # Browsers heed it only where the site was reached safely; other hosts below the domain decide for themselves.
    "Strict-Transport-Security": "max-age=31536000",
}
"""Sent with everything."""
NEVER_CHANGES = "public, max-age=31536000, immutable"
"""For files whose name says what is in them."""
SELDOM_CHANGES = "public, max-age=86400, stale-while-revalidate=604800"
"""For drawings: a day old is good enough, and a week old while the new one is on its way."""

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"\stype\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_RUNS = frozenset({"", "module", "text/javascript", "application/javascript", "importmap", "speculationrules"})
"""Types of scripts that a policy judges; any other is a block of data."""
_TOP = re.compile(r"<head\b[^>]*>\s*(?:<meta charset=[^>]*>\n?)?", re.IGNORECASE)
_FINGERPRINT = re.compile(r"\.[0-9a-f]{8,}\.(?:min\.)?(?:css|js)$")


def inline_scripts(html: str) -> frozenset[str]:
    """Return what names the scripts in a page that have no file of their own, as a policy writes it.

    >>> sorted(inline_scripts("<script>x()</script><script src=y.js></script><script type='text/json'>{}</script>"))
    ["'sha256-D6IGS8VMvCoyaR/l0h9tERrBTATY01CoPS7l6xDv0kI='"]
    """
    found = set()
    for attributes, content in _SCRIPT.findall(html):
        kind = _TYPE.search(attributes)
        if not _SOURCE.search(attributes) and (kind is None or kind[1].lower() in _RUNS):
            found.add(f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'")
    return frozenset(found)


def policy(scripts: Iterable[str], *, header: bool) -> str:
    """Return the policy as one line.

    Args:
        scripts: From `inline_scripts`.
        header: Whether it is sent as a header, which may say more than a page may.

    """
    directives = POLICY | {"script-src": " ".join([POLICY["script-src"], *sorted(scripts)])}
    return "; ".join(f"{name} {sources}" for name, sources in (directives | (HEADER_ONLY if header else {})).items())


def with_policy(html: str) -> str:
    """Return a page that carries its policy, before anything that it concerns."""
    top = _TOP.search(html)
    if top is None:
        return html
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(inline_scripts(html), header=False)}">\n'
    return html[: top.end()] + meta + html[top.end() :]


def headers_file(scripts: Iterable[str], files: Iterable[str]) -> str:
    """Return the content of `_headers`.

    No two rules set one header for the same file: some hosts would send both.

    Args:
        scripts: From `inline_scripts` of every page.
        files: Files of the site that no record makes; those with a fingerprint in their name may be kept for ever.

    """
    rules = {"/*": {"Content-Security-Policy": policy(scripts, header=True)} | OTHER_HEADERS}
    folders = (PICTURES_FOLDER, CARDS_FOLDER, f"{INDEX_FOLDER}/:index", "assets/fonts", "assets/vendor")
    kept = [f"/{folder}/*" for folder in folders]
    kept += sorted(f"/{file}" for file in files if _FINGERPRINT.search(file))
    rules |= {path: {"Cache-Control": NEVER_CHANGES} for path in kept}
    rules |= {f"/{folder}/*": {"Cache-Control": SELDOM_CHANGES} for folder in (COVERS_FOLDER, PLATES_FOLDER)}
    return "\n".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for path, headers in rules.items()
    )
