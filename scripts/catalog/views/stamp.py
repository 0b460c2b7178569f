"""The print stamp of an honour: which drawing of `overrides/assets/stamps.svg`, and how it is printed.

A stamp repeats what words beside it say, so it says nothing to those who listen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from catalog.model import Award, Mark, Recognition
from catalog.validity import AwardState, State

Family = Literal["cnnt", "ocop", "title"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """One stamp."""

    seal: str
    """Id of its drawing."""
    family: Family
    """What gives it its colour."""
    state: State
    """Printed full while it holds, as an outline when it has run out, broken where that is not known."""


LEVELS = frozenset({"huyen", "xa", "tinh", "khu-vuc", "quoc-gia"})
"""Levels of CNNT that have a seal of their own."""
STARS = frozenset({3, 4, 5})
"""OCOP stars that have a seal of their own; lower ratings are no honours."""
TITLES = {
    "unesco-bao-ve-khan-cap": "the-gioi",
    "thanh-pho-thu-cong-the-gioi": "the-gioi",
    "di-san-quoc-gia": "di-san",
    "di-tich": "di-san",
    "lang-nghe-truyen-thong": "lang-nghe",
    "nghe-truyen-thong": "lang-nghe",
    "lang-nghe": "lang-nghe",
    "cong-vien-dia-chat": "du-lich",
    "diem-du-lich": "du-lich",
    "tuyen-du-lich": "du-lich",
    "chi-dan-dia-ly-eu": "nhan-hieu",
    "chi-dan-dia-ly": "nhan-hieu",
    "nhan-hieu-chung-nhan": "nhan-hieu",
    "nhan-hieu-tap-the": "nhan-hieu",
    "con-dau-xac-thuc": "nhan-hieu",
    "du-an-nhan-hieu-tap-the": "nhan-hieu",
}
"""Kind of recognition or mark → its seal; the others share the plain one."""
_OF_PRODUCTS: dict[str, tuple[str, Family]] = {
    "cnnt-quoc-gia": ("cnnt-quoc-gia", "cnnt"),
    "cnnt-tinh": ("cnnt-tinh", "cnnt"),
    "san-pham-ocop": ("ocop", "ocop"),
    "de-nghi-ocop": ("ocop", "ocop"),
}
"""Kinds of recognition that tell of awards of products: those run out, and when is not known here."""
_NOT_YET = frozenset({"de-nghi-ocop", "ung-vien-thanh-pho-thu-cong", "du-an-nhan-hieu-tap-the"})
"""Kinds that are a proposal."""


def award_stamp(award: Award, state: AwardState) -> Stamp:
    """Return the stamp of an award."""
    if award.programme == "ocop" or award.stars is not None:
        return Stamp(f"ocop-{award.stars}" if award.stars in STARS else "ocop", "ocop", state.state)
    if award.programme == "cnnt":
        return Stamp(f"cnnt-{award.level}" if award.level in LEVELS else "cnnt", "cnnt", state.state)
    return Stamp("danh-hieu", "title", state.state)


def round_stamp(programme: str, level: str) -> Stamp:
    """Return the seal of an award round, printed full: it stands for the round, not for what its awards are worth."""
    if programme == "ocop":
        return Stamp("ocop", "ocop", "current")
    if programme == "cnnt":
        return Stamp(f"cnnt-{level}" if level in LEVELS else "cnnt", "cnnt", "current")
    return Stamp("danh-hieu", "title", "current")


def title_stamp(title: Recognition | Mark) -> Stamp:
    """Return the stamp of a recognition or a mark: full where its year is known, for such titles do not run out."""
    dated = title.year is not None or title.date is not None
    state: State = "proposed" if title.type in _NOT_YET else "current" if dated else "unknown"
    if title.type in _OF_PRODUCTS:
        seal, family = _OF_PRODUCTS[title.type]
        return Stamp(seal, family, state if state == "proposed" else "unknown")
    return Stamp(TITLES.get(title.type, "danh-hieu"), "title", state)


SEALS = (
    *sorted(f"cnnt-{level}" for level in LEVELS),
    "cnnt",
    *sorted(f"ocop-{stars}" for stars in STARS),
    "ocop",
    *sorted(set(TITLES.values())),
    "danh-hieu",
)
"""Every drawing that a page may ask for."""
