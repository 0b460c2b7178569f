"""The building stones of every record: text in two languages, dates as far as they are known, sources."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

Line = Annotated[str, StringConstraints(min_length=1, max_length=400)]
"""A short text of one line: a name, a title."""
Prose = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
"""A longer text in small Markdown: paragraphs, lists, emphasis, links."""
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A word for addresses: small Latin letters without marks, digits, single hyphens."""
Year = Annotated[int, Field(ge=900, le=2200)]
"""A year of the Gregorian calendar."""


def described(vi: str, en: str, **more: Any) -> Any:
    """Return a pydantic field with its meaning in both languages, as editors show it."""
    return Field(description=f"{vi}\n\n{en}", **more)


class Strict(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Text(Strict):
    """A text in Vietnamese and, where somebody has written it, English.

    A record may write a plain text instead of `{vi: …}`.
    """

    vi: Prose = described("Chữ tiếng Việt.", "The text in Vietnamese.")
    en: Prose | None = described("Chữ tiếng Anh, nếu có.", "The text in English, where there is one.", default=None)

    @model_validator(mode="before")
    @classmethod
    def _plain_text_is_vietnamese(cls, data: Any) -> Any:
        return {"vi": data} if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        as_object = handler.resolve_ref_schema(handler(core_schema))
        return {
            "anyOf": [{"type": "string", "minLength": 1}, as_object],
            "description": "Chữ tiếng Việt, hoặc {vi: …, en: …}.\n\nVietnamese text, or {vi: …, en: …}.",
        }


def _partial_date(value: Any) -> Any:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str):
        raise PydanticCustomError("partial_date", "not a date")
    if not _is_date(text):
        raise PydanticCustomError("partial_date", "not a date")
    return text


@lru_cache(8192)  # a catalog has fewer days than dates
def _is_date(text: str) -> bool:
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


_Written = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
PartialDate = Annotated[
    str,
    BeforeValidator(_partial_date, json_schema_input_type=_Written | int),
    Field(examples=["2023-08-23", "2023-08", "2023"]),
]
"""`YYYY`, `YYYY-MM` or `YYYY-MM-DD`: a date as far as it is known (the calendar date profile of ISO 8601)."""


class CheckedText(Text):
    """A text about something that changes (a fee, opening hours), with the date somebody checked it."""

    checked: PartialDate | None = described(
        "Ngày kiểm tra lại gần nhất; bỏ trống nếu chưa ai kiểm tra.",
        "When it was last checked; leave out if nobody has.",
        default=None,
    )


class Source(Strict):
    """Where a fact was read."""

    title: Line = described("Tên bài, trang hoặc văn bản.", "Title of the article, page or document.")
    url: Line | None = described("Địa chỉ https://…", "Its address, https://…", default=None)
    date: PartialDate | None = described(
        "Ngày đăng, nếu trang có ghi.", "When it was published, if the page says so.", default=None
    )
    note: Text | None = described("Điều cần biết về nguồn này.", "What to know about this source.", default=None)


Sources = Annotated[
    tuple[Source, ...],
    Field(strict=False, min_length=1),
    described("Nguồn; mỗi bản ghi có ít nhất một.", "Sources; each record has at least one."),
]
