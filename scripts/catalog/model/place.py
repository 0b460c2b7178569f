"""Where something is: addresses before and since 1 July 2025, and coordinates that say how exact they are.

Source: Resolution 202/2025/QH15 of 12 June 2025 (63 provincial units became 34, the district level ended).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from catalog.model.base import Line, Slug, Strict, Text, described


class AddressBefore2025(Strict):
    """An address in the three-level form that ended on 30 June 2025, as printed."""

    hamlet: Line | None = described("Thôn, ấp, bản, tổ dân phố.", "Hamlet.", default=None)
    commune: Line | None = described("Xã, phường, thị trấn (tên cũ).", "Former commune or ward.", default=None)
    district: Line | None = described("Huyện, quận, thị xã, thành phố (cũ).", "Former district.", default=None)
    province: Line = described("Tỉnh, thành phố (tên cũ).", "Former province or city.")
    note: Text | None = described("Ghi chú về địa chỉ cũ.", "Note on the former address.", default=None)


class AddressSince2025(Strict):
    """An address in the two-level form in force since 1 July 2025."""

    commune: Line | None = described("Xã, phường, đặc khu (tên mới).", "Commune, ward or zone.", default=None)
    province: Slug = described("Mã tỉnh, thành phố trong vocabulary/provinces.yml.", "Province id of the vocabulary.")
    source: Line | None = described("Nguồn của địa chỉ mới.", "Where the new address comes from.", default=None)
    computed: bool = described("Tính ra từ xã, phường cũ.", "Worked out from the former commune.", default=False)
    published: Line | None = described(
        "Địa chỉ mới đúng như báo, trang chính thức đã in.",
        "The new address as printed by a paper or office.",
        default=None,
    )
    uncertain: Text | None = described(
        "Vì sao địa chỉ mới chưa chắc chắn.", "Why the new address is not certain.", default=None
    )


class Place(Strict):
    """Both addresses of one place."""

    before_2025: AddressBefore2025 | None = described(
        "Địa chỉ trước ngày 1/7/2025 (còn cấp huyện).", "Address before 1 July 2025.", default=None
    )
    since_2025: AddressSince2025 = described(
        "Địa chỉ từ ngày 1/7/2025 (không còn cấp huyện).", "Address since 1 July 2025."
    )


class Coordinates(Strict):
    """A point with its precision; a commune's centroid is never drawn as a gate."""

    lat: Annotated[float, Field(strict=False)] = described("Vĩ độ (8–24).", "Latitude in degrees, WGS 84.")
    lon: Annotated[float, Field(strict=False)] = described("Kinh độ (102–118).", "Longitude in degrees, WGS 84.")
    precision: Literal["exact", "village", "commune"] = described(
        "exact: đúng cổng; village: trong làng; commune: tâm của xã.",
        "exact: the gate; village: inside the village; commune: centroid of the commune.",
    )
    source: Line = described("Nguồn của tọa độ.", "Where the point comes from.")
    note: Text | None = described("Ghi chú.", "Note.", default=None)


class Hamlet(Strict):
    """A hamlet of a village and its part in the craft."""

    name: Line = described("Tên thôn, ấp.", "Name of the hamlet.")
    role: Text | None = described("Thôn này làm phần việc gì.", "Its part in the craft.", default=None)
