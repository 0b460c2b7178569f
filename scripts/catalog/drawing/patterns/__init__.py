"""The cover of a record that has no photo yet: a repeating pattern of its craft, as SVG.

Two records of one craft are cousins, not twins: the record's id chooses among pigments, sizes, turns and motifs. What
is composed, framed and hung stands in `plates`.
"""

from __future__ import annotations

from collections.abc import Callable

from catalog.drawing.patterns import clay, food, incense, metal, paper, stone, thread, weave, wood
from catalog.drawing.patterns.layout import HEIGHT, WIDTH
from catalog.drawing.woodcut import Block

PATTERNS: dict[str, Callable[[Block], None]] = {
    "huong": incense.huong,
    "gom-su": clay.gom_su,
    "lua-to-tam": thread.lua_to_tam,
    "non-la": weave.non_la,
    "may-tre-dan": weave.may_tre_dan,
    "go-my-nghe": wood.go_my_nghe,
    "son-mai": wood.son_mai,
    "kham-trai": wood.kham_trai,
    "theu": thread.theu,
    "quy-vang": metal.quy_vang,
    "tranh-dan-gian": paper.tranh_dan_gian,
    "duc-dong": metal.duc_dong,
    "cham-bac": metal.cham_bac,
    "da-my-nghe": stone.da_my_nghe,
    "coi": weave.coi,
    "hoa-giay": paper.hoa_giay,
    "tho-cam": thread.tho_cam,
    "det-lanh": thread.det_lanh,
    "nuoc-mam": food.nuoc_mam,
    "ren": metal.ren,
    "gach-ngoi": clay.gach_ngoi,
    "banh-trang-bun": food.banh_trang_bun,
    "trong": wood.trong,
    "da-thuoc": food.da_thuoc,
    "dieu": paper.dieu,
    "che-bien-thuc-pham": food.che_bien_thuc_pham,
    "che": food.che,
    "dan-soi": weave.dan_soi,
    "long-den": paper.long_den,
    "nhac-cu": wood.nhac_cu,
    "to-he": paper.to_he,
    "tram-huong": incense.tram_huong,
    "choi": weave.choi,
    "ruou": food.ruou,
}
"""Craft id of `products/vocabulary/crafts.yml` → who draws its pattern."""


def pattern(craft: str | None, seed: str) -> str:
    """Draw the cover of the record whose id is `seed`; an unknown craft, or none, gets the quiet one."""
    b = Block(f"{craft or ''}/{seed}", WIDTH, HEIGHT, key=3)
    PATTERNS.get(craft or "", food.quiet)(b)
    return b.text()
