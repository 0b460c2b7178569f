"""Composed pictures, one for each craft, in the manner of Đông Hồ prints; as SVG of 1600 x 1200.

They are drawn by code but kept as files (`overrides/assets/plates/`), so that a page needs no drawing to be built;
`python -m catalog.drawing` writes them anew. Repeating covers stand in `patterns`.
"""

from __future__ import annotations

from collections.abc import Callable

from catalog.drawing.plates import clay, food, incense, metal, paper, thread, weave, wood

PLATES: dict[str, Callable[[], str]] = {
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
    "da-my-nghe": metal.da_my_nghe,
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
"""Craft id of `products/vocabulary/crafts.yml` → who draws its plate."""


def plate(craft: str) -> str:
    """Draw the plate of a craft as SVG; `KeyError` if no one has composed it yet."""
    return PLATES[craft]()
