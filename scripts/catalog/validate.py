"""Judges the data of a file against the model, and says every mistake in our words at its own line.

The model alone decides what a field may hold; this module only translates pydantic's findings, whose English
nobody gets to see. Rules across records are the business of `checks`.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import to_json

from catalog.diagnostics import Diagnostic, Fact, in_reading_order
from catalog.messages import MESSAGES, VALUE_KINDS, Term
from catalog.model import Text
from catalog.source import Document, Path
from catalog.text import nearest

M = TypeVar("M", bound=BaseModel)


def compact(data: Any) -> bytes:
    """Return plain data as JSON without spaces, of which `model_validate_json` makes what `validate` makes of them.

    >>> compact({"name": "Đèn lồng", "value": 4.50}).decode()
    '{"name":"Đèn lồng","value":4.5}'
    """
    return to_json(data)  # a quarter of what `json` takes, and this is done for every record


def validate(document: Document, kind: type[M]) -> tuple[M | None, list[Diagnostic]]:
    """Return the record of a file, or `None` and all that is wrong with it; warnings come beside a record too."""
    record, findings = _validated(document, kind, (), document.data)
    return record, findings + list(_thousands_points(document, kind, ()))


def validate_list(document: Document, kind: type[M]) -> tuple[tuple[M, ...] | None, list[Diagnostic]]:
    """Return the elements of a vocabulary file, which is one list; `None` if any of them has a mistake."""
    if not isinstance(document.data, list):
        return None, [_unlike(document, (), "list-expected")]
    elements: list[M] = []
    findings: list[Diagnostic] = []
    for number, data in enumerate(document.data):
        element, found = _validated(document, kind, (number,), data)
        findings += found
        if element is not None:
            elements.append(element)
    findings += _thousands_points(document, list[kind], ())  # type: ignore[valid-type]
    return (tuple(elements) if len(elements) == len(document.data) else None), findings


def _validated(document: Document, kind: type[M], root: Path, data: Any) -> tuple[M | None, list[Diagnostic]]:
    try:
        return kind.model_validate(data), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
    found: dict[tuple[Path, str], tuple[dict[str, Any], Diagnostic]] = {}
    for entry in errors:
        path = root + _standing(data, entry["loc"])
        finding = _translated(document, kind, root, path, dict(entry))
        previous = found.setdefault((path, finding.code), (dict(entry), finding))
        if entry["type"].startswith("float"):  # a field for whole and decimal numbers: ask for the wider kind
            found[path, finding.code] = (dict(entry), finding) if previous[0]["type"].startswith("int") else previous
    paths = [path for path, _ in found]
    meant = {
        (*path[:-1], finding.suggestion) for (path, code), (_, finding) in found.items() if code == "unknown-field"
    }
    return None, in_reading_order(
        finding
        for (path, code), (_, finding) in found.items()
        if not (code == "empty-list" and _is_echo(path, paths, data, root))
        and not (code == "missing-field" and path in meant)  # it is there, under a misspelt name
    )


def _standing(data: Any, loc: tuple[int | str, ...]) -> Path:
    """Return the part of a pydantic location that exists in the data, and the name of a field that is missing.

    Pydantic adds the branches of unions, and `vi` for a text that was written plainly; neither is in the file.
    """
    path: list[int | str] = []
    for step in loc:
        if isinstance(data, dict) and isinstance(step, str):
            path.append(step)
            if step not in data:
                break
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            path.append(step)
        else:
            break
        data = data[step]
    return tuple(path)


def _is_echo(path: Path, others: list[Path], data: Any, root: Path) -> bool:
    """Tell whether a list only seems too short because its items have mistakes of their own."""
    for step in path[len(root) :]:
        data = data[step]
    return bool(data) and any(len(other) > len(path) and other[: len(path)] == path for other in others)


# --- one finding ---

_ADVICE_LENGTH = 60
_YES_NO = {"có": "true", "yes": "true", "đúng": "true", "không": "false", "no": "false", "sai": "false"}


def _translated(document: Document, kind: type[BaseModel], root: Path, path: Path, entry: dict[str, Any]) -> Diagnostic:
    reason: str = entry["type"]
    context: dict[str, Any] = entry.get("ctx", {})
    data: Any = entry["input"]
    annotation = _annotation_at(kind, path[len(root) :])
    label = _label(path)
    read = _read(document, path, data)
    if reason == "extra_forbidden":
        return _unknown_field(document, _annotation_at(kind, path[len(root) : -1]), path)
    if reason == "missing":
        around = _model_in(_annotation_at(kind, path[len(root) : -1]))
        name = str(path[-1])
        return document.diagnose("missing-field", path[:-1], key=True, field=name, meaning=_meaning(around, name))
    if reason == "literal_error" and data is not None:
        choices = [str(choice) for choice in _choices(annotation)]
        return document.diagnose(
            "unknown-choice",
            path,
            suggestion=nearest(str(data), choices),
            field=label,
            read=read,
            choices=", ".join(choices),
        )
    if reason == "string_pattern_mismatch":
        return document.diagnose("not-a-slug", path, suggestion=_as_slug(str(data)), field=label, read=read)
    if reason == "string_too_long":
        return document.diagnose("too-long", path, field=label, length=len(data), limit=context["max_length"])
    if reason == "string_too_short":
        return document.diagnose("empty-text", path, field=label)
    if reason == "too_short":
        return document.diagnose("empty-list", path, field=label, least=context["min_length"])
    if reason == "too_long":
        return document.diagnose("too-many-items", path, field=label, limit=context["max_length"])
    if bound := _bound(reason, context):
        return document.diagnose("out-of-range", path, field=label, read=read, bound=bound)
    if data is None:
        return document.diagnose("empty-field", path, field=label, expected=VALUE_KINDS[_expected(annotation, reason)])
    if reason == "partial_date" and not isinstance(data, (list, dict)):
        return document.diagnose("not-a-date", path, field=label, read=read)
    code = reason.replace("_", "-")
    if code in MESSAGES:  # a rule of the model with a sentence of its own
        more: dict[str, Any] = {"field": label, "read": read, **context}
        return document.diagnose(code, path, **more)
    return _wrong_type(document, path, data, annotation, _expected(annotation, reason))


def _unknown_field(document: Document, around: Any, path: Path) -> Diagnostic:
    name = str(path[-1])
    model = _model_in(around)
    known = list(model.model_fields) if model else []
    data = document.data
    for step in path[:-1]:
        data = data[step]
    suggestion = nearest(name, [field for field in known if field not in data])
    return document.diagnose("unknown-field", path, key=True, suggestion=suggestion, field=name, known=", ".join(known))


def _wrong_type(document: Document, path: Path, data: Any, annotation: Any, expected: str) -> Diagnostic:
    if expected in ("anything", _kind_of(data)):  # the kind is right; something else is not
        return document.diagnose("not-accepted", path, field=_label(path), read=_read(document, path, data))
    if expected == "list":
        return _unlike(document, path, "list-expected")
    if expected == "fields":
        model = _model_in(annotation)
        return _unlike(document, path, "fields-expected", known=", ".join(model.model_fields) if model else "")
    suggestion = None
    written = _read(document, path, data)
    if expected in ("text", "date") and isinstance(data, (int, float)):
        suggestion = f'"{written}"'
    elif expected == "yes-no" and isinstance(data, str):
        suggestion = _YES_NO.get(data.strip().lower()) or (data.lower() if data.lower() in ("true", "false") else None)
    elif expected in ("whole", "number"):
        suggestion = _as_number(written)
    return _unlike(document, path, "wrong-type", suggestion=suggestion, expected=VALUE_KINDS[expected])


def _unlike(document: Document, path: Path, code: str, *, suggestion: str | None = None, **facts: Fact) -> Diagnostic:
    """Return a finding that sets what was read against what a field holds."""
    data = document.data
    for step in path:
        data = data[step]
    more: dict[str, Any] = {"field": _label(path), "found": VALUE_KINDS[_kind_of(data)], **facts}
    return document.diagnose(code, path, suggestion=suggestion, read=_read(document, path, data), **more)


_POINT_AND_THREE = re.compile(r"\.\d{3}(?!\d)")
"""Stands in every such number; most records have none, and are looked at no closer."""


def _thousands_points(document: Document, annotation: Any, root: Path) -> Iterator[Diagnostic]:
    """Warn of `value: 1.200` where a field takes whole numbers too: a Vietnamese reader sees 1200."""
    if not _POINT_AND_THREE.search(document.text):
        return
    for path, data in _leaves(document.data, root):
        if isinstance(data, float) and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", document.written(path)):
            kinds = _members(_annotation_at(annotation, path))
            if int in kinds and float in kinds:
                written = document.written(path)
                whole = written.replace(".", "")
                yield document.diagnose("thousands-point", path, field=_label(path), read=written, whole=whole)


def _leaves(data: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _leaves(value, (*path, name))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _leaves(value, (*path, number))
    else:
        yield path, data


# --- words about a value ---


def _label(path: Path) -> Term:
    """Name a field inside a sentence: “name”; mục 2 của “crafts”; the whole file."""
    if not path:
        return Term("Tệp này", "This file")
    name = next((step for step in reversed(path) if isinstance(step, str)), None)
    if isinstance(path[-1], str):
        return Term(f"“{name}”", f"“{name}”")
    number = int(path[-1]) + 1
    if name is None:
        return Term(f"Mục {number}", f"Item {number}")
    return Term(f"Mục {number} của “{name}”", f"Item {number} of “{name}”")


def _read(document: Document, path: Path, data: Any) -> str:
    """Show a value as its author wrote it, shortened."""
    if isinstance(data, (int, float)) or data is None:
        return document.written(path)
    if isinstance(data, dict):
        text = ", ".join(f"{name}: …" for name in data)
    elif isinstance(data, list):
        text = ", ".join(item if isinstance(item, str) else "…" for item in data)
    else:
        text = " ".join(str(data).split())
    return text if len(text) <= _ADVICE_LENGTH else text[: _ADVICE_LENGTH - 1].rstrip() + "…"


def _kind_of(data: Any) -> str:
    if data is None:
        return "nothing"
    if isinstance(data, bool):
        return "yes-no"
    kinds = {str: "text", int: "whole", float: "number", list: "list", dict: "fields"}
    return kinds[type(data)]


def _meaning(model: type[BaseModel] | None, name: str) -> Term:
    """Return what a field means: its description in the model, Vietnamese above English."""
    description = (model.model_fields[name].description if model else None) or name
    vi, _, en = description.partition("\n\n")
    return Term(vi.rstrip("."), (en or vi).rstrip("."))


def _bound(reason: str, context: dict[str, Any]) -> Term | None:
    match reason:
        case "greater_than_equal":
            return Term(f"từ {context['ge']} trở lên", f"{context['ge']} or more")
        case "less_than_equal":
            return Term(f"từ {context['le']} trở xuống", f"{context['le']} or less")
        case "greater_than":
            return Term(f"lớn hơn {context['gt']}", f"more than {context['gt']}")
        case "less_than":
            return Term(f"nhỏ hơn {context['lt']}", f"less than {context['lt']}")
    return None


def _as_slug(text: str) -> str | None:
    """Return the id that was probably meant, where only capitals, spaces or underscores are in the way."""
    slug = re.sub(r"[\s_-]+", "-", text.strip().lower())
    return slug if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) else None


def _as_number(written: str) -> str | None:
    """Return the number that was probably meant: `1.200.000` and `300 km` are the usual slips."""
    text = re.sub(r"\s*(?:km|kg|m|cm|hộ|người|đ|đồng|vnd|năm|sao)?\.?$", "", written.strip().lower())
    if re.fullmatch(r"[1-9]\d{0,2}([., ]\d{3})+", text):
        return re.sub(r"[., ]", "", text)
    if re.fullmatch(r"(0|[1-9]\d*),\d{1,2}", text):
        return text.replace(",", ".")
    return text if re.fullmatch(r"0|[1-9]\d*", text) else None


# --- what the model says about a place in the data ---


def _annotation_at(kind: Any, path: Path) -> Any:
    """Return the type that the model gives to a place in the data; `None`: the model has no such place."""
    annotation: Any = kind
    for step in path:
        if isinstance(step, str):
            model = _model_in(annotation)
            if model is None or step not in model.model_fields:
                return None
            annotation = model.model_fields[step].annotation
        else:
            items = [get_args(member) for member in _members(annotation) if get_origin(member) in (tuple, list)]
            if not items:
                return None
            annotation = items[0][0]
    return annotation


def _members(annotation: Any) -> list[Any]:
    """Return the alternatives of a type, without `Annotated` and `None`."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _members(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return [found for member in get_args(annotation) for found in _members(member)]
    return [] if annotation in (None, types.NoneType) else [annotation]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    for member in _members(annotation):
        if isinstance(member, type) and issubclass(member, BaseModel):
            return member
    return None


def _choices(annotation: Any) -> tuple[Any, ...]:
    for member in _members(annotation):
        if get_origin(member) is Literal:
            return get_args(member)
    return ()


def _expected(annotation: Any, reason: str) -> str:
    """Return what a place holds, as a key of `VALUE_KINDS`; `anything`: a rule that has no word of its own."""
    if reason == "partial_date":
        return "date"
    members = _members(annotation)
    model = _model_in(annotation)
    if model:
        return "text" if issubclass(model, Text) else "fields"
    if any(get_origin(member) in (tuple, list) for member in members):
        return "list"
    for kind, word in ((bool, "yes-no"), (float, "number"), (int, "whole"), (str, "text")):
        if kind in members:
            return word
    return "text" if _choices(annotation) else "anything"
