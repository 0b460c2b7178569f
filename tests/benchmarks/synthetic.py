"""Write a catalog of any size that never was: `python -m tests.benchmarks.synthetic 10000 FOLDER`.

Records look like the real ones (about a kilobyte of Vietnamese and English, both addresses, awards, sources) and use
the real vocabulary, so that a measurement says something about the real catalog. Nothing in them is true: names carry
a number, sources stand on the reserved domain `.example`. One seed gives one tree, byte for byte.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
VOCABULARY = PROJECT / "products" / "vocabulary"

Data = dict[str, Any]
"""A record before it is written: fields in the order of the model; values are texts, numbers, lists and fields."""


@dataclass(frozen=True, slots=True)
class Record:
    """One synthetic record and its file."""

    file: str
    """Path below the project, with `/`."""
    kind: str
    """`village`, `maker` or `product`."""
    data: Data

    @property
    def id(self) -> str:
        """The record's id, as the catalog reads it from the tree."""
        path = Path(self.file)
        return path.stem if self.kind == "product" else path.parent.name


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a village makes, in both languages and as an id."""

    vi: str
    en: str
    slug: str
    craft: str
    materials: tuple[tuple[str, str], ...]


THINGS = (
    Thing(
        "Đèn lồng giấy dó",
        "Dó paper lantern",
        "den-long-giay-do",
        "may-tre-dan",
        (("Tre", "Bamboo"), ("Giấy dó", "Dó paper")),
    ),
    Thing(
        "Bình gốm men lam",
        "Blue-glazed vase",
        "binh-gom-men-lam",
        "gom-su",
        (("Cao lanh", "Kaolin"), ("Men tro", "Ash glaze")),
    ),
    Thing(
        "Khăn lụa tơ tằm", "Silk scarf", "khan-lua-to-tam", "lua-to-tam", (("Tơ tằm", "Silk"), ("Củ nâu", "Dye yam"))
    ),
    Thing(
        "Giỏ mây đan lóng mốt",
        "Rattan basket",
        "gio-may-dan",
        "may-tre-dan",
        (("Song mây", "Rattan"), ("Tre nứa", "Bamboo")),
    ),
    Thing(
        "Tranh sơn mài phố cổ",
        "Lacquer painting",
        "tranh-son-mai",
        "son-mai",
        (("Sơn ta", "Lacquer"), ("Vỏ trứng", "Eggshell")),
    ),
    Thing(
        "Hương trầm quấn tay",
        "Hand-rolled incense",
        "huong-tram",
        "huong",
        (("Trầm hương", "Agarwood"), ("Keo bời lời", "Litsea bark")),
    ),
    Thing(
        "Nón lá ba tầm",
        "Three-tier leaf hat",
        "non-la-ba-tam",
        "non-la",
        (("Lá cọ", "Palm leaf"), ("Cước", "Fishing line")),
    ),
    Thing(
        "Trà móc câu thượng hạng",
        "Fish-hook tea",
        "tra-moc-cau",
        "che",
        (("Búp chè một tôm hai lá", "Two leaves and a bud"),),
    ),
    Thing("Chiếu cói hoa văn", "Patterned sedge mat", "chieu-coi-hoa", "coi", (("Cói", "Sedge"), ("Sợi đay", "Jute"))),
    Thing("Tượng đá cảnh", "Stone carving", "tuong-da-canh", "da-my-nghe", (("Đá trắng", "White stone"),)),
)
PLACES = (
    "Bình Yên",
    "Cẩm Sơn",
    "Đại Lộc",
    "Đông Hòa",
    "Hạ Vũ",
    "Kim Liên",
    "Lương Điền",
    "Mỹ Thạnh",
    "Ngọc Khê",
    "Phú Thượng",
    "Quảng Bố",
    "Tân Trạch",
    "Thượng Cát",
    "Trường Xuân",
    "Vạn Phước",
    "Yên Lãng",
)
PEOPLE = (
    "Nguyễn Thị Bưởi",
    "Trần Văn Đậu",
    "Lê Thị Gấm",
    "Phạm Hữu Kỷ",
    "Hoàng Thị Liễu",
    "Đặng Văn Mộc",
    "Vũ Thị Nhài",
)
SENTENCES = (
    ("Mỗi sản phẩm qua tay ba người thợ trước khi rời xưởng.", "Each piece passes through three pairs of hands."),
    (
        "Nguyên liệu lấy trong vùng, phơi nắng đủ bảy ngày.",
        "Material comes from nearby and dries in the sun for a week.",
    ),
    ("Nét hoa văn giữ theo mẫu cũ của các cụ trong làng.", "The pattern follows the old models of the village."),
    ("Mùa mưa thợ làm chậm hơn vì hàng lâu khô.", "Work is slower in the rains, when things take long to dry."),
    ("Người mua có thể đặt kích thước riêng.", "Buyers may ask for a size of their own."),
    (
        "Lớp trẻ học nghề từ tuổi mười lăm, ba năm thì vững tay.",
        "The young start at fifteen; three years make a steady hand.",
    ),
    ("Hàng đi khắp các chợ phiên và một phần xuất khẩu.", "Goods go to markets all around, and some abroad."),
    ("Khâu khó nhất là *giữ lửa đều* suốt đêm.", "The hardest part is *keeping the fire even* all night."),
)
STEPS = (
    ("Chọn nguyên liệu", "Choose the material"),
    ("Ngâm, phơi, chẻ", "Soak, dry, split"),
    ("Tạo hình", "Shape"),
    ("Hoàn thiện, kiểm hàng", "Finish and check"),
)
MAKER_KINDS = (
    ("Hợp tác xã", "hop-tac-xa"),
    ("Cơ sở", "co-so"),
    ("Công ty TNHH", "cong-ty"),
    ("Hộ kinh doanh", "ho-kinh-doanh"),
)


def synthetic_records(count: int, seed: int, vocabulary: Path = VOCABULARY) -> Iterator[Record]:
    """Yield `count` records: homes by turns a village of twelve products or a maker of four, each home first.

    Args:
        count: How many records, homes and products together.
        seed: One seed gives the same records; a longer catalog begins with the shorter one.
        vocabulary: Folder of the vocabulary whose ids the records use.

    """
    provinces = _provinces(vocabulary)
    chance = random.Random(seed)
    left, home = count, 0
    while left > 0:
        home += 1
        village = home % 2 == 1
        province = chance.choice(provinces)
        thing = chance.choice(THINGS)
        place = _place(chance, province)
        folder = f"products/{province.id}/{'lang' if village else 'co-so'}-{thing.slug}-{home}"
        kind, data = (
            ("village", _village(chance, thing, place, home)) if village else ("maker", _maker(chance, place, home))
        )
        yield Record(f"{folder}/{kind}.yml", kind, data)
        left -= 1
        for number in range(1, 1 + min(left, 12 if village else 4)):
            yield Record(
                f"{folder}/{thing.slug}-{home}-{number}.yml", "product", _product(chance, thing, place, home, number)
            )
            left -= 1


def write_catalog(records: Iterator[Record], project: Path, vocabulary: Path = VOCABULARY) -> int:
    """Write records and a copy of the vocabulary below `project/products`, and return the bytes of the records."""
    # What the home page features are real records.
    ignored = shutil.ignore_patterns("featured.yml")
    shutil.copytree(vocabulary, project / "products" / "vocabulary", dirs_exist_ok=True, ignore=ignored)
    size = 0
    for record in records:
        path = project / record.file
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"# yaml-language-server: $schema=../../schemas/{record.kind}.schema.json\n" + to_yaml(record.data)
        size += path.write_bytes(text.encode())
    return size


def write_project(project: Path, records: int, seed: int) -> None:
    """Write synthetic records beside this project's own pages, templates and settings."""
    for part in ("content", "overrides"):
        shutil.copytree(PROJECT / part, project / part)
    shutil.copy(PROJECT / "mkdocs.yml", project)
    write_catalog(synthetic_records(records, seed), project)


