"""Business contacts of makers: numbers and addresses that can be called and written to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog.diagnostics import Diagnostic
from catalog.model import Maker
from catalog.prose import safe_url
from catalog.repository import Entry

_PHONE = re.compile(r"(?:\+84|0)\d{8,10}|1[89]00\d{4,6}")
"""A Vietnamese number without its separators: subscriber numbers, and service numbers 1800, 1900."""


def check_contact(maker: Entry[Maker]) -> Iterator[Diagnostic]:
    """Yield telephone numbers and mail addresses that are none; `anywhere` looks at the website."""
    contact = maker.value.contact
    if contact is None:
        return
    if contact.phone is not None and not _PHONE.fullmatch(re.sub(r"[ .()\-]", "", contact.phone)):
        yield maker.document.diagnose("phone-form", ("contact", "phone"), phone=contact.phone)
    if contact.email is not None and safe_url(f"mailto:{contact.email}") is None:
        yield maker.document.diagnose("email-form", ("contact", "email"), email=contact.email)
