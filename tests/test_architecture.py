"""The drawing of `scripts/README.md`, executable: arrows point one way, heavy libraries have one door each.

Imports and calls are read from the source, so one inside a function counts too.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
PACKAGE = PROJECT / "scripts" / "catalog"
TEMPLATES = PROJECT / "overrides"

LAYERS = (
    "messages",
    "diagnostics",
    "source",
    "text",
    "prose",
    "model",
    "validate",
    "reads",
    "kept",
    "recall",
    "memory",
    "crew",
    "repository",
    "validity",
    "lunar",
    "publish",
    "strings",
    "recipe",
    "index",
    "fonts",
    "addresses",
    "qr",
    "checks",
    "drawing",
    "images",
    "intake",
    "views",
    "render",
    "pour",
    "search",
    "feeds",
    "sitemap",
    "stylesheet",
    "frame",
    "as_of",
    "judged",
    "site",
    "tasks",
    "pipeline",
    "headers",
    "preview",
    "serving",
    "plugin",
    "build",
    "cli",
    "__main__",
)
"""A module, or a package such as `model`, imports only from those before it."""

ONLY_HERE = {
    "yaml": {"source"},
    "markdown_it": {"prose"},
    "pydantic": {"model", "validate"},
    "pydantic_core": {"model", "validate"},
    "PIL": {"images"},
    "resvg_py": {"images"},
    "jinja2": {"render"},
    "lunar_vn": {"lunar"},
    "segno": {"qr"},
    "mkdocs": {"plugin"},
    "typer": {"cli"},
    "rich": {"cli"},
}
"""Each heavy dependency has one door."""

NEVER_IMPORTED = {
    "pickle": "runs what it reads",
    "marshal": "runs what it reads",
    "shelve": "runs what it reads",
    "locale": "two machines would build two sites",
    "random": "two builds would differ",
    "secrets": "two builds would differ",
    "uuid": "two builds would differ",
    "socket": "a build asks nobody",
    "requests": "a build asks nobody",
    "urllib.request": "a build asks nobody",
    "http.client": "a build asks nobody",
}

NEVER_CALLED = {
    "eval": "runs text",
    "exec": "runs text",
    "system": "runs text in a shell",
    "popen": "runs text in a shell",
    "from_string": "makes a template of data",
    "load_all": "PyYAML builds objects",
    "full_load": "PyYAML builds objects",
    "unsafe_load": "PyYAML builds objects",
    "yaml.load": "PyYAML builds objects",
    "yaml.safe_load": "PyYAML builds objects, merges aliases and keeps the last of two equal keys",
    "Markup": "says that a text is safe HTML",
    "extractall": "writes wherever an archive says",
    "today": "two builds would differ",
    "now": "two builds would differ",
    "utcnow": "two builds would differ",
    "time.time": "two builds would differ",
}
"""A name, or `module.name`, that is called nowhere unless reviewed."""

REVIEWED: dict[tuple[str, str], str] = {
    ("views.edition", "Markup"): "`prose` writes every tag itself; sentences are escaped before facts are filled in",
}
"""(module, what it does) → why it may. Each line was read by a person who looked for a way to misuse it."""

MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
class TestModule:
    """Promises that every module keeps."""

    def test_has_its_place(self, path: Path) -> None:
        """A module stands in LAYERS, so that a newcomer knows what it may use."""
        assert layer_of(path) in {*LAYERS, "__init__"}

    def test_imports_point_to_the_left(self, path: Path) -> None:
        """`catalog.x` imports only what comes before `x` in LAYERS; inside a package, its own modules too."""
        own = layer_of(path)
        allowed = {*LAYERS[: LAYERS.index(own)], own} if own in LAYERS else set()
        assert [layer for layer in layers_used_by(path) if layer not in allowed] == []

    def test_heavy_libraries_have_one_door(self, path: Path) -> None:
        """PyYAML, Pillow, Jinja, MkDocs … are imported by the module named in ONLY_HERE and by no other."""
        own = layer_of(path)
        assert [name for name in imports_of(path) if own not in ONLY_HERE.get(name.split(".")[0], {own})] == []

    def test_does_nothing_dangerous(self, path: Path) -> None:
        """No shell, no objects from data, no text declared safe, no clock, no network: only what REVIEWED lists."""
        found = {what: why for what, why in dangers_of(path) if (module_of(path), what) not in REVIEWED}
        assert found == {}


def test_reviewed_dangers_still_exist() -> None:
    """An exception that is no longer needed leaves the list."""
    found = {(module_of(path), what) for path in MODULES for what, _ in dangers_of(path)}
    assert sorted(set(REVIEWED) - found) == []


def test_templates_trust_no_text() -> None:
    """No template of the records switches escaping off."""
    switched_off = re.compile(r"\|\s*safe\b|\bautoescape\s+false\b|\bMarkup\b")
    trusting = [
        f"{path.relative_to(PROJECT).as_posix()}:{number}"
        for path in sorted(TEMPLATES.rglob("*.html"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if switched_off.search(line)
    ]
    assert trusting == []


def test_scripts_holds_one_package() -> None:
    """`scripts/` is a source root: no loose Python file stands beside the package."""
    assert sorted(path.name for path in PACKAGE.parent.glob("*.py")) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import yaml", ["yaml"]),
        ("def f():\n    from PIL import Image", ["PIL", "PIL.Image"]),
        ("from catalog import text", ["catalog", "catalog.text"]),
        ("from catalog.model import Village", ["catalog.model", "catalog.model.Village"]),
        ("import urllib.request", ["urllib.request"]),
        ("from urllib import request", ["urllib", "urllib.request"]),
    ],
)
def test_imports_are_found(source: str, expected: list[str]) -> None:
    """Every spelling of an import is seen, also inside a function."""
    assert list(_imports(ast.parse(source))) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import pickle", ["pickle"]),
        ("subprocess.run('ls', shell=True)", ["shell=True"]),
        ("yaml.load(text)", ["yaml.load"]),
        ("json.load(file)", []),
        ("env.from_string(text)", ["from_string"]),
        ("markupsafe.Markup(text)", ["Markup"]),
        ("Markup(text)", ["Markup"]),
        ("datetime.date.today()", ["today"]),
        ("time.perf_counter()", []),
        ("Image.open(path)", ["Image.open without formats"]),
        ("Image.open(path, formats=('JPEG',))", []),
    ],
)
def test_dangers_are_found(source: str, expected: list[str]) -> None:
    """The judge itself is judged: it sees what it should and nothing else."""
    assert [what for what, _ in _dangers(ast.parse(source))] == expected


def layer_of(path: Path) -> str:
    """Name the layer of a file: a package counts as one."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def module_of(path: Path) -> str:
    """Name a file as Python does, without `catalog.`."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def imports_of(path: Path) -> list[str]:
    """List everything a file imports, in reading order."""
    return list(_imports(ast.parse(path.read_text(encoding="utf-8"))))


def layers_used_by(path: Path) -> list[str]:
    """List the layers that a file imports from, in alphabetical order."""
    names = {name.split(".")[1] for name in imports_of(path) if name.startswith("catalog.")}
    return sorted(name for name in names if (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file())


def dangers_of(path: Path) -> list[tuple[str, str]]:
    """List what a file does that needs a review, each with the reason."""
    return list(_dangers(ast.parse(path.read_text(encoding="utf-8"))))


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "catalog." + (node.module or "") if node.level else node.module or ""
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def _dangers(tree: ast.AST) -> Iterator[tuple[str, str]]:
    for name in _imports(tree):
        if name in NEVER_IMPORTED:
            yield name, NEVER_IMPORTED[name]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _dangers_of_call(node)


def _dangers_of_call(call: ast.Call) -> Iterator[tuple[str, str]]:
    dotted = ast.unparse(call.func)
    for name in (".".join(dotted.rsplit(".", 2)[-2:]), dotted.rsplit(".", 1)[-1]):
        if name in NEVER_CALLED:
            yield name, NEVER_CALLED[name]
            break
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    shell = keywords.get("shell")
    if isinstance(shell, ast.Constant) and shell.value:
        yield "shell=True", "runs text in a shell"
    if dotted.endswith("Image.open") and "formats" not in keywords:
        yield "Image.open without formats", "any decoder may open the file"