def to_yaml(value: Any, indent: str = "") -> str:
    """Write a record the way people write them: block style, two spaces, quotes only where the reader needs them.

    >>> print(to_yaml({"name": {"vi": "Nón lá", "en": "Leaf hat"}, "steps": ["Chẻ: mỏng", {"vi": "Đan"}]}), end="")
    name:
      vi: Nón lá
      en: Leaf hat
    steps:
      - "Chẻ: mỏng"
      - vi: Đan
    """
    if isinstance(value, dict):
        return "".join(f"{indent}{name}:{_after(part, indent + '  ')}" for name, part in value.items())
    items = []
    for part in value:
        if isinstance(part, dict):
            items.append(f"{indent}- " + to_yaml(part, indent + "  ").removeprefix(indent + "  "))
        else:
            items.append(f"{indent}-{_after(part, indent + '  ')}")
    return "".join(items)


def _after(value: Any, indent: str) -> str:
    """Write what stands after `name:` or `-`."""
    if isinstance(value, dict | list):
        return "\n" + to_yaml(value, indent)
    if isinstance(value, str) and not re.fullmatch(r"[^\W_](?:[^\n:#]|:(?! )|(?<! )#)*(?<![ :])", value):
        return f" {json.dumps(value, ensure_ascii=False)}\n"
    if isinstance(value, bool):
        return f" {str(value).lower()}\n"
    return f" {value}\n"


