"""JSON Schemas of the records and vocabularies, for editors: generated from the model, never kept by hand.

Which words a vocabulary holds is not in them (`checks` knows); that keeps a schema the same when a word is added.
"""

from __future__ import annotations

import json
from typing import Any, Final

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from catalog.model.base import Strict
from catalog.model.records import Maker, Product, Village
from catalog.model.vocabulary import VOCABULARIES

SCHEMA_ENDING = ".schema.json"

_RECORDS: Final[dict[str, tuple[type[Strict], str]]] = {
    "village": (Village, "Làng nghề / Craft village"),
    "maker": (Maker, "Cơ sở sản xuất / Maker"),
    "product": (Product, "Sản phẩm / Product"),
}
_VOCABULARY_TITLES: Final[dict[str, str]] = {
    "crafts": "Nghề / Crafts",
    "provinces": "Tỉnh, thành phố / Provinces and cities",
    "programmes": "Chương trình / Award programmes",
    "levels": "Cấp / Levels",
    "regions": "Khu vực / Regions",
    "groups": "Nhóm sản phẩm / Product groups",
    "recognitions": "Danh hiệu / Recognitions",
    "marks": "Nhãn hiệu / Marks",
    "maker-types": "Loại hình cơ sở / Kinds of maker",
    "metrics": "Loại số liệu / Kinds of figure",
    "licences": "Giấy phép ảnh / Picture licences",
    "reports": "Báo cáo / Reports",
    "unfit-hosts": "Trang không nên làm nguồn / Hosts unfit as sources",
    "featured": "Giới thiệu ở trang chủ / On the front page",
}


def json_schemas() -> dict[str, str]:
    """Return file name → JSON text of every schema (draft 2020-12), in a stable order, ended by a line end."""
    schemas = {name: _schema(TypeAdapter(kind), title) for name, (kind, title) in _RECORDS.items()}
    for name, kind in VOCABULARIES.items():
        schemas[name] = _schema(TypeAdapter(list[kind]), _VOCABULARY_TITLES.get(name, name))  # type: ignore[valid-type]
    return {
        f"{name}{SCHEMA_ENDING}": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas.items()
    }


class _Generator(GenerateJsonSchema):
    """pydantic's generator without the titles it makes of field names: the descriptions say more."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Tell whether a field gets a made-up title: never."""
        del schema
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave out `null` and empty defaults: a field that is not written has none."""
        described = super().default_schema(schema)
        if described.get("default", True) in (None, [], ()):
            described.pop("default", None)
        return described


def _schema(adapter: TypeAdapter[Any], title: str) -> dict[str, Any]:
    generated = adapter.json_schema(schema_generator=_Generator)
    definitions = generated.pop("$defs", {})
    schema = {
        "$schema": _Generator.schema_dialect,
        "title": title,
        **{k: v for k, v in generated.items() if k != "title"},
    }
    return schema | ({"$defs": dict(sorted(definitions.items()))} if definitions else {})