@dataclass(frozen=True, slots=True)
class _Province:
    id: str
    former: tuple[str, ...]
    """Full names of the provinces it came from."""


def _provinces(vocabulary: Path) -> list[_Province]:
    """Read ids and former names; line by line, since what is measured must not depend on what measures."""
    text = (vocabulary / "provinces.yml").read_text(encoding="utf-8")
    provinces = []
    for block in re.split(r"(?m)^- (?=id:)", text)[1:]:
        found = re.match(r"id: *(\S+)", block)
        former = re.findall(r"(?m)^ {6}name: *(.+?) *$", block)
        if found and former:
            provinces.append(_Province(found[1], tuple(name.strip("\"'") for name in former)))
    return provinces


def _place(chance: random.Random, province: _Province) -> Data:
    commune = chance.choice(PLACES)
    return {
        "before_2025": {
            "commune": f"Xã {chance.choice(PLACES)}",
            "district": f"Huyện {chance.choice(PLACES)}",
            "province": chance.choice(province.former),
        },
        "since_2025": {"commune": f"Xã {commune}", "province": province.id},
    }


def _text(chance: random.Random, sentences: int) -> Data:
    chosen = chance.sample(SENTENCES, sentences)
    return {"vi": " ".join(vi for vi, _ in chosen), "en": " ".join(en for _, en in chosen)}


def _sources(chance: random.Random, what: str) -> list[Data]:
    return [
        {
            "title": f"{what} (bài thử {chance.randrange(10_000)})",
            "url": f"https://bao-{chance.randrange(40)}.example/bai-{chance.randrange(1_000_000)}.html",
            "date": f"{chance.randrange(2012, 2026)}-{chance.randrange(1, 13):02}",
        }
    ]


def _village(chance: random.Random, thing: Thing, place: Data, home: int) -> Data:
    name = f"{chance.choice(PLACES)} {home}"
    return {
        "name": {"vi": f"Làng nghề {name}", "en": f"{name} craft village"},
        "summary": _text(chance, 1),
        "description": _text(chance, 5),
        "crafts": [thing.craft],
        "place": place,
        "origin": {"period": {"vi": "Khoảng 300 năm", "en": "About 300 years"}, "certainty": "tradition"},
        "materials": [{"vi": vi, "en": en} for vi, en in thing.materials],
        "process": [{"vi": vi, "en": en} for vi, en in STEPS],
        "figures": [{"metric": "so-ho", "value": chance.randrange(20, 900), "year": chance.randrange(2015, 2025)}],
        "artisans": [{"name": chance.choice(PEOPLE)}],
        "sources": _sources(chance, f"Làng nghề {name}"),
    }


def _maker(chance: random.Random, place: Data, home: int) -> Data:
    words, kind = chance.choice(MAKER_KINDS)
    name = f"{words} {chance.choice(PLACES)} {home}"
    return {
        "name": {"vi": name},
        "summary": _text(chance, 1),
        "type": kind,
        "place": place,
        "sources": _sources(chance, name),
    }


def _product(chance: random.Random, thing: Thing, place: Data, home: int, number: int) -> Data:
    year, height = chance.randrange(2016, 2025), chance.randrange(10, 90)
    name = {"vi": f"{thing.vi} mẫu {home}.{number}", "en": f"{thing.en} no. {home}.{number}"}
    return {
        "name": name,
        "description": _text(chance, 3),
        "group": "thu-cong-my-nghe",
        "craft": thing.craft,
        "place": place,
        "materials": [{"vi": vi, "en": en} for vi, en in thing.materials],
        "specs": [{"vi": f"Cao {height} cm", "en": f"{height} cm high"}],
        "awards": [
            {
                "programme": "cnnt",
                "level": chance.choice(("tinh", "quoc-gia")),
                "year": year,
                "decision": {
                    "number": f"{chance.randrange(100, 3000)}/QĐ-UBND",
                    "date": f"{year}-{chance.randrange(1, 13):02}-15",
                },
            }
        ],
        "sources": _sources(chance, str(name["vi"])),
    }


def main() -> None:
    """Write a catalog where the command line says."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("records", type=int, help="how many records")
    arguments.add_argument("folder", type=Path, help="project folder to write products/ into")
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    size = write_catalog(synthetic_records(given.records, given.seed), given.folder)
    print(f"{given.folder / 'products'}: {given.records} records, {size / given.records:.0f} bytes each")


if __name__ == "__main__":
    main()
